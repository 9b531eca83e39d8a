import type { DraftTable, Piece } from '../draft.js';
import type { TextLine } from '../lines.js';
import type { Measure } from '../measure.js';
import { isCapitals } from '../paragraphs.js';
import { beforeNextHead, bodyLines } from './body.js';
import { titlesInPlace } from './grid.js';
import { headLines, MOST_HEAD_LINES, makeHead, readHead } from './head.js';
import type { BodyLine } from './model.js';
import { bestReading, inPlace, type Reading } from './reading.js';
import { endOfBody } from './region.js';
import { printedLines, tableOf } from './rows.js';
import { FARTHEST_TITLE, repeatedTitles, scatteredHead } from './scattered-head.js';
import { isTitleLine, kindOf } from './titles.js';
import { type Token, tokensOf } from './tokens.js';

/**
 * What was found from a line on: a table put back together in the lines up to `to`; or none, and none to look for in
 * the lines up to `to`.
 */
export type FoundAt =
  | {
      readonly kind: 'table';
      readonly table: DraftTable;
      readonly pageNumbers: readonly Piece[];
      readonly to: number;
    }
  | { readonly kind: 'none'; readonly to: number };

/** What the whole file says about its tables. */
export interface TableContext {
  readonly measure: Measure;
  /** Words that its running text has side by side. */
  readonly neighbours: ReadonlySet<string>;
}

/** Below it the lines stay paragraphs: no table is better than a wrong one. */
const LEAST_CERTAINTY = 0.2;
/** Blocks in whatever order leave more open. */
const LEAST_CERTAINTY_IN_BLOCKS = 0.3;
const LEAST_WORDS = 4;
const MOST_WORDS = 12_000;

/**
 * The table whose head begins at lines[from] and whose cells were lost or are kept by blanks only. None where no head
 * begins there, or where the rows can't be told.
 */
export function flattenedTable(
  raw: string,
  lines: readonly TextLine[],
  from: number,
  context: TableContext,
): FoundAt {
  const head = headLines(raw, lines, from);
  if (head.length === 0) return { kind: 'none', to: from + 1 };
  if (head.length >= MOST_HEAD_LINES) return { kind: 'none', to: from + head.length - 10 };
  const number = numberTitleBelow(raw, lines, from);
  if (number !== null) return { kind: 'none', to: number };
  if (hasFurtherTitles(raw, lines, from, head, context)) {
    const pieces = inPieces(raw, lines, from, context);
    if (pieces.kind === 'table') return pieces;
  }
  const found = whole(raw, lines, from, head, context);
  return found.kind === 'table' || found.to > from + 1 ? found : inPieces(raw, lines, from, context);
}

/**
 * A heading may say what a title says ("NỘI DUNG"): where a number's title follows it within a few lines, and prose or
 * another heading between them, the head begins there. Null where line `from` may begin the head itself.
 */
function numberTitleBelow(raw: string, lines: readonly TextLine[], from: number): number | null {
  if (!isCapitals(lines[from]?.text ?? '')) return null;
  for (let i = from + 1; i < Math.min(lines.length, from + 9); i++) {
    const line = lines[i];
    if (line === undefined) return null;
    const words = tokensOf(raw, line, i);
    if (isTitleLine(words) && kindOf(words) === 'number')
      return i - from > 1 && between(raw, lines, from, i) ? i : null;
  }
  return null;
}

/** Whether something that is no title stands between the two lines. */
const between = (raw: string, lines: readonly TextLine[], from: number, to: number): boolean =>
  lines.slice(from + 1, to).some((line, n) => !isTitleLine(tokensOf(raw, line, from + 1 + n)));

/** Whether more titles stand over blocks further down than the head has that stands whole. */
function hasFurtherTitles(
  raw: string,
  lines: readonly TextLine[],
  from: number,
  head: readonly (readonly Token[])[],
  context: TableContext,
): boolean {
  const read = readHead(head, from);
  if (read === null) return false;
  const to = endOfBody(raw, lines, from + head.length, context.measure);
  const scattered = scatteredHead(raw, lines, from, to);
  if (scattered === null) return false;
  const known = new Set(read.orders[0]?.map((title) => title.kind));
  return [...scattered.titleLines].some((i) => {
    const line = lines[i];
    const kind = line === undefined || i < from + head.length ? null : kindOf(tokensOf(raw, line, i));
    return kind !== null && !known.has(kind);
  });
}

