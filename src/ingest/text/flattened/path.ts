import type { CellEnd, WordFacts } from './evidence.js';
import type { Token } from './tokens.js';

/** A cell of the row at hand, as far as it was read. */
export interface CellState extends CellEnd {
  /** Characters on its last printed line. */
  readonly length: number;
  readonly lines: number;
  /** Height of its first line below the row's first one, in lines; read across, a multiple of one half. */
  readonly top: number;
  readonly text: string;
}

/** One word's place, linked to the one before it. */
export interface Step {
  readonly token: Token;
  readonly column: number;
  readonly row: number;
  /** Whether it begins a new printed line of its cell. */
  readonly opensLine: boolean;
  /** Of a cell's first word, read across: how many lines below the row's top it stands. */
  readonly height: number;
  readonly back: Step | null;
}

/** One way to read all words so far. */
export interface Path {
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

/** A cell that begins with `word`, `top` lines below its row's first line. */
export const begun = (word: WordFacts, top: number): CellState => ({
  length: word.word.length,
  lines: 1,
  top,
  text: word.word,
  first: word,
  last: word,
  lastButOne: null,
  parentheses: word.parentheses,
});

/** The cell with `word` added, on its last line or on a new one. */
export const grown = (cell: CellState, word: WordFacts, newLine: boolean): CellState => ({
  length: newLine ? word.word.length : cell.length + 1 + word.word.length,
  lines: newLine ? cell.lines + 1 : cell.lines,
  top: cell.top,
  text: `${cell.text} ${word.word}`,
  first: cell.first,
  last: word,
  lastButOne: cell.last,
  parentheses: Math.max(0, cell.parentheses + word.parentheses),
});

/** A 52-bit hash of `key` and one more cut: where in the file, into which column, how far down. */
export function mixed(key: number, at: number, column: number, height: number): number {
  const cut = (at * 16 + column) * 64 + height * 2;
  const low = Math.imul((key & 0x3ffffff) ^ cut, 0x9e3779b1) >>> 6;
  const high = Math.imul((Math.floor(key / 0x4000000) & 0x3ffffff) ^ (cut + 0x5bd1e995), 0x85ebca6b) >>> 6;
  return (high ^ (low >>> 13)) * 0x4000000 + (low ^ (high & 0x1fff));
}
