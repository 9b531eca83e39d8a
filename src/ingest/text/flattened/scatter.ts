import { closed, isLive, onNewPage, type Path, unfinished } from './block-path.js';
import { endCost, goOnCost, stayOn } from './evidence.js';
import type { BodyLine, Model } from './model.js';
import { begun, grown, mixed, type Step } from './path.js';
import { numberCost, overflow, room, wrapCost } from './row-costs.js';
import { GROUP, PAGE, type Placed, type Segmentation } from './segment.js';
import { type Word, wordsOf } from './words.js';

/*
 * Text that was written block by block: blank lines part stretches of the page, each of them some columns by some
 * rows, read across; the blocks follow one another in whatever order. Every column comes from top to bottom, so each
 * has a row of its own that it has come to, and a block has the row that it is at.
 */

const NEW_CELL = 0.3;
const SPLIT = 0.8;
const PRUNE = 11;
const REOPEN = 1.4;
const ROMAN = /^[IVX]{1,5}[.)]?$/u;

class Frontier {
  readonly #next = new Map<number, Path>();
  #best = Number.POSITIVE_INFINITY;

  constructor(
    readonly model: Model,
    readonly word: Word,
  ) {}

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

  /** A cell begins in `row`; `live` are the columns that have one in the block's row already. */
  begin(from: Path, column: number, row: number, live: number, height: number, extra: number): void {
    const { facts, token, held } = this.word;
    const kind = this.model.kinds[column] ?? 'note';
    const start = facts.start[kind];
    const at = from.rows[column] ?? -1;
    if (start >= 9 || row <= at) return;
    let skipped = row - at - 1;
    if (skipped > 0) for (const group of from.groups) if (group > at && group < row) skipped--;
    let cost = from.cost + start + extra + held + skipped * (this.model.missing[column] ?? 0);
    let { number, groups } = from;
    if (kind === 'number') {
      const roman = ROMAN.test(facts.word);
      const numbered = numberCost({ number, unnumbered: 0 }, facts.word);
      cost += roman ? 0 : numbered.cost;
      number = roman ? 0 : numbered.value;
      if (roman) groups = [...groups, row];
    }
    const key = mixed(live === 0 ? rowsKey(from, column, row) : from.key, token.start, column, height);
    if (!this.#admits(cost, key)) return;
    const rows = from.rows.slice();
    rows[column] = row;
    const cells = from.cells.slice();
    cells[column] = begun(facts, height);
    const step = this.#step(from, column, row, true, height);
    this.put({
      cost,
      rows,
      cells,
      live: live | (1 << column),
      blockRow: row,
      column,
      height,
      number,
      groups,
      key,
      step,
    });
  }

  /** A cell goes on with a new printed line. */
  goOn(from: Path, column: number, extra: number, midLine: boolean): void {
    const cell = from.cells[column];
    const kind = this.model.kinds[column];
    const width = this.model.widths[column];
    if (cell === null || cell === undefined || kind === undefined || width === undefined) return;
    const { facts, token, held, holds } = this.word;
    const cost =
      from.cost +
      extra +
      goOnCost(kind, cell, facts) +
      wrapCost(cell, facts, width) -
      0.7 * holds(cell.lastButOne?.word ?? '', cell.last.word) +
      (midLine ? held : 0);
    const key = mixed(from.key, token.start, column, 31);
    if (!this.#admits(cost, key)) return;
    const cells = from.cells.slice();
    cells[column] = grown(cell, facts, true);
    const row = from.rows[column] ?? 0;
    const step = this.#step(from, column, row, true, 0);
    this.put({ ...from, cost, cells, column, height: cell.top + cell.lines, key, step });
  }

  stay(from: Path): void {
    const { column } = from;
    const step = this.#step(from, column, from.rows[column] ?? 0, false, 0);
    const cell = from.cells[column];
    const kind = this.model.kinds[column];
    const width = this.model.widths[column];
    if (cell === null || cell === undefined || kind === undefined || width === undefined) return;
    const { facts } = this.word;
    const longer = cell.length + 1 + facts.word.length;
    const cost =
      from.cost + stayOn(kind, cell, facts) + overflow(longer, width) - overflow(cell.length, width);
    if (!this.#admits(cost, from.key)) return;
    const cells = from.cells.slice();
    cells[column] = grown(cell, facts, false);
    this.put({ ...from, cost, cells, step });
  }

  /** The word goes to a column further right on the same line. */
  split(from: Path): void {
    const { kinds, widths } = this.model;
    const cell = from.cells[from.column];
    const width = widths[from.column];
    if (cell === null || cell === undefined || width === undefined) return;
    const cost = SPLIT + (kinds[from.column] === 'number' ? 0 : room(cell.length, width));
    for (let to = from.column + 1; to < kinds.length; to++) {
      const there = from.cells[to];
      if (!isLive(from, to)) this.begin(from, to, from.blockRow, from.live, from.height, cost);
      else if (there !== null && there !== undefined && there.top + there.lines === from.height)
        this.goOn(from, to, cost, true);
    }
  }

  /** A line begins inside the block's row. */
  nextLine(from: Path): void {
    for (let to = 0; to < this.model.kinds.length; to++) {
      const cell = from.cells[to];
      if (isLive(from, to) && cell !== null && cell !== undefined) {
        const ahead = cell.top + cell.lines - from.height;
        if (ahead <= 1 && (ahead > 0 || (ahead === 0 && to > from.column))) this.goOn(from, to, 0, false);
        continue;
      }
      if (to > from.column)
        this.begin(from, to, from.blockRow, from.live, from.height, from.height === 0 ? 0 : 0.2);
      this.begin(from, to, from.blockRow, from.live, from.height + 0.5, 0.2);
      if (to <= from.column) this.begin(from, to, from.blockRow, from.live, from.height + 1, 0.4);
    }
  }

  /** A line begins the block's next row. */
  nextRow(from: Path): void {
    for (let to = 0; to < this.model.kinds.length; to++) {
      this.begin(from, to, from.blockRow + 1, 0, 0, NEW_CELL);
      if (isLive(from, to)) this.begin(from, to, from.blockRow + 2, 0, 0, NEW_CELL + 0.3);
    }
  }

  /** A line begins a block: in any column, at that column's next row, or with the rest of its last cell. */
  nextBlock(from: Path, pageStart: boolean): void {
    for (let to = 0; to < this.model.kinds.length; to++) {
      const row = (from.rows[to] ?? -1) + 1;
      this.begin(from, to, row, 0, 0, 0);
      this.begin(from, to, row + 1, 0, 0, 0.3);
      const cell = from.cells[to];
      if (cell === null || cell === undefined) continue;
      const refund = endCost(this.model.kinds[to] ?? 'note', cell);
      const open = { ...cell, top: 0, lines: 0 };
      const cells = from.cells.slice();
      cells[to] = open;
      const key = mixed(rowsKey(from, to, row - 1), this.word.token.start, to, 30);
      const reopened = { ...from, cells, live: 1 << to, blockRow: row - 1, height: 0, key };
      this.goOn(reopened, to, (pageStart ? 0.2 : REOPEN) - refund, false);
    }
  }

  pageNumber(from: Path, line: BodyLine): void {
    this.put({
      ...from,
      cost: from.cost + (line.pageEdge ? -1.5 : 3),
      key: mixed(from.key, this.word.token.start, 14, 0),
      step: this.#step(from, PAGE, from.blockRow, true, 0),
    });
  }

  cheapest(): readonly Path[] {
    return [...this.#next.values()].sort((a, b) => a.cost - b.cost).slice(0, this.model.beam);
  }
}

/** Tells paths apart by the rows that their columns have come to. */
function rowsKey(from: Path, column: number, row: number): number {
  let key = 7;
  from.rows.forEach((at, c) => {
    key = mixed(key, c === column ? row : at, c, 1);
  });
  return key;
}

/** Finds the cheapest way to put the words of blocks into rows and cells. Linear in the words, times the beam. */
export function scatter(lines: readonly BodyLine[], model: Model): Segmentation | null {
  const start: Path = {
    cost: 0,
    rows: model.kinds.map(() => -1),
    cells: model.kinds.map(() => null),
    live: 0,
    blockRow: -1,
    column: GROUP,
    height: 0,
    number: 0,
    groups: [],
    key: 0,
    step: null,
  };
  let paths: readonly Path[] = [start];
  for (const [at, line] of lines.entries()) {
    if (line.newPage && at > 0)
      paths = paths
        .map((path) => onNewPage(closed(path, model), model))
        .map((path) => ({ ...path, live: 0 }));
    for (const [i, word] of wordsOf(lines, at, model).entries()) {
      const frontier = new Frontier(model, word);
      for (const path of paths) {
        if (i > 0) {
          if (path.step?.column === PAGE) continue;
          frontier.stay(path);
          frontier.split(path);
          continue;
        }
        const over = closed(path, model);
        if (line.blockStart || path.live === 0) frontier.nextBlock(over, line.pageStart);
        else {
          frontier.nextLine(path);
          frontier.nextRow(over);
        }
        if (line.mayBePageNumber) frontier.pageNumber(path, line);
      }
      paths = frontier.cheapest();
      if (paths.length === 0) return null;
    }
  }
  const ends = paths
    .map((path) => ({ path, cost: closed(path, model).cost + unfinished(path, model) }))
    .sort((a, b) => a.cost - b.cost);
  const [first, second] = ends;
  if (first === undefined) return null;
  const placed: Placed[] = [];
  for (let step = first.path.step; step !== null; step = step.back) placed.push(step);
  return { cost: first.cost, secondCost: second?.cost ?? Number.POSITIVE_INFINITY, placed: placed.reverse() };
}