/** A table whose head stands whole in front of its body. */
function whole(
  raw: string,
  lines: readonly TextLine[],
  from: number,
  head: readonly (readonly Token[])[],
  context: TableContext,
): FoundAt {
  const first = from + head.length;
  const read = readHead(head, from);
  const placed = titlesInPlace(head);
  if (read === null && (placed === null || !makeHead(placed))) return { kind: 'none', to: from + 1 };
  const to = beforeNextHead(raw, lines, head, first, endOfBody(raw, lines, first, context.measure));
  const titles = read?.orders[0] ?? [];
  const body = bodyLines(raw, lines, from, first, to, repeatedTitles(raw, lines, first, to, titles));
  if (!isReadable(body)) return { kind: 'none', to };
  const { neighbours } = context;
  const best =
    inPlace(head, body, neighbours) ?? (read === null ? null : bestReading(read, body, neighbours));
  return finished(best, body, to);
}

/** A table that was written in blocks, its titles over the first cells of their columns. */
function inPieces(raw: string, lines: readonly TextLine[], from: number, context: TableContext): FoundAt {
  const near = Math.min(lines.length, from + FARTHEST_TITLE);
  if (scatteredHead(raw, lines, from, near) === null) return { kind: 'none', to: from + 1 };
  const to = endOfBody(raw, lines, from, context.measure);
  const found = scatteredHead(raw, lines, from, to);
  if (found === null) return { kind: 'none', to: from + 1 };
  const body = bodyLines(raw, lines, from, from, to, found.titleLines);
  if (!isReadable(body)) return { kind: 'none', to };
  return finished(bestReading(found.head, body, context.neighbours), body, to);
}

function finished(best: Reading | null, body: readonly BodyLine[], to: number): FoundAt {
  if (best === null) return { kind: 'none', to };
  const certainty = certaintyOf(best, wordsIn(body));
  const least = best.model.order === 'in-blocks' ? LEAST_CERTAINTY_IN_BLOCKS : LEAST_CERTAINTY;
  if (certainty < least) return { kind: 'none', to };
  const origin = best.model.places === null ? 'flattened' : 'aligned';
  return { kind: 'table', ...tableOf(best.order, best.found, certainty, origin), to };
}

const wordsIn = (body: readonly BodyLine[]): number =>
  body.reduce((sum, line) => sum + line.tokens.length, 0);

const isReadable = (body: readonly BodyLine[]): boolean => {
  const words = wordsIn(body);
  return words >= LEAST_WORDS && words <= MOST_WORDS;
};

/** Share of the rows that have a content, and a number where most rows have one. */
function soundness({ model, found }: Reading): number {
  const rows = printedLines(found.placed, model.kinds.length);
  const content = model.kinds.indexOf('content');
  const number = model.kinds.indexOf('number');
  const has = (row: readonly (readonly string[])[], column: number): boolean =>
    (row[column] ?? []).length > 0;
  const numbered = number >= 0 && rows.filter((row) => has(row, number)).length > rows.length / 2;
  const sound = rows.filter((row) => has(row, content) && (!numbered || has(row, number)));
  return rows.length === 0 ? 0 : sound.length / rows.length;
}

/** From the cost a word (the worse the fit, the less sure), the lead over the next best reading, and the rows. */
function certaintyOf(reading: Reading, words: number): number {
  const { found, model } = reading;
  const fit = 1 / (1 + Math.exp(4 * (found.cost / words - 0.8)));
  const lead = 1 - Math.exp(-0.7 - (found.secondCost - found.cost));
  const sound = model.order === 'in-blocks' ? 0.9 * soundness(reading) ** 2 : soundness(reading);
  return Math.round(100 * Math.max(0, Math.min(1, fit * lead * sound))) / 100;
}
