import { type Box, boxAround } from '../../document/box.js';
import type { GridCell } from './grid.js';
import type { PageWord } from './line.js';

/** A grid's cell with its words, and the grids that are drawn inside it, top down. */
export interface FilledCell extends GridCell {
  readonly words: readonly PageWord[];
  readonly inner: readonly FilledGrid[];
}

/** Cells with their words; they are counted by the column lines `xs`, of which they may take up a part. */
export interface FilledGrid {
  readonly xs: readonly number[];
  readonly cells: readonly FilledCell[];
}

/** White between a cell's rule and the rule of a table inside it is at most this many points wide. */
const SPACER = 10;
const MOST_FOLDS = 50;

const endColumn = (cell: GridCell): number => cell.column + cell.colSpan;
const endRow = (cell: GridCell): number => cell.row + cell.rowSpan;

interface Region {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

const overlapsRows = (cell: GridCell, { top, bottom }: Region): boolean =>
  cell.row < bottom && endRow(cell) > top;

const isWithin = (cell: GridCell, { top, bottom, left, right }: Region): boolean =>
  cell.row >= top && endRow(cell) <= bottom && cell.column >= left && endColumn(cell) <= right;

const isSpacer = ({ box, words, colSpan }: FilledCell): boolean =>
  colSpan === 1 && words.length === 0 && box[2] - box[0] < SPACER;

/**
 * The columns that the cell around a nested table has, by the cells above and below the spacer: one that begins or
 * ends with the spacer's column and covers at least two columns more.
 */
function hostColumns(cells: readonly FilledCell[], spacer: FilledCell): readonly [number, number] | null {
  const hosts = cells.filter(
    (cell) =>
      cell.colSpan >= 3 &&
      (endRow(cell) <= spacer.row || cell.row >= endRow(spacer)) &&
      (cell.column === spacer.column || endColumn(cell) === endColumn(spacer)),
  );
  const distance = (cell: FilledCell): number =>
    Math.max(spacer.row - endRow(cell), cell.row - endRow(spacer));
  hosts.sort((a, b) => distance(a) - distance(b) || a.colSpan - b.colSpan);
  const [host] = hosts;
  return host === undefined ? null : [host.column, endColumn(host)];
}

/** The rows of the cell around: those of the spacer, and whatever the cells beside it reach over. */
function hostRegion(
  cells: readonly FilledCell[],
  spacer: FilledCell,
  [left, right]: readonly [number, number],
): Region | null {
  let region: Region = { top: spacer.row, bottom: endRow(spacer), left, right };
  for (let grown = true; grown; ) {
    grown = false;
    for (const cell of cells) {
      if (!overlapsRows(cell, region)) continue;
      const outside = endColumn(cell) <= left || cell.column >= right;
      if (!outside && (cell.column < left || endColumn(cell) > right)) return null;
      const { top, bottom } = region;
      if (cell.row >= top && endRow(cell) <= bottom) continue;
      region = { ...region, top: Math.min(top, cell.row), bottom: Math.max(bottom, endRow(cell)) };
      grown = true;
    }
  }
  return region;
}

/** The grids in a region: runs of rows without its spacers, cells over its whole width between them. */
function innerGrids(cells: readonly FilledCell[], region: Region): readonly (readonly FilledCell[])[] {
  const width = region.right - region.left;
  const inner = cells.filter((cell) => cell.colSpan < width && !isSpacer(cell));
  const grids: FilledCell[][] = [];
  let end = Number.NEGATIVE_INFINITY;
  for (const cell of [...inner].sort((a, b) => a.row - b.row || a.column - b.column)) {
    if (cell.row >= end) grids.push([]);
    grids.at(-1)?.push(cell);
    end = Math.max(end, endRow(cell));
  }
  // rows that follow each other without a cell over the whole width are one grid
  const joined: FilledCell[][] = [];
  for (const grid of grids) {
    const last = joined.at(-1);
    const lastEnd = last === undefined ? -1 : Math.max(...last.map(endRow));
    if (last !== undefined && lastEnd === grid[0]?.row) last.push(...grid);
    else joined.push(grid);
  }
  return joined.map(withoutStrips).filter((grid) => grid.length > 0);
}

/** A grid without the white over its first and under its last rule: rows of one empty cell. */
function withoutStrips(grid: readonly FilledCell[]): readonly FilledCell[] {
  const top = Math.min(...grid.map((cell) => cell.row));
  const bottom = Math.max(...grid.map(endRow));
  const strips = grid.filter((cell) => {
    if (cell.words.length > 0 || (cell.row !== top && endRow(cell) !== bottom)) return false;
    const region = { top: cell.row, bottom: endRow(cell), left: 0, right: 0 };
    return grid.every((other) => other === cell || !overlapsRows(other, region));
  });
  return strips.length === 0 ? grid : grid.filter((cell) => !strips.includes(cell));
}

/** Whether the cells make a table: two columns, two cells with text. */
export const isFilledGrid = (cells: readonly FilledCell[]): boolean =>
  new Set(cells.map((cell) => cell.column)).size >= 2 &&
  cells.filter((cell) => cell.words.length > 0).length >= 2;

/** The cells with the first nested grid put into the cell around it; null where there is none. */
function foldOnce({ xs, cells }: FilledGrid): readonly FilledCell[] | null {
  for (const spacer of cells) {
    if (!isSpacer(spacer)) continue;
    const columns = hostColumns(cells, spacer);
    const region = columns === null ? null : hostRegion(cells, spacer, columns);
    if (region === null) continue;
    const own = cells.filter((cell) => isWithin(cell, region));
    const inner = innerGrids(own, region);
    if (inner.length === 0 || !inner.every(isFilledGrid)) continue;
    const host: FilledCell = {
      row: region.top,
      column: region.left,
      rowSpan: region.bottom - region.top,
      colSpan: region.right - region.left,
      box: boxAround(own.map((cell) => cell.box)) satisfies Box,
      words: own.flatMap((cell) => cell.words),
      inner: [...own.flatMap((cell) => cell.inner), ...inner.map((grid) => ({ xs, cells: grid }))],
    };
    return [...cells.filter((cell) => !isWithin(cell, region)), host];
  }
  return null;
}

/**
 * Puts grids that are drawn inside a cell back into that cell. Their rules run so close to the cell's own that all
 * came out as one grid; the narrow empty strips beside them tell.
 */
export function foldNestedGrids(grid: FilledGrid): FilledGrid {
  let folded = grid.cells;
  for (let i = 0; i < MOST_FOLDS; i++) {
    const next = foldOnce({ xs: grid.xs, cells: folded });
    if (next === null) break;
    folded = next;
  }
  if (folded === grid.cells) return grid;
  return { ...grid, cells: [...folded].sort((a, b) => a.row - b.row || a.column - b.column) };
}
