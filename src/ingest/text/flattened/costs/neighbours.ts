import type { CostItem } from './cost-items.js';

/** Where an item stands: its row and its column, from 0. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

const BACK = 6;

/**
 * What it costs that an item stands at `b` when the item right before it in the file stands at `a`. A flow has its
 * lines from top to bottom; flows come column by column or row by row.
 */
export function neighbourCost(before: CostItem, a: Place, item: CostItem, b: Place): number {
  const down = b.row - a.row;
  const right = b.column - a.column;
  if (before.line === item.line) return down === 0 && right > 0 ? -0.3 : down === 0 ? 5 : 4;
  if (before.page !== item.page) return down > 0 ? 0 : down === 0 ? 2 : BACK;
  if (before.flow === item.flow) {
    if (right === 0) return down > 0 ? 0.3 * Math.min(down - 1, 3) : BACK;
    if (down === 0) return right > 0 ? 0.1 : 1.4;
    if (down > 0) return 0.5 + 0.2 * Math.min(down - 1, 3);
    return right > 0 ? 1.6 : 3;
  }
  if (right === 0) return down > 0 ? 0.1 * Math.min(down - 1, 4) : down === 0 ? BACK : 1.8;
  if (right > 0)
    return down === 0
      ? 0
      : down < 0
        ? before.alone && item.alone
          ? 0.8
          : 0.2
        : 0.6 + 0.1 * Math.min(down, 4);
  // rows' numbers often come last of all
  return down > 0 ? 0.1 : b.column === 0 ? 0.5 : 2;
}
