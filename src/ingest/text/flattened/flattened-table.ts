import type { DraftTable, Piece } from '../draft.js';
import type { TextLine } from '../lines.js';
import type { Measure } from '../measure.js';
import { isPageNumber } from '../paragraphs.js';
import { beginsGroup, MISSING } from './evidence.js';
import { keepsColumns, placesOf, titlesInPlace } from './grid.js';
import { type Head, headLines, makeHead, readHead, type Title } from './head.js';
import type { BodyLine, Model, Order } from './model.js';
import { endOfBody } from './region.js';
import { printedLines, tableOf } from './rows.js';
import { scatter } from './scatter.js';
import { repeatedTitles, scatteredHead } from './scattered-head.js';
import { type Placed, type Segmentation, segment } from './segment.js';
import { type Token, tokensOf } from './tokens.js';
import { widthOfLines, widthOfTitle } from './widths.js';

/** A flattened table in lines[from, to), put back together. */
export interface FlattenedTable {
  readonly table: DraftTable;
  readonly pageNumbers: readonly Piece[];
  readonly to: number;
}

/** What the whole file says about its tables. */
export interface TableContext {
  readonly measure: Measure;
  readonly neighbours: ReadonlySet<string>;
}

/** What reading across the page must gain a word, where the head was written cell by cell. */
const BIAS = 0.05;
const SAMPLE_WORDS = 160;
/** Below it the lines stay paragraphs: no table is better than a wrong one. */
const LEAST_CERTAINTY = 0.2;
const LEAST_WORDS = 4;
const FIRST_BEAM = 30;
const LAST_BEAM = 80;

/** What the rows found so far say about the table: columns' widths, how often a cell is missing, cells seen again. */
function learn(model: Model, found: Segmentation, beam: number): Model {
  const rows = printedLines(found.placed, model.kinds.length);
  const widths = model.widths.map(
    (width, column) => widthOfLines(rows.map((cells) => cells[column] ?? [])) ?? width,
  );
  const missing = model.kinds.map((kind, column) => {
    const empty = rows.filter((cells) => (cells[column] ?? []).length === 0).length;
    const usual = MISSING[kind];
    const seen = -Math.log((empty + 0.5) / (rows.length + 1));
    return kind === 'content' ? usual : Math.max(0.1, 0.5 * usual + 0.5 * Math.min(seen, 4));
  });
  const known = model.kinds.map((kind, column) => {
    if (kind === 'number' || kind === 'content') return new Set<string>();
    const counts = new Map<string, number>();
    for (const cells of rows) {
      const text = (cells[column] ?? []).join(' ');
      if (text !== '') counts.set(text, (counts.get(text) ?? 0) + 1);
    }
    return new Set([...counts].filter(([, n]) => n >= 2).map(([text]) => text));
  });
  return {
    ...model,
    widths,
    missing,
    stands: model.order === 'across' ? standsOf(found.placed, model.kinds.length) : model.stands,
    known,
    beam,
  };
}

/** How often the cells of each column stood at the top of their row and how often in its middle, as costs. */
function standsOf(placed: readonly Placed[], columns: number): Model['stands'] {
  const rows = new Map<number, ({ top: number; lines: number } | null)[]>();
  for (const { column, row, opensLine, height } of placed) {
    if (column < 0 || !opensLine) continue;
    const cells = rows.get(row) ?? Array.from({ length: columns }, () => null);
    rows.set(row, cells);
    const cell = cells[column];
    if (cell === null || cell === undefined) cells[column] = { top: height, lines: 1 };
    else cell.lines++;
  }
  const counts = Array.from({ length: columns }, () => ({ top: 0.5, middle: 0.5 }));
  for (const cells of rows.values()) {
    const most = Math.max(...cells.map((c) => (c === null ? 0 : c.top + c.lines)));
    cells.forEach((cell, column) => {
      const count = counts[column];
      if (cell === null || count === undefined || cell.lines === most) return;
      if (cell.top === 0) count.top++;
      else if (cell.top === (most - cell.lines) / 2) count.middle++;
    });
  }
  const cost = (n: number, all: number): number => Math.min(1.6, -0.7 * Math.log(n / all));
  return counts.map(({ top, middle }) => ({
    top: cost(top, top + middle),
    middle: cost(middle, top + middle),
  }));
}

interface Reading {
  readonly model: Model;
  readonly found: Segmentation;
}

