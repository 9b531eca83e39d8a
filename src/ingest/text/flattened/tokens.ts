import type { TextLine } from '../lines.js';

/** A word of a line, with its place in the decoded file. */
export interface Token {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Index of its line. */
  readonly line: number;
  /** Characters before it on its line, and blanks right before it. */
  readonly x: number;
  readonly blanks: number;
}

/** The words of a line, in order. */
export function tokensOf(raw: string, line: TextLine, index: number): readonly Token[] {
  const tokens: Token[] = [];
  const origin = (line.pieces[0]?.start ?? 0) - line.indent;
  let end = -1;
  for (const piece of line.pieces) {
    const body = raw.slice(piece.start, piece.end);
    for (const word of body.matchAll(/\S+/gu)) {
      const start = piece.start + word.index;
      tokens.push({
        text: word[0].normalize('NFC'),
        start,
        end: start + word[0].length,
        line: index,
        x: start - origin,
        blanks: end < 0 ? line.indent : start - end,
      });
      end = start + word[0].length;
    }
  }
  return tokens;
}
