import { endCost } from '../evidence.js';
import type { Model } from '../model.js';
import type { CellState, Step } from '../path.js';
import type { Word } from '../words.js';
import { HEADING_NUMERAL, rowNumber } from './numerals.js';

/** A cell of a band. */
export interface BandCell {
  readonly column: number;
  readonly lines: number;
  /** Value of a row's number; null for other cells. */
  readonly value: number | null;
  /** A heading's numeral or a heading over rows. */
  readonly group: boolean;
  /** Goes on with a cell of the page before. */
  readonly resumed: boolean;
}

/** One way to read a flow: its words in columns and bands, each band a part of another row. */
export interface FlowParse {
  readonly cost: number;
  readonly bands: readonly (readonly BandCell[])[];
  readonly step: Step;
}

/** A cell of the band at hand, with a hash of its place, its height and the beginning of its last line. */
export interface FlowCell extends CellState {
  readonly mark: number;
  /** Whether its last line was written word by word. */
  readonly spread: boolean;
}

/** A 48-bit hash of four small numbers. */
export function hashed(a: number, b: number, c: number, d: number): number {
  const low = Math.imul(Math.imul(a ^ 0x2c1b3c6d, 0x85ebca6b) ^ (b * 4096 + c * 64 + d), 0x9e3779b1) >>> 0;
  const high = Math.imul((low ^ (low >>> 15)) + a * 31 + d, 0xc2b2ae35) >>> 0;
  return (high & 0x3fffff) * 0x4000000 + ((low ^ (high >>> 9)) & 0x3ffffff);
}

/** The mark of a cell of `column`, `top` lines below its band's first one, whose last of `lines` lines begins at `at`. */
export const markOf = (column: number, top: number, lines: number, at: number): number =>
  hashed(at, column, lines, 2 * top);

/** A cell that begins with the word. */
export const begunCell = ({ facts }: Word, top: number, mark: number): FlowCell => ({
  length: facts.word.length,
  lines: 1,
  top,
  text: facts.word,
  first: facts,
  last: facts,
  lastButOne: null,
  parentheses: facts.parentheses,
  mark,
  spread: false,
});

/** The cell with the word added to its last line, or below it where it gets another mark. */
export const grownCell = (cell: FlowCell, { facts }: Word, mark: number, spread = false): FlowCell => {
  const below = mark !== cell.mark;
  return {
    length: below ? facts.word.length : cell.length + 1 + facts.word.length,
    lines: below ? cell.lines + 1 : cell.lines,
    top: cell.top,
    text: `${cell.text} ${facts.word}`,
    first: cell.first,
    last: facts,
    lastButOne: cell.last,
    parentheses: Math.max(0, cell.parentheses + facts.parentheses),
    mark,
    spread,
  };
};

/** A flow as far as it was read. */
export interface FlowState {
  readonly cost: number;
  readonly cells: readonly (FlowCell | null)[];
  /** Bits of the columns used so far, of those in the band at hand, and of those begun in the middle of a cell. */
  readonly used: number;
  readonly live: number;
  readonly resumed: number;
  readonly band: number;
  readonly column: number;
  readonly height: number;
  readonly number: number | null;
  readonly bands: readonly (readonly BandCell[])[];
  /** Where the band at hand begins. */
  readonly start: number;
  /** Sum of the marks of the band's cells. */
  readonly marks: number;
  /** Paths of one key may go on alike. */
  readonly key: number;
  readonly step: Step | null;
}

/** A column's bit. */
export const bit = (column: number): number => 1 << column;

/** What a cell gains that stands elsewhere too: the longer it is, the less by chance. */
function knownGain(model: Model, column: number, cell: CellState): number {
  if (model.known[column]?.has(cell.text) !== true) return 0;
  const words = cell.text.split(' ').length;
  return Math.min(4, 0.12 * words ** 1.5);
}

const OFF = { unmeasured: 1.8, measured: 4 };

/** The cell with the most lines, the uppermost of several. */
function tallestOf(cells: readonly (CellState | null)[]): CellState | null {
  let tallest: CellState | null = null;
  for (const cell of cells) {
    if (cell === null) continue;
    const higher = tallest === null ? 1 : cell.lines - tallest.lines;
    if (tallest === null || higher > 0 || (higher === 0 && cell.top < tallest.top)) tallest = cell;
  }
  return tallest;
}

/** What it costs where a band's cell stands: all begin at one height, or all have their middle at one height. */
function standCost(model: Model, column: number, cell: CellState, tallest: CellState): number {
  if (cell === tallest) return 0;
  const stands = model.stands[column];
  const measured = model.beam > 0;
  const below = cell.top - tallest.top;
  const middle = Math.abs(below - (tallest.lines - cell.lines) / 2) <= (measured ? 0 : 0.5);
  const top = below === 0;
  if (middle && top) return Math.min(stands?.top ?? 0, stands?.middle ?? 0);
  if (middle) return stands?.middle ?? 0;
  if (top) return stands?.top ?? 0;
  return measured ? OFF.measured : OFF.unmeasured;
}

/** The band at hand is over: what its cells cost by their ends and places. */
export function closed(state: FlowState, model: Model): FlowState {
  const tallest = state.live === 0 ? null : tallestOf(state.cells);
  if (tallest === null) return state;
  let { cost } = state;
  const band: BandCell[] = [];
  for (let column = 0; column < state.cells.length; column++) {
    const cell = state.cells[column];
    if (cell === null || cell === undefined) continue;
    const kind = model.kinds[column] ?? 'note';
    cost += standCost(model, column, cell, tallest) + endCost(kind, cell) - knownGain(model, column, cell);
    const number = kind === 'number';
    band.push({
      column,
      lines: cell.lines,
      value: number ? rowNumber(cell.first.word) : null,
      group: (number || kind === 'content') && HEADING_NUMERAL.test(cell.first.word),
      resumed: state.bands.length === 0 && (state.resumed & bit(column)) !== 0,
    });
  }
  return { ...state, cost, bands: [...state.bands, band] };
}
