import type { Span } from '../document/span.js';
import { isWhiteSpace } from '../document/white-space.js';

/** The line of the text around a span: a paragraph or a table row. */
export function lineAround(text: string, span: Span): Span {
  const start = text.lastIndexOf('\n', span.start - 1) + 1;
  const next = text.indexOf('\n', span.end);
  return { start, end: next < 0 ? text.length : next };
}

/** The sentence around a span, within its line: ends at "." or ";" before a space. */
export function sentenceAround(text: string, span: Span): Span {
  let start = span.start;
  // Letter by letter outwards: a line can be a whole document.
  while (start > 0 && text.charAt(start - 1) !== '\n' && !(start < span.start && isStop(text, start - 1)))
    start--;
  let end = span.end;
  while (end < text.length && text.charAt(end) !== '\n' && !isStop(text, end)) end++;
  return { start, end };
}

/** Whether a sentence ends at `at`: "." or ";" before white space or the text's end. */
function isStop(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return (
    (code === FULL_STOP || code === SEMICOLON) &&
    (at + 1 >= text.length || isWhiteSpace(text.charCodeAt(at + 1)))
  );
}
const FULL_STOP = 0x2e;
const SEMICOLON = 0x3b;

/** The line above that is not blank; null at the top. */
export function lineBefore(text: string, line: Span): Span | null {
  let end = line.start - 1;
  while (end > 0 && /\s/u.test(text.charAt(end))) end--;
  if (end <= 0) return null;
  return lineAround(text, { start: end, end: end + 1 });
}
