import type { PlanRecord } from '../record/plan-record.js';

/**
 * The bands in which fields are counted by their confidence, from the surest: their lower edge, and the share of the
 * scanned fixtures' fields (300 and 200 dpi, both engines) that were right. Measured with
 * `npm run bench:ocr -- --confidence`.
 */
const BANDS = [
  { from: 0.95, right: 0.999 },
  { from: 0.9, right: 1 },
  { from: 0.8, right: 0.969 },
  { from: 0.5, right: 0.937 },
  { from: 0, right: 0.623 },
] as const;

/** Fields whose confidence lies in [from, to). The surest band takes 1 in. */
export interface ConfidenceBand {
  readonly from: number;
  readonly to: number;
  readonly fields: number;
  /** Share of such fields that were right on the scanned fixtures. */
  readonly right: number;
}

/** How many of a record's fields were read how surely; [] where no page was recognized. */
export function confidenceBands(record: PlanRecord): readonly ConfidenceBand[] {
  if (!record.source.pageReadings.some((page) => page.method === 'ocr')) return [];
  const fields = [
    ...Object.values(record.header.places),
    ...record.citations,
    ...record.standards,
    ...record.tasks,
    ...record.tasks.flatMap((task) => [...task.assignments, ...task.timings]),
    ...record.budget.amounts,
    ...record.budget.lines,
  ].filter((field) => field.location.length > 0);
  return BANDS.map(({ from, right }, i) => {
    const to = BANDS[i - 1]?.from ?? 1;
    const within = ({ confidence }: { readonly confidence: number }): boolean =>
      confidence >= from && (confidence < to || i === 0);
    return { from, to, right, fields: fields.filter(within).length };
  });
}

/** A seal or a signature that was seen on a page. */
export interface SeenMark {
  readonly kind: 'seal' | 'signature';
  readonly page: number;
}

/** Seals and signatures of a record's recognized pages, in page order. */
export const seenMarks = (record: PlanRecord): readonly SeenMark[] =>
  record.source.pageReadings.flatMap(({ page, marks = [] }) => marks.map(({ kind }) => ({ kind, page })));
