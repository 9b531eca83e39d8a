import { endCost } from './evidence.js';
import type { Model } from './model.js';
import { type CellState, mixed, type Step } from './path.js';
import { knownCell, placeCost } from './row-costs.js';

/** One way to read all words so far. */
export interface Path {
  readonly cost: number;
  /** By column: the row of its last cell (-1 before the first one), and that cell. */
  readonly rows: readonly number[];
  readonly cells: readonly (CellState | null)[];
  /** Bits of the columns that have a cell in the block's row. */
  readonly live: number;
  readonly blockRow: number;
  readonly column: number;
  readonly height: number;
  readonly number: number;
  /** Rows that are headings over others: their numbers are Roman. */
  readonly groups: readonly number[];
  readonly key: number;
  readonly step: Step | null;
}

/** Whether a column has a cell in the block's row. */
export const isLive = (path: Path, column: number): boolean => (path.live & (1 << column)) !== 0;

/**
 * A page begins: its rows are none of the page before, but for one that goes on. So every column has come to the row
 * that the furthest one has come to; a column that has no cell in that row pays for it.
 */
export function onNewPage(path: Path, model: Model): Path {
  const last = Math.max(...path.rows);
  let { cost } = path;
  path.rows.forEach((at, column) => {
    cost += Math.min(3, last - at) * (model.missing[column] ?? 0);
  });
  return {
    ...path,
    cost,
    rows: path.rows.map(() => last),
    cells: path.cells.map((cell, column) => (path.rows[column] === last ? cell : null)),
    key: mixed(path.key, last, 15, 5),
  };
}

/** The block's row is over: what its cells cost by their ends and places. */
export function closed(path: Path, model: Model): Path {
  if (path.live === 0) return path;
  const live = path.cells.map((cell, column) => (isLive(path, column) ? cell : null));
  let cost = path.cost + placeCost(model, live);
  live.forEach((cell, column) => {
    if (cell !== null) cost += endCost(model.kinds[column] ?? 'note', cell) - knownCell(model, column, cell);
  });
  return { ...path, cost };
}

/** Rows at the end that a column never came to. */
export function unfinished(path: Path, model: Model): number {
  const last = Math.max(...path.rows);
  let cost = 0;
  path.rows.forEach((at, column) => {
    let absent = last - at;
    for (const group of path.groups) if (group > at) absent--;
    cost += Math.max(0, absent) * (model.missing[column] ?? 0);
  });
  return cost;
}
