import { wordEnd } from './beginnings.js';
import { readToken } from './read-token.js';
import type { TimeToken } from './time-token.js';

const COUNTS = /lần/iu;

/** The tokens of a time phrase in order; what is none is passed over. Linear in the length. */
export function timeTokens(text: string): readonly TimeToken[] {
  const tokens: TimeToken[] = [];
  let known: boolean | null = null;
  const counts = (): boolean => {
    known ??= COUNTS.test(text);
    return known;
  };
  for (let at = 0; at < text.length; ) {
    const end = wordEnd(text, at);
    const token = readToken(text, at, end, counts);
    if (token !== null) tokens.push(token);
    // inside a word no token begins
    at = token?.span.end ?? Math.max(end, at + 1);
  }
  return tokens;
}