/** Reads `body` with the columns in this order and way, measuring and reading again `rounds` times. */
function readAs(body: readonly BodyLine[], model: Model, rounds: number): Reading | null {
  const search = model.order === 'in-blocks' ? scatter : segment;
  let found = search(body, model);
  let learned = model;
  for (let round = 0; round < rounds && found !== null; round++) {
    learned = learn(learned, found, round === rounds - 1 ? LAST_BEAM : FIRST_BEAM);
    found = search(body, learned);
  }
  return found === null ? null : { model: learned, found };
}

function bestReading(
  head: Head,
  body: readonly BodyLine[],
  words: number,
  context: TableContext,
): (Reading & { readonly order: readonly Title[] }) | null {
  const sample: BodyLine[] = [];
  let size = 0;
  for (const line of body) {
    if (size > SAMPLE_WORDS) break;
    sample.push(line);
    size += line.tokens.length;
  }
  const blocks = body.filter((line) => line.blockStart).length;
  const ways: Order[] = head.across ? ['across'] : ['cell-by-cell', 'across'];
  if (blocks >= 3 && blocks < body.length * 0.9) ways.push('in-blocks');
  const rough: { order: readonly Title[]; model: Model; cost: number }[] = [];
  for (const way of ways) {
    for (const order of head.orders) {
      const reading = readAs(sample, modelOf(order, way, context), 1);
      if (reading !== null)
        rough.push({
          order,
          model: modelOf(order, way, context),
          cost: reading.found.cost / size + (way !== 'cell-by-cell' && !head.across ? BIAS : 0),
        });
    }
  }
  rough.sort((a, b) => a.cost - b.cost);
  const [first] = rough;
  if (first === undefined) return null;
  const reading = readAs(body, first.model, 3);
  if (process.env.DEBUGFLAT)
    console.log(
      words,
      rough.map((r) => [r.model.order, r.cost, r.order.map((t) => t.kind).join()].join(' ')),
      reading?.model.widths,
      reading?.model.known,
    );
  return reading === null ? null : { ...reading, order: first.order };
}

function modelOf(order: readonly Title[], way: Order, context: TableContext): Model {
  const kinds = order.map((title) => title.kind);
  return {
    kinds,
    order: way,
    widths: order.map(widthOfTitle),
    missing: kinds.map((kind) => MISSING[kind]),
    stands: kinds.map(() => ({ top: 0, middle: 0 })),
    known: kinds.map(() => new Set<string>()),
    neighbours: context.neighbours,
    places: null,
    beam: FIRST_BEAM,
  };
}

/** Reads a body whose columns are kept by blanks; null where they are not. */
function inPlace(
  head: readonly (readonly Token[])[],
  body: readonly BodyLine[],
  context: TableContext,
): (Reading & { readonly order: readonly Title[] }) | null {
  if (!keepsColumns(body)) return null;
  const titles = titlesInPlace(head);
  if (titles === null || !makeHead(titles)) return null;
  const model: Model = { ...modelOf(titles, 'across', context), places: placesOf(body, titles) };
  const reading = readAs(body, model, 2);
  return reading === null ? null : { ...reading, order: titles };
}

/**
 * The table whose head begins at lines[from] and whose cells were lost or are kept by blanks only; null where none
 * does, or where its rows can't be told.
 */
export function flattenedTable(
  raw: string,
  lines: readonly TextLine[],
  from: number,
  context: TableContext,
): FlattenedTable | null {
  const head = headLines(raw, lines, from);
  if (head.length === 0) return null;
  return whole(raw, lines, from, head, context) ?? inPieces(raw, lines, from, context);
}

/** A table whose head stands whole in front of its body. */
function whole(
  raw: string,
  lines: readonly TextLine[],
  from: number,
  head: readonly (readonly Token[])[],
  context: TableContext,
): FlattenedTable | null {
  const first = from + head.length;
  const read = readHead(head, from);
  const placed = titlesInPlace(head);
  if (read === null && (placed === null || !makeHead(placed))) return null;
  const to = beforeNextHead(raw, lines, head, first, endOfBody(raw, lines, first, context.measure));
  const titles = read?.orders[0] ?? [];
  const body = bodyLines(raw, lines, from, first, to, repeatedTitles(raw, lines, first, to, titles));
  const words = wordsIn(body);
  if (words < LEAST_WORDS) return null;
  const best =
    inPlace(head, body, context) ?? (read === null ? null : bestReading(read, body, words, context));
  return best === null ? null : finished(best, words, to);
}

