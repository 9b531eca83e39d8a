import type { CostItem } from './cost-items.js';
import { isTotal } from './cost-words.js';

/** A row without its number or a number without its row. */
const UNEVEN = 3;
const NUMBERED_TOTAL = 5;
/** What two cells in another order than the file's must gain. */
const SWAPPED = 1;

/** The cells in the order of the numbers that stand on their lines: a flow with both may come late. */
export function inPlace(
  cells: readonly (readonly CostItem[])[],
  numbers: readonly CostItem[],
): readonly (readonly CostItem[])[] {
  const lines = new Set(numbers.map((one) => one.line));
  let order = cells;
  let cost = pairs(order, numbers)?.cost ?? 0;
  for (let i = 0; i + 1 < order.length; i++) {
    const [here, next] = [order[i], order[i + 1]];
    if (here === undefined || next === undefined) break;
    if (!next.some((one) => lines.has(one.line)) || here.some((one) => lines.has(one.line))) continue;
    const other = order.with(i, next).with(i + 1, here);
    const paired = pairs(other, numbers);
    if (paired === null || paired.cost + SWAPPED >= cost) continue;
    order = other;
    cost = paired.cost;
  }
  return order;
}

/** Which number each cell has: in order, those of one line together, totals without any. */
export function pairs(
  cells: readonly (readonly CostItem[])[],
  numbers: readonly CostItem[],
): { readonly cost: number; readonly numbers: readonly (CostItem | null)[] } | null {
  interface Path {
    readonly cost: number;
    readonly numbers: readonly (CostItem | null)[];
  }
  let paths = new Map<number, Path>([[0, { cost: 0, numbers: [] }]]);
  for (const cell of cells) {
    const total = isTotal(cell[0]?.text ?? '');
    const next = new Map<number, Path>();
    const put = (at: number, path: Path): void => {
      const old = next.get(at);
      if (old === undefined || path.cost < old.cost) next.set(at, path);
    };
    const lines = new Set(cell.map((one) => one.line));
    const anchored = numbers.findIndex((one) => lines.has(one.line));
    for (const [at, path] of paths) {
      const number = numbers[at];
      put(at, {
        cost: path.cost + (total ? 0 : UNEVEN) + (anchored >= 0 ? 4 : 0),
        numbers: [...path.numbers, null],
      });
      if (number === undefined || at >= numbers.length) continue;
      const torn = anchored >= 0 && anchored !== at ? 4 : 0;
      const page = cell.some((one) => one.page === number.page) ? 0 : 2.5;
      put(at + 1, {
        cost: path.cost + torn + page + (total ? NUMBERED_TOTAL : 0),
        numbers: [...path.numbers, number],
      });
    }
    paths = next;
  }
  return paths.get(numbers.length) ?? null;
}
