import { firstFrom } from './in-order.js';
import type { Span } from './span.js';

/** What a set of spans covers: disjoint spans in order. */
export type Cover = readonly Span[];

/** What `spans` cover together; spans that overlap or touch become one. */
export function coveredBy(spans: readonly Span[]): Cover {
  const covered: { start: number; end: number }[] = [];
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    const last = covered.at(-1);
    if (last !== undefined && start <= last.end) last.end = Math.max(last.end, end);
    else covered.push({ start, end });
  }
  return covered;
}

const endOf = (span: Span): number => span.end;

/** Whether any character of `span` is covered. Logarithmic. */
export function isTouched(cover: Cover, span: Span): boolean {
  const first = cover[firstFrom(cover, span.start + 1, endOf)];
  return first !== undefined && first.start < span.end;
}

/** Whether all of `span` is covered. Logarithmic. */
export function isCovered(cover: Cover, span: Span): boolean {
  const first = cover[firstFrom(cover, span.end, endOf)];
  return first !== undefined && first.start <= span.start;
}
