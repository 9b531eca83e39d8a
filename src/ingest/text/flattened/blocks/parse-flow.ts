import { goOnCost, stayOn } from '../evidence.js';
import type { Model } from '../model.js';
import { begun, type CellState, grown, mixed } from '../path.js';
import { overflow, room } from '../row-costs.js';
import type { Word } from '../words.js';
import { bit, closed, type FlowParse, type FlowState } from './flow-state.js';
import type { Flow } from './flows.js';
import { breakCost } from './measure-columns.js';
import { HEADING_NUMERAL, rowNumber } from './numerals.js';
import { LOWER } from './part-costs.js';

const NEW_CELL = 1.2;
const NEW_COLUMN = 0.4;
const SPLIT = 0.8;
/** Before columns were measured, a line is cut only where much speaks for it. */
const UNMEASURED = 0.3;
/** A cell goes on after a line that it should have had: that line was read wrongly. */
const LEFT_OUT = 2;
/** A line that goes on in the middle of another one was broken by nothing that can be seen. */
const MID_LINE = 0.9;
/** A line inside a cell seldom begins with a numeral. */
const NUMERAL_INSIDE = 1.2;
const IN_SEQUENCE = 1.5;
const NOT_UNDER = 2.5;
const RESUMED_CAPITAL = 4.5;
const PRUNE = 11;
const BEAM = 60;
const MOST_PARSES = 24;

class Search {
  #next = new Map<number, FlowState>();
  #best = Number.POSITIVE_INFINITY;

  constructor(
    readonly model: Model,
    readonly under: readonly number[],
    readonly mayResume: boolean,
    readonly word: Word,
  ) {}

  /** Whether a path of this cost is worth following. */
  #admits(cost: number, key: number): boolean {
    if (cost > this.#best + PRUNE) return false;
    const old = this.#next.get(key);
    return old === undefined || cost < old.cost;
  }

