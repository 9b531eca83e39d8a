import { isHeadText } from './head-rows.js';
import { isRowNumber } from './label.js';
import { restoreColumn } from './restore-column.js';
import { isSameText } from './similar-text.js';
import { splitRowPairs } from './split-row.js';
import { cellsByRow, cellText, type DraftCell, type DraftTable } from './table-draft.js';

/** Column lines of two pages are the same within this many points; scans of two pages shift more as a whole. */
const SAME_EDGE = 5;
const PAGE_SHIFT = 30;
const MOST_STRETCH = 0.04;
/** The same where the head is repeated on a photograph: a phone is not held alike over two sheets. */
const PHOTO_SHIFT = 90;
const PHOTO_STRETCH = 0.15;
/** Column lines that were put into the white between columns. */
const SAME_GAP = 18;

/** How far a page may be shifted against the one before, in points, and by what share it may be larger. */
interface Leeway {
  readonly shift: number;
  readonly stretch: number;
}
const SCANNED: Leeway = { shift: PAGE_SHIFT, stretch: MOST_STRETCH };
const PHOTOGRAPHED: Leeway = { shift: PHOTO_SHIFT, stretch: PHOTO_STRETCH };

/** Both tables' column lines as one list, with where each of their lines stands in it; null where they differ. */
function commonEdges(
  a: readonly number[],
  b: readonly number[],
  tolerance: number,
  leeway = SCANNED,
): {
  readonly edges: readonly number[];
  readonly ofA: readonly number[];
  readonly ofB: readonly number[];
} | null {
  const shift = (a[0] ?? 0) - (b[0] ?? 0);
  const widthA = (a.at(-1) ?? 0) - (a[0] ?? 0);
  const widthB = (b.at(-1) ?? 0) - (b[0] ?? 0);
  const stretch = widthA / Math.max(1, widthB);
  if (Math.abs(shift) > leeway.shift || Math.abs(stretch - 1) > leeway.stretch) return null;
  // a photograph shows one page a little larger than the other
  const scale = Math.abs(widthA - widthB) > tolerance ? stretch : 1;
  const moved = b.map((x) => (a[0] ?? 0) + (x - (b[0] ?? 0)) * scale);
  const near = (list: readonly number[], x: number): number =>
    list.findIndex((other) => Math.abs(other - x) <= tolerance);
  const [large, small] = a.length >= b.length ? [a, moved] : [moved, a];
  const places = small.map((x) => near(large, x));
  if (places.some((place) => place < 0) || new Set(places).size !== places.length) return null;
  const all = large.map((_, i) => i);
  return a.length >= b.length ? { edges: a, ofA: all, ofB: places } : { edges: moved, ofA: places, ofB: all };
}

/** Both tables, the one with fewer column lines with those of the other that its page's rules lack. */
function withSameColumns(a: DraftTable, b: DraftTable, tolerance: number): readonly [DraftTable, DraftTable] {
  const common = commonEdges(a.edges, b.edges, tolerance);
  if (common === null || a.columns === b.columns) return [a, b];
  const places = a.columns < b.columns ? common.ofA : common.ofB;
  const lacking = a.columns < b.columns ? a : b;
  const [from, to] = [lacking.edges[0] ?? 0, lacking.edges.at(-1) ?? 0];
  const [left, right] = [common.edges[0] ?? 0, common.edges.at(-1) ?? 0];
  const scale = (to - from) / Math.max(1, right - left);
  const have = new Set(places);
  const restored = common.edges.reduce(
    (table, edge, i) => (have.has(i) ? table : restoreColumn(table, from + (edge - left) * scale)),
    lacking,
  );
  return a.columns < b.columns ? [restored, b] : [a, restored];
}

const toColumns = (cells: readonly DraftCell[], places: readonly number[]): readonly DraftCell[] =>
  cells.map((cell) => {
    const column = places[cell.column] ?? cell.column;
    const end = places[cell.column + cell.colSpan] ?? column + cell.colSpan;
    return { ...cell, column, colSpan: end - column };
  });

/** Share of a head's cells that must read the same where the rest was misread. */
const MOST_OF_HEAD = 0.7;

const isUnsure = (cell: DraftCell): boolean =>
  cell.lines.some((line) => line.words.some((word) => word.confidence < 0.9));

const isRecognized = (table: DraftTable): boolean =>
  table.cells.some((cell) => cell.lines.some((line) => line.words.some((word) => word.confidence < 1)));

/** Whether two rows have the same cells with the same texts; of a head, a cell may be misread. */
function isSameRow(a: readonly DraftCell[], b: readonly DraftCell[]): boolean {
  if (a.length !== b.length || a.every((cell) => cell.lines.length === 0)) return false;
  const differing = a.flatMap((cell, i) => {
    const other = b[i];
    return other !== undefined && isSameText(cellText(cell), cellText(other)) ? [] : [[cell, other] as const];
  });
  if (differing.length === 0) return true;
  if (a.length - differing.length < MOST_OF_HEAD * a.length || !looksLikeHead(a)) return false;
  return differing.every(
    ([cell, other]) => other !== undefined && other.lines.length > 0 && (isUnsure(cell) || isUnsure(other)),
  );
}

