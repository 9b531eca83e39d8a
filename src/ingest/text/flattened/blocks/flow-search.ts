import { goOnCost, stayOn } from '../evidence.js';
import type { Model } from '../model.js';
import { overflow, room } from '../row-costs.js';
import type { Word } from '../words.js';
import {
  begunCell,
  bit,
  closed,
  type FlowCell,
  type FlowState,
  grownCell,
  hashed,
  markOf,
} from './flow-state.js';
import { breakCost } from './measure-columns.js';
import { HEADING_NUMERAL, rowNumber } from './numerals.js';
import { LOWER } from './part-costs.js';

const NEW_COLUMN = 0.4;
const SPLIT = 0.8;
/** Dearer beginnings of a cell are looked at at a flow's beginning only. */
const UNLIKELY = 5;
/** What a band's end may gain. */
const MOST_GAIN = 4;
/** Before columns were measured, a line is cut only where much speaks for it. */
const UNMEASURED = 0.3;
/** A cell goes on after a line that it should have had: that line was read wrongly. */
const LEFT_OUT = 2;
/** A line that goes on in the middle of another one was broken by nothing that can be seen. */
const MID_LINE = 0.9;
/** A line inside a cell seldom begins with a numeral. */
const NUMERAL_INSIDE = 1.2;
const IN_SEQUENCE = 1.5;
/** Of two lines of one height the right one was written first. */
const SWAPPED = 0.8;
/** A dash stands before what it lists, never at a line's end. */
const LINE_FINAL_DASH = 4;
const NOT_UNDER = 2.5;
/** A justified line was written word by word. */
const SPREAD = { first: -0.3, further: -0.8 };
const RESUMED_CAPITAL = 4.5;
/** How much dearer than the cheapest path one may be that is followed. */
export const PRUNE = 11;

/** The ways on from some paths with one more word. */
export class Search {
  #next = new Map<number, FlowState>();
  #best = Number.POSITIVE_INFINITY;

  constructor(
    readonly model: Model,
    readonly under: readonly number[],
    readonly mayResume: boolean,
    readonly word: Word,
    /** Whether it and the word before it stand alone on lines of the file. */
    readonly alone: boolean,
    readonly beam: { readonly paths: number; readonly starts: number },
  ) {}

