import type { CostRow } from './cost-rows.js';
import type { FigureEvidence, Placeable, Places } from './figure-evidence.js';
import { type Sums, same } from './sums.js';

/** Cells that a row takes: by column, items' indices. */
export interface Option {
  readonly cells: readonly (readonly [column: number, item: number])[];
  readonly cost: number;
  /** Whether quantity and price make the amount; null where one of them is missing. */
  readonly product: boolean | null;
  /** What of the cost was for flows passed over: a row jumps once. */
  readonly passed: number;
}

/** The rows above, as far as they bear on the next one's options. */
export interface Above extends Places {
  /** By column: the item that was put there last; -1 where none was. */
  readonly last: readonly number[];
  readonly sums: Sums;
}

/** A row that is to be filled, with what its options are weighed by. */
interface At {
  readonly above: Above;
  readonly row: number;
  readonly isOpen: Uint8Array;
  readonly open: readonly number[];
  readonly passed: Float32Array;
  /** Places that an option's cells are tried in. */
  readonly scratch: Places;
}

/** Options kept of a row: without a product, with a right one, with a wrong one. */
const KEPT = [16, 20, 6] as const;
const ALIKE = 2;
const COST = {
  product: -0.2,
  wrongProduct: [2.6, 1.6],
  leftBefore: 0.8,
  noAmount: 3,
  /** An amount by itself: a figure that is in no product, in any, in one whose figures stand alike in the file. */
  amountOnly: [0.1, 0.5, 2],
  oneFactor: 2.4,
  noQuantity: 1,
  factorsOnly: 4,
  groupWithout: 0.3,
  totalWithout: 2.5,
  noMeasure: 0.7,
  note: 0.1,
  /** For each flow of its kind, further up in the file, that no row has touched; for each item of its own flow. */
  passedOver: 0.5,
  passedAmount: 0.2,
  passedInFlow: 3,
  /** The column goes on elsewhere though the flow of its last cell has more. */
  unfinished: 2,
} as const;

/** What a row may take from the figures, measures and notes that have no place yet, cheapest first. */
export class RowOptions {
  constructor(readonly evidence: FigureEvidence) {}

  /** The options of `row`, with the rows above it filled. */
  of(above: Above, row: number, kind: CostRow['kind']): readonly Option[] {
    const { evidence } = this;
    const isOpen = evidence.open(above);
    const open = evidence.items.flatMap((_, i) => (isOpen[i] === 1 ? [i] : []));
    const scratch = { rows: above.rows.slice(), columns: above.columns.slice() };
    const at: At = { above, row, isOpen, open, scratch, passed: evidence.passedOver(above) };
    let options: readonly Option[] = this.#cheapest(this.#figureOptions(at, kind));
    if (kind === 'item') {
      const counted = (option: Option): boolean => option.cells.some(([c]) => c === evidence.quantity);
      const without = (option: Option): number => (counted(option) ? COST.noMeasure : 0);
      options = this.#cheapest(this.#withOther(at, options, evidence.measure, 'measure', without));
    }
    return this.#cheapest(this.#withOther(at, options, evidence.note, 'note', () => 0));
  }