/** Where another table's head stands inside lines[first, to), with the heading over it; else `to`. */
function beforeNextHead(
  raw: string,
  lines: readonly TextLine[],
  head: readonly (readonly Token[])[],
  first: number,
  to: number,
): number {
  for (let i = first + 1; i < to; i++) {
    const next = headLines(raw, lines, i);
    if (next.length === 0 || repeatedLines(next, head) > 0 || readHead(next, i) === null) continue;
    const above = lines[i - 1];
    return above !== undefined &&
      i - 1 > first &&
      (beginsGroup(above.text) || /^\d{1,2}\.\s/u.test(above.text))
      ? i - 1
      : i;
  }
  return to;
}

/**
 * How many of these lines of title words say a head again (most of its words, and few others); 0 where they don't.
 * Lines of cells below may be of title words, too.
 */
function repeatedLines(lines: readonly (readonly Token[])[], head: readonly (readonly Token[])[]): number {
  const left = head.flat().map((t) => t.text.toLowerCase());
  const all = left.length;
  let shared = 0;
  let said = 0;
  let count = 0;
  for (const [i, line] of lines.entries()) {
    let found = 0;
    for (const { text } of line) {
      const at = left.indexOf(text.toLowerCase());
      if (at < 0) continue;
      left.splice(at, 1);
      found++;
    }
    if (found < line.length * 0.5) break;
    shared += found;
    said += line.length;
    if (shared >= 0.75 * all && shared >= 0.75 * said) count = i + 1;
  }
  return count;
}

/** A table that was written in blocks, its titles over the first cells of their columns. */
function inPieces(
  raw: string,
  lines: readonly TextLine[],
  from: number,
  context: TableContext,
): FlattenedTable | null {
  const to = endOfBody(raw, lines, from, context.measure);
  const found = scatteredHead(raw, lines, from, to);
  if (found === null) return null;
  const body = bodyLines(raw, lines, from, from, to, found.titleLines);
  const words = wordsIn(body);
  if (words < LEAST_WORDS) return null;
  const best = bestReading(found.head, body, words, context);
  return best === null ? null : finished(best, words, to);
}

function finished(
  best: Reading & { readonly order: readonly Title[] },
  words: number,
  to: number,
): FlattenedTable | null {
  const certainty = certaintyOf(best.found, words);
  if (certainty < LEAST_CERTAINTY) return null;
  const origin = best.model.places === null ? 'flattened' : 'aligned';
  return { ...tableOf(best.order, best.found, certainty, origin), to };
}

const wordsIn = (body: readonly BodyLine[]): number =>
  body.reduce((sum, line) => sum + line.tokens.length, 0);

/** From the cost a word (the worse the fit, the less sure) and the lead over the next best reading. */
function certaintyOf(found: Segmentation, words: number): number {
  const fit = 1 / (1 + Math.exp(4 * (found.cost / words - 0.8)));
  const lead = 1 - Math.exp(-0.7 - (found.secondCost - found.cost));
  return Math.round(100 * Math.max(0, Math.min(1, fit * lead))) / 100;
}

/** lines[first, to) as the body of a table whose head is lines[from, first); heads repeated on later pages are left out. */
function bodyLines(
  raw: string,
  lines: readonly TextLine[],
  from: number,
  first: number,
  to: number,
  left: ReadonlySet<number> = new Set(),
): readonly BodyLine[] {
  const head = headLines(raw, lines, from).slice(0, first - from);
  const body: BodyLine[] = [];
  let edge = false;
  for (let i = first; i < to; i++) {
    const line = lines[i];
    if (line === undefined || left.has(i)) continue;
    const again = head.length === 0 ? [] : headLines(raw, lines, i);
    const repeated = again.length > 0 && i > first ? repeatedLines(again, head) : 0;
    if (repeated > 0) {
      i += repeated - 1;
      edge = true;
      continue;
    }
    const number = isPageNumber(line.text);
    const pageEdge = line.newPage || (number && lines[i + 1]?.newPage === true);
    const pageStart = pageEdge || edge;
    const edged = edge;
    edge = number && pageEdge;
    body.push({
      tokens: tokensOf(raw, line, i),
      pageEdge,
      pageStart: pageStart || (line.indent > 0 && line.indent < 4 && line.gap === 0),
      blockStart: line.gap > 0 || line.newPage || edged || left.has(i - 1),
      gap: line.gap,
      mayBePageNumber: number,
    });
  }
  return body;
}
