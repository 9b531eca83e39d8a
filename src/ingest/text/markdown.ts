import type { Piece } from './draft.js';
import type { TextLine } from './lines.js';

const HEADING = /^(#{1,6})\s+/u;
const PIPE_RULE = /^\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?$/u;

/** Whether the file is written in Markdown: headings, pipe tables or paired marks of emphasis. */
export function looksLikeMarkdown(lines: readonly TextLine[]): boolean {
  let signs = 0;
  for (const { text } of lines) {
    if (HEADING.test(text)) signs += 2;
    else if (text.includes('|') && PIPE_RULE.test(text)) signs += 2;
    else if (/\*\*[^*\s][^*]*\*\*/u.test(text)) signs++;
    if (signs >= 2) return true;
  }
  return false;
}

/** Whether a line is the rule under a pipe table's head. */
export const isPipeRule = (text: string): boolean => text.includes('-') && PIPE_RULE.test(text);

const isBlank = (char: string): boolean => char === '' || /\s/u.test(char);
const isLetter = (char: string): boolean => /[\p{L}\p{N}]/u.test(char);

interface Mark {
  readonly at: number;
  readonly length: number;
  readonly char: string;
  readonly opens: boolean;
  readonly closes: boolean;
}

function marksIn(text: string): readonly Mark[] {
  const marks: Mark[] = [];
  for (let i = 0; i < text.length; ) {
    const char = text.charAt(i);
    if (char === '\\') {
      i += 2;
      continue;
    }
    if (char !== '*' && char !== '_' && char !== '`') {
      i++;
      continue;
    }
    let end = i + 1;
    while (text.charAt(end) === char) end++;
    const before = text.charAt(i - 1);
    const after = text.charAt(end);
    const inWord = char === '_' && isLetter(before);
    const intoWord = char === '_' && (isLetter(after) || after === '{');
    marks.push({
      at: i,
      length: end - i,
      char,
      opens: !isBlank(after) && !inWord,
      closes: !isBlank(before) && !intoWord,
    });
    i = end;
  }
  return marks;
}

/** Offsets of the emphasis marks that pair up, and of backslashes in front of punctuation. */
function dropped(text: string): readonly { at: number; length: number }[] {
  const out: { at: number; length: number }[] = [];
  const open: Mark[] = [];
  for (const mark of marksIn(text)) {
    if (mark.length > 3) continue;
    const partner = mark.closes
      ? open.findLastIndex((m) => m.char === mark.char && m.length === mark.length)
      : -1;
    if (partner >= 0) {
      out.push(...open.splice(partner).slice(0, 1), mark);
    } else if (mark.opens) open.push(mark);
    else if (mark.char === '*' && mark.length === 2) out.push(mark);
  }
  for (const mark of open) if (mark.char === '*' && mark.length === 2) out.push(mark);
  for (let i = 0; i + 1 < text.length; i++)
    if (text.charAt(i) === '\\' && /[\\`*_{}[\]()#+\-.!|<>]/u.test(text.charAt(i + 1)))
      out.push({ at: i++, length: 1 });
  return out.filter((m) => !/\p{M}/u.test(text.charAt(m.at + m.length))).sort((a, b) => a.at - b.at);
}

/** The pieces of raw[start, end) without its emphasis marks and escapes. */
export function unmarked(raw: string, start: number, end: number): readonly Piece[] {
  const text = raw.slice(start, end);
  const pieces: Piece[] = [];
  let from = 0;
  const take = (to: number): void => {
    if (text.slice(from, to).trim() !== '') {
      const before = text.charAt(from - 1);
      const blank = isBlank(text.charAt(from)) || (from > 0 && pieces.length > 0 && endsBlank(pieces.at(-1)));
      pieces.push({
        start: start + from,
        end: start + to,
        joint: from === 0 || blank || isBlank(before) ? ' ' : '',
      });
    }
  };
  const endsBlank = (piece: Piece | undefined): boolean =>
    piece !== undefined && isBlank(raw.charAt(piece.end - 1));
  for (const mark of dropped(text)) {
    take(mark.at);
    from = mark.at + mark.length;
  }
  take(text.length);
  return pieces;
}

const read = (raw: string, pieces: readonly Piece[]): string =>
  pieces
    .map((p, i) => (i > 0 ? p.joint : '') + raw.slice(p.start, p.end).trim())
    .join('')
    .replace(/\s+/gu, ' ')
    .normalize('NFC');

/** The line without its Markdown marks; null where only marks stand on it (a rule, a fence). */
export function withoutMarks(raw: string, line: TextLine): TextLine | null {
  const first = line.pieces[0];
  const last = line.pieces.at(-1);
  if (first === undefined || last === undefined) return null;
  if (/^(?:-{3,}|\*{3,}|_{3,}|={3,}|`{3,}.*|~{3,}.*)$/u.test(line.text)) return null;
  let start = first.start;
  const quote = /^>\s*/u.exec(raw.slice(start, last.end));
  if (quote !== null) start += quote[0].length;
  const mark = HEADING.exec(raw.slice(start, last.end));
  if (mark !== null) start += mark[0].length;
  const pieces = unmarked(raw, start, last.end);
  if (pieces.length === 0) return null;
  const body = raw.slice(start, last.end);
  return {
    ...line,
    pieces,
    text: read(raw, pieces),
    heading: mark === null ? null : (mark[1] ?? '').length,
    bold: /^\*\*[^*]+\*\*$/u.test(body),
  };
}
