import { beginsGroup, goOnCost, stayOn } from './evidence.js';
import type { BodyLine, Model } from './model.js';
import { begun, type CellState, grown, mixed, type Path, type Step } from './path.js';
import { closeRow, numberCost, overflow, room, rowStartCost, wrapCost } from './row-costs.js';
import { type Word, wordsOf } from './words.js';

/** Columns that are none: a heading over rows, a page's number. */
export const GROUP = -1;
export const PAGE = -2;

export type Placed = Omit<Step, 'back'>;

export interface Segmentation {
  readonly cost: number;
  /** Cost of the next best reading of all lines; Infinity where there is none. */
  readonly secondCost: number;
  readonly placed: readonly Placed[];
}

const NEW_ROW = 0.4;
const SPLIT = 0.8;
const GROUP_ROW = 0.6;
const PRUNE = 10;
/** Fresh rows differ only in what stood before them: so many of the cheapest are followed. */
const FRESH_FROM = 4;

/** The paths that one more word leads to: the cheapest of each way to cut the row at hand. */
class Frontier {
  readonly #next = new Map<number, Path>();
  #best = Number.POSITIVE_INFINITY;
  readonly #empty: readonly (CellState | null)[];

  constructor(
    readonly model: Model,
    readonly word: Word,
  ) {
    this.#empty = model.kinds.map(() => null);
  }

  #admits(cost: number, key: number): boolean {
    if (cost > this.#best + PRUNE) return false;
    const old = this.#next.get(key);
    return old === undefined || cost < old.cost;
  }

  put(path: Path): void {
    if (!this.#admits(path.cost, path.key)) return;
    this.#best = Math.min(this.#best, path.cost);
    this.#next.set(path.key, path);
  }

  #step(from: Path, column: number, row: number, opensLine: boolean, height: number): Step {
    return { token: this.word.token, column, row, opensLine, height, back: from.step };
  }

