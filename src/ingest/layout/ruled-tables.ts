import type { Box } from '../../document/box.js';
import { findGrids, type Grid } from './grid.js';
import type { Ruling } from './layout-page.js';
import { groupLines, type PageWord } from './line.js';
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

function draftOf(grid: Grid, words: readonly PageWord[], page: number): DraftTable {
  const columns = grid.xs.length - 1;
  const rows = grid.ys.length - 1;
  const owner = new Int32Array(columns * rows);
  for (const [index, cell] of grid.cells.entries())
    for (let r = cell.row; r < cell.row + cell.rowSpan; r++)
      for (let c = cell.column; c < cell.column + cell.colSpan; c++) owner[r * columns + c] = index;
  const byCell: PageWord[][] = grid.cells.map(() => []);
  let crossing = 0;
  let kept = 0;
  for (const word of words) {
    if (isFragmentOfRule(word, grid)) continue;
    const [x, y] = centre(word.box);
    const index = owner[slot(grid.ys, y) * columns + slot(grid.xs, x)] ?? 0;
    byCell[index]?.push(word);
    kept += 1;
    const box = grid.cells[index]?.box;
    const over = box === undefined ? 0 : Math.max(box[0] - word.box[0], word.box[2] - box[2]);
    if (over > 0.3 * (word.box[2] - word.box[0])) crossing += 1;
  }
  let padding = PADDING;
  const cells: DraftCell[] = grid.cells.map(({ box, ...place }, index) => {
    const lines = groupLines(byCell[index] ?? []);
    for (const line of lines) padding = Math.min(padding, Math.max(1, line.box[0] - box[0]));
    return { ...place, lines, room: box[2] - box[0] };
  });
  const compact = compactGrid(
    cells.map((cell) => ({ ...cell, room: Math.max(1, cell.room - 2 * padding) })),
    grid.xs,
    rows,
  );
  return {
    kind: 'table',
    columns: compact.edges.length - 1,
    rowCount: compact.rowCount,
    edges: compact.edges,
    cells: compact.cells,
    pages: [page],
    box: grid.box,
    origin: 'ruled',
    certainty: Math.max(0.5, Math.round((1 - (2 * crossing) / Math.max(1, kept)) * 100) / 100),
    repeatedRows: 0,
  };
}

/**
 * Builds the tables that a page's merged rulings draw and gives each word to the cell that its middle lies in. A grid
 * needs two columns and two cells with text to be a table; a grid inside another's cell belongs to that cell.
 */
export function ruledTables(
  words: readonly PageWord[],
  rulings: readonly Ruling[],
  page: number,
): RuledTables {
  const all = findGrids(rulings);
  const grids = all.filter(
    (grid) =>
      !all.some(
        (other) =>
          other !== grid && other.xs.length > 2 && other.cells.some((cell) => inside(grid.box, cell.box)),
      ),
  );
  const tables: DraftTable[] = [];
  const boxes: DraftTable[] = [];
  let free = words;
  const smallFirst = [...grids].sort(
    (a, b) => (a.box[2] - a.box[0]) * (a.box[3] - a.box[1]) - (b.box[2] - b.box[0]) * (b.box[3] - b.box[1]),
  );
  for (const grid of smallFirst) {
    const [x0, y0, x1, y1] = grid.box;
    const isInside = (word: PageWord): boolean => {
      const [x, y] = centre(word.box);
      return x > x0 - OUTSIDE && x < x1 + OUTSIDE && y > y0 - OUTSIDE && y < y1 + OUTSIDE;
    };
    const within = free.filter(isInside);
    if (within.length === 0) continue;
    const draft = draftOf(grid, within, page);
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
