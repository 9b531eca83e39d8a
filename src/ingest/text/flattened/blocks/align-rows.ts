import type { Model } from '../model.js';
import { mixed } from '../path.js';
import type { Width } from '../widths.js';
import { HEADING_NUMERAL, rowNumber } from './numerals.js';
import { type Part, partCosts } from './part-costs.js';

/*
 * The rows of a page, once it is known which printed lines each column has: row by row, from the top, each column
 * gives some lines. A row is as high as its highest cell; where the lines of a column stand apart by more than their
 * own spacing the flow ends, so its breaks tell of rows that the column doesn't fill.
 */

const BEAM = 50;
const COMBINATIONS = 50;
const CHOICES = 5;
const NEW_ROW = 0.3;
/** What it costs that a cell is torn from the row whose cells stand right before it in the file. */
const TORN = 1.6;
/** Lines of white that a flow may bridge. */
const BRIDGED = 2.2;

/** How cells stand in their rows, and what breaks between flows tell. */
export interface Stand {
  readonly middle: readonly boolean[];
  /** What it costs that a flow ends where a cell fills its row. */
  readonly broken: number;
}

/** By row: how many parts each column gives. The first row goes on from the page before where `resumed` says so. */
export interface Alignment {
  readonly cost: number;
  readonly rows: readonly (readonly number[])[];
  readonly resumed: boolean;
  readonly number: number;
  /** Of the flows that end where the column's cell fills its row, and of those that go on there. */
  readonly ends: number;
  readonly goesOn: number;
}

interface State {
  readonly cost: number;
  readonly at: readonly number[];
  /** By column: lines of white below its last cell; -1 before the first one. */
  readonly white: readonly number[];
  readonly number: number;
  readonly ends: number;
  readonly goesOn: number;
  readonly resumed: boolean;
  readonly row: { readonly counts: readonly number[]; readonly before: State['row'] } | null;
}

/** Finds the cheapest rows for a page's columns. `number` is the last row's on the page before. */
export function alignRows(
  columns: readonly (readonly Part[])[],
  model: Model,
  stand: Stand,
  first: boolean,
  number: number,
): Alignment | null {
  const costs = columns.map((parts, column) => partCosts(parts, column, model));
  const flows = new Map<number, Set<number>>();
  columns.forEach((parts, column) => {
    for (const part of parts) flows.set(part.flow, (flows.get(part.flow) ?? new Set()).add(column));
  });
  const shared = (flow: number): boolean => (flows.get(flow)?.size ?? 0) > 1;
  const total = columns.reduce((sum, parts) => sum + parts.length, 0);
  let best: State | null = null;
  // what each column's rest would cost at least, by itself
  const rest = costs.map(({ fresh }) => cheapestRest(fresh));
  const ahead = (state: State): number =>
    state.at.reduce((sum, at, column) => sum + (rest[column]?.[at] ?? 0), state.cost);

  const choices = (state: State, column: number, resume: boolean): { n: number; cost: number }[] => {
    const from = state.at[column] ?? 0;
    const parts = columns[column] ?? [];
    const none = { n: 0, cost: resume ? 0 : (model.missing[column] ?? 0) };
    if (from >= parts.length) return [none];
    const of = (resume ? costs[column]?.resumed : costs[column]?.fresh[from]) ?? [];
    const after = rest[column] ?? [];
    const some = of
      .map((cost, i) => ({ n: i + 1, cost, ahead: cost + (after[from + i + 1] ?? 0) }))
      .sort((a, b) => a.ahead - b.ahead);
    const least = some[0]?.ahead ?? 0;
    return [none, ...some.slice(0, CHOICES).filter((choice) => choice.ahead < least + 6)];
  };

  const expand = (state: State, resume: boolean): State[] => {
    const group = startsGroup(state, columns, model);
    let combined: { counts: number[]; cost: number; ahead: number }[] = [{ counts: [], cost: 0, ahead: 0 }];
    for (let column = 0; column < columns.length; column++) {
      const next: { counts: number[]; cost: number; ahead: number }[] = [];
      const own = choices(state, column, resume);
      for (const base of combined)
        for (const { n, cost } of own)
          next.push({
            counts: [...base.counts, n],
            cost: base.cost + cost,
            ahead: base.ahead + cost + (rest[column]?.[(state.at[column] ?? 0) + n] ?? 0),
          });
      next.sort((a, b) => a.ahead - b.ahead);
      combined = next.slice(0, COMBINATIONS);
    }
    if (group && !resume)
      combined.push(...groupChoices(state, columns, model).map((one) => ({ ...one, ahead: 0 })));
    return combined.flatMap(({ counts, cost }) => {
      if (counts.every((n) => n === 0)) return [];
      return [advanced(state, counts, cost, resume)];
    });
  };

  const advanced = (state: State, counts: readonly number[], own: number, resume: boolean): State => {
    const height = Math.max(...counts);
    let cost = state.cost + own + (resume ? 0 : NEW_ROW);
    let { number: last, ends, goesOn } = state;
    const beside = rowInFile(state, counts);
    const white: number[] = [];
    const at: number[] = [];
    const reached = new Map<number, number>();
    counts.forEach((n, column) => {
      const from = state.at[column] ?? 0;
      const parts = columns[column] ?? [];
      const before = state.white[column] ?? -1;
      at.push(from + n);
      if (n === 0) {
        white.push(before < 0 ? -1 : before + height);
        return;
      }
      const room = height - n;
      const above = stand.middle[column] ? room / 2 : 0;
      const part = parts[from];
      const previous = parts[from - 1];
      if (before >= 0 && part !== undefined && previous !== undefined) {
        const gap = before + above;
        if (part.flow === previous.flow) {
          if (!shared(part.flow)) cost += gap < 0.7 ? 0 : gap <= BRIDGED ? 0.6 : 3;
          if (gap < 0.7) goesOn++;
        } else if (gap < 0.7) {
          cost += stand.broken;
          ends++;
        }
      }
      if (part?.beside === true && beside !== null && part.row !== beside) cost += TORN;
      white.push(room - above);
      for (let i = from; i < from + n; i++) {
        const used = parts[i];
        if (used !== undefined) reached.set(used.flow, Math.max(reached.get(used.flow) ?? -1, used.order));
      }
      if (model.kinds[column] === 'number') {
        const word = part?.words[0]?.facts.word ?? '';
        const value = rowNumber(word);
        if (value !== null) {
          if (value === last + 1) cost -= 1;
          else if (value === 1) cost += 0.8;
          else cost += 3;
          last = value;
        }
      }
    });
    // a flow's lines come from top to bottom, whatever their column
    for (const [flow, order] of reached) {
      if (!shared(flow)) continue;
      for (const column of flows.get(flow) ?? []) {
        const next = columns[column]?.[at[column] ?? 0];
        if (next !== undefined && next.flow === flow && next.order < order) cost += 2.5;
      }
    }
    return {
      cost,
      at,
      white,
      number: last,
      ends,
      goesOn,
      resumed: state.resumed || resume,
      row: { counts, before: state.row },
    };
  };

  /** The row in which the order of the file puts this row's content or number. */
  const rowInFile = (state: State, counts: readonly number[]): number | null => {
    for (const kind of ['content', 'number'] as const) {
      const column = model.kinds.indexOf(kind);
      const part = columns[column]?.[state.at[column] ?? 0];
      if ((counts[column] ?? 0) > 0 && part !== undefined) return part.row;
    }
    return null;
  };

  let states: State[] = [
    {
      cost: 0,
      at: columns.map(() => 0),
      white: columns.map(() => -1),
      number,
      ends: 0,
      goesOn: 0,
      resumed: false,
      row: null,
    },
  ];
  for (let step = 0; step <= total && states.length > 0; step++) {
    const next = new Map<number, State>();
    for (const state of states) {
      const longer = expand(state, false);
      if (step === 0 && !first) longer.push(...expand(state, true));
      for (const one of longer) {
        if (one.at.every((at, column) => at >= (columns[column]?.length ?? 0))) {
          if (best === null || one.cost < best.cost) best = one;
          continue;
        }
        let key = 3;
        one.at.forEach((at, column) => {
          key = mixed(key, at, column, Math.min(20, 2 * ((one.white[column] ?? 0) + 1)));
        });
        const old = next.get(key);
        if (old === undefined || one.cost < old.cost) next.set(key, one);
      }
    }
    const found: State | null = best;
    states = [...next.values()]
      .map((state) => ({ state, ahead: ahead(state) }))
      .filter((one) => found === null || one.ahead < (found as State).cost)
      .sort((a, b) => a.ahead - b.ahead)
      .slice(0, BEAM)
      .map((one) => one.state);
  }
  if (best === null) return null;
  const end: State = best;
  const rows: (readonly number[])[] = [];
  for (let row = end.row; row !== null; row = row.before) rows.push(row.counts);
  return {
    cost: end.cost,
    rows: rows.reverse(),
    resumed: end.resumed,
    number: end.number,
    ends: end.ends,
    goesOn: end.goesOn,
  };
}

