import { endCost, type WordFacts } from './evidence.js';
import type { Model } from './model.js';
import type { CellState, Path } from './path.js';
import type { Width } from './widths.js';

/** A row's number: cheap where it is the next one, dear where it breaks the sequence. */
export function numberCost(
  path: Pick<Path, 'number' | 'unnumbered'>,
  word: string,
): { readonly cost: number; readonly value: number } {
  const digits = /^\(?(\d{1,3})[.)/]?$/u.exec(word);
  if (digits === null) return { cost: /\d[.)]?$/u.test(word) ? 0.4 : 1.5, value: path.number };
  const value = Number(digits[1]);
  if (value > path.number && value <= path.number + 1 + path.unnumbered) return { cost: -2.2, value };
  if (value === 1) return { cost: 0.8, value };
  if (value > path.number && value <= path.number + 3) return { cost: 2.5, value };
  return { cost: 6, value };
}

/** A cell's line was broken before `next`: dear where `next` would have fitted the line. */
export function wrapCost(cell: CellState, next: WordFacts, width: Width): number {
  const free = width.low - (cell.length + 1 + next.word.length);
  const slack = 1 + width.low * 0.12;
  if (free <= slack) return -0.25;
  const excess = Math.min(3.5, 0.4 * (free - slack));
  return (cell.last.parts && !cell.last.hanging) || next.dash ? Math.min(0.4, excess) : excess;
}

/** Words are set in type of many widths: a tenth more characters than usual may fit a line. */
export function overflow(length: number, width: Width): number {
  const most = width.high * 1.12 + 1;
  return length > most ? 0.5 * Math.min(length - most, 9) : 0;
}

/** Read across, two cells share a line only where the left one nearly fills its column. */
export const room = (length: number, width: Width): number =>
  Math.min(4, 0.4 * Math.max(0, width.low * 0.9 - length - 2));

/** Read across, a cell stands at its row's top or in its middle; what it costs where it stands. */
export function placeCost(model: Model, cells: readonly (CellState | null)[]): number {
  if (model.order === 'cell-by-cell') return 0;
  let most = 0;
  for (const cell of cells) if (cell !== null) most = Math.max(most, cell.top + cell.lines);
  let cost = 0;
  cells.forEach((cell, column) => {
    if (cell === null || cell.lines === most) return;
    const stands = model.stands[column];
    if (cell.top === 0) cost += stands?.top ?? 0;
    else if (cell.top === (most - cell.lines) / 2) cost += stands?.middle ?? 0;
    else cost += 1.8;
  });
  return cost;
}

/** What a cell gains whose whole text stood in the same column before. */
export function knownCell(model: Model, column: number, cell: CellState): number {
  const known = model.known[column];
  return known !== undefined && known.size > 0 && known.has(cell.text) ? 1.2 : 0;
}

/** What the row's cells cost once it is over: those missing, those cut off, those known. */
export function closeRow(model: Model, path: Path): number {
  const total = path.cells.some((cell) => cell?.first.total === true);
  const sums = model.kinds.lastIndexOf('money');
  let cost = placeCost(model, path.cells);
  if (total && sums >= 0 && path.cells[sums] === null) cost += 1.5;
  path.cells.forEach((cell, column) => {
    if (cell === null) {
      cost += (model.missing[column] ?? 0) * (total ? 0.1 : 1);
      return;
    }
    cost += endCost(model.kinds[column] ?? 'content', cell);
    cost -= knownCell(model, column, cell);
  });
  return cost;
}

/** Cell by cell, a row begins with its number, or with its content where numbers were lost. */
export function rowStartCost(model: Model, column: number): number {
  if (column === 0 || model.order === 'across') return 0;
  return model.kinds[0] === 'number' && column === 1 ? 0.3 : 3;
}
