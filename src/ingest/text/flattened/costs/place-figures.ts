import type { CostRow } from './cost-rows.js';
import type { CostKind } from './cost-titles.js';
import { FigureEvidence, type Placeable } from './figure-evidence.js';
import type { Place } from './neighbours.js';
import { type Above, type Option, RowOptions } from './row-options.js';
import { ended, NO_SUMS, same, withHeading, withItem, withTotal } from './sums.js';

/*
 * Which row and column each figure has: row by row, from the top. The order of the file tells something, arithmetic
 * tells more: quantity and unit price make the amount, the amounts under a heading its sum. A figure is never moved
 * against the order of its own flow to make a sum right, so that an author's mistakes stay what they are.
 */

/** Where everything was placed. */
export interface PlacedFigures {
  readonly cost: number;
  /** By item; null where no place was found. */
  readonly places: readonly (Place | null)[];
  /** Equations that hold and that don't. */
  readonly right: number;
  readonly wrong: number;
  /** Items without a place. */
  readonly left: number;
}

/** States kept from row to row: few at first, more where the figures don't bear the reading out. */
const BEAM = { quick: 24, thorough: 100 } as const;
const LEFT_OVER = 5;

interface State extends Above {
  readonly cost: number;
  /** States of one key have the same items placed. */
  readonly key: number;
  /** The heading at hand, and the total over all rows, as long as they have no amount; -1 where none waits. */
  readonly heading: number;
  readonly top: number;
  readonly right: number;
  readonly wrong: number;
}

/** A number for each item, such that sums of different items differ. */
const weight = (i: number): number =>
  Math.floor(Math.abs(Math.sin(i * 12.9898 + 4.1) * 43758.5453) * 1e6) % 0xffffffffff;

/** A search of one table's figures among the rows given. */
class Search {
  readonly #options: RowOptions;

  constructor(readonly evidence: FigureEvidence) {
    this.#options = new RowOptions(evidence);
  }

  #expand(from: State, row: number): readonly State[] {
    const kind = this.evidence.rows[row]?.kind ?? 'item';
    return (kind === 'item' ? [from] : this.#settled(from)).flatMap((state) =>
      this.#options.of(state, row, kind).map((option) => this.#taken(state, row, kind, option)),
    );
  }

  /** A heading is over: the amount that comes to its rows' sum may be its own. */
  #settled(state: State): readonly State[] {
    const { sums, heading } = state;
    if (heading < 0 || sums.under === 0) return [state];
    return [state, ...this.#given(state, heading, [sums.under]).map((one) => ({ ...one, heading: -1 }))];
  }

  /** The state with a figure of one of these values as the amount of `row`. */
  #given(state: State, row: number, values: readonly number[]): readonly State[] {
    const isOpen = this.evidence.open(state);
    const found: State[] = [];
    this.evidence.items.forEach(({ kind, item }, i) => {
      const value = item.value ?? 0;
      if (isOpen[i] !== 1 || kind !== 'figure' || !values.some((one) => one > 0 && same(one, value))) return;
      const rows = state.rows.slice();
      const columns = state.columns.slice();
      rows[i] = row;
      columns[i] = this.evidence.amount;
      const isTop = row === state.top;
      const sums = isTop
        ? { ...state.sums, above: value }
        : { ...state.sums, heading: value, headings: state.sums.headings + value };
      const cost = state.cost + this.evidence.cellCost(state, row, this.evidence.amount, i);
      found.push({ ...state, rows, columns, key: state.key + weight(i), sums, cost });
    });
    return found.sort((a, b) => a.cost - b.cost).slice(0, 3);
  }

  #taken(state: State, row: number, kind: CostRow['kind'], option: Option): State {
    const rows = state.rows.slice();
    const columns = state.columns.slice();
    const last = [...state.last];
    let { key, sums, heading, top, right, wrong } = state;
    let cost = state.cost + option.cost;
    let amount: number | null = null;
    for (const [column, i] of option.cells) {
      rows[i] = row;
      columns[i] = column;
      last[column] = i;
      key += weight(i);
      if (column === this.evidence.amount) amount = this.evidence.items[i]?.item.value ?? 0;
    }
    if (option.product === true) right++;
    if (option.product === false) wrong++;
    if (kind === 'item') sums = withItem(sums, amount ?? 0);
    else {
      const summed = kind === 'group' ? withHeading(sums, amount) : withTotal(sums, amount);
      heading = kind === 'group' && amount === null ? row : -1;
      if (kind === 'total' && row === 0 && amount === null) top = row;
      sums = summed.sums;
      cost += summed.cost;
      right += summed.right;
      wrong += summed.wrong;
    }
    return { cost, rows, columns, key, last, sums, heading, top, right, wrong };
  }

  run(beam: number): readonly PlacedFigures[] {
    const rows = new Int16Array(this.evidence.items.length).fill(-1);
    const columns = new Int8Array(this.evidence.items.length);
    this.evidence.items.forEach(({ place }, i) => {
      if (place === null) return;
      rows[i] = place.row;
      columns[i] = place.column;
    });
    const none = {
      key: 0,
      last: this.evidence.kinds.map(() => -1),
      sums: NO_SUMS,
      heading: -1,
      top: -1,
      right: 0,
      wrong: 0,
    };
    let states: readonly State[] = [{ cost: 0, rows, columns, ...none }];
    for (let row = 0; row < this.evidence.rows.length; row++) {
      const next = new Map<number, State>();
      for (const state of states)
        for (const longer of this.#expand(state, row)) {
          const old = next.get(longer.key);
          if (old === undefined || longer.cost < old.cost) next.set(longer.key, longer);
        }
      states = [...next.values()].sort((a, b) => a.cost - b.cost).slice(0, beam);
    }
    return states
      .flatMap((state) => this.#settled(state))
      .flatMap((state) =>
        state.top < 0
          ? [state]
          : [state, ...this.#given(state, state.top, [state.sums.items, state.sums.headings])],
      )
      .map((state) => this.#ended(state))
      .sort((a, b) => a.cost - b.cost);
  }

  #ended(state: State): PlacedFigures {
    const end = ended(state.sums);
    const places = this.evidence.items.map((_, i): Place | null => {
      const row = state.rows[i] ?? -1;
      return row < 0 ? null : { row, column: state.columns[i] ?? 0 };
    });
    const left = places.filter((place) => place === null).length;
    return {
      cost: state.cost + end.cost + LEFT_OVER * left,
      places,
      right: state.right + end.right,
      wrong: state.wrong + end.wrong,
      left,
    };
  }
}

/** The cheapest ways to put a table's figures, measures and notes in its rows, cheapest first. */
export function placeFigures(
  items: readonly Placeable[],
  rows: readonly CostRow[],
  kinds: readonly CostKind[],
  least: number,
  thorough: boolean,
): readonly PlacedFigures[] {
  return new Search(new FigureEvidence(items, rows, kinds, least)).run(thorough ? BEAM.thorough : BEAM.quick);
}
