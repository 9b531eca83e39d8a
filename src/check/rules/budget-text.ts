import { contains } from '../../document/span.js';
import type { Amount, BudgetLine } from '../../record/fields.js';
import { money } from '../facts.js';
import type { CheckContext, Draft, Rule } from '../rule.js';
import { sentenceAround } from '../sentence.js';

/** The sum in figures differs from the sum in words. */
export const wordsMismatch: Rule = {
  id: 'budget/words-mismatch',
  *check({ record }) {
    for (const amount of record.budget.amounts) {
      if (amount.inWords === null || amount.inWords === amount.value) continue;
      yield {
        severity: 'error',
        at: amount,
        message: {
          vi: `Số tiền bằng số (${money(amount.value)}) khác số tiền bằng chữ (${money(amount.inWords)}): "${amount.raw}".`,
          en: `The sum in figures (${amount.value}) differs from the sum in words (${amount.inWords}).`,
        },
        evidence: {
          vi: `Đọc phần bằng chữ được ${money(amount.inWords)}.`,
          en: `The words read ${amount.inWords}.`,
        },
        key: [String(amount.value), String(amount.inWords)],
      };
    }
  },
};

/** Words that introduce the plan's whole sum. */
const WHOLE =
  /(?:tổng (?:kinh phí|dự toán|số tiền|mức kinh phí|cộng)|kinh phí (?:thực hiện|duy trì|dự kiến|triển khai)|dự toán kinh phí|kinh phí:)/iu;
const STRICT = /tổng (?:kinh phí|dự toán|số tiền|mức kinh phí|cộng)/iu;

/** The sum in the text differs from the table or the appendix. */
export const textMismatch: Rule = {
  id: 'budget/text-mismatch',
  *check(context) {
    const { budget } = context.record;
    const sums = budget.amounts.filter((a) => isWhole(context, a, WHOLE));
    if (sums.length === 0) return;
    const total = wholeOf(budget.lines);
    if (total !== null) {
      // Several sums of several purposes may make up the whole together.
      if (sums.reduce((sum, amount) => sum + amount.value, 0) === total.amount) return;
      for (const amount of sums)
        if (amount.value !== total.amount && !isAnyLine(budget.lines, amount.value))
          yield draft(
            amount,
            total.amount ?? 0,
            `bảng kinh phí, dòng "${total.content.slice(0, 80)}"`,
            'the budget table',
          );
    } else if (budget.lines.length === 0) yield* textAgainstAppendix(context, sums);
  },
};

function isWhole({ record }: CheckContext, amount: Amount, words: RegExp): boolean {
  if (amount.per.length > 0) return false;
  const sentence = sentenceAround(record.text, amount.span);
  const lead = record.text.slice(sentence.start, amount.span.start);
  const others = record.budget.amounts.some(
    (a) => a !== amount && a.span.start < amount.span.start && contains(sentence, a.span),
  );
  return words.test(lead) && !others;
}

/** The row that holds the sum of everything: the last total, or the only group; null where it is not clear. */
function wholeOf(lines: readonly BudgetLine[]): (BudgetLine & { readonly amount: number }) | null {
  const tables = new Set(lines.map((line) => line.table));
  if (tables.size !== 1) return null;
  const known = lines.filter((line): line is BudgetLine & { amount: number } => line.amount !== null);
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
