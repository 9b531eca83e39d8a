import type { Piece } from './draft.js';

/** A line of the file that is not blank. */
export interface TextLine {
  /** What it says, white space folded; for decisions only. */
  readonly text: string;
  readonly pieces: readonly Piece[];
  /** Leading blanks, tabs counted to the next multiple of 8. */
  readonly indent: number;
  /** Blank lines in front of it. */
  readonly gap: number;
  /** Whether a form feed stands between it and the line before. */
  readonly newPage: boolean;
  /** Depth of a heading that marks declare; null for other lines. */
  readonly heading: number | null;
  readonly bold: boolean;
}

/** Splits the decoded text at LF, CRLF, CR and form feeds. Blank lines are counted, not kept. */
export function splitLines(raw: string): readonly TextLine[] {
  const lines: TextLine[] = [];
  let gap = 0;
  let newPage = false;
  let start = 0;
  const take = (end: number): void => {
    let from = start;
    let indent = 0;
    for (; from < end; from++) {
      const char = raw.charAt(from);
      if (char === '\t') indent = (Math.floor(indent / 8) + 1) * 8;
      else if (/\s/u.test(char)) indent++;
      else if (char !== '\uFEFF' && char !== '\u200B') break;
    }
    const body = raw.slice(from, end).trimEnd();
    if (body === '') return;
    lines.push({
      text: body.replace(/\s+/gu, ' ').normalize('NFC'),
      pieces: [{ start: from, end: from + body.length, joint: ' ' }],
      indent,
      gap: Math.max(0, gap),
      newPage,
      heading: null,
      bold: false,
    });
    gap = -1;
    newPage = false;
  };
  for (let i = 0; i <= raw.length; i++) {
    const char = raw.charAt(i);
    if (i < raw.length && char !== '\n' && char !== '\r' && char !== '\f' && char !== '\u2028') continue;
    take(i);
    if (char === '\f') newPage = true;
    else gap++;
    if (char === '\r' && raw.charAt(i + 1) === '\n') i++;
    start = i + 1;
  }
  return lines;
}
