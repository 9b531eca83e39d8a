import { BEGINNINGS, beginningAt } from './beginnings.js';
import { READERS, type Reader } from './time-readers.js';
import type { TimeToken } from './time-token.js';

const readersBy = (readers: readonly Reader[]): readonly (readonly Reader[])[] =>
  BEGINNINGS.map((beginning) => readers.filter(({ begins }) => begins.includes(beginning)));
const counting = readersBy(READERS);
const uncounting = readersBy(READERS.filter((reader) => !reader.counts));

/**
 * The token that begins at `at`, by the first reader that knows one; null where none does. `end` is where the word that
 * begins there ends. `counts`: whether the text holds the word "lần".
 */
export function readToken(text: string, at: number, end: number, counts: () => boolean): TimeToken | null {
  const beginning = beginningAt(text, at, end);
  if (beginning < 0) return null;
  for (const reader of (counts() ? counting : uncounting)[beginning] ?? []) {
    const token = reader.read(text, at);
    if (token !== null && token.span.end > token.span.start) return token;
  }
  return null;
}
