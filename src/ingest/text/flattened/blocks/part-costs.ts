import { endCost, goOnCost, stayOn } from '../evidence.js';
import type { Model } from '../model.js';
import { begun, type CellState, grown } from '../path.js';
import { knownCell, overflow } from '../row-costs.js';
import type { Word } from '../words.js';
import { breakCost } from './measure-columns.js';

/** A printed line of one column. */
export interface Part {
  readonly words: readonly Word[];
  /** Place of its flow on the page, and its own place among all parts of the page. */
  readonly flow: number;
  readonly order: number;
  /** The row that its flow was placed in, on its page. */
  readonly row: number;
  /** Whether the file has it right after another cell of its row. */
  readonly beside: boolean;
}

/** A blank line never stands inside a cell, unless its paragraphs stand apart. */
const BLANK_INSIDE = 3.5;
/** A cell seldom begins in lower case. */
export const LOWER = 1.6;
/** Its flow by itself was read as two cells. */
const PARTED = 2;
const MOST_LINES = 45;
const DEAREST = 16;
/** A cell that goes on from the page before: by how its first word begins. */
const RESUMED = { lower: 0.2, other: 4 };

/** By a cell's first part, then by how many parts it has less one: what such a cell costs. */
export interface PartCosts {
  readonly fresh: readonly (readonly number[])[];
  /** The first cell, if it goes on from the page before. */
  readonly resumed: readonly number[];
}

function costsFrom(
  parts: readonly Part[],
  from: number,
  column: number,
  model: Model,
  resumed: boolean,
): readonly number[] {
  const kind = model.kinds[column] ?? 'note';
  const width = model.widths[column] ?? { low: 20, high: 40 };
  const costs: number[] = [];
  let cell: CellState | null = null;
  let cost = 0;
  for (let i = from; i < parts.length && i < from + MOST_LINES; i++) {
    const part = parts[i];
    if (part === undefined) break;
    const above = parts[i - 1];
    if (i > from && part.flow !== above?.flow) cost += BLANK_INSIDE;
    else if (i > from && part.row !== above?.row) cost += PARTED;
    for (const [n, { facts, holds }] of part.words.entries()) {
      if (cell === null) {
        cost += resumed
          ? facts.lower
            ? RESUMED.lower
            : RESUMED.other
          : facts.start[kind] + (facts.lower && kind !== 'measure' ? LOWER : 0);
        cell = begun(facts, 0);
      } else if (n === 0) {
        cost +=
          goOnCost(kind, cell, facts) +
          breakCost(cell, facts, width) -
          0.7 * holds(cell.lastButOne?.word ?? '', cell.last.word);
        cell = grown(cell, facts, true);
      } else {
        const longer = cell.length + 1 + facts.word.length;
        cost += stayOn(kind, cell, facts) + overflow(longer, width) - overflow(cell.length, width);
        cell = grown(cell, facts, false);
      }
    }
    if (cell === null) break;
    if (cost > DEAREST && costs.length > 0) break;
    costs.push(cost + endCost(kind, cell) - knownCell(model, column, cell));
    if (kind === 'number') break;
  }
  return costs;
}

/** What the cells that a column's parts may make cost. */
export function partCosts(parts: readonly Part[], column: number, model: Model): PartCosts {
  return {
    fresh: parts.map((_, from) => costsFrom(parts, from, column, model, false)),
    resumed: costsFrom(parts, 0, column, model, true),
  };
}
