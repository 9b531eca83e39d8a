import { isHeadText } from './head-rows.js';
import { isRowNumber } from './label.js';
import { restoreColumn } from './restore-column.js';
import { isSameText } from './similar-text.js';
import { splitRowPairs } from './split-row.js';
import { cellsByRow, cellText, type DraftCell, type DraftTable } from './table-draft.js';

/** Column lines of two pages are the same within this many points; scans of two pages shift more as a whole. */
const SAME_EDGE = 5;
const PAGE_SHIFT = 30;
/** Column lines that were put into the white between columns. */
const SAME_GAP = 18;

/** Both tables' column lines as one list, with where each of their lines stands in it; null where they differ. */
function commonEdges(
  a: readonly number[],
  b: readonly number[],
  tolerance: number,
): {
  readonly edges: readonly number[];
  readonly ofA: readonly number[];
  readonly ofB: readonly number[];
} | null {
  const shift = (a[0] ?? 0) - (b[0] ?? 0);
  const widthA = (a.at(-1) ?? 0) - (a[0] ?? 0);
  const widthB = (b.at(-1) ?? 0) - (b[0] ?? 0);
  if (Math.abs(shift) > PAGE_SHIFT || Math.abs(widthA - widthB) > tolerance * 1.5) return null;
  const moved = b.map((x) => x + shift);
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
  const shift = (a.edges[0] ?? 0) - (b.edges[0] ?? 0);
  const lacking =
    a.columns < b.columns
      ? { table: a, places: common.ofA, moved: 0 }
      : { table: b, places: common.ofB, moved: shift };
  const have = new Set(lacking.places);
  const restored = common.edges.reduce(
    (table, edge, i) => (have.has(i) ? table : restoreColumn(table, edge - lacking.moved)),
    lacking.table,
  );
  return a.columns < b.columns ? [restored, b] : [a, restored];
}

const toColumns = (cells: readonly DraftCell[], places: readonly number[]): readonly DraftCell[] =>
  cells.map((cell) => {
    const column = places[cell.column] ?? cell.column;
    const end = places[cell.column + cell.colSpan] ?? column + cell.colSpan;
    return { ...cell, column, colSpan: end - column };
  });

/** Whether two rows have the same cells with the same texts. */
const isSameRow = (a: readonly DraftCell[], b: readonly DraftCell[]): boolean =>
  a.length === b.length &&
  a.some((cell) => cell.lines.length > 0) &&
  a.every((cell, i) => isSameText(cellText(cell), b[i] === undefined ? '' : cellText(b[i])));

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
 * Cells above that the page's end cut: merged over rows down to the page's last one, with an empty cell in their
 * column in the first row below, a row that has text otherwise.
 */
function cutCells(
  lastRow: readonly DraftCell[],
  firstRow: readonly DraftCell[],
): ReadonlyMap<DraftCell, DraftCell> {
  const cut = new Map<DraftCell, DraftCell>();
  if (firstRow.filter((cell) => cell.lines.length > 0).length < 2) return cut;
  for (const above of lastRow) {
    if (above.rowSpan < 2 || above.column === 0 || above.lines.length === 0) continue;
    const below = firstRow.find(
      ({ column, colSpan }) => column === above.column && colSpan === above.colSpan,
    );
    if (below !== undefined && below.lines.length === 0) cut.set(above, below);
  }
  return cut;
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
  const common = commonEdges(a.edges, b.edges, tolerance);
  if (common === null) return null;
  const repeated = repeatedRows(a, b);
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
            lines: [...cell.lines, ...below.lines],
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
