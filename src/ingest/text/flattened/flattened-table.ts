import type { DraftTable, Piece } from '../draft.js';
import type { TextLine } from '../lines.js';
import type { Measure } from '../measure.js';
import { isCapitals } from '../paragraphs.js';
import { flowHead, lettersAt, readBlocks } from './blocks/index.js';
import { beforeNextHead, bodyLines } from './body.js';
import { beginsCostTitle, isUnitNote, readCosts } from './costs/index.js';
import { keepsColumns, titlesInPlace } from './grid.js';
import { headLines, MOST_HEAD_LINES, makeHead, readHead } from './head.js';
import type { BodyLine } from './model.js';
import { bestReading, inPlace, type Reading } from './reading.js';
import { endOfBody } from './region.js';
import { repeatedTitles } from './repeated-titles.js';
import { printedLines, tableOf } from './rows.js';
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
/** The most that a table of costs is sure of when its figures contradict every reading. */
const UNSURE = 0.3;
const LEAST_WORDS = 4;
/** Lines of a table that is costly to read. */
const LONG = 300;
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
  const costs = raw.includes('\f') ? costsFrom(raw, lines, from, context) : null;
  if (costs?.kind === 'table' || costs?.kind === 'none') return costs;
  const found = anyTable(raw, lines, from, context);
  if (costs?.kind !== 'unsure' || found.kind !== 'table') return found;
  // its figures don't bear any reading out
  return { ...found, table: { ...found.table, certainty: Math.min(found.table.certainty, UNSURE) } };
}

/** A table of any kind whose head begins at lines[from]. */
function anyTable(raw: string, lines: readonly TextLine[], from: number, context: TableContext): FoundAt {
  const head = headLines(raw, lines, from);
  if (head.length === 0 && lettersAt(raw, lines, from, from + 3) === null)
    return { kind: 'none', to: from + 1 };
  // pages as a program that extracts text ends them: it writes flows
  const paged = raw.includes('\f');
  const flows: FoundAt = paged ? inFlows(raw, lines, from, context) : { kind: 'none', to: from + 1 };
  if (flows.kind === 'table') return flows;
  if (head.length === 0) return flows;
  if (head.length >= MOST_HEAD_LINES) return { kind: 'none', to: from + head.length - 10 };
  const number = numberTitleBelow(raw, lines, from);
  if (number !== null) return { kind: 'none', to: number };
  if (!paged && hasFurtherTitles(raw, lines, from, head, context)) {
    const found = inFlows(raw, lines, from, context);
    if (found.kind === 'table') return found;
  }
  const found = whole(raw, lines, from, head, context);
  if (found.kind === 'table' || found.to > from + 1) return found;
  return paged ? flows : inFlows(raw, lines, from, context);
}

/** A table of costs that was written in flows; unsure where its figures don't bear its rows out. Null where none is. */
function costsFrom(
  raw: string,
  lines: readonly TextLine[],
  from: number,
  context: TableContext,
): FoundAt | { readonly kind: 'unsure' } | null {
  const text = lines[from]?.text ?? '';
  // the note over a table is none of its titles
  if (isUnitNote(text)) return { kind: 'none', to: from + 1 };
  if (!beginsCostTitle(/^\S+/u.exec(text)?.[0] ?? '')) return null;
  const to = endOfBody(raw, lines, from, context.measure);
  if (keepsColumns(bodyLines(raw, lines, from, from, to))) return null;
  const found = readCosts(raw, lines, from, to, context.neighbours);
  if (found === null) return null;
  if (found.certainty < LEAST_CERTAINTY) return { kind: 'unsure' };
  const segmentation = { cost: 0, secondCost: Number.POSITIVE_INFINITY, placed: found.placed };
  return { kind: 'table', ...tableOf(found.order, segmentation, found.certainty, 'flattened'), to };
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
  const scattered = flowHead(raw, lines, from, to);
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

/** A table that was written in flows: stretches between blank lines, each some columns of some rows. */
function inFlows(raw: string, lines: readonly TextLine[], from: number, context: TableContext): FoundAt {
  const none: FoundAt = { kind: 'none', to: from + 1 };
  const to = endOfBody(raw, lines, from, context.measure);
  if (keepsColumns(bodyLines(raw, lines, from, from, to))) return none;
  const head = flowHead(raw, lines, from, to);
  if (head === null) return none;
  const found = readBlocks(raw, lines, from, to, head, context.neighbours, context.measure.width);
  // a long table isn't tried again from each of its lines
  const failed: FoundAt = { kind: 'none', to: from + Math.max(1, Math.floor((to - from) / 4)) };
  if (found === null) return to - from > LONG ? failed : none;
  const certainty = certaintyOf(found.reading, found.body.words);
  if (certainty < LEAST_CERTAINTY) return to - from > LONG ? failed : none;
  return { kind: 'table', ...tableOf(found.reading.order, found.reading.found, certainty, 'flattened'), to };
}

function finished(best: Reading | null, body: readonly BodyLine[], to: number): FoundAt {
  if (best === null) return { kind: 'none', to };
  const certainty = certaintyOf(best, wordsIn(body));
  if (certainty < LEAST_CERTAINTY) return { kind: 'none', to };
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
