import { cohesion } from './compounds.js';
import { beginsGroup, type CellEnd, endCost, factsOf, goOnCost, stayOn, type WordFacts } from './evidence.js';
import type { ColumnKind } from './kinds.js';
import type { Token } from './tokens.js';
import type { Width } from './widths.js';

/** How a row's cells were written out: one after another, or line by line across the page. */
export type Order = 'cell-by-cell' | 'across';

/** A line of the table's body. */
export interface BodyLine {
  readonly tokens: readonly Token[];
  /** A page may begin here. */
  readonly pageStart: boolean;
  /** The page surely ends or begins here (a form feed). */
  readonly pageEdge: boolean;
  readonly gap: number;
  /** A lone number between pages: it may be the page's. */
  readonly mayBePageNumber: boolean;
}

export interface Model {
  readonly kinds: readonly ColumnKind[];
  readonly order: Order;
  readonly widths: readonly Width[];
  readonly missing: readonly number[];
  /** Read across: what it costs that a column's cell stands at the top or in the middle of its row. */
  readonly stands: readonly { readonly top: number; readonly middle: number }[];
  /** Whole cells seen before, by column: they make the same words likely to be a cell again. */
  readonly known: readonly ReadonlySet<string>[];
  /** Pairs of words that the running text has side by side. */
  readonly neighbours: ReadonlySet<string>;
  readonly beam: number;
}

/** Where a token went: a column, `GROUP` (a heading over rows) or `PAGE` (a page's number). */
export interface Placed {
  readonly token: Token;
  readonly column: number;
  readonly row: number;
  /** Whether it begins a new printed line of its cell. */
  readonly opensLine: boolean;
  /** Of a cell's first word, read across: how many lines below the row's top it stands. */
  readonly height: number;
}
export const GROUP = -1;
export const PAGE = -2;

export interface Segmentation {
  readonly cost: number;
  /** Cost of the next best reading of all lines; Infinity where there is none. */
  readonly secondCost: number;
  readonly placed: readonly Placed[];
}

interface CellState extends CellEnd {
  /** Characters on its last printed line. */
  readonly length: number;
  readonly lines: number;
  /** Height of its first line below the row's first one, in lines; read across, a multiple of one half. */
  readonly top: number;
  readonly text: string;
}

interface Path {
  readonly cost: number;
  readonly cells: readonly (CellState | null)[];
  readonly column: number;
  readonly row: number;
  /** Height of the last printed line, and its column: read across, lines come by height, then by column. */
  readonly height: number;
  readonly number: number;
  readonly unnumbered: number;
  /** Paths whose rows so far are cut alike are told by this hash, whatever the rows before. */
  readonly key: number;
  /** Set after a page break inside a row: its cells may go on in column order. */
  readonly resumed: boolean;
  readonly step: Step | null;
}

interface Step {
  readonly token: Token;
  readonly column: number;
  readonly row: number;
  readonly opensLine: boolean;
  readonly height: number;
  readonly back: Step | null;
}

const NEW_ROW = 0.4;
const SPLIT = 0.8;
const PRUNE = 14;

function numberCost(path: Path, word: string, fresh: boolean): { cost: number; value: number } {
  const digits = /^\(?(\d{1,3})[.)]?$/u.exec(word);
  if (digits === null) {
    const last = /(\d{1,3})[.)]?$/u.exec(word);
    return { cost: last === null ? 1.5 : 0.4, value: path.number };
  }
  const value = Number(digits[1]);
  const skipped = path.unnumbered + (fresh ? 0 : 0);
  if (value > path.number && value <= path.number + 1 + skipped) return { cost: -2.2, value };
  if (value === 1) return { cost: 0.8, value };
  if (value > path.number && value <= path.number + 3) return { cost: 2.5, value };
  return { cost: 6, value };
}