  /** What it costs at least that a cell begins with the word. */
  get #cheapest(): number {
    const { facts } = this.word;
    let least = Number.POSITIVE_INFINITY;
    for (const kind of this.model.kinds)
      least = Math.min(least, facts.start[kind] + (facts.lower && kind !== 'measure' ? LOWER : 0));
    return least;
  }

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
    let own = facts.start[kind] + (facts.lower && kind !== 'measure' ? LOWER : 0);
    const isNew = (from.used & bit(column)) === 0;
    let resumed = from.resumed;
    const rest = facts.lower ? 0.3 : RESUMED_CAPITAL;
    if (this.mayResume && isNew && rest < own && kind !== 'number') {
      own = rest;
      resumed |= bit(column);
    }
    // whatever it says, a word may stand in the content
    if (kind === 'content') own = Math.min(own, 8);
    if (own >= 9) return;
    let cost = from.cost + own + extra + held;
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
    const mark = markOf(column, height, 1, token.start);
    const start = fresh ? token.start : from.start;
    const marks = fresh ? mark : from.marks + mark;
    const used = from.used | bit(column);
    // bands before the one at hand no longer tell paths apart, but for their number and their columns
    const key = marks + hashed(start, used, column, number ?? 62);
    if (!this.#admits(cost, key)) return;
    const cells = fresh ? this.model.kinds.map((): FlowCell | null => null) : from.cells.slice();
    cells[column] = begunCell(this.word, height, mark);
    this.#put({
      ...from,
      cost,
      cells,
      used,
      live: (fresh ? 0 : from.live) | bit(column),
      resumed,
      band: fresh ? from.band + 1 : from.band,
      column,
      height,
      number,
      start,
      marks,
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
      (cell.last.dash ? LINE_FINAL_DASH : 0) +
      (!midLine && kind !== 'number' && /^\d{1,2}[.)]?$/u.test(facts.word) && !cell.last.awaitsDate
        ? NUMERAL_INSIDE
        : 0);
    const mark = markOf(column, cell.top, cell.lines + 1, token.start);
    const marks = from.marks - cell.mark + mark;
    const key = marks + hashed(from.start, from.used, column, from.number ?? 62);
    if (!this.#admits(cost, key)) return;
    const cells = from.cells.slice();
    cells[column] = grownCell(cell, this.word, mark);
    this.#put({
      ...from,
      cost,
      cells,
      column,
      height: cell.top + cell.lines,
      marks,
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
    cells[column] = grownCell(cell, this.word, cell.mark);
    this.#put({
      ...from,
      cost,
      cells,
      step: { token, column, row: from.band, opensLine: false, height: 0, back: from.step },
    });
  }

  /** A justified line of few words was written word by word, each a line of the file. */
  spread(from: FlowState): void {
    const { column } = from;
    const cell = from.cells[column];
    const kind = this.model.kinds[column];
    const width = this.model.widths[column];
    if (cell === null || cell === undefined || kind === undefined || width === undefined) return;
    const { facts, token, held } = this.word;
    const longer = cell.length + 1 + facts.word.length;
    if (kind === 'number' || longer > width.high) return;
    if (!cell.spread && cell.length > cell.last.word.length) return;
    const cost =
      from.cost + (cell.spread ? SPREAD.further : SPREAD.first) + stayOn(kind, cell, facts) + 0.5 * held;
    if (!this.#admits(cost, from.key)) return;
    const cells = from.cells.slice();
    cells[column] = grownCell(cell, this.word, cell.mark, true);
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
    if (this.alone && this.model.beam > 0) this.spread(from);
    for (let to = 0; to < this.model.kinds.length; to++) {
      const cell = from.cells[to];
      if ((from.live & bit(to)) !== 0 && cell !== null && cell !== undefined) {
        const ahead = cell.top + cell.lines - from.height;
        if (ahead <= 1 && (ahead > 0 || (ahead === 0 && to > from.column))) this.goOn(from, to, 0, false);
        else if (ahead === 0) this.goOn(from, to, SWAPPED, false);
        else if (ahead <= 0 && ahead > -3) this.goOn(from, to, LEFT_OUT, false, 0.5 - ahead);
        continue;
      }
      if (to > from.column) this.begin(from, to, false, from.height, from.height === 0 ? 0 : 0.2);
      else this.begin(from, to, false, from.height, SWAPPED);
      this.begin(from, to, false, from.height + 0.5, 0.2);
      if (to <= from.column) this.begin(from, to, false, from.height + 1, 0.4);
    }
  }

  /** A line begins a band of its own. */
  nextBand(from: FlowState, extra: number): void {
    // most lines begin in the middle of a cell
    if (from.live !== 0 && this.#cheapest > UNLIKELY) return;
    if (from.cost + extra + this.#cheapest > this.#best + PRUNE + MOST_GAIN) return;
    const over = closed(from, this.model);
    for (let to = 0; to < this.model.kinds.length; to++) this.begin(over, to, true, 0, extra);
  }

  states(): readonly FlowState[] {
    const most = this.#best + PRUNE;
    const counts = new Map<number, number>();
    const { paths, starts } = this.beam;
    return [...this.#next.values()]
      .filter((state) => state.cost <= most)
      .sort((a, b) => a.cost - b.cost)
      .filter(({ start }) => {
        const n = (counts.get(start) ?? 0) + 1;
        if (n > paths || (n === 1 && counts.size >= starts)) return false;
        counts.set(start, n);
        return true;
      });
  }
}
