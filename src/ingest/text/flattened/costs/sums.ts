/** The sums that a table's rows have come to so far, from the top. */
export interface Sums {
  /** The amount that the heading at hand gives itself, and what the rows under it come to. */
  readonly heading: number | null;
  readonly under: number;
  /** Whether a heading is at hand. */
  readonly open: boolean;
  /** All rows that are no sums; the sums that headings give. */
  readonly items: number;
  readonly headings: number;
  /** A total over the rows it sums up. */
  readonly above: number | null;
}

export const NO_SUMS: Sums = { heading: null, under: 0, open: false, items: 0, headings: 0, above: null };

/** A sum that is right, and one that is wrong: authors err, but seldom. */
const RIGHT = -1.6;
const WRONG = 1.6;

/** Whether two amounts are one, but for the rounding of fractions. */
export const same = (a: number, b: number): boolean =>
  Math.abs(a - b) <= 1e-6 * Math.max(1, Math.abs(a), Math.abs(b));

export interface Summed {
  readonly sums: Sums;
  readonly cost: number;
  /** Equations that hold and that don't. */
  readonly right: number;
  readonly wrong: number;
}

const judged = (sums: Sums, holds: boolean): Summed => ({
  sums,
  cost: holds ? RIGHT : WRONG,
  right: holds ? 1 : 0,
  wrong: holds ? 0 : 1,
});
const unjudged = (sums: Sums): Summed => ({ sums, cost: 0, right: 0, wrong: 0 });

/** The heading at hand is over. */
function closedHeading(sums: Sums): Summed {
  const next = { ...sums, heading: null, under: 0, open: false };
  if (!sums.open || sums.heading === null || sums.under === 0) return unjudged(next);
  return judged(next, same(sums.heading, sums.under));
}

/** A heading over rows, with the amount that it gives. */
export function withHeading(sums: Sums, amount: number | null): Summed {
  const closed = closedHeading(sums);
  return {
    ...closed,
    sums: { ...closed.sums, heading: amount, open: true, headings: closed.sums.headings + (amount ?? 0) },
  };
}

/** A row of its own amount. */
export const withItem = (sums: Sums, amount: number): Sums => ({
  ...sums,
  under: sums.under + amount,
  items: sums.items + amount,
});

/** A row that sums up the ones above it, or below it where none stands above. */
export function withTotal(sums: Sums, amount: number | null): Summed {
  const closed = closedHeading(sums);
  if (amount === null) return closed;
  if (sums.items === 0 && sums.headings === 0) return { ...closed, sums: { ...closed.sums, above: amount } };
  const holds = [sums.items, sums.headings, sums.under].some((sum) => sum > 0 && same(sum, amount));
  const judgement = judged(closed.sums, holds);
  return {
    sums: closed.sums,
    cost: closed.cost + judgement.cost,
    right: closed.right + judgement.right,
    wrong: closed.wrong + judgement.wrong,
  };
}

/** The table is over. */
export function ended(sums: Sums): Summed {
  const closed = closedHeading(sums);
  if (sums.above === null) return closed;
  const above = sums.above;
  const judgement = judged(closed.sums, same(sums.items, above) || same(sums.headings, above));
  return {
    sums: closed.sums,
    cost: closed.cost + judgement.cost,
    right: closed.right + judgement.right,
    wrong: closed.wrong + judgement.wrong,
  };
}