  /** Items of the option's flows, above its own, that would be left without a place. */
  #leftInFlows(at: At, cells: Option['cells']): number {
    let left = 0;
    for (const [, i] of cells) {
      const flow = this.evidence.items[i]?.item.flow;
      for (let n = i - 1; n >= 0 && this.evidence.items[n]?.item.flow === flow; n--)
        if (at.isOpen[n] === 1 && cells.every(([, item]) => item !== n)) left++;
    }
    return left;
  }

  /** Of the open items of a kind, those that fit the column best. */
  #fitting(at: At, column: number, kind: Placeable['kind'], most: number): Option[] {
    const found: Option[] = [];
    for (const i of at.open) {
      if (this.evidence.items[i]?.kind !== kind) continue;
      const passed = this.#passed(at, column, i);
      const cost =
        this.evidence.cellCost(at.above, at.row, column, i) +
        passed +
        this.#unfinished(at, column, i, []) +
        COST.passedInFlow * this.#leftInFlows(at, [[column, i]]);
      found.push({ cells: [[column, i]], cost, product: null, passed });
    }
    return found.sort((a, b) => a.cost - b.cost).slice(0, most);
  }

  #passed(at: At, column: number, i: number): number {
    return (column === this.evidence.amount ? COST.passedAmount : COST.passedOver) * (at.passed[i] ?? 0);
  }

  /** What it costs that the column's last cell stood in a flow that has more, and this one stands elsewhere. */
  #unfinished(at: At, column: number, i: number, cells: Option['cells']): number {
    const last = at.above.last[column] ?? -1;
    const before = this.evidence.items[last];
    if (before === undefined || before.item.flow >= (this.evidence.items[i]?.item.flow ?? 0)) return 0;
    for (let n = last + 1; this.evidence.items[n]?.item.flow === before.item.flow; n++)
      if (this.evidence.items[n]?.kind === before.kind && at.isOpen[n] === 1)
        return cells.some(([, item]) => item === n) ? 0 : COST.unfinished;
    return 0;
  }

  /** An option's cells put side by side, each by its neighbours. */
  #together(at: At, cells: Option['cells'], extra: number, product: boolean | null): Option {
    let passed = 0;
    let cost = extra + COST.passedInFlow * this.#leftInFlows(at, cells);
    const { rows, columns } = at.scratch;
    for (const [column, i] of cells) {
      cost += this.evidence.cellCost(at.scratch, at.row, column, i) + this.#unfinished(at, column, i, cells);
      passed = Math.max(passed, this.#passed(at, column, i));
      rows[i] = at.row;
      columns[i] = column;
    }
    for (const [, i] of cells) rows[i] = -1;
    return { cells, cost: cost + passed, product, passed };
  }

  #figureOptions(at: At, kind: CostRow['kind']): Option[] {
    const amount = this.evidence.amount;
    const amounts = this.#fitting(at, amount, 'figure', 99)
      .sort((a, b) => a.cost + this.#alone(a, kind) - b.cost - this.#alone(b, kind))
      .slice(0, 10);
    const none = kind === 'group' ? COST.groupWithout : kind === 'total' ? COST.totalWithout : COST.noAmount;
    const options: Option[] = [{ cells: [], cost: none, product: null, passed: 0 }];
    for (const one of amounts)
      options.push({
        ...one,
        cost: one.cost + this.#alone(one, kind) + (kind === 'item' ? this.#leftBefore(at, one) : 0),
      });
    if (kind === 'total') {
      const { items, headings, under } = at.above.sums;
      for (const i of at.open) {
        const value = this.evidence.items[i]?.item.value ?? 0;
        if (
          this.evidence.items[i]?.kind === 'figure' &&
          [items, headings, under].some((sum) => sum > 0 && same(sum, value))
        )
          options.push(this.#together(at, [[amount, i]], 0, null));
      }
    }
    if (kind !== 'item' || (this.evidence.quantity < 0 && this.evidence.price < 0)) return options;
    for (const [q, p, a] of this.evidence.triples)
      if (at.isOpen[q] === 1 && at.isOpen[p] === 1 && at.isOpen[a] === 1)
        options.push(
          this.#together(
            at,
            [
              [this.evidence.quantity, q],
              [this.evidence.price, p],
              [amount, a],
            ],
            COST.product,
            true,
          ),
        );
    const quantities =
      this.evidence.quantity < 0 ? [] : this.#fitting(at, this.evidence.quantity, 'figure', 3);
    const prices = this.evidence.price < 0 ? [] : this.#fitting(at, this.evidence.price, 'figure', 3);
    const one = this.evidence.price < 0 || this.evidence.quantity < 0 ? 0 : COST.oneFactor;
    const few = this.#fitting(at, amount, 'figure', 5);
    for (const q of quantities) for (const a of few) this.#combine(at, [q, a], one, options);
    for (const p of prices) for (const a of few) this.#combine(at, [p, a], one, options);
    for (const q of quantities)
      for (const p of prices) {
        this.#combine(at, [q, p], COST.factorsOnly, options);
        for (const a of few) {
          const cells = [q, p, a].map((part) => part.cells[0]?.[1] ?? 0) as [number, number, number];
          this.#combine(at, [q, p, a], COST.wrongProduct[this.evidence.areAlike(cells) ? 1 : 0], options);
        }
      }
    return options;
  }

  /** What it costs that an amount has no quantity beside it. */
  #alone({ cells }: Option, kind: CostRow['kind']): number {
    const cost = COST.amountOnly[this.evidence.multiplied[cells[0]?.[1] ?? 0] ?? 0] ?? 0;
    if (this.evidence.quantity >= 0 && this.evidence.price < 0 && kind === 'item') return COST.noQuantity;
    return this.evidence.quantity < 0 ? 0 : kind === 'item' ? cost : 0.4 * (cost - COST.amountOnly[0]);
  }

  /** What it costs that the lone figure right before a lone amount is left: it is likely to be of the same row. */
  #leftBefore({ isOpen }: At, { cells }: Option): number {
    const i = cells[0]?.[1] ?? 0;
    const before = this.evidence.items[i - 1];
    const left =
      before?.kind === 'figure' &&
      isOpen[i - 1] === 1 &&
      before.item.alone &&
      this.evidence.items[i]?.item.alone === true;
    return left && this.evidence.quantity >= 0 ? COST.leftBefore : 0;
  }

  #combine(at: At, parts: readonly Option[], extra: number, options: Option[]): void {
    const cells = parts.flatMap((part) => part.cells);
    if (new Set(cells.map(([, item]) => item)).size < cells.length) return;
    const values = cells.map(([, item]) => this.evidence.items[item]?.item.value ?? 0);
    const [q, p, a] = values;
    if (values.length === 3 && same((q ?? 0) * (p ?? 0), a ?? 0)) return;
    options.push(this.#together(at, cells, extra, values.length === 3 ? false : null));
  }

  /** The options with a measure or a note put beside them. */
  #withOther(
    at: At,
    options: readonly Option[],
    column: number,
    kind: 'measure' | 'note',
    without: (option: Option) => number,
  ): Option[] {
    if (column < 0) return [...options];
    const cells = this.#fitting(at, column, kind, 4).flatMap((one) => one.cells);
    const { rows, columns } = at.scratch;
    return options.flatMap((option) => {
      for (const [c, i] of option.cells) {
        rows[i] = at.row;
        columns[i] = c;
      }
      const beside = cells.map(([c, i]) => ({
        ...option,
        cells: [...option.cells, [c, i] as const],
        cost:
          option.cost +
          this.evidence.cellCost(at.scratch, at.row, c, i) +
          Math.max(0, this.#passed(at, c, i) - option.passed) +
          this.#unfinished(at, c, i, option.cells) +
          COST.passedInFlow * this.#leftInFlows(at, [[c, i], ...option.cells]) +
          (kind === 'note' ? COST.note : 0),
      }));
      for (const [, i] of option.cells) rows[i] = -1;
      const either = [{ ...option, cost: option.cost + without(option) }, ...beside];
      return either.sort((a, b) => a.cost - b.cost).slice(0, kind === 'note' ? 3 : 2);
    });
  }

  /**
   * The cheapest options of those without a product, with a right one, with a wrong one: the ones would crowd out the others.
   * Figures of one value stand for one another: of options that say the same, two are kept.
   */
  #cheapest(options: readonly Option[]): readonly Option[] {
    const sorted = [...options].sort((a, b) => a.cost - b.cost);
    const said = new Map<string, number>();
    const kept = [0, 0, 0];
    return sorted.filter(({ cells, product }) => {
      const says = cells.map(([column, i]) => `${column}:${this.evidence.items[i]?.item.text}`).join(' ');
      const alike = said.get(says) ?? 0;
      const own = product === null ? 0 : product ? 1 : 2;
      if (alike >= ALIKE || (kept[own] ?? 0) >= (KEPT[own] ?? 0)) return false;
      said.set(says, alike + 1);
      kept[own] = (kept[own] ?? 0) + 1;
      return true;
    });
  }
}
