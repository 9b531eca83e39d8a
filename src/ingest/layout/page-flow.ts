import { alignedTables } from './aligned-tables.js';
import { type PlacedLine, placeColumns } from './columns.js';
import type { LayoutPage, LayoutWord, Ruling } from './layout-page.js';
import { groupLines, type Line, type PageWord } from './line.js';
import { mergeRulings } from './merge-rulings.js';
import { ruledTables } from './ruled-tables.js';
import type { DraftTable } from './table-draft.js';

/** A page with its lines and tables, before running heads are set apart. */
export interface SortedPage {
  readonly number: number;
  /** In the frame in which the text is upright. */
  readonly width: number;
  readonly height: number;
  readonly recognized: boolean;
  readonly lines: readonly Line[];
  readonly tables: readonly DraftTable[];
  /** Frames around a single column: their text is in `lines`, too. */
  readonly boxes: readonly DraftTable[];
  readonly rulings: readonly Ruling[];
}

/** A page's content in reading order. */
export type FlowItem = ({ readonly kind: 'line' } & PlacedLine) | DraftTable;

const hasPlace = ({ box: [x0, y0, x1, y1], text }: PageWord): boolean =>
  Number.isFinite(x0 + y0 + x1 + y1) && x0 <= x1 && y0 <= y1 && text.trim() !== '';

const MARKS_ONLY = /^[^\p{L}\p{N}]{1,2}$/u;

/** A scanned page's dirt: a recognized dot or dash of next to no size. */
const isSpeck = (word: PageWord): boolean =>
  word.confidence < 0.5 &&
  Math.max(word.box[2] - word.box[0], word.box[3] - word.box[1]) < 4 &&
  MARKS_ONLY.test(word.text);

const onPage = (word: LayoutWord, page: number): PageWord => ({
  text: word.text,
  box: word.box,
  confidence: word.confidence,
  fontSize: word.fontSize,
  bold: word.bold,
  italic: word.italic,
  baseline: Number.isFinite(word.baseline) ? word.baseline : word.box[3],
  page,
});

/** Whether the frame in which the text is upright lies across the page as displayed. */
function isSideways(page: LayoutPage): boolean {
  if (page.toOriginal === undefined) return false;
  const [x0, y0, x1, y1] = page.toOriginal([0, 0, 100, 1]);
  return y1 - y0 > x1 - x0;
}

/** Sorts one page's words into ruled tables and lines. */
export function sortPage(page: LayoutPage): SortedPage {
  const sideways = isSideways(page);
  const words = page.words
    .map((word) => onPage(word, page.number))
    .filter((word) => hasPlace(word) && !isSpeck(word));
  const rulings = mergeRulings(
    page.rulings.filter(
      (r) => Number.isFinite(r.position) && Number.isFinite(r.from) && Number.isFinite(r.to),
    ),
  );
  const { tables, boxes, free } = ruledTables(words, rulings, page.number);
  return {
    number: page.number,
    width: sideways ? page.height : page.width,
    height: sideways ? page.width : page.height,
    recognized: page.method === 'ocr',
    lines: groupLines(free),
    tables,
    boxes,
    rulings,
  };
}

/**
 * The page's content in reading order: `lines` (its free lines without furniture, top down) between its tables;
 * columns put one after the other and tables without rulings found. `isFirst`: the document's first page with text.
 */
export function pageFlow(
  page: SortedPage,
  lines: readonly Line[],
  tables: readonly DraftTable[],
  isFirst: boolean,
): readonly FlowItem[] {
  const flow: FlowItem[] = [];
  let at = 0;
  const place = (chunk: readonly Line[], isTop: boolean): void => {
    for (const part of alignedTables(chunk, page.rulings))
      if (part.kind === 'table') flow.push(part);
      else
        for (const placed of placeColumns(part.lines, isTop && part.lines[0] === chunk[0]))
          flow.push({ kind: 'line', ...placed });
  };
  for (const table of tables) {
    const start = at;
    while (at < lines.length) {
      const { box } = lines[at] as Line;
      if ((box[1] + box[3]) / 2 >= table.box[1]) break;
      at += 1;
    }
    place(lines.slice(start, at), isFirst && start === 0);
    flow.push(table);
  }
  place(lines.slice(at), isFirst && at === 0);
  return flow;
}
