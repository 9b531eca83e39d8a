import { endCost } from '../evidence.js';
import type { Model } from '../model.js';
import type { CellState, Step } from '../path.js';
import { knownCell, placeCost } from '../row-costs.js';
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

/** A flow as far as it was read. */
export interface FlowState {
  readonly cost: number;
  readonly cells: readonly (CellState | null)[];
  /** Bits of the columns used so far, of those in the band at hand, and of those begun in the middle of a cell. */
  readonly used: number;
  readonly live: number;
  readonly resumed: number;
  readonly band: number;
  readonly column: number;
  readonly height: number;
  readonly number: number | null;
  readonly bands: readonly (readonly BandCell[])[];
  readonly key: number;
  readonly step: Step | null;
}

/** A column's bit. */
export const bit = (column: number): number => 1 << column;

/** The band at hand is over: what its cells cost by their ends and places. */
export function closed(state: FlowState, model: Model): FlowState {
  if (state.live === 0) return state;
  const live = state.cells.map((cell, column) => ((state.live & bit(column)) !== 0 ? cell : null));
  let cost = state.cost + placeCost(model, live);
  const band: BandCell[] = [];
  live.forEach((cell, column) => {
    if (cell === null) return;
    const kind = model.kinds[column] ?? 'note';
    cost += endCost(kind, cell) - knownCell(model, column, cell);
    const number = kind === 'number';
    band.push({
      column,
      lines: cell.lines,
      value: number ? rowNumber(cell.first.word) : null,
      group: (number || kind === 'content') && HEADING_NUMERAL.test(cell.first.word),
      resumed: state.bands.length === 0 && (state.resumed & bit(column)) !== 0,
    });
  });
  return { ...state, cost, bands: [...state.bands, band] };
}