function wrapCost(cell: CellState, next: WordFacts, width: Width): number {
  const free = width.low - (cell.length + 1 + next.word.length);
  const slack = 1 + width.low * 0.12;
  if (free <= slack) return -0.25;
  const excess = Math.min(3.5, 0.4 * (free - slack));
  return (cell.last.parts && !cell.last.hanging) || next.dash ? Math.min(0.4, excess) : excess;
}

/** Words are set in type of many widths: a tenth more characters than usual may fit a line. */
function overflow(length: number, width: Width): number {
  const most = width.high * 1.12 + 1;
  return length > most ? 0.5 * Math.min(length - most, 9) : 0;
}

/** Read across, two cells share a line only where the left one nearly fills its column. */
const room = (length: number, width: Width): number =>
  Math.min(4, 0.4 * Math.max(0, width.low * 0.9 - length - 2));

/** Read across, a cell stands at its row's top or in its middle; what it costs where it stands elsewhere. */
function placeCost(model: Model, path: Path): number {
  if (model.order !== 'across') return 0;
  const most = Math.max(...path.cells.map((c) => (c === null ? 0 : c.top + c.lines)));
  let cost = 0;
  path.cells.forEach((cell, column) => {
    if (cell === null || cell.lines === most) return;
    const stands = model.stands[column];
    if (cell.top === 0) cost += stands?.top ?? 0;
    else if (cell.top === (most - cell.lines) / 2) cost += stands?.middle ?? 0;
    else cost += 1.8;
  });
  return cost;
}

function closeRow(model: Model, path: Path): number {
  const total = path.cells.some((cell) => cell?.first.total === true);
  let cost = placeCost(model, path);
  const sums = model.kinds.lastIndexOf('money');
  if (total && sums >= 0 && path.cells[sums] === null) cost += 1.5;
  path.cells.forEach((cell, column) => {
    if (cell === null) cost += (model.missing[column] ?? 0) * (total ? 0.1 : 1);
    else {
      cost += endCost(model.kinds[column] ?? 'content', cell);
      const known = model.known[column];
      if (known !== undefined && known.size > 0 && known.has(cell.text)) cost -= 1.2;
    }
  });
  return cost;
}

const UNKNOWN: Width = { low: 0, high: 999 };
const NONE: readonly (CellState | null)[] = [];

