import type { TextLine } from '../../lines.js';
import { MISSING } from '../kind-costs.js';
import type { Model } from '../model.js';
import type { Reading } from '../reading.js';
import { PAGE, type Placed, type Segmentation } from '../segment.js';
import type { Title } from '../titles.js';
import type { Token } from '../tokens.js';
import type { Width } from '../widths.js';
import type { Word } from '../words.js';
import { type Alignment, alignRows, type Stand } from './align-rows.js';
import { type FlowHead, saidBy } from './flow-head.js';
import { type Flow, type FlowBody, flowBody } from './flows.js';
import { measureColumns, usualWidths } from './measure-columns.js';
import type { Part } from './part-costs.js';
import { type PlacedFlow, type PlacedPage, placeFlows } from './place-flows.js';

const ROUNDS = 2;
/** Pages that tell how cells stand in their rows. */
const SAMPLE_PAGES = 4;
const MOST_WORDS = 12_000;
/** Larger tables are read along fewer paths. */
const MOST_WORDS_WIDELY = 2_500;
/** What an order of the columns that is not the file's must gain. */
const OTHER_ORDER = 4;
/** A page laid across has lines so many times as long. */
const LANDSCAPE = 1.45;
/** Characters of a full line where the text doesn't tell. */
const USUAL_PAGE = 78;

function modelOf(order: readonly Title[], neighbours: ReadonlySet<string>, widths: readonly Width[]): Model {
  const kinds = order.map((title) => title.kind);
  return {
    kinds,
    order: 'in-blocks',
    widths,
    missing: kinds.map((kind) => MISSING[kind]),
    stands: kinds.map(() => ({ top: 0, middle: 0 })),
    known: kinds.map(() => new Set<string>()),
    neighbours,
    places: null,
    beam: 0,
  };
}

interface PageParts {
  readonly columns: readonly (readonly Part[])[];
}

/** The printed lines of each column of a page, from the top. */
function partsOf(flows: readonly Flow[], page: PlacedPage, columns: number): PageParts {
  const words = new Map<Token, Word>();
  for (const flow of flows)
    for (const line of flow.lines) for (const word of line) words.set(word.token, word);
  const parts: { words: Word[]; flow: number; order: number; row: number; beside: boolean }[][] = Array.from(
    { length: columns },
    () => [],
  );
  let order = 0;
  page.flows.forEach(({ parse, rows }, flow) => {
    const steps = [];
    const before = page.flows[flow - 1];
    const alone = parse.bands.length === 1 && before?.parse.bands.length === 1;
    const beside = alone && before?.rows[0] === rows[0];
    for (let step: (typeof parse)['step'] | null = parse.step; step !== null; step = step.back)
      steps.push(step);
    for (const step of steps.reverse()) {
      const word = words.get(step.token);
      const column = parts[step.column];
      if (word === undefined || column === undefined) continue;
      const row = rows[step.row] ?? 0;
      if (step.opensLine) column.push({ words: [word], flow, order: order++, row, beside });
      else column.at(-1)?.words.push(word);
    }
  });
  return {
    columns: parts.map((column) => column.sort((a, b) => a.row - b.row || a.order - b.order)),
  };
}

interface Aligned {
  readonly stand: Stand;
  readonly cost: number;
  readonly pages: readonly Alignment[];
}

function alignPages(pages: readonly PageParts[], model: Model, stand: Stand): Aligned | null {
  let number = 0;
  let cost = 0;
  const found: Alignment[] = [];
  for (const [i, page] of pages.entries()) {
    const aligned = alignRows(page.columns, model, stand, i === 0, number);
    if (aligned === null) return null;
    cost += aligned.cost;
    number = aligned.number;
    found.push(aligned);
  }
  return { cost, stand, pages: found };
}

const isOfOneColumn = ({ parse }: PlacedFlow): boolean =>
  new Set(parse.bands.flatMap((band) => band.map((cell) => cell.column))).size === 1;

/** Share of the cells under one another that stand in one flow: where rows lie far apart, no two of them do. */
function closeness(pages: readonly PlacedPage[]): number {
  let within = 0;
  let apart = 0;
  for (const page of pages)
    for (const flow of page.flows) {
      if (!isOfOneColumn(flow)) continue;
      within += flow.parse.bands.length - 1;
      apart++;
    }
  return within / Math.max(1, within + apart);
}

/** The cheapest rows, whichever way cells stand in them. */
function bestAlignment(pages: readonly PageParts[], model: Model, close: number): Aligned | null {
  const number = model.kinds.map((kind) => kind === 'number');
  const broken = close < 0.08 ? 0 : Math.min(1.6, 6 * close);
  const some = pages.slice(0, SAMPLE_PAGES);
  let best: Aligned | null = null;
  for (const middle of [number.map(() => true), number.map(() => false), number]) {
    const found = alignPages(some, model, { middle, broken });
    if (found !== null && (best === null || found.cost < best.cost)) best = found;
  }
  return best === null || some.length === pages.length ? best : alignPages(pages, model, best.stand);
}

