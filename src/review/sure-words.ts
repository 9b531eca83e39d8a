import type { PlanRecord } from '../record/plan-record.js';
import type { Mention } from '../record/primitives.js';

/**
 * The record with the words of `mentions` as sure as read from a file: a person looked at them, so what a check finds
 * there is no longer put down to the recognizer. The reading itself (`raw`, spans, boxes) stays.
 */
export function withSureWords(record: PlanRecord, mentions: readonly Mention[]): PlanRecord {
  if (mentions.length === 0 || record.words === undefined) return record;
  const spans = mentions.map(({ span }) => span).sort((a, b) => a.start - b.start);
  let next = 0;
  let end = -1;
  const words = record.words.map((word): typeof word => {
    const [from, to, page, x0, y0, x1, y1] = word;
    for (let span = spans[next]; span !== undefined && span.start < to; span = spans[++next])
      end = Math.max(end, span.end);
    return from < end ? [from, to, page, x0, y0, x1, y1, 1] : word;
  });
  return { ...record, words };
}
