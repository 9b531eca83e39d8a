import type { TextLine } from '../lines.js';
import { orderTitles, withOneTick, withoutCovering } from './column-order.js';
import type { ColumnKind } from './kinds.js';
import { isColumnMark, isTitleLine, readTitles, type Title } from './titles.js';
import { type Token, tokensOf } from './tokens.js';

/** A table's head in lines[from, to): the titles, and the orders that the columns may stand in, likeliest first. */
export interface Head {
  readonly from: number;
  readonly to: number;
  readonly orders: readonly (readonly Title[])[];
  /** Whether the head's lines were read across the page: the body's were too. */
  readonly across: boolean;
}

/** No head is taller. */
export const MOST_HEAD_LINES = 40;

/** Lines from `from` on that hold nothing but title words, as words; none where there are too few or too many. */
export function headLines(
  raw: string,
  lines: readonly TextLine[],
  from: number,
): readonly (readonly Token[])[] {
  const words: (readonly Token[])[] = [];
  for (let i = from; i < lines.length && i < from + MOST_HEAD_LINES; i++) {
    const line = lines[i];
    if (line === undefined) break;
    const tokens = tokensOf(raw, line, i);
    if (!isTitleLine(tokens)) break;
    words.push(tokens.filter((t) => !isColumnMark(t.text)));
  }
  return words;
}

/** Whether these titles make a table's head: content among them, and enough others. */
export function makeHead(titles: readonly { readonly kind: ColumnKind }[]): boolean {
  const kinds = new Set(titles.map((t) => t.kind));
  const numbers = titles.filter((t) => t.kind === 'number').length;
  if (!kinds.has('content') || numbers > 1 || titles.length < 3 || titles.length > 24) return false;
  return numbers === 1 || kinds.size >= 3;
}

/** The head that `head` (lines from `from` on) makes when its words are read in the order of the file, or null. */
export function readHead(head: readonly (readonly Token[])[], from: number): Head | null {
  const read = readTitles(head.filter((words) => words.length > 0));
  const titles = withOneTick(withoutCovering(read.titles));
  if (!makeHead(titles)) return null;
  return { from, to: from + head.length, orders: orderTitles(titles, read.across), across: read.across };
}
