import type { DraftTable, Piece } from '../draft.js';
import type { TextLine } from '../lines.js';
import type { Measure } from '../measure.js';
import { isPageNumber } from '../paragraphs.js';
import { MISSING } from './evidence.js';
import { type Head, headAt, type Title } from './head.js';
import { endOfBody } from './region.js';
import { printedLines, tableOf } from './rows.js';
import { type BodyLine, type Model, type Order, type Segmentation, segment } from './segment.js';
import { tokensOf } from './tokens.js';

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

/** A reading that costs less than this a word needs no rival. */
const EASY = 0.1;
const FIRST_BEAM = 60;
const LAST_BEAM = 160;

/** What the rows found so far say about the table: columns' widths, how often a cell is missing, cells seen again. */
function learn(model: Model, found: Segmentation, beam: number): Model {
  const rows = printedLines(found.placed, model.kinds.length);
  const widths = model.kinds.map((_, column) => {
    const lengths = rows.flatMap((cells) => {
      const lines = cells[column] ?? [];
      return lines.length > 1 ? lines.map((l) => l.length) : [];
    });
    lengths.sort((a, b) => a - b);
    const all = rows.flatMap((cells) => (cells[column] ?? []).map((l) => l.length)).sort((a, b) => a - b);
    if (lengths.length >= 4) return Math.max(lengths[Math.floor(lengths.length * 0.85)] ?? 0, all[Math.floor(all.length * 0.8)] ?? 0);
    return all.length >= 4 ? Math.max(...all.slice(0, Math.ceil(all.length * 0.95))) : null;
  });
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
  return { ...model, widths, missing, known, beam };
}

interface Reading {
  readonly order: readonly Title[];
  readonly model: Model;
  readonly found: Segmentation;
}

function readAs(body: readonly BodyLine[], order: readonly Title[], way: Order, context: TableContext): Reading | null {
  const kinds = order.map((title) => title.kind);
  const blank: Model = {
    kinds,
    order: way,
    widths: kinds.map(() => null),
    missing: kinds.map((kind) => MISSING[kind]),
    known: kinds.map(() => new Set<string>()),
    neighbours: context.neighbours,
    beam: FIRST_BEAM,
  };
  const rough = segment(body, blank);
  if (rough === null) return null;
  const model = learn(blank, rough, FIRST_BEAM);
  const found = segment(body, model);
  return found === null ? null : { order, model, found };
}

/** The flattened table whose head begins at lines[from]; null where none does, or where its rows can't be told. */
export function flattenedTable(
  raw: string,
  lines: readonly TextLine[],
  from: number,
  context: TableContext,
): FlattenedTable | null {
  const head = headAt(raw, lines, from);
  if (head === null) return null;
  const to = endOfBody(lines, head.to, context.measure);
  const body = bodyLines(raw, lines, head, to);
  const words = body.reduce((sum, line) => sum + line.tokens.length, 0);
  if (words < 4) return null;
  let best: Reading | null = null;
  const ways: readonly Order[] = head.across ? ['across'] : ['cell-by-cell', 'across'];
  for (const way of ways) {
    if (best !== null && best.found.cost < words * EASY) break;
    for (const order of head.orders) {
      const reading = readAs(body, order, way, context);
      if (reading !== null && (best === null || reading.found.cost < best.found.cost)) best = reading;
    }
  }
  if (best === null) return null;
  const model = learn(best.model, best.found, LAST_BEAM);
  const found = segment(body, model) ?? best.found;
  if (process.env.DEBUGFLAT) console.log(best.model.order, best.found.cost / words, found.cost/words, model.widths, model.missing, model.known.map((k)=>[...k].join('/')));
  const certainty = certaintyOf(found, words);
  if (certainty < 0.2) return null;
  return { ...tableOf(head, best.order, found, certainty), to };
}

/** From the cost a word (the worse the fit, the less sure) and the lead over the next best reading. */
function certaintyOf(found: Segmentation, words: number): number {
  const fit = 1 / (1 + Math.exp(4 * (found.cost / words - 0.8)));
  const lead = 1 - Math.exp(-0.7 - (found.secondCost - found.cost));
  return Math.round(100 * Math.max(0, Math.min(1, fit * lead))) / 100;
}

function bodyLines(raw: string, lines: readonly TextLine[], head: Head, to: number): readonly BodyLine[] {
  const titles = lines.slice(head.from, head.to).map((l) => l.text);
  const body: BodyLine[] = [];
  let edge = false;
  for (let i = head.to; i < to; i++) {
    const line = lines[i];
    if (line === undefined) continue;
    if (line.text === titles[0] && titles.every((t, n) => lines[i + n]?.text === t)) {
      i += titles.length - 1;
      continue;
    }
    const number = isPageNumber(line.text);
    const pageEdge = line.newPage || (number && lines[i + 1]?.newPage === true);
    const pageStart = pageEdge || edge;
    edge = number && pageEdge;
    body.push({
      tokens: tokensOf(raw, line, i),
      pageEdge,
      pageStart: pageStart || (line.indent > 0 && line.indent < 4 && line.gap === 0),
      gap: line.gap,
      mayBePageNumber: number,
    });
  }
  return body;
}
