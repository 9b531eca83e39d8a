import { type Box, boxAround } from '../../document/box.js';
import { findGrids, type Grid } from './grid.js';
import type { Ruling } from './layout-page.js';
import { groupLines, type PageWord } from './line.js';
import { withMissingRulings } from './missing-rulings.js';
import { type FilledCell, type FilledGrid, foldNestedGrids, isFilledGrid } from './nested-grid.js';
import { compactGrid, type DraftCell, type DraftTable } from './table-draft.js';

/** A page's ruled tables, its single-column boxes (frames, or a table's last merged row), and the words outside. */
export interface RuledTables {
  readonly tables: readonly DraftTable[];
  readonly boxes: readonly DraftTable[];
  readonly free: readonly PageWord[];
}

/** Room on both sides of a cell's text where the cell shows none. */
const PADDING = 5;
const OUTSIDE = 2;
const FRAGMENT = /^[|¦‖[\]{}_~=.,'’`:;\\/!lI1—–-]{1,2}$/u;

const centre = (box: Box): readonly [number, number] => [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2];

const inside = (inner: Box, outer: Box): boolean =>
  inner[0] >= outer[0] - 1 &&
  inner[1] >= outer[1] - 1 &&
  inner[2] <= outer[2] + 1 &&
  inner[3] <= outer[3] + 1;

const area = ([x0, y0, x1, y1]: Box): number => (x1 - x0) * (y1 - y0);

const holds = ([x0, y0, x1, y1]: Box, word: PageWord): boolean => {
  const [x, y] = centre(word.box);
  return x > x0 - OUTSIDE && x < x1 + OUTSIDE && y > y0 - OUTSIDE && y < y1 + OUTSIDE;
};

/** A piece of a rule that was recognized as a character: thin, unsure, and on a rule. */
function isFragmentOfRule(word: PageWord, grid: Grid): boolean {
  if (word.confidence >= 0.9 || !FRAGMENT.test(word.text)) return false;
  const [x, y] = centre(word.box);
  const width = word.box[2] - word.box[0];
  const height = word.box[3] - word.box[1];
  const onColumnLine = width < 5 && grid.xs.some((line) => Math.abs(line - x) < 3);
  const onRowLine = height < 4 && grid.ys.some((line) => Math.abs(line - y) < 3);
  return onColumnLine || onRowLine;
}

/** Index of the last of the sorted `lines` that is <= value, kept within the grid. */
function slot(lines: readonly number[], value: number): number {
  let low = 0;
  let high = lines.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((lines[middle] ?? 0) <= value) low = middle;
    else high = middle - 1;
  }
  return Math.min(low, lines.length - 2);
}

/** How sure a ruled grid is, by the share of words that run over its rules and whether rules had to be added. */
const certaintyOf = (crossing: number, restored: boolean): number =>
  Math.max(0.5, Math.round((1 - 2 * crossing - (restored ? 0.15 : 0)) * 100) / 100);

/** A grid and the grids inside its cells. */
interface GridTree {
  readonly grid: Grid;
  readonly inner: readonly GridTree[];
}

/** Each grid under the smallest one that has it in a cell; those in no cell of a table stand by themselves. */
function nest(grids: readonly Grid[]): readonly GridTree[] {
  const hosts = new Map<Grid, Grid>();
  for (const grid of grids) {
    const around = grids.filter(
      (other) =>
        other !== grid && other.xs.length > 2 && other.cells.some((cell) => inside(grid.box, cell.box)),
    );
    const [host] = around.sort((a, b) => area(a.box) - area(b.box));
    if (host !== undefined) hosts.set(grid, host);
  }
  const tree = (grid: Grid): GridTree => ({
    grid,
    inner: grids.filter((other) => hosts.get(other) === grid).map(tree),
  });
  return grids.filter((grid) => !hosts.has(grid)).map(tree);
}

