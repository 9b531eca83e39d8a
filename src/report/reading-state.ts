import type { PlanRecord } from '../record/plan-record.js';

/** Lower edges of the bands in which fields are counted by their confidence, from the surest. */
const EDGES = [0.95, 0.9, 0.8, 0.5, 0] as const;

/** Fields whose confidence lies in [from, to). The surest band takes 1 in. */
export interface ConfidenceBand {
  readonly from: number;
  readonly to: number;
  readonly fields: number;
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
  return EDGES.map((from, i) => {
    const to = EDGES[i - 1] ?? 1;
    const within = ({ confidence }: { readonly confidence: number }): boolean =>
      confidence >= from && (confidence < to || i === 0);
    return { from, to, fields: fields.filter(within).length };
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