  #put(state: FlowState): void {
    this.#best = Math.min(this.#best, state.cost);
    this.#next.set(state.key, state);
  }

  begin(from: FlowState, column: number, fresh: boolean, height: number, extra: number): void {
    const { facts, token, held } = this.word;
    const kind = this.model.kinds[column] ?? 'note';
    let start = facts.start[kind] + (facts.lower && kind !== 'measure' ? LOWER : 0);
    const isNew = (from.used & bit(column)) === 0;
    let resumed = from.resumed;
    const rest = facts.lower ? 0.3 : RESUMED_CAPITAL;
    if (this.mayResume && isNew && rest < start && kind !== 'number') {
      start = rest;
      resumed |= bit(column);
    }
    // whatever it says, a word may stand in the content
    if (kind === 'content') start = Math.min(start, 8);
    if (start >= 9) return;
    let cost = from.cost + start + extra + held;
    if (isNew) {
      if (from.used !== 0) cost += NEW_COLUMN;
      if (this.under.length > 0 && !this.under.includes(column)) cost += NOT_UNDER;
    }
    let { number } = from;
    if (kind === 'number') {
      const value = rowNumber(facts.word);
      if (HEADING_NUMERAL.test(facts.word)) number = null;
      else if (value !== null) {
        if (number !== null) cost += value === number + 1 ? -IN_SEQUENCE : value === 1 ? 1 : 4;
        number = value;
      } else cost += 1;
    }
    // bands before the one at hand no longer tell paths apart, but for their number and their columns
    const key = mixed(fresh ? from.used * 64 + from.band : from.key, token.start, column, height);
    if (!this.#admits(cost, key)) return;
    const cells = fresh ? this.model.kinds.map((): CellState | null => null) : from.cells.slice();
    cells[column] = begun(facts, height);
    this.#put({
      ...from,
      cost,
      cells,
      used: from.used | bit(column),
      live: (fresh ? 0 : from.live) | bit(column),
      resumed,
      band: fresh ? from.band + 1 : from.band,
      column,
      height,
      number,
      key,
      step: {
        token,
        column,
        row: fresh ? from.band + 1 : from.band,
        opensLine: true,
        height,
        back: from.step,
      },
    });
  }

  goOn(from: FlowState, column: number, extra: number, midLine: boolean, lower = 0): void {
    const before = from.cells[column];
    const cell =
      before === null || before === undefined || lower === 0
        ? before
        : { ...before, top: before.top + lower };
    const kind = this.model.kinds[column];
    const width = this.model.widths[column];
    if (cell === null || cell === undefined || kind === undefined || width === undefined) return;
    const { facts, token, held, holds } = this.word;
    const cost =
      from.cost +
      extra +
      goOnCost(kind, cell, facts) +
      breakCost(cell, facts, width) -
      0.7 * holds(cell.lastButOne?.word ?? '', cell.last.word) +
      (midLine ? held + MID_LINE : 0) +
      (!midLine && kind !== 'number' && /^\d{1,2}[.)]?$/u.test(facts.word) && !cell.last.awaitsDate
        ? NUMERAL_INSIDE
        : 0);
    const key = mixed(from.key, token.start, column, 31);
    if (!this.#admits(cost, key)) return;
    const cells = from.cells.slice();
    cells[column] = grown(cell, facts, true);
    this.#put({
      ...from,
      cost,
      cells,
      column,
      height: cell.top + cell.lines,
      key,
      step: { token, column, row: from.band, opensLine: true, height: 0, back: from.step },
    });
  }

  stay(from: FlowState): void {
    const { column } = from;
    const cell = from.cells[column];
    const kind = this.model.kinds[column];
    const width = this.model.widths[column];
    if (cell === null || cell === undefined || kind === undefined || width === undefined) return;
    const { facts, token } = this.word;
    const longer = cell.length + 1 + facts.word.length;
    const cost =
      from.cost + stayOn(kind, cell, facts) + overflow(longer, width) - overflow(cell.length, width);
    if (!this.#admits(cost, from.key)) return;
    const cells = from.cells.slice();
    cells[column] = grown(cell, facts, false);
    this.#put({
      ...from,
      cost,
      cells,
      step: { token, column, row: from.band, opensLine: false, height: 0, back: from.step },
    });
  }

  /** The word goes to a column further right on the same line. */
  split(from: FlowState): void {
    const { kinds, widths } = this.model;
    const cell = from.cells[from.column];
    const width = widths[from.column];
    if (cell === null || cell === undefined || width === undefined) return;
    const caution = this.model.beam === 0 ? UNMEASURED : 0;
    const cost = kinds[from.column] === 'number' ? 0 : SPLIT + caution + room(cell.length, width);
    for (let to = from.column + 1; to < kinds.length; to++) {
      const there = from.cells[to];
      if ((from.live & bit(to)) === 0) this.begin(from, to, false, from.height, cost);
      else if (
        there !== null &&
        there !== undefined &&
        Math.abs(there.top + there.lines - from.height) <= 0.5
      )
        this.goOn(from, to, cost, true);
    }
  }

  /** A line begins inside the band. */
  nextLine(from: FlowState): void {
    for (let to = 0; to < this.model.kinds.length; to++) {
      const cell = from.cells[to];
      if ((from.live & bit(to)) !== 0 && cell !== null && cell !== undefined) {
        const ahead = cell.top + cell.lines - from.height;
        if (ahead <= 1 && (ahead > 0 || (ahead === 0 && to > from.column))) this.goOn(from, to, 0, false);
        else if (ahead <= 0 && ahead > -3) this.goOn(from, to, LEFT_OUT, false, 0.5 - ahead);
        continue;
      }
      if (to > from.column) this.begin(from, to, false, from.height, from.height === 0 ? 0 : 0.2);
      this.begin(from, to, false, from.height + 0.5, 0.2);
      if (to <= from.column) this.begin(from, to, false, from.height + 1, 0.4);
    }
  }

  /** A line begins a band of its own. */
  nextBand(from: FlowState, extra: number): void {
    const over = closed(from, this.model);
    for (let to = 0; to < this.model.kinds.length; to++) this.begin(over, to, true, 0, extra);
  }

  states(): readonly FlowState[] {
    return [...this.#next.values()].sort((a, b) => a.cost - b.cost).slice(0, BEAM);
  }
}

/** The cheapest ways to read a flow, cheapest first. `mayResume`: its first cells may go on from the page before. */
export function parseFlow(
  flow: Flow,
  model: Model,
  under: readonly number[],
  mayResume: boolean,
): readonly FlowParse[] {
  let states: readonly FlowState[] = [
    {
      cost: 0,
      cells: model.kinds.map(() => null),
      used: 0,
      live: 0,
      resumed: 0,
      band: -1,
      column: -1,
      height: 0,
      number: null,
      bands: [],
      key: 0,
      step: null,
    },
  ];
  for (const line of flow.lines) {
    for (const [i, word] of line.entries()) {
      const search = new Search(model, under, mayResume, word);
      for (const state of states) {
        if (i > 0) {
          search.stay(state);
          search.split(state);
        } else if (state.live === 0) search.nextBand(state, 0);
        else {
          search.nextLine(state);
          search.nextBand(state, NEW_CELL);
        }
      }
      states = search.states();
      if (states.length === 0) return [];
    }
  }
  const ends = states.map((state) => closed(state, model)).sort((a, b) => a.cost - b.cost);
  const best = ends[0]?.cost ?? 0;
  return ends
    .filter((state) => state.cost <= best + PRUNE - 2)
    .slice(0, MOST_PARSES)
    .flatMap(({ cost, bands, step }) => (step === null ? [] : [{ cost, bands, step }]));
}