  /** A cell begins, in the row at hand or in a fresh one. */
  begin(from: Path, column: number, extra: number, fresh: boolean, height: number): void {
    const { facts, token, held } = this.word;
    const kind = this.model.kinds[column] ?? 'note';
    const start = facts.start[kind];
    if (start >= 9) return;
    let cost = from.cost + start + extra + held + (this.word.place[column] ?? 0);
    let { number, unnumbered } = from;
    if (kind === 'number') {
      const numbered = numberCost(from, facts.word);
      cost += numbered.cost;
      number = numbered.value;
      unnumbered = 0;
    }
    const key = mixed(fresh ? 0 : from.key, token.start, column, height);
    if (!this.#admits(cost, key)) return;
    const cells = (fresh ? this.#empty : from.cells).slice();
    cells[column] = begun(facts, height);
    const row = fresh ? from.row + 1 : from.row;
    const step = this.#step(from, column, row, true, height);
    const resumed = fresh ? false : from.resumed;
    this.put({ cost, cells, column, row, height, number, unnumbered, key, resumed, step });
  }

  /** A cell goes on with a new printed line. */
  goOn(from: Path, column: number, extra: number, midLine: boolean): void {
    const cell = from.cells[column];
    const kind = this.model.kinds[column];
    const width = this.model.widths[column];
    if (cell === null || cell === undefined || kind === undefined || width === undefined) return;
    const { facts, token, held, holds } = this.word;
    const earlier = cell.lastButOne?.word ?? '';
    const cost =
      from.cost +
      extra +
      goOnCost(kind, cell, facts) +
      wrapCost(cell, facts, width) -
      0.7 * holds(earlier, cell.last.word) +
      (midLine ? held : 0) +
      (this.word.place[column] ?? 0);
    const key = mixed(from.key, token.start, column, 0);
    if (!this.#admits(cost, key)) return;
    const cells = from.cells.slice();
    cells[column] = grown(cell, facts, true);
    const height = this.model.order === 'across' ? cell.top + cell.lines : from.height;
    const { row, number, unnumbered, resumed } = from;
    const step = this.#step(from, column, row, true, 0);
    this.put({ cost, cells, column, row, height, number, unnumbered, key, resumed, step });
  }

  /** The word stays on the line of the cell at hand. */
  stay(from: Path): void {
    const { column, row, height, number, unnumbered, key, resumed } = from;
    const step = this.#step(from, column, row, false, 0);
    if (column < 0) {
      this.put({ ...from, step });
      return;
    }
    const cell = from.cells[column];
    const kind = this.model.kinds[column];
    const width = this.model.widths[column];
    if (cell === null || cell === undefined || kind === undefined || width === undefined) return;
    const { facts } = this.word;
    const longer = cell.length + 1 + facts.word.length;
    const cost =
      from.cost +
      stayOn(kind, cell, facts) +
      overflow(longer, width) -
      overflow(cell.length, width) +
      this.#strays(column);
    if (!this.#admits(cost, key)) return;
    const cells = from.cells.slice();
    cells[column] = grown(cell, facts, false);
    this.put({ cost, cells, column, row, height, number, unnumbered, key, resumed, step });
  }

  /** What it costs to stay in `column` by the word's place: blanks in front of it speak for another one. */
  #strays(column: number): number {
    const { place, token } = this.word;
    if (place.length === 0) return 0;
    return (place[column] ?? 0) + (token.blanks >= 2 ? Math.min(3, 0.8 * token.blanks) : 0);
  }

  /** The word goes to a column further right on the same line. */
  split(from: Path): void {
    const { kinds, widths, order } = this.model;
    const { column } = from;
    const cell = from.cells[column];
    const width = widths[column];
    if (cell === null || cell === undefined || width === undefined) return;
    const across = order === 'across';
    const free = across && kinds[column] !== 'number' && this.model.places === null;
    const cost = (this.model.places === null ? SPLIT : 0) + (free ? room(cell.length, width) : 0);
    for (let to = column + 1; to < kinds.length; to++) {
      const there = from.cells[to];
      if (there === null || there === undefined) {
        if (!across && !from.resumed && from.cells.some((c, n) => n > to && c !== null)) continue;
        this.begin(from, to, cost, false, from.height);
      } else if (across ? there.top + there.lines === from.height : from.resumed)
        this.goOn(from, to, cost, true);
    }
  }

  /** A line begins inside the row at hand. */
  nextLine(from: Path, pageStart: boolean): void {
    const { kinds, order } = this.model;
    for (let to = 0; to < kinds.length; to++) {
      const cell = from.cells[to];
      if (order === 'across') this.#across(from, to, cell ?? null);
      else if (cell === null || cell === undefined) {
        if (to > from.column) this.begin(from, to, 0, false, 0);
        else if (kinds[to] === 'number') this.begin(from, to, 1.5, false, 0);
      } else if (to === from.column) this.goOn(from, to, 0, false);
      else if (pageStart) this.goOn({ ...from, resumed: true }, to, 0.8, false);
      else if (from.resumed && to > from.column) this.goOn(from, to, 0.3, false);
    }
  }

  #across(from: Path, to: number, cell: CellState | null): void {
    if (cell !== null) {
      const ahead = cell.top + cell.lines - from.height;
      if (ahead <= 1 && (ahead > 0 || (ahead === 0 && to > from.column))) this.goOn(from, to, 0, false);
      return;
    }
    if (to > from.column) this.begin(from, to, from.height === 0 ? 0 : 0.2, false, from.height);
    this.begin(from, to, 0.2, false, from.height + 0.5);
    if (to <= from.column) this.begin(from, to, 0.4, false, from.height + 1);
  }

  /** A line begins a fresh row, or a heading over rows. */
  freshRow(ended: readonly Path[], group: boolean): void {
    for (const from of ended) {
      for (let to = 0; to < this.model.kinds.length; to++)
        this.begin(from, to, NEW_ROW + rowStartCost(this.model, to), true, 0);
      if (!group) continue;
      const row = from.row + 1;
      this.put({
        ...from,
        cost: from.cost + GROUP_ROW,
        cells: this.#empty,
        column: GROUP,
        row,
        height: 0,
        key: mixed(0, this.word.token.start, 15, 0),
        resumed: false,
        step: this.#step(from, GROUP, row, true, 0),
      });
    }
  }

  /** A line is no part of the table: a page's number. */
  pageNumber(from: Path, line: BodyLine): void {
    this.put({
      ...from,
      cost: from.cost + (line.pageEdge ? -1.5 : line.gap > 1 ? 0.8 : 3),
      key: mixed(from.key, this.word.token.start, 14, 0),
      step: this.#step(from, PAGE, from.row, true, 0),
    });
  }

  cheapest(): readonly Path[] {
    return [...this.#next.values()].sort((a, b) => a.cost - b.cost).slice(0, this.model.beam);
  }
}

const inRow = (path: Path): boolean => path.row >= 0 && path.column !== GROUP;

/** Paths with the row at hand closed, cheapest first, a few of them. */
function closed(paths: readonly Path[], model: Model): readonly Path[] {
  return paths
    .map((path) => {
      if (!inRow(path)) return path;
      const unnumbered = path.unnumbered + (path.cells[0] === null ? 1 : 0);
      return { ...path, cost: path.cost + closeRow(model, path), unnumbered };
    })
    .sort((a, b) => a.cost - b.cost);
}

const START: Path = {
  cost: 0,
  cells: [],
  column: GROUP,
  row: -1,
  height: 0,
  number: 0,
  unnumbered: 0,
  key: 0,
  resumed: false,
  step: null,
};

/** Finds the cheapest way to put the lines' words into rows and cells. Linear in the words, times the beam. */
export function segment(lines: readonly BodyLine[], model: Model): Segmentation | null {
  let paths: readonly Path[] = [START];
  for (const [at, line] of lines.entries()) {
    const group = beginsGroup(line.tokens.map((t) => t.text).join(' '));
    for (const [i, word] of wordsOf(lines, at, model).entries()) {
      const frontier = new Frontier(model, word);
      if (i === 0) frontier.freshRow(closed(paths, model).slice(0, FRESH_FROM), group);
      for (const path of paths) {
        if (i > 0) {
          frontier.stay(path);
          if (path.column >= 0) frontier.split(path);
          continue;
        }
        if (inRow(path)) frontier.nextLine(path, line.pageStart);
        else if (path.row >= 0 && word.facts.lower) frontier.stay(path);
        if (line.mayBePageNumber) frontier.pageNumber(path, line);
      }
      paths = frontier.cheapest();
      if (paths.length === 0) return null;
    }
  }
  const [first, second] = closed(paths, model);
  if (first === undefined) return null;
  const placed: Placed[] = [];
  for (let step = first.step; step !== null; step = step.back) placed.push(step);
  return { cost: first.cost, secondCost: second?.cost ?? Number.POSITIVE_INFINITY, placed: placed.reverse() };
}
