import type { ColumnKind } from './kinds.js';
import type { Token } from './tokens.js';
import type { Width } from './widths.js';

/** How cells were written out: one after another, line by line across the page, or in blocks read across. */
export type Order = 'cell-by-cell' | 'across' | 'in-blocks';

/** A line of the table's body. */
export interface BodyLine {
  readonly tokens: readonly Token[];
  /** A page may begin here. */
  readonly pageStart: boolean;
  /** The page surely ends or begins here (a form feed). */
  readonly pageEdge: boolean;
  readonly gap: number;
  /** A lone number: it may be the page's. */
  readonly mayBePageNumber: boolean;
}

/** What is known of a table while it is read. */
export interface Model {
  readonly kinds: readonly ColumnKind[];
  readonly order: Order;
  readonly widths: readonly Width[];
  /** By column: what it costs that a row has no cell there. */
  readonly missing: readonly number[];
  /** Read across: what it costs that a column's cell stands at the top or in the middle of its row. */
  readonly stands: readonly { readonly top: number; readonly middle: number }[];
  /** Whole cells seen before, by column: they make the same words likely to be a cell again. */
  readonly known: readonly ReadonlySet<string>[];
  /** Pairs of words that the running text has side by side. */
  readonly neighbours: ReadonlySet<string>;
  /** Where blanks keep the columns: what each column costs a word by its place on the line. */
  readonly places: ReadonlyMap<Token, readonly number[]> | null;
  /** How many paths to follow; in blocks 0 before columns were measured, 1 for few paths, 2 for many. */
  readonly beam: number;
}
