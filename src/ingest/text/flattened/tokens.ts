import type { TextLine } from '../lines.js';

/** A word of a line, with its place in the decoded file. */
export interface Token {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Index of its line. */
  readonly line: number;
}

/** The words of a line, in order. */
export function tokensOf(raw: string, line: TextLine, index: number): readonly Token[] {
  const tokens: Token[] = [];
  for (const piece of line.pieces) {
    const body = raw.slice(piece.start, piece.end);
    for (const word of body.matchAll(/\S+/gu))
      tokens.push({
        text: word[0].normalize('NFC'),
        start: piece.start + word.index,
        end: piece.start + word.index + word[0].length,
        line: index,
      });
  }
  return tokens;
}
