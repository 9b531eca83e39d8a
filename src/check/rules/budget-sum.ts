import type { BudgetLine } from '../../record/fields.js';
import { money } from '../facts.js';
import type { Draft, Rule } from '../rule.js';

/** Rows do not add up to their total, or quantity × unit price to the amount. */
export const sumMismatch: Rule = {
  id: 'budget/sum-mismatch',
  *check({ record }) {
    const tables = new Map<number, BudgetLine[]>();
    for (const line of record.budget.lines) tables.set(line.table, [...(tables.get(line.table) ?? []), line]);
    for (const lines of tables.values()) {
      for (const line of lines) yield* productFault(line);
      const exact = lines.filter((line) => !ROUNDED.test(line.content));
      const roots = treeOf(exact.filter((line) => line.level !== 'total'));
      const least = Math.min(...exact.map((line) => line.confidence));
      for (const root of roots) yield* groupFaults(root, least);
      yield* totalFaults(exact, roots, least);
    }
  },
};

/** "Làm tròn": a row that rounds what stands above it adds to nothing. */
const ROUNDED = /làm tròn/iu;
const ROUNDING = 1000;
/** A sum is no surer than its rows where one of them was read with this much doubt. */
const DOUBTFUL_ROW = 0.6;

function* productFault(line: BudgetLine): Generator<Draft> {
  const { quantity, unitPrice, amount } = line;
  if (quantity === null || unitPrice === null || amount === null) return;
  const product = Math.round(quantity * unitPrice);
  if (product === amount || isRounded(line, product) || hasFurtherFactor(line, product)) return;
  yield {
    severity: 'error',
    at: line,
    row: line.span,
    message: {
      vi: `Dòng "${line.content.slice(0, 80)}": ${quantity} × ${money(unitPrice)} = ${money(product)}, không phải ${money(amount)}.`,
      en: `Row "${line.content.slice(0, 80)}": ${quantity} × ${unitPrice} = ${product}, not ${amount}.`,
    },
    suggestion: money(product).replace(' đồng', ''),
    evidence: { vi: 'Số lượng × đơn giá.', en: 'Quantity × unit price.' },
    key: ['product', String(product), String(amount)],
  };
}

/** A price that is no round thousand, an amount that is, and less than a thousand between. */
const isRounded = ({ unitPrice, amount }: BudgetLine, product: number): boolean =>
  (unitPrice ?? 0) % ROUNDING !== 0 &&
  (amount ?? 0) % ROUNDING === 0 &&
  Math.abs(product - (amount ?? 0)) < ROUNDING;

/** "80 người × 2 ngày × 40.000": another figure of the row makes up the rest. */
function hasFurtherFactor({ raw, number, quantity, amount }: BudgetLine, product: number): boolean {
  if (product === 0) return false;
  const cells = raw.startsWith(number ?? '') ? raw.slice((number ?? '').length) : raw;
  const figures = [...cells.matchAll(FIGURE)].map(([figure]) =>
    Number(figure.replaceAll('.', '').replace(',', '.')),
  );
  const factor = (amount ?? 0) / product;
  // The quantity itself stands there, too, and is no further factor.
  const least = factor === quantity ? 2 : 1;
  return figures.filter((figure) => figure === factor).length >= least;
}

const FIGURE = /(?<!\d)\d{1,3}(?:\.\d{3})*(?:,\d{1,3})?(?!\d)/gu;

interface Node {
  readonly line: BudgetLine;
  readonly children: Node[];
}

/** Group rows head the items up to the next group; "1.1" stands under "1". */
function treeOf(lines: readonly BudgetLine[]): readonly Node[] {
  const roots: Node[] = [];
  let group: Node | null = null;
  const byNumber = new Map<string, Node>();
  for (const line of lines) {
    const node: Node = { line, children: [] };
    const parent = byNumber.get((line.number ?? '').split('.').slice(0, -1).join('.'));
    if (parent !== undefined) parent.children.push(node);
    else if (line.level === 'group' || group === null) roots.push(node);
    else group.children.push(node);
    if (line.level === 'group' && parent === undefined) {
      group = node;
      byNumber.clear();
    }
    if (line.number !== null && line.number !== '') byNumber.set(line.number, node);
  }
  return roots;
}

/** What a row stands for: its own amount, else its children's sum; null where one of them is unknown. */
function worth(node: Node): number | null {
  if (node.line.amount !== null) return node.line.amount;
  return node.children.length === 0 ? null : sumOf(node.children);
}

function sumOf(nodes: readonly Node[]): number | null {
  let sum = 0;
  for (const node of nodes) {
    const value = worth(node);
    if (value === null) return null;
    sum += value;
  }
  return sum;
}

function* groupFaults(node: Node, least: number): Generator<Draft> {
  if (node.children.length === 0) return;
  const sum = sumOf(node.children);
  const { amount } = node.line;
  if (sum !== null && amount !== null && sum !== amount) yield draft(node.line, sum, amount, least);
  for (const child of node.children) yield* groupFaults(child, least);
}

/** A total is right where it is the sum of all rows above it, of those since the last total, or of totals. */
function* totalFaults(lines: readonly BudgetLine[], roots: readonly Node[], least: number): Generator<Draft> {
  const totals = lines.filter((line) => line.level === 'total' && line.amount !== null);
  const all = sumOf(roots);
  if (all === null || roots.length === 0) return;
  for (const [i, total] of totals.entries()) {
    const before = totals[i - 1];
    const above = roots.filter((node) => node.line.span.start < total.span.start);
    const since = above.filter((node) => before === undefined || node.line.span.start > before.span.start);
    const accepted = [
      all,
      sumOf(above),
      sumOf(since),
      sumOf(since) === null || before === undefined ? null : (before.amount ?? 0) + (sumOf(since) ?? 0),
      totals.slice(0, i).reduce((sum, t) => sum + (t.amount ?? 0), 0),
    ];
    if (total.amount === null || accepted.includes(total.amount)) continue;
    yield draft(
      total,
      totals.length > 1 && since.length > 0 ? (sumOf(since) ?? all) : all,
      total.amount,
      least,
    );
  }
}

function draft(line: BudgetLine, sum: number, amount: number, least: number): Draft {
  return {
    severity: 'error',
    at: { ...line, confidence: least < DOUBTFUL_ROW ? Math.min(line.confidence, least) : line.confidence },
    row: line.span,
    message: {
      vi: `Các dòng cộng lại là ${money(sum)}, nhưng dòng "${line.content.slice(0, 80)}" ghi ${money(amount)}.`,
      en: `The rows add up to ${sum}, but "${line.content.slice(0, 80)}" says ${amount}.`,
    },
    suggestion: money(sum).replace(' đồng', ''),
    evidence: {
      vi: `Chênh lệch ${money(Math.abs(sum - amount))}.`,
      en: `The difference is ${Math.abs(sum - amount)}.`,
    },
    key: ['sum', String(sum), String(amount)],
  };
}
