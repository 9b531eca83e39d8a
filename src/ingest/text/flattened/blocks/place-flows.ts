import type { Model } from '../model.js';
import { mixed } from '../path.js';
import type { FlowParse } from './flow-state.js';
import type { Flow } from './flows.js';
import { parseFlow } from './parse-flow.js';
import { moveCost, moveTo, type Stretch } from './reading-order.js';

const BEAM = 50;
const PRUNE = 9;
const NEW_ROW = 0.4;
const LATE = 2.2;
/** How much the order of the file counts beside what the words say; titles are written where their column begins. */
const WAY = { usual: 0.7, underTitles: 0.3 };
/** A number tells its row by itself, wherever it was written. */
const NUMBERS_WAY = 2.5;
/** A row that goes on from the page before seldom has a cell that begins there. */
const MIXED = 3;

/** A flow read in one way, and the rows that its bands stand in. */
export interface PlacedFlow {
  readonly parse: FlowParse;
  readonly rows: readonly number[];
}

/** How the flows of a page were placed, and what they cost; rows count from 0, -1 being the row of the page before. */
export interface PlacedPage {
  readonly cost: number;
  readonly flows: readonly PlacedFlow[];
  readonly rows: number;
  readonly number: number;
}

interface State {
  readonly cost: number;
  /** By column: the lowest row with a cell. */
  readonly at: readonly number[];
  /** By row: bits of the columns that have a cell there. */
  readonly filled: readonly number[];
  readonly groups: ReadonlySet<number>;
  readonly number: number;
  /** Where the flow before stands; null at the page's top. */
  readonly last: Stretch | null;
  readonly back: { readonly flow: PlacedFlow; readonly before: State['back'] } | null;
  readonly key: number;
}

/** The rows that a parse's bands stand in when the first one stands in `base`. */
function rowsFrom(parse: FlowParse, base: number, state: State, content: number): readonly number[] {
  const rows: number[] = [];
  let row = base;
  for (const [i, band] of parse.bands.entries()) {
    const group = band.some((cell) => cell.group);
    const head = band.some((cell) => cell.value !== null || cell.column === content);
    if (i > 0) row++;
    if (!group && !head) while (state.groups.has(row)) row++;
    rows.push(row);
  }
  return rows;
}

/** Whether it holds nothing but a row's number. */
const isNumber = ({ bands }: FlowParse): boolean =>
  bands.length === 1 && bands[0]?.length === 1 && bands[0][0]?.value !== null;

function extended(
  state: State,
  parse: FlowParse,
  base: number,
  model: Model,
  underTitles: boolean,
): State | null {
  const rows = rowsFrom(parse, base, state, model.kinds.indexOf('content'));
  let cost = state.cost + parse.cost;
  const at = state.at.slice();
  const filled = state.filled.slice();
  let { number, groups } = state;
  let left = 99;
  let right = -1;
  for (const [i, band] of parse.bands.entries()) {
    const row = rows[i] ?? 0;
    for (const { column, value, group, resumed } of band) {
      left = Math.min(left, column);
      right = Math.max(right, column);
      if (resumed !== row < 0) cost += MIXED;
      const before = at[column] ?? -1;
      if (row >= 0 && ((filled[row] ?? 0) & (1 << column)) !== 0) return null;
      if (row < before) cost += LATE;
      else if (row >= 0) {
        let skipped = 0;
        for (let r = Math.max(0, before + 1); r < row; r++)
          if (!groups.has(r) && ((filled[r] ?? 0) & (1 << column)) === 0) skipped++;
        cost += skipped * (model.missing[column] ?? 0);
      }
      if (row < before && row >= 0) cost -= model.missing[column] ?? 0;
      // a number that was written late tells nothing of the ones that follow
      if (value !== null && row < before) cost += 0.5;
      else if (value !== null) {
        if (value === number + 1) cost -= 1;
        else if (value === 1) cost += 0.8;
        else cost += 3;
        number = value;
      }
      if (group && !groups.has(row)) groups = new Set([...groups, row]);
      if (row >= filled.length) {
        cost += NEW_ROW * (row - filled.length + 1);
        while (filled.length <= row) filled.push(0);
      }
      if (row >= 0) filled[row] = (filled[row] ?? 0) | (1 << column);
      at[column] = Math.max(before, row);
    }
  }
  const next = { left, right, top: rows[0] ?? 0, bottom: rows.at(-1) ?? 0 };
  const move = moveTo(state.last, next);
  const way = moveCost(state.last, move);
  cost += (underTitles ? WAY.underTitles : WAY.usual) * (isNumber(parse) ? Math.min(NUMBERS_WAY, way) : way);
  const last = { ...next, move };
  let key = mixed(11, left, right, Math.min(20, next.bottom));
  filled.forEach((mask, row) => {
    key = mixed(key, mask, row % 16, 1);
  });
  return {
    cost,
    at,
    filled,
    groups,
    number,
    last,
    back: { flow: { parse, rows }, before: state.back },
    key,
  };
}

