import type { CostItem } from './cost-items.js';
import type { CostRow } from './cost-rows.js';
import type { CostKind } from './cost-titles.js';
import { neighbourCost, type Place } from './neighbours.js';
import { same } from './sums.js';

/** A figure, measure or note that is to be placed, or a number or content that is placed already. */
export interface Placeable {
  readonly item: CostItem;
  readonly place: Place | null;
  readonly kind: 'figure' | 'measure' | 'note' | 'fixed';
}

/** By item: its row (-1: none yet) and its column. */
export interface Places {
  readonly rows: Int16Array;
  readonly columns: Int8Array;
}

/** Items of a quantity, a unit price and the amount that they make. */
export type Triple = readonly [quantity: number, price: number, amount: number];

/** Figures of a flow, from its first one that has no place yet, that a row may take. */
const AHEAD = 4;
/** Quantities are smaller. */
const LARGEST_QUANTITY = 100_000;

/** What the figures of one table tell by their sizes, their products and their places in the file. */
export class FigureEvidence {
  readonly quantity: number;
  readonly price: number;
  readonly amount: number;
  readonly measure: number;
  readonly note: number;
  readonly triples: readonly Triple[];
  readonly #flows: readonly (readonly number[])[];
  /** By item: 0 where it is in no product, 1 where in any, 2 where in one whose figures stand alike in the file. */
  readonly multiplied: Uint8Array;
  /** By item: which of the figures it is, in the order of the file. */
  readonly #order: ReadonlyMap<number, number>;
  /** By item: what it may be by its looks and its flow's, a small number or an amount of money. */
  readonly #classes: readonly string[];
  readonly #pages: readonly (readonly number[])[];

  constructor(
    readonly items: readonly Placeable[],
    readonly rows: readonly CostRow[],
    readonly kinds: readonly CostKind[],
    /** Amounts are at least so large. */
    readonly least: number,
  ) {
    this.quantity = kinds.indexOf('quantity');
    this.price = kinds.indexOf('price');
    this.amount = kinds.indexOf('amount');
    this.measure = kinds.indexOf('measure');
    this.note = kinds.indexOf('note');
    this.#pages = rows.map(({ content, number }) =>
      [...content, ...(number === null ? [] : [number])].map((one) => one.page),
    );
    const flows = new Map<number, number[]>();
    items.forEach(({ item, kind }, i) => {
      if (kind !== 'fixed') flows.set(item.flow, [...(flows.get(item.flow) ?? []), i]);
    });
    this.#flows = [...flows.values()];
    this.#classes = this.#classesOf();
    this.#order = new Map(
      items.flatMap(({ kind }, i) => (kind === 'figure' ? [i] : [])).map((i, n) => [i, n] as const),
    );
    this.triples = this.quantity >= 0 && this.price >= 0 ? this.#findTriples() : [];
    this.multiplied = new Uint8Array(items.length);
    for (const triple of this.triples) {
      const level = this.areAlike(triple) ? 2 : 1;
      for (const i of triple) this.multiplied[i] = Math.max(this.multiplied[i] ?? 0, level);
    }
  }

  #classesOf(): readonly string[] {
    const classes = this.items.map(({ kind }): string => (kind === 'figure' ? 'money' : kind));
    for (const flow of this.#flows) {
      const figures = flow.filter((i) => this.items[i]?.kind === 'figure');
      if (figures.every((i) => /^\d{1,3}$/u.test(this.items[i]?.item.text ?? '')))
        for (const i of figures) classes[i] = 'small';
    }
    return classes;
  }

  /** Whether the figures of a row stand alike in the file: one after another, or at one height of flows side by side. */
  areAlike([q, p, a]: Triple): boolean {
    const side = (left: number, right: number): boolean => {
      const apart = (this.items[right]?.item.flow ?? 0) - (this.items[left]?.item.flow ?? 0);
      if (this.#order.get(right) === (this.#order.get(left) ?? -9) + 1) return true;
      return (apart === 1 || apart === 2) && this.#inFlow(left) === this.#inFlow(right);
    };
    return q < p && p < a && side(q, p) && side(p, a);
  }

  /** Which of its flow's figures it is. */
  #inFlow(i: number): number {
    const flow = this.items[i]?.item.flow;
    let n = 0;
    for (let k = i - 1; k >= 0 && this.items[k]?.item.flow === flow; k--)
      if (this.items[k]?.kind === 'figure') n++;
    return n;
  }

  #findTriples(): readonly Triple[] {
    const found: Triple[] = [];
    const figures = this.items.flatMap(({ kind, item }, i) =>
      kind === 'figure' && (item.value ?? 0) > 0 ? [[i, item.value ?? 0] as const] : [],
    );
    for (const [a, amount] of figures)
      for (const [q, quantity] of figures) {
        if (q === a || quantity >= LARGEST_QUANTITY) continue;
        for (const [p, price] of figures)
          if (p !== a && p !== q && same(price * quantity, amount)) found.push([q, p, a]);
      }
    return found;
  }

  /** What a column costs a figure by its size alone. */
  #sizeCost(column: number, i: number): number {
    const value = this.items[i]?.item.value ?? 0;
    const text = this.items[i]?.item.text ?? '';
    if (column === this.quantity) return (value >= 10_000 ? 3 : 0) + (Number.isInteger(value) ? 0 : 0.6);
    return (value < this.least ? 3 : 0) + (/^0\d$/u.test(text) ? 2 : 0);
  }

  /** What it costs to put item `i` in its place, by its neighbours in the file that have theirs. */
  cellCost(state: Places, row: number, column: number, i: number): number {
    const one = this.items[i];
    if (one === undefined) return 99;
    const here = { row, column };
    let cost = one.kind === 'figure' ? this.#sizeCost(column, i) : 0;
    const before = this.items[i - 1];
    const above = state.rows[i - 1] ?? -1;
    if (before !== undefined && above >= 0)
      cost += neighbourCost(before.item, { row: above, column: state.columns[i - 1] ?? 0 }, one.item, here);
    const next = this.items[i + 1];
    const below = state.rows[i + 1] ?? -1;
    if (next !== undefined && below >= 0)
      cost += neighbourCost(one.item, here, next.item, { row: below, column: state.columns[i + 1] ?? 0 });
    return cost + this.#pageCost(row, one.item);
  }

  /** An item stands on the page of its row. */
  #pageCost(row: number, item: CostItem): number {
    const pages = this.#pages[row] ?? [];
    return pages.length === 0 || pages.includes(item.page) ? 0 : 4;
  }

  /** By item: 1 where a row may take it next; those of its flow before it have a place, or nearly all. */
  open(state: Places): Uint8Array {
    const open = new Uint8Array(this.items.length);
    for (const flow of this.#flows) {
      let free = 0;
      for (const i of flow) {
        if ((state.rows[i] ?? -1) >= 0) continue;
        if (free++ >= AHEAD) break;
        open[i] = 1;
      }
    }
    return open;
  }

  /** By item: flows further up in the file that hold such items, too, and that no row has touched yet. */
  passedOver(state: Places): Float32Array {
    const passed = new Float32Array(this.items.length);
    const free = new Map<string, number>();
    for (const flow of this.#flows) {
      const touched = flow.some((i) => (state.rows[i] ?? -1) >= 0);
      const classes = new Set<string>();
      for (const i of flow) {
        const own = this.#classes[i] ?? '';
        passed[i] = Math.min(3, free.get(own) ?? 0);
        classes.add(own);
      }
      if (!touched) for (const own of classes) free.set(own, (free.get(own) ?? 0) + 1);
    }
    return passed;
  }
}
