import { READERS, type Reader } from './time-readers.js';
import type { TimeToken } from './time-token.js';

/** Looks up which of `readers` can begin with a lower-case character, each character once. */
function byStart(readers: readonly Reader[]): (start: string) => readonly Reader[] {
  const known = new Map<string, readonly Reader[]>();
  return (start) => {
    const found = known.get(start) ?? readers.filter((r) => r.starts.includes(start));
    known.set(start, found);
    return found;
  };
}
const startingWith = byStart(READERS);
const uncountedWith = byStart(READERS.filter((r) => !r.counts));

/**
 * The token that begins at `at`, by the first reader that knows one; null where none does. `counts`: the text holds the
 * word "lần".
 */
export function readToken(text: string, at: number, counts: boolean): TimeToken | null {
  const start = text.charAt(at).toLowerCase();
  for (const reader of counts ? startingWith(start) : uncountedWith(start)) {
    const token = reader.read(text, at);
    if (token !== null && token.span.end > token.span.start) return token;
  }
  return null;
}
