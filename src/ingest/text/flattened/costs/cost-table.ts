import type { TextLine } from '../../lines.js';
import type { FlowHead } from '../blocks/flow-head.js';
import { flowBody } from '../blocks/flows.js';
import { PAGE, type Placed } from '../segment.js';
import type { Title } from '../titles.js';
import type { Token } from '../tokens.js';
import { costHead } from './cost-head.js';
import { type CostItem, costItems } from './cost-items.js';
import { type CostRows, costRows } from './cost-rows.js';
import type { CostKind, CostTitle } from './cost-titles.js';
import { isUnitNote } from './cost-words.js';
import type { Placeable } from './figure-evidence.js';
import type { Place } from './neighbours.js';
import { type PlacedFigures, placeFigures } from './place-figures.js';

/** A table of costs as it was read. */
export interface CostTable {
  readonly order: readonly Title[];
  readonly placed: readonly Placed[];
  /** From 0 to 1: how far the figures bear each other out, and how far the next best reading is behind. */
  readonly certainty: number;
}

const MOST_ITEMS = 400;
/** In đồng, what anything costs at least. */
const LEAST_PRICE = 500;
const IN_THOUSANDS = /(?:1[.,]?000|nghìn|ngàn|triệu|tỷ|trđ|tr\.đ)/iu;

/** What the least amount of the table is, by the unit that its titles, the lines over it and its figures tell. */
function leastAmount(
  titles: readonly CostTitle[],
  over: readonly string[],
  items: readonly CostItem[],
): number {
  const notes = over.filter(isUnitNote);
  if (titles.some(({ said }) => IN_THOUSANDS.test(said)) || notes.some((note) => IN_THOUSANDS.test(note)))
    return 0;
  const values = items.flatMap((one) => (one.value === null ? [] : [one.value]));
  return Math.max(0, ...values) >= 400_000 ? LEAST_PRICE : 0;
}

/** Texts and figures that a flow holds where the table was written line by line across the page. */
const MIXED = 4;

/** Whether the table is no flows of columns: other readers know better what stands on a line. */
function isLineByLine(items: readonly CostItem[]): boolean {
  const flows = new Map<number, { texts: number; figures: number }>();
  for (const { flow, kind, value } of items) {
    const seen = flows.get(flow) ?? { texts: 0, figures: 0 };
    if (kind === 'text') seen.texts++;
    if (kind === 'figure' && (value ?? 0) >= 1000) seen.figures++;
    flows.set(flow, seen);
  }
  return [...flows.values()].some(({ texts, figures }) => texts >= MIXED && figures >= MIXED);
}

interface Answer {
  readonly items: readonly Placeable[];
  readonly rows: CostRows;
  readonly found: PlacedFigures;
  readonly cost: number;
}

/** Figures, measures and notes as they are to be put into the rows. */
function placeables(items: readonly CostItem[], rows: CostRows, content: number): readonly Placeable[] {
  const places = new Map<CostItem, Place>();
  rows.rows.forEach((row, n) => {
    if (row.number !== null) places.set(row.number, { row: n, column: 0 });
    for (const one of row.content) places.set(one, { row: n, column: content });
  });
  const notes = new Map(
    rows.notes.flatMap((lines) => (lines[0] === undefined ? [] : [[lines[0], lines] as const])),
  );
  return items.flatMap((item): readonly Placeable[] => {
    const place = places.get(item) ?? null;
    if (place !== null) return [{ item, place, kind: 'fixed' }];
    if (item.kind === 'text') {
      const lines = notes.get(item);
      if (lines === undefined) return [];
      return [{ item: { ...item, lines: lines.flatMap((one) => one.lines) }, place: null, kind: 'note' }];
    }
    return [{ item, place: null, kind: item.kind === 'measure' ? 'measure' : 'figure' }];
  });
}

