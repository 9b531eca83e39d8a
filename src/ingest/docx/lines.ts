import type { Align } from './formats.js';
import type { Label } from './numbering-counter.js';
import { isBlank, type Piece, type StoryParagraph, textOf } from './story.js';

/** A line of its own in the text: a paragraph, or a part of one that must not be joined with the rest. */
export interface Line {
  readonly kind: 'line';
  readonly pieces: readonly Piece[];
  readonly label: Label | null;
  readonly align: Align;
  readonly heading: number | null;
  /** 0: full width; 1, 2, …: side by side. */
  readonly column: number;
  readonly inBox: boolean;
}

/** What a list entry begins with, typed: "- ", "+ ", "1. ", "2.1.", "a) ", "IV. ". */
const ENTRY_MARK =
  /^\s*(?:[-–—+*•]\s*\S|\(?(?:\d{1,3}(?:\.\d{1,3}){0,4}|[IVXLC]{1,6}|[\p{Ll}]{1,2})[.)]\s*\S)/u;
const SENTENCE_END = /[.;:]\s*$/u;

/** The paragraph's text between line breaks, blank lines left out; true: the page ends in front of it. */
function brokenLines(pieces: readonly Piece[]): readonly { pieces: readonly Piece[]; newPage: boolean }[] {
  const lines: { pieces: Piece[]; newPage: boolean }[] = [{ pieces: [], newPage: false }];
  for (const piece of pieces) {
    if (piece.kind === 'break') lines.push({ pieces: [], newPage: piece.page });
    else lines.at(-1)?.pieces.push(piece);
  }
  return lines.filter((line) => !isBlank(line.pieces));
}

const isCapitals = (text: string): boolean => /\p{Lu}/u.test(text) && !/\p{Ll}/u.test(text);

/**
 * Whether a soft break between two lines divides them for good. In running text it does where an entry of a list
 * begins or a sentence ends; in centered text where capitals give way to ordinary letters (the kind of document and
 * its subject, the nation's name and its motto).
 */
function divides(before: string, after: string, align: Align): boolean {
  if (align === 'center') return isCapitals(before) && !isCapitals(after);
  return ENTRY_MARK.test(after) || SENTENCE_END.test(before);
}

const asLine = (
  paragraph: StoryParagraph,
  pieces: readonly Piece[],
  first: boolean,
  column: number,
): Line => ({
  kind: 'line',
  pieces,
  label: first ? paragraph.label : null,
  align: paragraph.align,
  heading: paragraph.heading,
  column,
  inBox: false,
});

/** A paragraph's lines where text flows: soft breaks are spaces unless they divide (see `divides`). */
export function flowingLines(paragraph: StoryParagraph): readonly Line[] {
  const joined: Piece[][] = [];
  let before = '';
  for (const line of brokenLines(paragraph.pieces)) {
    const after = textOf(line.pieces);
    const last = joined.at(-1);
    if (last === undefined || line.newPage || divides(before, after, paragraph.align))
      joined.push([...line.pieces]);
    else {
      last.push({ kind: 'break', page: false });
      for (const piece of line.pieces) last.push(piece);
    }
    before = after;
  }
  if (joined.length === 0) return paragraph.label === null ? [] : [asLine(paragraph, [], true, 0)];
  return joined.map((pieces, index) => asLine(paragraph, pieces, index === 0, 0));
}

/** A paragraph's lines where text stands side by side: every soft break begins a new one. */
export function columnLines(paragraph: StoryParagraph, column: number): readonly Line[] {
  const lines = brokenLines(paragraph.pieces);
  if (lines.length === 0) return paragraph.label === null ? [] : [asLine(paragraph, [], true, column)];
  return lines.map((line, index) => asLine(paragraph, line.pieces, index === 0, column));
}

/** Punctuation that goes on from a number: ". Phạm vi" behind "Điều 1". */
const GOES_ON = /^[.,:;)\]/]/u;

/**
 * Whether a space divides a label from the text behind it. Lists that set no space between them mostly do so by
 * leaving the distance to the indents; only what goes on from the number stands close to it.
 */
export function needsGap(label: Label, text: string): boolean {
  return label.gap || !GOES_ON.test(text);
}

/** The line's text with its label. */
export function lineText(line: Pick<Line, 'label' | 'pieces'>): string {
  const text = textOf(line.pieces).trim();
  return line.label === null ? text : `${line.label.text}${needsGap(line.label, text) ? ' ' : ''}${text}`;
}
