import type { Span } from '../document/span.js';

/** The line of the text around a span: a paragraph or a table row. */
export function lineAround(text: string, span: Span): Span {
  const start = text.lastIndexOf('\n', span.start - 1) + 1;
  const next = text.indexOf('\n', span.end);
  return { start, end: next < 0 ? text.length : next };
}

/** The sentence around a span, within its line: ends at "." or ";" before a space. */
export function sentenceAround(text: string, span: Span): Span {
  const line = lineAround(text, span);
  const head = text.slice(line.start, span.start);
  const tail = text.slice(span.end, line.end);
  let start = line.start;
  for (const match of head.matchAll(/[.;](?=\s)/gu)) start = line.start + match.index + 1;
  const stop = /[.;](?=\s|$)/u.exec(tail);
  return { start, end: stop === null ? line.end : span.end + stop.index };
}

/** The line above that is not blank; null at the top. */
export function lineBefore(text: string, line: Span): Span | null {
  let end = line.start - 1;
  while (end > 0 && /\s/u.test(text.charAt(end))) end--;
  if (end <= 0) return null;
  return lineAround(text, { start: end, end: end + 1 });
}