function placedWords(pages: readonly PageParts[], aligned: Aligned): readonly Placed[] {
  const placed: Placed[] = [];
  let base = 0;
  for (const [i, page] of pages.entries()) {
    const rows = aligned.pages[i];
    if (rows === undefined) continue;
    const at = page.columns.map(() => 0);
    rows.rows.forEach((counts, n) => {
      const row = base + n - (rows.resumed ? 1 : 0);
      const height = Math.max(...counts);
      counts.forEach((count, column) => {
        for (let k = 0; k < count; k++) {
          const part = page.columns[column]?.[(at[column] ?? 0) + k];
          part?.words.forEach(({ token }, w) => {
            placed.push({
              token,
              column,
              row,
              opensLine: w === 0,
              height: k === 0 && aligned.stand.middle[column] === true ? (height - count) / 2 : 0,
            });
          });
        }
        at[column] = (at[column] ?? 0) + count;
      });
    });
    base += rows.rows.length - (rows.resumed ? 1 : 0);
  }
  return placed;
}

function placePages(
  pages: readonly (readonly Flow[])[],
  titles: readonly string[],
  model: Model,
): { readonly cost: number; readonly pages: readonly PlacedPage[] } | null {
  const found: PlacedPage[] = [];
  let cost = 0;
  let number = 0;
  for (const [at, flows] of pages.entries()) {
    const page = placeFlows(flows, titles, model, at === 0, number);

    if (page === null) return null;
    found.push(page);
    cost += page.cost;
    number = page.number;
  }
  return { cost, pages: found };
}

/** Where the flows as placed put each word. */
function wordsAsPlaced(pages: readonly PlacedPage[]): readonly Placed[] {
  const placed: Placed[] = [];
  let base = 0;
  for (const page of pages) {
    for (const { parse, rows } of page.flows) {
      const steps: Placed[] = [];
      for (let step: (typeof parse)['step'] | null = parse.step; step !== null; step = step.back)
        steps.push({ ...step, row: base + (rows[step.row] ?? 0) });
      placed.push(...steps.reverse());
    }
    base += page.rows;
  }
  return placed;
}

const unspaced = (title: Title): string => saidBy(title).replace(/\s+/gu, '');

/** Reads the table in lines[from, to) that was written in flows; null where it can't be read so. */
export function readBlocks(
  raw: string,
  lines: readonly TextLine[],
  from: number,
  to: number,
  head: FlowHead,
  neighbours: ReadonlySet<string>,
  width: number | null,
): { readonly reading: Reading; readonly body: FlowBody } | null {
  const body = flowBody(raw, lines, from, to, head, { neighbours });
  // where pages have no end, blank lines between all lines tell nothing
  const tells = raw.includes('\f') || body.flows <= body.lines * 0.97;
  if (body.flows < 3 || !tells || body.words > MOST_WORDS) return null;
  const orders = head.sure ? head.orders.slice(0, 1) : head.orders;
  const first = body.pages.slice(0, 2);
  let best: { order: readonly Title[]; usual: readonly Width[]; cost: number } | null = null;
  for (const [i, order] of orders.entries()) {
    const prior = i < Math.max(1, head.own) ? 2 * i : OTHER_ORDER;
    for (const wide of [1, LANDSCAPE]) {
      const usual = usualWidths(order, (width ?? USUAL_PAGE) * wide);
      const found = placePages(first, order.map(unspaced), modelOf(order, neighbours, usual));
      if (found !== null && (best === null || found.cost + prior < best.cost))
        best = { order, usual, cost: found.cost + prior };
    }
  }
  if (best === null) return null;
  const { order, usual } = best;
  const titles = order.map(unspaced);
  let model = modelOf(order, neighbours, usual);
  let placed = placePages(body.pages, titles, model);
  for (let round = 0; round < ROUNDS && placed !== null; round++) {
    const whole = placed.pages.map((one) => ({ ...one, flows: one.flows.filter(isOfOneColumn) }));
    const measured = measureColumns(model, wordsAsPlaced(placed.pages), wordsAsPlaced(whole), usual);
    model = { ...measured, beam: round === ROUNDS - 1 && body.words <= MOST_WORDS_WIDELY ? 2 : 1 };
    placed = placePages(body.pages, titles, model);
  }
  if (placed === null) return null;
  const parts = placed.pages.map((page, i) => partsOf(body.pages[i] ?? [], page, model.kinds.length));
  const aligned = bestAlignment(parts, model, closeness(placed.pages));
  if (aligned === null) return null;
  const found: Segmentation = {
    cost: aligned.cost,
    secondCost: Number.POSITIVE_INFINITY,
    placed: placedWords(parts, aligned),
  };
  const numbers: Placed[] = body.pageNumbers.map((token) => ({
    token,
    column: PAGE,
    row: 0,
    opensLine: true,
    height: 0,
  }));
  return { reading: { order, model, found: { ...found, placed: [...found.placed, ...numbers] } }, body };
}
