import { isWhiteSpace } from './white-space.js';

/** A range of a document's text: offsets in UTF-16 code units, `start` included, `end` excluded. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The smallest span that covers all of `spans`. Throws a RangeError when there are none. */
export function coverOf(spans: readonly Span[]): Span {
  const first = spans[0];
  if (first === undefined) throw new RangeError('coverOf needs at least one span');
  let { start, end } = first;
  for (const span of spans) {
    start = Math.min(start, span.start);
    end = Math.max(end, span.end);
  }
  return { start, end };
}

/** Whether the two spans share at least one character. */
export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

/** Whether `inner` lies wholly in `outer`. */
export const contains = (outer: Span, inner: Span): boolean =>
  outer.start <= inner.start && inner.end <= outer.end;

/** The span moved by `by` code units. */
export const shift = (span: Span, by: number): Span => ({ start: span.start + by, end: span.end + by });

/** `span` without white space at its ends; an all-blank span becomes empty at its start. */
export function trimSpan(text: string, span: Span): Span {
  let { start, end } = span;
  while (start < end && isWhiteSpace(text.charCodeAt(start))) start++;
  while (end > start && isWhiteSpace(text.charCodeAt(end - 1))) end--;
  return start === end ? { start: span.start, end: span.start } : { start, end };
}