/** Finds the cheapest way to put the lines' words into rows and cells. Linear in the words, times the beam. */
export function segment(lines: readonly BodyLine[], model: Model): Segmentation | null {
  const columns = model.kinds.length;
  const empty: readonly (CellState | null)[] = Array.from({ length: columns }, () => null);
  let paths: readonly Path[] = [
    {
      cost: 0,
      cells: NONE,
      column: GROUP,
      row: -1,
      height: 0,
      number: 0,
      unnumbered: 0,
      key: 0,
      resumed: false,
      step: null,
    },
  ];

  for (const [at, line] of lines.entries()) {
    const texts = line.tokens.map((t) => t.text);
    const ahead =
      model.order === 'cell-by-cell'
        ? [
            ...texts,
            ...(lines[at + 1]?.tokens ?? []).map((t) => t.text),
            ...(lines[at + 2]?.tokens ?? []).map((t) => t.text),
          ]
        : texts;
    const rests = texts.map((_, i) => ahead.slice(i, i + 8).join(' '));
    const group = beginsGroup(texts.join(' '));
    for (const [i, token] of line.tokens.entries()) {
      const rest = rests[i] ?? '';
      const facts = factsOf(rest);
      const { word } = facts;
      const length = word.length;
      const before =
        i > 0
          ? (texts[i - 1] ?? '')
          : model.order === 'cell-by-cell'
            ? (lines[at - 1]?.tokens.at(-1)?.text ?? '')
            : '';
      const held =
        before === '' ? 0 : cohesion(i > 1 ? (texts[i - 2] ?? '') : '', before, word, model.neighbours);
      const starts = model.kinds.map((kind) => facts.start[kind]);
      const next = new Map<number, Path>();
      let best = Number.POSITIVE_INFINITY;
      const offer = (path: Path): void => {
        if (path.cost > best + PRUNE) return;
        const old = next.get(path.key);
        if (old !== undefined && old.cost <= path.cost) return;
        if (path.cost < best) best = path.cost;
        next.set(path.key, path);
      };
      const begin = (from: Path, column: number, extra: number, fresh: boolean, height: number): void => {
        const start = starts[column] ?? 9;
        if (start >= 9) return;
        let cost = from.cost + start + extra + held;
        let number = from.number;
        let unnumbered = from.unnumbered;
        if (model.kinds[column] === 'number') {
          const numbered = numberCost(from, word, fresh);
          cost += numbered.cost;
          number = numbered.value;
          unnumbered = 0;
        }
        if (cost > best + PRUNE) return;
        const cells = (fresh ? empty : from.cells).slice();
        cells[column] = {
          length,
          lines: 1,
          top: height,
          text: word,
          first: facts,
          last: facts,
          lastButOne: null,
          parentheses: facts.parentheses,
        };
        const row = fresh ? from.row + 1 : from.row;
        offer({
          cost,
          cells,
          column,
          row,
          height,
          number,
          unnumbered,
          key: mixed(fresh ? 0 : from.key, token.start, column, height),
          resumed: fresh ? false : from.resumed,
          step: { token, column, row, opensLine: true, height, back: from.step },
        });
      };
      const goOn = (from: Path, column: number, extra: number): void => {
        const cell = from.cells[column];
        const kind = model.kinds[column];
        if (cell === null || cell === undefined || kind === undefined) return;
        const cost =
          from.cost +
          extra +
          goOnCost(kind, cell, facts) +
          wrapCost(cell, facts, model.widths[column] ?? UNKNOWN) -
          0.7 * cohesion(cell.lastButOne?.word ?? '', cell.last.word, word, model.neighbours) +
          (i > 0 ? held : 0);
        if (cost > best + PRUNE) return;
        const cells = from.cells.slice();
        cells[column] = { ...grown(cell, facts), length, lines: cell.lines + 1 };
        offer({
          ...from,
          cost,
          cells,
          column,
          height: model.order === 'across' ? cell.top + cell.lines : from.height,
          key: mixed(from.key, token.start, column, 0),
          step: { token, column, row: from.row, opensLine: true, height: 0, back: from.step },
        });
      };
      for (const path of paths) {
        if (i > 0) {
          const { column } = path;
          if (column < 0) {
            offer({
              ...path,
              step: { token, column, row: path.row, opensLine: false, height: 0, back: path.step },
            });
            continue;
          }
          const cell = path.cells[column];
          const kind = model.kinds[column];
          if (cell === null || cell === undefined || kind === undefined) continue;
          const longer = cell.length + 1 + length;
          const width = model.widths[column] ?? UNKNOWN;
          const cost =
            path.cost + stayOn(kind, cell, facts) + overflow(longer, width) - overflow(cell.length, width);
          if (cost <= best + PRUNE) {
            const cells = path.cells.slice();
            cells[column] = grown(cell, facts);
            offer({
              ...path,
              cost,
              cells,
              step: { token, column, row: path.row, opensLine: false, height: 0, back: path.step },
            });
          }
          const split =
            SPLIT + (model.order === 'across' && kind !== 'number' ? room(cell.length, width) : 0);
          for (let to = column + 1; to < columns; to++) {
            if (path.cells[to] === null) {
              if (
                model.order === 'cell-by-cell' &&
                path.cells.some((c, n) => n > to && c !== null && !path.resumed)
              )
                continue;
              begin(path, to, split, false, path.height);
            } else if (model.order === 'across') {
              const there = path.cells[to];
              if (there !== undefined && there !== null && there.top + there.lines === path.height)
                goOn(path, to, split);
            } else if (path.resumed) goOn(path, to, split);
          }
          continue;
        }
        // A line begins.
        if (path.column === GROUP && path.row >= 0 && facts.lower)
          offer({
            ...path,
            step: { token, column: GROUP, row: path.row, opensLine: true, height: 0, back: path.step },
          });
        const started = path.row >= 0 && path.column !== GROUP;
        if (started) {
          const resume = line.pageStart && model.order === 'cell-by-cell';
          for (let to = 0; to < columns; to++) {
            const cell = path.cells[to];
            if (cell === null || cell === undefined) {
              if (model.order === 'across') {
                if (to > path.column) begin(path, to, path.height === 0 ? 0 : 0.2, false, path.height);
                begin(path, to, 0.2, false, path.height + 0.5);
                if (to <= path.column) begin(path, to, 0.4, false, path.height + 1);
              } else if (to > path.column || model.kinds[to] === 'number')
                begin(path, to, to > path.column ? 0 : 1.5, false, 0);
            } else if (model.order === 'across') {
              const height = cell.top + cell.lines;
              const ahead = height - path.height;
              if (ahead <= 1 && (ahead > 0 || (ahead === 0 && to > path.column))) goOn(path, to, 0);
            } else if (to === path.column) goOn(path, to, 0);
            else if (resume) goOn({ ...path, resumed: true }, to, 0.8);
            else if (path.resumed && to > path.column) goOn(path, to, 0.3);
          }
        }
        const closed = started ? closeRow(model, path) : 0;
        const after: Path = {
          ...path,
          cost: path.cost + closed,
          unnumbered: path.unnumbered + (started && path.cells[0] === null ? 1 : 0),
        };
        for (let to = 0; to < columns; to++) begin(after, to, NEW_ROW + rowStartCost(model, to), true, 0);
        if (group)
          offer({
            ...after,
            cost: after.cost + 0.6,
            cells: empty,
            column: GROUP,
            row: after.row + 1,
            height: 0,

            key: mixed(0, token.start, columns, 0),
            resumed: false,
            step: { token, column: GROUP, row: after.row + 1, opensLine: true, height: 0, back: path.step },
          });
        if (line.mayBePageNumber)
          offer({
            ...path,
            cost: path.cost + (line.pageEdge ? -1.5 : line.gap > 1 ? 0.8 : 3),
            key: mixed(path.key, token.start, columns + 1, 0),
            step: { token, column: PAGE, row: path.row, opensLine: true, height: 0, back: path.step },
          });
      }
      paths = [...next.values()].sort((a, b) => a.cost - b.cost).slice(0, model.beam);
      if (paths.length === 0) return null;
    }
  }
  const ends = paths
    .map((path) => ({ path, cost: path.cost + (path.column === GROUP ? 0 : closeRow(model, path)) }))
    .sort((a, b) => a.cost - b.cost);
  const [first, second] = ends;
  if (first === undefined) return null;
  const placed: Placed[] = [];
  for (let step = first.path.step; step !== null; step = step.back) placed.push(step);
  return { cost: first.cost, secondCost: second?.cost ?? Number.POSITIVE_INFINITY, placed: placed.reverse() };
}

const rowStartCost = (model: Model, column: number): number => {
  if (column === 0) return 0;
  if (model.order === 'across') return 0;
  return model.kinds[0] === 'number' ? (column === 1 ? 0.3 : 3) : 3;
};

const grown = (cell: CellState, word: WordFacts): CellState => ({
  ...cell,
  length: cell.length + 1 + word.word.length,
  text: `${cell.text} ${word.word}`,
  last: word,
  lastButOne: cell.last,
  parentheses: Math.max(0, cell.parentheses + word.parentheses),
});

/** A 52-bit hash of `key` and one more cut. */
function mixed(key: number, at: number, column: number, height: number): number {
  const cut = (at * 16 + column) * 64 + height * 2;
  const low = Math.imul((key & 0x3ffffff) ^ cut, 0x9e3779b1) >>> 6;
  const high = Math.imul((Math.floor(key / 0x4000000) & 0x3ffffff) ^ (cut + 0x5bd1e995), 0x85ebca6b) >>> 6;
  return (high ^ (low >>> 13)) * 0x4000000 + (low ^ (high & 0x1fff));
}
