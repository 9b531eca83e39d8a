import { contains, overlaps } from '../../document/span.js';
import type { Amount, BudgetLine } from '../../record/fields.js';
import { money } from '../facts.js';
import type { CheckContext, Draft, Rule } from '../rule.js';
import { sentenceAround } from '../sentence.js';
import { expandShortForms, foldName } from '../short-forms.js';

/** Words that introduce the plan's whole sum. */
const WHOLE =
  /(?:tổng (?:kinh phí|dự toán|số tiền|mức kinh phí|cộng)|kinh phí (?:thực hiện|duy trì|dự kiến|triển khai)|dự toán kinh phí|kinh phí:)/iu;
const STRICT = /tổng (?:kinh phí|dự toán|số tiền|mức kinh phí|cộng)/iu;

/** The sum in the text differs from the table or the appendix. */
export const textMismatch: Rule = {
  id: 'budget/text-mismatch',
  *check(context) {
    const sums = context.record.budget.amounts.filter((a) => isWhole(context, a, WHOLE));
    yield* wholeAgainstTable(context, sums);
    yield* partsAgainstTable(context, sums);
  },
};

function* wholeAgainstTable(context: CheckContext, sums: readonly Amount[]): Generator<Draft> {
  const { lines } = context.record.budget;
  if (sums.length === 0) return;
  const total = wholeOf(lines);
  if (total !== null) {
    // Several sums of several purposes may make up the whole together.
    if (sums.reduce((sum, amount) => sum + amount.value, 0) === total.amount) return;
    for (const amount of sums)
      if (amount.value !== total.amount && !isAnyLine(lines, amount.value))
        yield { ...draft(amount, total.amount, inTable(total), 'the budget table'), row: total.span };
  } else if (lines.length === 0) yield* textAgainstAppendix(context, sums);
}

/** Sums whose purpose is named as in a row of the table ("- Chi tập huấn: 5 triệu đồng"), but for the whole ones. */
function* partsAgainstTable(context: CheckContext, wholes: readonly Amount[]): Generator<Draft> {
  const { record } = context;
  const { amounts, lines } = record.budget;
  if (lines.length === 0) return;
  const label = (text: string): string => foldName(expandShortForms(text, context));
  const rows = lines.filter(isKnown).map((line) => ({ line, label: label(line.content) }));
  for (const [i, amount] of amounts.entries()) {
    if (amount.per.length > 0 || wholes.includes(amount)) continue;
    if (lines.some((line) => overlaps(line.span, amount.span))) continue;
    const written = label(leadOf(context, amount, amounts[i - 1])).replace(SUM_WORDS, '');
    if (written.split(' ').length < LEAST_LABEL) continue;
    const same = rows.filter((row) => row.label === written).map((row) => row.line);
    const [first] = same;
    const isThere = [...same, ...lines].some(
      (l) => l.amount === amount.value || l.unitPrice === amount.value,
    );
    if (first === undefined || isThere) continue;
    yield {
      ...draft(amount, first.amount, inTable(first), 'the budget table'),
      severity: 'warning',
      row: first.span,
    };
  }
}

/** Words of a label below which it is too short to tell rows apart. */
const LEAST_LABEL = 2;
/** What may stand between a purpose and its sum. */
const SUM_WORDS = / (?:la|du kien|voi so tien|so tien|khoang|voi kinh phi)$/u;

/** The words before an amount that say what it is for: of its sentence, behind the amount before. */
function leadOf({ record }: CheckContext, amount: Amount, before: Amount | undefined): string {
  const sentence = sentenceAround(record.text, amount.span);
  const start = Math.max(sentence.start, Math.min(before?.span.end ?? 0, amount.span.start));
  return record.text.slice(start, amount.span.start).replace(/^\s*(?:[-+*•]|\p{L}\)|\d+[.)])\s*/u, '');
}

type KnownLine = BudgetLine & { readonly amount: number };
const isKnown = (line: BudgetLine): line is KnownLine => line.amount !== null;
const inTable = (line: BudgetLine): string => `bảng kinh phí, dòng "${line.content.slice(0, 80)}"`;

function isWhole({ record }: CheckContext, amount: Amount, words: RegExp): boolean {
  if (amount.per.length > 0) return false;
  const sentence = sentenceAround(record.text, amount.span);
  const lead = record.text.slice(sentence.start, amount.span.start);
  const others = record.budget.amounts.some(
    (a) => a !== amount && a.span.start < amount.span.start && contains(sentence, a.span),
  );
  return words.test(lead) && !others;
}

/**
 * The row that holds the sum of everything: the greatest total, or the only group; of several tables, what all of them
 * come to. Null where it is not clear.
 */
function wholeOf(lines: readonly BudgetLine[]): KnownLine | null {
  const tables = [...new Set(lines.map((line) => line.table))];
  if (tables.length > 1) {
    const wholes = tables.map((table) => wholeOf(lines.filter((line) => line.table === table)));
    return wholes.every((whole) => whole !== null && whole.amount === wholes[0]?.amount)
      ? (wholes[0] ?? null)
      : null;
  }
  const known = lines.filter(isKnown);
  const totals = known.filter((line) => line.level === 'total');
  if (totals.length > 0) return totals.reduce((most, line) => (line.amount > most.amount ? line : most));
  const groups = known.filter((line) => line.level === 'group');
  if (groups.length === 1) return groups[0] ?? null;
  return known.length === 1 ? (known[0] ?? null) : null;
}

const isAnyLine = (lines: readonly BudgetLine[], value: number): boolean =>
  lines.some((line) => line.amount === value);

/** "Tổng kinh phí" named in the body and again in an appendix. */
function* textAgainstAppendix(context: CheckContext, sums: readonly Amount[]): Generator<Draft> {
  const appendix = context.record.outline.find((entry) => entry.kind === 'appendix');
  if (appendix === undefined) return;
  const strict = sums.filter((amount) => isWhole(context, amount, STRICT));
  const body = strict.filter((amount) => amount.span.start < appendix.span.start);
  const behind = strict.filter((amount) => amount.span.start > appendix.span.start);
  const [inBody, inAppendix] = [body[0], behind[0]];
  if (inBody === undefined || inAppendix === undefined || body.length > 1 || behind.length > 1) return;
  if (inBody.value !== inAppendix.value)
    yield draft(
      inBody,
      inAppendix.value,
      `"${inAppendix.raw}" trong ${appendix.raw.slice(0, 40)}`,
      'the appendix',
    );
}

function draft(amount: Amount, other: number, where: string, whereEnglish: string): Draft {
  return {
    severity: 'error',
    at: amount,
    message: {
      vi: `Số tiền trong lời văn "${amount.raw}" khác với phụ lục/bảng kinh phí (${money(other)}).`,
      en: `The sum in the text (${amount.value}) differs from ${whereEnglish} (${other}).`,
    },
    suggestion: null,
    evidence: { vi: `Đối chiếu: ${where}: ${money(other)}.`, en: `Compare ${whereEnglish}: ${other}.` },
    key: [String(amount.value), String(other)],
  };
}
