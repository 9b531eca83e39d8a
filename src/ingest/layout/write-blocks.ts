import type { Box } from '../../document/box.js';
import type { Block, Cell, Paragraph, Row, Table } from '../../document/source-document.js';
import { coverOf, type Span } from '../../document/span.js';
import type { TextBuilder } from '../../document/text-builder.js';
import { cellParagraphs } from './cell-paragraphs.js';
import { isBrokenString } from './glue.js';
import { countHeadRows } from './head-rows.js';
import { labelOf } from './label.js';
import type { LayoutPage } from './layout-page.js';
import { type Line, median, type PageWord } from './line.js';
import type { DraftParagraph } from './paragraph-draft.js';
import { cellsByRow, type DraftCell, type DraftTable } from './table-draft.js';

/** Maps a box from the frame in which a page's text is upright to the page as displayed, and keeps it on the page. */
export type ToDisplay = (page: number, box: Box) => Box;

/** The map back for pages that were set upright; boxes are cut at the page's edges. */
export function displayMap(pages: readonly LayoutPage[]): ToDisplay {
  const byNumber = new Map(pages.map((page) => [page.number, page]));
  return (number, box) => {
    const page = byNumber.get(number);
    if (page === undefined) return box;
    const [x0, y0, x1, y1] = page.toOriginal?.(box) ?? box;
    const keep = (value: number, most: number): number =>
      Math.round(Math.min(Math.max(value, 0), Math.max(0, most)) * 100) / 100;
    return [keep(x0, page.width), keep(y0, page.height), keep(x1, page.width), keep(y1, page.height)];
  };
}

function writeWords(builder: TextBuilder, lines: readonly Line[], toDisplay: ToDisplay): Span[] {
  const spans: Span[] = [];
  let last: PageWord | null = null;
  for (const line of lines)
    for (const word of line.words) {
      const glued = last !== null && word === line.words[0] && isBrokenString(last.text, word.text);
      if (last !== null && !glued) builder.separate(' ');
      const confidence = Math.min(1, Math.max(0, word.confidence));
      const box = toDisplay(word.page, word.box);
      const span = builder.append(word.text, { kind: 'page', page: word.page, box, confidence });
      if (span.start === span.end) continue;
      spans.push(span);
      last = word;
    }
  return spans;
}

/** What a paragraph's label can be read from: the start of its first line, and of the next where that is one word. */
function firstWords([first, second]: readonly Line[]): readonly string[] {
  const words = (first?.words ?? []).slice(0, 3);
  const more = words.length < 2 ? (second?.words ?? []).slice(0, 2) : [];
  return [...words, ...more].map((word) => word.text);
}

function writeParagraph(builder: TextBuilder, draft: DraftParagraph, toDisplay: ToDisplay): Paragraph | null {
  builder.separate('\n');
  const spans = writeWords(builder, draft.lines, toDisplay);
  if (spans.length === 0) return null;
  const label = labelOf(firstWords(draft.lines));
  const labelled = spans.slice(0, label?.words ?? 0);
  let [letters, bold, italic] = [0, 0, 0];
  const sizes: number[] = [];
  for (const line of draft.lines)
    for (const word of line.words) {
      letters += word.text.length;
      if (word.bold) bold += word.text.length;
      if (word.italic) italic += word.text.length;
      if (word.fontSize > 0) sizes.push(word.fontSize);
    }
  const size = median(sizes);
  return {
    kind: 'paragraph',
    span: coverOf(spans),
    layer: draft.layer,
    style: {
      heading: null,
      align: draft.align,
      bold: bold * 2 > letters,
      italic: italic * 2 > letters,
      fontSize: size > 0 ? Math.round(size * 2) / 2 : null,
    },
    label: labelled.length > 0 && labelled.length < spans.length ? coverOf(labelled) : null,
    column: draft.column,
  };
}

function writeCell(builder: TextBuilder, draft: DraftCell, toDisplay: ToDisplay): Cell {
  builder.separate('\t');
  const paragraphs: Span[] = [];
  for (const lines of cellParagraphs(draft)) {
    if (paragraphs.length > 0) builder.separate(' ');
    const spans = writeWords(builder, lines, toDisplay);
    if (spans.length > 0) paragraphs.push(coverOf(spans));
  }
  const at = builder.text.length;
  const { row, column, rowSpan, colSpan } = draft;
  const span = paragraphs.length > 0 ? coverOf(paragraphs) : { start: at, end: at };
  return { span, row, column, rowSpan, colSpan, paragraphs, tables: [] };
}

/** Cells without text take the edge of their row that they stood at. */
const intoRow = (cell: Cell, row: Span): Cell =>
  cell.span.start < cell.span.end
    ? cell
    : {
        ...cell,
        span: { start: Math.max(cell.span.start, row.start), end: Math.max(cell.span.start, row.start) },
      };

function writeTable(builder: TextBuilder, draft: DraftTable, toDisplay: ToDisplay): Table | null {
  const rows: { cells: Cell[]; span: Span | null }[] = [];
  for (const cells of cellsByRow(draft)) {
    builder.separate('\n');
    const written = cells.map((cell) => writeCell(builder, cell, toDisplay));
    const filled = written.filter((cell) => cell.span.start < cell.span.end).map((cell) => cell.span);
    rows.push({ cells: written, span: filled.length > 0 ? coverOf(filled) : null });
  }
  const spans = rows.flatMap(({ span }) => (span === null ? [] : [span]));
  if (spans.length === 0) return null;
  const span = coverOf(spans);
  let at = span.start;
  const placed: Row[] = rows.map((row) => {
    const own = row.span ?? { start: at, end: at };
    at = own.end;
    return {
      span: own,
      cells: row.cells.map((cell) => intoRow(row.span === null ? { ...cell, span: own } : cell, own)),
    };
  });
  return {
    kind: 'table',
    span,
    columns: draft.columns,
    headRows: countHeadRows(draft),
    rows: placed,
    pages: draft.pages,
    origin: draft.origin,
    certainty: draft.certainty,
  };
}

/** Writes the drafts one after the other into `builder`; those without any text leave no block. */
export function writeBlocks(
  builder: TextBuilder,
  drafts: readonly (DraftParagraph | DraftTable)[],
  toDisplay: ToDisplay,
): readonly Block[] {
  const blocks: Block[] = [];
  for (const draft of drafts) {
    const block =
      draft.kind === 'table'
        ? writeTable(builder, draft, toDisplay)
        : writeParagraph(builder, draft, toDisplay);
    if (block !== null) blocks.push(block);
  }
  return blocks;
}