/** How many leading rows of `b` repeat the leading rows of `a`: a head, printed again on the next page. */
function repeatedRows(a: DraftTable, b: DraftTable): number {
  const [rowsA, rowsB] = [cellsByRow(a), cellsByRow(b)];
  let same = 0;
  while (same < Math.min(rowsA.length, rowsB.length, 5)) {
    if (!isSameRow(rowsA[same] ?? [], rowsB[same] ?? [])) break;
    same += 1;
  }
  const deepest = Math.max(
    0,
    ...rowsB.slice(0, same).flatMap((row) => row.map((cell) => cell.row + cell.rowSpan)),
  );
  return deepest > same ? 0 : same;
}

/** Whether all rows below the head (three at least) have a number of their own in the first column. */
function isNumbered(cells: readonly DraftCell[], rowCount: number): boolean {
  let numbered = 0;
  for (const cell of cells) {
    if (cell.column > 0) continue;
    if (isRowNumber(cellText(cell)) && cell.colSpan === 1) numbered += cell.rowSpan;
    else if (cell.row > 0 && cell.colSpan === 1) return false;
  }
  return numbered >= 3 && numbered >= rowCount - 3;
}

/**
 * Cells above that the page's end cut: with an empty cell in their column in the first row below, a row that has text
 * otherwise, and merged over rows above or below (in the first column, where an empty cell is seldom meant, below).
 */
function cutCells(
  lastRow: readonly DraftCell[],
  firstRow: readonly DraftCell[],
): ReadonlyMap<DraftCell, DraftCell> {
  const cut = new Map<DraftCell, DraftCell>();
  const filled = firstRow.filter((cell) => cell.lines.length > 0).length;
  if (filled < Math.min(2, firstRow.length - 1)) return cut;
  for (const above of lastRow) {
    if (above.lines.length === 0) continue;
    const below = firstRow.find(
      ({ column, colSpan }) => column === above.column && colSpan === above.colSpan,
    );
    if (below === undefined || below.lines.length > 0) continue;
    const merged = above.column === 0 ? below.rowSpan > 1 : above.rowSpan > 1 || below.rowSpan > 1;
    if (merged) cut.set(above, below);
  }
  return cut;
}

/** What stands in a cell that the page's end cut. */
function together(above: DraftCell, below: DraftCell): Pick<DraftCell, 'lines' | 'tables'> {
  const tables = [...(above.tables ?? []), ...(below.tables ?? [])];
  return { lines: [...above.lines, ...below.lines], ...(tables.length === 0 ? {} : { tables }) };
}

const looksLikeHead = (row: readonly DraftCell[]): boolean =>
  row.filter((cell) => isHeadText(cellText(cell))).length >= Math.min(3, Math.max(2, row.length));

/**
 * Joins a table with its continuation on the next page: same column lines, a repeated head left out, a row that the
 * page's end cut put together. Null where the second is a table of its own.
 */
export function joinTables(above: DraftTable, below: DraftTable): DraftTable | null {
  if (above.origin !== below.origin) return null;
  const tolerance = above.origin === 'ruled' ? SAME_EDGE : SAME_GAP;
  const [a, b] = withSameColumns(above, below, tolerance);
  const repeated = repeatedRows(a, b);
  const leeway = repeated > 0 && isRecognized(a) && isRecognized(b) ? PHOTOGRAPHED : SCANNED;
  const common = commonEdges(a.edges, b.edges, tolerance, leeway);
  if (common === null) return null;
  if (repeated === 0 && looksLikeHead(cellsByRow(b)[0] ?? [])) return null;
  const cellsA = toColumns(a.cells, common.ofA);
  const cellsB = toColumns(b.cells, common.ofB)
    .filter((cell) => cell.row >= repeated)
    .map((cell) => ({ ...cell, row: cell.row - repeated }));
  const rowsB = b.rowCount - repeated;
  const lastRow = cellsA.filter((cell) => cell.row + cell.rowSpan === a.rowCount);
  const firstRow = cellsB.filter((cell) => cell.row === 0);
  const pairs = rowsB === 0 ? null : splitRowPairs(lastRow, firstRow, isNumbered(cellsA, a.rowCount));
  const base = pairs === null ? a.rowCount : a.rowCount - 1;
  const paired = new Map(pairs?.map(({ above, below }) => [above, below]) ?? cutCells(lastRow, firstRow));
  const overlap = pairs === null ? 0 : 1;
  const continued = new Set(paired.values());
  const cells = [
    ...cellsA.map((cell) => {
      const below = paired.get(cell);
      return below === undefined
        ? cell
        : {
            ...cell,
            rowSpan: cell.rowSpan + below.rowSpan - overlap,
            ...together(cell, below),
          };
    }),
    ...cellsB.filter((cell) => !continued.has(cell)).map((cell) => ({ ...cell, row: cell.row + base })),
  ];
  return {
    ...a,
    columns: common.edges.length - 1,
    rowCount: base + rowsB,
    edges: common.edges,
    cells,
    pages: [...a.pages, ...b.pages],
    box: b.box,
    certainty: Math.min(a.certainty, b.certainty),
    repeatedRows: Math.max(a.repeatedRows, repeated),
  };
}