/** A grid's cells with the words that have their middle in them, and how many words run over a rule. */
function fill(
  { grid, inner }: GridTree,
  words: readonly PageWord[],
): { readonly filled: FilledGrid; readonly crossing: number; readonly restored: boolean } {
  const columns = grid.xs.length - 1;
  const rows = grid.ys.length - 1;
  const owner = new Int32Array(columns * rows);
  for (const [index, cell] of grid.cells.entries())
    for (let r = cell.row; r < cell.row + cell.rowSpan; r++)
      for (let c = cell.column; c < cell.column + cell.colSpan; c++) owner[r * columns + c] = index;
  const byCell: PageWord[][] = grid.cells.map(() => []);
  let crossing = 0;
  for (const word of words) {
    if (isFragmentOfRule(word, grid)) continue;
    const [x, y] = centre(word.box);
    const index = owner[slot(grid.ys, y) * columns + slot(grid.xs, x)] ?? 0;
    byCell[index]?.push(word);
    const box = grid.cells[index]?.box;
    const over = box === undefined ? 0 : Math.max(box[0] - word.box[0], word.box[2] - box[2]);
    if (over > 0.3 * (word.box[2] - word.box[0])) crossing += 1;
  }
  const cells = grid.cells.map((cell, i): FilledCell => {
    const own = byCell[i] ?? [];
    const within = inner
      .filter((tree) => inside(tree.grid.box, cell.box))
      .map(
        (tree) =>
          fill(
            tree,
            own.filter((word) => holds(tree.grid.box, word)),
          ).filled,
      )
      .filter((one) => isFilledGrid(one.cells));
    return { ...cell, words: own, inner: within };
  });
  const { restored, ...filled } = withMissingRulings(foldNestedGrids({ xs: grid.xs, cells }));
  return { filled, crossing, restored };
}

/** A table of filled cells; grid lines at which none of them begins are left out. */
function draftOf({ cells: filled, xs }: FilledGrid, page: number, certainty: number): DraftTable {
  const column = Math.min(...filled.map((cell) => cell.column));
  const row = Math.min(...filled.map((cell) => cell.row));
  const columns = Math.max(...filled.map((cell) => cell.column + cell.colSpan)) - column;
  const rows = Math.max(...filled.map((cell) => cell.row + cell.rowSpan)) - row;
  let padding = PADDING;
  const lined = filled.map((cell) => {
    const lines = groupLines(cell.words);
    for (const line of lines) padding = Math.min(padding, Math.max(1, line.box[0] - cell.box[0]));
    return { cell, lines, tables: cell.inner.map((grid) => draftOf(grid, page, certainty)) };
  });
  const compact = compactGrid(
    lined.map(
      ({ cell, lines, tables }): DraftCell => ({
        row: cell.row - row,
        column: cell.column - column,
        rowSpan: cell.rowSpan,
        colSpan: cell.colSpan,
        lines,
        room: Math.max(1, cell.box[2] - cell.box[0] - 2 * padding),
        ...(tables.length === 0 ? {} : { tables }),
      }),
    ),
    xs.slice(column, column + columns + 1),
    rows,
  );
  return {
    kind: 'table',
    columns: compact.edges.length - 1,
    rowCount: compact.rowCount,
    edges: compact.edges,
    cells: compact.cells,
    pages: [page],
    box: boxAround(filled.map((cell) => cell.box)),
    origin: 'ruled',
    certainty,
    repeatedRows: 0,
  };
}

/**
 * Builds the tables that a page's merged rulings draw and gives each word to the cell that its middle lies in. A grid
 * needs two columns and two cells with text to be a table; a grid inside another's cell is a table in that cell.
 */
export function ruledTables(
  words: readonly PageWord[],
  rulings: readonly Ruling[],
  page: number,
): RuledTables {
  const tables: DraftTable[] = [];
  const boxes: DraftTable[] = [];
  let free = words;
  const smallFirst = [...nest(findGrids(rulings))].sort((a, b) => area(a.grid.box) - area(b.grid.box));
  for (const tree of smallFirst) {
    const isInside = (word: PageWord): boolean => holds(tree.grid.box, word);
    const within = free.filter(isInside);
    if (within.length === 0) continue;
    const { filled: grid, crossing, restored } = fill(tree, within);
    const draft = draftOf(grid, page, certaintyOf(crossing / within.length, restored));
    const filled = draft.cells.filter((cell) => cell.lines.length > 0).length;
    if (draft.columns < 2) boxes.push(draft);
    else if (filled >= 2) {
      tables.push(draft);
      free = free.filter((word) => !isInside(word));
    }
  }
  const topDown = (a: DraftTable, b: DraftTable): number => a.box[1] - b.box[1];
  return { tables: tables.sort(topDown), boxes: boxes.sort(topDown), free };
}