/** The first rows that a parse may begin in. */
function bases(state: State, parse: FlowParse): readonly number[] {
  const first = parse.bands[0] ?? [];
  if (first.some((cell) => cell.resumed)) return [-1];
  let least = 0;
  for (const cell of first) least = Math.max(least, (state.at[cell.column] ?? -1) + 1);
  const found = new Set([
    least,
    least + 1,
    least + 2,
    state.last?.top ?? 0,
    (state.last?.bottom ?? -1) + 1,
    state.filled.length,
  ]);
  // rows further up that have no such cell yet
  const empty = state.filled.findLastIndex(
    (mask, row) =>
      row < least && !state.groups.has(row) && first.every((cell) => (mask & (1 << cell.column)) === 0),
  );
  if (empty >= 0) found.add(empty);
  return [...found].filter((row) => row >= 0 && row <= state.filled.length + 1);
}

/** What it costs at a page's end that rows lack cells. */
function unfinished(state: State, model: Model): number {
  let cost = state.cost;
  state.at.forEach((at, column) => {
    for (let row = at + 1; row < state.filled.length; row++)
      if (row >= 0 && !state.groups.has(row)) cost += model.missing[column] ?? 0;
  });
  return cost;
}

/** Finds the cheapest way to read a page's flows and to place them in rows. */
export function placeFlows(
  flows: readonly Flow[],
  titles: readonly string[],
  model: Model,
  first: boolean,
  number: number,
): PlacedPage | null {
  let states: readonly State[] = [
    {
      cost: 0,
      at: model.kinds.map(() => -1),
      filled: [],
      groups: new Set<number>(),
      number,
      last: null,
      back: null,
      key: 0,
    },
  ];
  for (const flow of flows) {
    const under = titles.flatMap((title, column) => (flow.under.includes(title) ? [column] : []));
    const parses = parseFlow(flow, model, under, !first);
    if (parses.length === 0) return null;
    const next = new Map<number, State>();
    let least = Number.POSITIVE_INFINITY;
    for (const state of states) {
      for (const parse of parses) {
        // a number in sequence gains 1 each
        const gain = parse.bands.filter((band) => band.some((cell) => cell.value !== null)).length;
        if (state.cost + parse.cost - gain > least + PRUNE) break;
        for (const base of bases(state, parse)) {
          const longer = extended(state, parse, base, model, under.length > 0);
          if (longer === null || longer.cost > least + PRUNE) continue;
          least = Math.min(least, longer.cost);
          const old = next.get(longer.key);
          if (old === undefined || longer.cost < old.cost) next.set(longer.key, longer);
        }
      }
    }
    states = [...next.values()].sort((a, b) => a.cost - b.cost).slice(0, BEAM);
    if (states.length === 0) return null;
  }
  let best: State | null = null;
  let cost = Number.POSITIVE_INFINITY;
  for (const state of states) {
    const total = unfinished(state, model);
    if (total < cost) {
      cost = total;
      best = state;
    }
  }
  if (best === null) return null;
  const placed: PlacedFlow[] = [];
  for (let back = best.back; back !== null; back = back.before) placed.push(back.flow);
  return { cost, flows: placed.reverse(), rows: best.filled.length, number: best.number };
}
