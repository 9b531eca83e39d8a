import type { Box } from '../../document/box.js';
import type { Layer, Page, ReadMethod, ReadNote, SourceDocument } from '../../document/source-document.js';
import { TextBuilder } from '../../document/text-builder.js';
import { findFootnotes } from './footnotes.js';
import { findFurniture } from './furniture.js';
import { joinTables } from './join-tables.js';
import type { LayoutPage } from './layout-page.js';
import type { Line } from './line.js';
import { type FlowItem, pageFlow, type SortedPage, sortPage } from './page-flow.js';
import type { DraftParagraph } from './paragraph-draft.js';
import { type FlowLine, joinParagraphs } from './paragraphs.js';
import type { DraftTable } from './table-draft.js';
import { measureFrame, type TextFrame } from './text-frame.js';
import { writeBlocks } from './write-blocks.js';
import { displayMap } from './write-words.js';

/** What the document says of its file. */
export interface LayoutSource {
  readonly file: string;
  readonly sha256: string;
  readonly mediaType: string;
  readonly method: ReadMethod;
  readonly notes?: readonly ReadNote[];
}

/** Lines that a page needs for its text area to be measured by itself, and how many of them must be of some width. */
const ENOUGH_LINES = 8;
const ENOUGH_WIDE = 3;
/** Share of the page's width that running text takes. */
const WIDE_LINE = 0.45;

/** Single-column boxes at a page's top that go on with the table at the end of the page before: its merged rows. */
function withContinuedBoxes(page: SortedPage, previous: DraftTable | undefined): SortedPage {
  const [box] = page.boxes;
  if (box === undefined || previous === undefined || previous.pages.at(-1) !== page.number - 1) return page;
  const [x0, , x1] = previous.box;
  const sameSides = Math.abs(box.box[0] - x0) < 6 && Math.abs(box.box[2] - x1) < 6;
  const above = page.lines.filter(
    (line) => (line.box[1] + line.box[3]) / 2 < box.box[1] && line.box[1] > page.height * 0.1,
  );
  if (!sameSides || above.length > 0 || page.tables.some((table) => table.box[1] < box.box[1])) return page;
  const inBox = new Set(box.cells.flatMap((cell) => cell.lines.flatMap((line) => line.words)));
  return {
    ...page,
    lines: page.lines.filter((line) => !line.words.some((word) => inBox.has(word))),
    tables: [box, ...page.tables],
  };
}

/** The text area of every page: its own where a recognized page has lines enough, else that of pages alike. */
function frames(
  pages: readonly SortedPage[],
  flows: readonly (readonly FlowItem[])[],
): (page: number) => TextFrame {
  const running = flows.map((flow) =>
    flow.flatMap((item) => (item.kind === 'line' && item.column === 0 ? [item.line] : [])),
  );
  const groups = new Map<string, { readonly lines: Line[]; readonly tables: Box[] }>();
  const keyOf = (page: SortedPage): string => `${Math.round(page.width)}x${Math.round(page.height)}`;
  for (const [i, page] of pages.entries()) {
    const group = groups.get(keyOf(page)) ?? { lines: [], tables: [] };
    groups.set(keyOf(page), group);
    for (const line of running[i] ?? []) group.lines.push(line);
    for (const table of page.tables) group.tables.push(table.box);
  }
  const byGroup = new Map<string, TextFrame | null>();
  const measured = new Map<number, TextFrame>();
  for (const [i, page] of pages.entries()) {
    const key = keyOf(page);
    const group = groups.get(key);
    if (!byGroup.has(key))
      byGroup.set(key, measureFrame(group?.lines ?? [], group?.tables ?? [], page.width));
    const own = running[i] ?? [];
    const ownTables = page.tables.map((table) => table.box);
    const wide = own.filter(({ box }) => box[2] - box[0] > page.width * WIDE_LINE).length;
    const frame =
      page.recognized && own.length >= ENOUGH_LINES && wide >= ENOUGH_WIDE
        ? measureFrame(own, ownTables, page.width)
        : byGroup.get(key);
    measured.set(
      page.number,
      frame ?? { left: page.width * 0.14, right: page.width * 0.9, indent: null, pitch: 1.3 },
    );
  }
  return (page) => measured.get(page) ?? { left: 0, right: 0, indent: null, pitch: 1.3 };
}

/** Joins tables that go on over a page break and lines to paragraphs, in reading order. */
function joinFlow(
  flow: readonly FlowItem[],
  frameOf: (page: number) => TextFrame,
): readonly (DraftParagraph | DraftTable)[] {
  const drafts: (DraftParagraph | DraftTable)[] = [];
  let lines: FlowLine[] = [];
  const flush = (): void => {
    drafts.push(...joinParagraphs(lines));
    lines = [];
  };
  for (const item of flow) {
    if (item.kind === 'line') {
      lines.push({ ...item, frame: frameOf(item.line.page) });
      continue;
    }
    flush();
    const last = drafts.at(-1);
    const follows = last?.kind === 'table' && last.pages.at(-1) === (item.pages[0] ?? 0) - 1;
    const joined = follows ? joinTables(last, item) : null;
    if (joined === null) drafts.push(item);
    else drafts[drafts.length - 1] = joined;
  }
  flush();
  return drafts;
}

const pageOf = ({ number, width, height, method, reason, route, confidence, marks }: LayoutPage): Page => ({
  number,
  width: Math.round(width * 100) / 100,
  height: Math.round(height * 100) / 100,
  method,
  reason,
  confidence,
  ...(route === undefined ? {} : { route }),
  ...(marks === undefined ? {} : { marks }),
});

/**
 * Puts pages of words and rulings together to a document: lines by where the words stand, tables from the rulings,
 * paragraphs and tables over page breaks, side-by-side text column by column. Footnotes, running heads and page
 * numbers come as paragraphs of their own layers at the end of the text, so that they split nothing. Content order of
 * the words is of no matter. Never throws.
 */
export function layoutDocument(pages: readonly LayoutPage[], source: LayoutSource): SourceDocument {
  const sorted: SortedPage[] = [];
  for (const page of pages) {
    const previous = sorted.at(-1)?.tables.at(-1);
    sorted.push(withContinuedBoxes(sortPage(page), previous));
  }
  const furniture = findFurniture(sorted);
  const apart = new Set(furniture.map(({ line }) => line));
  const footnotes = sorted.flatMap((page) => {
    const own = page.lines.filter((line) => !apart.has(line));
    return findFootnotes(page, own);
  });
  for (const line of footnotes.flat()) apart.add(line);
  const firstWithText = sorted.find((page) => page.lines.length > 0)?.number;
  const flows = sorted.map((page) =>
    pageFlow(
      page,
      page.lines.filter((line) => !apart.has(line)),
      page.tables,
      page.number === firstWithText,
    ),
  );
  const drafts = joinFlow(flows.flat(), frames(sorted, flows));
  const aside = (lines: readonly Line[], layer: Layer): DraftParagraph => ({
    kind: 'paragraph',
    lines,
    layer,
    align: null,
    column: 0,
  });
  const margins = [
    ...footnotes.map((lines) => aside(lines, 'footnote')),
    ...furniture.map(({ line, layer }) => aside([line], layer)),
  ];
  const builder = new TextBuilder();
  const blocks = writeBlocks(builder, [...drafts, ...margins], displayMap(pages));
  return {
    file: source.file,
    sha256: source.sha256,
    mediaType: source.mediaType,
    method: source.method,
    text: builder.text,
    pages: pages.map(pageOf),
    words: builder.words,
    blocks,
    segments: [],
    notes: source.notes ?? [],
  };
}
