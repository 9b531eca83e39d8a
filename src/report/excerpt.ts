import type { Span } from '../document/span.js';

/** The words around a span, cut at word borders. `cutBefore`/`cutAfter`: text of the line was left out there. */
export interface Excerpt {
  readonly before: string;
  readonly marked: string;
  readonly after: string;
  readonly cutBefore: boolean;
  readonly cutAfter: boolean;
}

const WORD_BORDER = /[\s\t]/u;

function startOfWord(text: string, at: number, floor: number): number {
  for (let i = at; i > floor; i--) if (WORD_BORDER.test(text.charAt(i - 1))) return i;
  return floor;
}

function endOfWord(text: string, at: number, ceiling: number): number {
  for (let i = at; i < ceiling; i++) if (WORD_BORDER.test(text.charAt(i))) return i;
  return ceiling;
}

function shorten(marked: string, longest: number): string {
  if (marked.length <= longest) return marked;
  const half = Math.floor(longest / 2);
  const head = marked.slice(0, startOfWord(marked, half, 0) || half);
  const from = endOfWord(marked, marked.length - half, marked.length);
  const tail = marked.slice(from === marked.length ? marked.length - half : from);
  return `${head.trimEnd()} … ${tail.trimStart()}`;
}

/**
 * The span's words with up to `reach` UTF-16 units of its own line before and behind, whole words. Null for an empty
 * span: it stands for something that is absent. A marked part over `4 * reach` is shortened in its middle.
 */
export function excerptAround(text: string, span: Span, reach = 110): Excerpt | null {
  const start = Math.max(0, Math.min(span.start, text.length));
  const end = Math.max(start, Math.min(span.end, text.length));
  if (start === end) return null;
  const lineStart = start === 0 ? 0 : text.lastIndexOf('\n', start - 1) + 1;
  const nextBreak = text.indexOf('\n', end);
  const lineEnd = nextBreak < 0 ? text.length : nextBreak;
  const from = start - lineStart <= reach ? lineStart : startOfWord(text, start - reach, lineStart);
  const to = lineEnd - end <= reach ? lineEnd : endOfWord(text, end + reach, lineEnd);
  return {
    before: text.slice(from, start),
    marked: shorten(text.slice(start, end), 4 * reach),
    after: text.slice(end, to),
    cutBefore: from > lineStart,
    cutAfter: to < lineEnd,
  };
}

/** 1-based number of the line of `text` in which `offset` stands, and the 1-based column in it. */
export function lineAndColumn(
  text: string,
  offset: number,
): { readonly line: number; readonly column: number } {
  let line = 1;
  let lineStart = 0;
  for (;;) {
    const next = text.indexOf('\n', lineStart);
    if (next < 0 || next >= offset) return { line, column: offset - lineStart + 1 };
    line += 1;
    lineStart = next + 1;
  }
}