/** By place: the cheapest way to cut a column into cells from there on, were it alone. */
function cheapestRest(fresh: readonly (readonly number[])[]): readonly number[] {
  const rest = Array.from({ length: fresh.length + 1 }, () => 0);
  for (let from = fresh.length - 1; from >= 0; from--) {
    let least = Number.POSITIVE_INFINITY;
    for (const [i, cost] of (fresh[from] ?? []).entries())
      least = Math.min(least, cost + (rest[from + i + 1] ?? 0));
    rest[from] = Number.isFinite(least) ? least : 9;
  }
  return rest;
}

/** Whether the next row may be a heading over others. */
function startsGroup(state: State, columns: readonly (readonly Part[])[], model: Model): boolean {
  return model.kinds.some((kind, column) => {
    const part = columns[column]?.[state.at[column] ?? 0];
    return (
      (kind === 'number' || kind === 'content') && HEADING_NUMERAL.test(part?.words[0]?.facts.word ?? '')
    );
  });
}

/** Whether a heading's first line is longer than its column: it has the whole row's width. */
const fillsLine = (part: Part | undefined, width: Width | undefined): boolean =>
  (part?.words.map((w) => w.facts.word).join(' ').length ?? 0) > (width?.high ?? 0);

/** A heading's numeral and its words, and no other cell. */
function groupChoices(
  state: State,
  columns: readonly (readonly Part[])[],
  model: Model,
): { counts: number[]; cost: number }[] {
  const number = model.kinds.indexOf('number');
  const content = model.kinds.indexOf('content');
  const roman = (column: number): boolean =>
    HEADING_NUMERAL.test(columns[column]?.[state.at[column] ?? 0]?.words[0]?.facts.word ?? '');
  const left = (columns[content]?.length ?? 0) - (state.at[content] ?? 0);
  return [0, 1, 2, 3]
    .filter((lines) => lines <= left && (lines > 0 || number >= 0))
    .map((lines) => ({
      counts: model.kinds.map((_, column) =>
        column === number && roman(number) ? 1 : column === content ? lines : 0,
      ),
      cost:
        lines === 0
          ? 2
          : 0.1 * lines +
            (lines > 1 && !fillsLine(columns[content]?.[state.at[content] ?? 0], model.widths[content])
              ? 3
              : 0),
    }))
    .filter(() => (number >= 0 && roman(number)) || roman(content));
}