function certaintyOf(best: Answer, second: number): number {
  const { right, wrong, left } = best.found;
  const equations = right + wrong;
  const holds = equations === 0 ? 0.7 : (right + 1) / (right + wrong + 1);
  const lead = 1 - Math.exp(-0.9 - (second - best.cost));
  const whole = Math.max(0, 1 - (3 * left) / Math.max(1, best.items.length));
  const rows = Math.exp(-0.05 * Math.max(0, best.rows.cost));
  return Math.round(90 * holds * lead * whole * rows) / 100;
}

/** All figures have a place, and whatever they come to is right. */
const isProven = ({ found }: Answer): boolean => found.left === 0 && found.wrong === 0 && found.right > 2;

/** The likeliest answers, likeliest first: looked for longer where the figures don't bear a quick one out. */
function answersOf(items: readonly CostItem[], kinds: readonly CostKind[], least: number): readonly Answer[] {
  const some = costRows(items, kinds.includes('number'), kinds.includes('note'));
  let answers: Answer[] = [];
  for (const thorough of [false, true]) {
    const next: Answer[] = [];
    const best = answers.slice(0, 1).map(({ rows }) => rows);
    const worth = thorough ? [...new Set([...best, ...some.slice(0, 2)])] : some;
    for (const rows of worth) {
      const free = placeables(items, rows, kinds.indexOf('content'));
      for (const found of placeFigures(free, rows.rows, kinds, least, thorough).slice(0, 8))
        next.push({ items: free, rows, found, cost: rows.cost + found.cost });
      next.sort((a, b) => a.cost - b.cost);
      if (next[0] !== undefined && isProven(next[0])) break;
    }
    answers = [...next, ...answers].sort((a, b) => a.cost - b.cost);
    if (answers[0] === undefined || isProven(answers[0])) break;
  }
  return answers;
}

/** Whether two answers say the same of every figure: what stands in each cell. */
function tells(answer: Answer): string {
  return answer.items
    .flatMap(({ item }, i) => {
      const place = answer.found.places[i];
      return place ? [`${place.row} ${place.column} ${item.text}`] : [];
    })
    .sort()
    .join('\n');
}

/** Reads the table of costs whose head begins at lines[from] and that was written in flows; null where none is. */
export function readCosts(
  raw: string,
  lines: readonly TextLine[],
  from: number,
  to: number,
  neighbours: ReadonlySet<string>,
): CostTable | null {
  const head = costHead(raw, lines, from, to);
  if (head === null) return null;
  const { titles } = head;
  const kinds = titles.map(({ kind }) => kind);
  const titleLines = new Set(head.titleLines);
  const flowHead: FlowHead = { orders: [], own: 0, sure: true, titleLines, under: new Map() };
  const body = flowBody(raw, lines, from, to, flowHead, { neighbours });
  const items = costItems(body.pages, {
    number: kinds.includes('number'),
    measure: kinds.includes('measure'),
  });
  const amounts = items.filter((one) => one.value !== null).length;
  if (items.length > MOST_ITEMS || amounts < 2 || isLineByLine(items)) return null;
  const over = [lines[from - 1]?.text ?? '', lines[from - 2]?.text ?? ''];
  const least = leastAmount(titles, over, items);
  const answers = answersOf(items, kinds, least);
  const [best] = answers;
  if (best === undefined) return null;
  const own = tells(best);
  const second = answers.find((answer) => tells(answer) !== own)?.cost ?? Number.POSITIVE_INFINITY;
  return {
    order: titles.map(({ title }) => title),
    placed: [...placedWords(best), ...body.pageNumbers.map((token) => asPlaced(token, PAGE, 0, true))],
    certainty: certaintyOf(best, second),
  };
}

const asPlaced = (token: Token, column: number, row: number, opensLine: boolean): Placed => ({
  token,
  column,
  row,
  opensLine,
  height: 0,
});

function placedWords({ items, found }: Answer): readonly Placed[] {
  return items.flatMap(({ item }, i) => {
    const place = found.places[i] ?? null;
    return item.lines.flatMap((line) =>
      line.map((token, n) =>
        place === null
          ? asPlaced(token, PAGE, 0, n === 0)
          : asPlaced(token, place.column, place.row, n === 0),
      ),
    );
  });
}
