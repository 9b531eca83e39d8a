import type { CostItem } from './cost-items.js';

/** What stands around a flow of numerals: rows' numbers stand before texts, quantities before money. */
export interface Around {
  readonly headings: boolean;
  readonly before: CostItem | undefined;
  readonly after: CostItem | undefined;
  readonly within: readonly CostItem[];
}

export function around(items: readonly CostItem[], i: number): Around {
  const flow = items[i]?.flow;
  let from = i;
  let to = i;
  while (items[from - 1]?.flow === flow && flow !== undefined) from--;
  while (items[to + 1]?.flow === flow && flow !== undefined) to++;
  const within = items.slice(from, to + 1);
  return {
    headings: within.some((one) => one.numeral?.kind === 'heading'),
    before: items[from - 1],
    after: items[to + 1],
    within,
  };
}

/** How much what stands around speaks for a figure; below 0: for a row's number. */
export function figureLike(
  one: CostItem,
  next: CostItem | undefined,
  { headings, before, after, within }: Around,
): number {
  let says = 0;
  if (headings) says -= 2;
  if (before?.kind === 'measure') says += 0.7;
  if (after?.kind === 'figure') says += 0.6;
  if (after?.kind === 'text') says -= 0.7;
  if (next !== undefined && next.line === one.line && next.kind === 'text') says -= 2;
  if (next !== undefined && next.line === one.line && next.kind === 'figure') says += 0.8;
  for (const kind of ['measure', 'figure'] as const) if (within.some((it) => it.kind === kind)) says += 0.4;
  if (within.some((it) => it.kind === 'text')) says -= 0.5;
  if (/^0/u.test(one.text)) says += 0.4;
  return says;
}

/** What it costs that a numeral is a figure. */
export function figureCost(one: CostItem, says: number): number {
  if (one.value === null) return 6;
  if (one.numeral?.style !== '') return 5;
  return Math.max(0, 0.4 - says);
}
