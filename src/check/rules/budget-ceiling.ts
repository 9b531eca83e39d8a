import { contains } from '../../document/span.js';
import type { Amount, BudgetLine } from '../../record/fields.js';
import { evidenceOf, money } from '../facts.js';
import { heldThroughout } from '../judgement-day.js';
import type { Ceiling } from '../registers/texts-schema.js';
import type { CheckContext, Rule } from '../rule.js';
import { lineAround, lineBefore, sentenceAround } from '../sentence.js';

/** How many lines above a sum that names no purpose of its own may name it. */
const LINES_ABOVE = 2;
const NAMES_A_PURPOSE = /\p{L}{2,}(?:\s+\p{L}{2,}){5,}/u;

/** Above a spending ceiling that the registry knows for that purpose. */
export const overCeiling: Rule = {
  id: 'budget/over-ceiling',
  *check(context) {
    const { registers, day } = context;
    if (day === null) return;
    const reported = new Set<string>();
    const ceilings = registers.ceilings.ceilings.filter((ceiling) => heldThroughout(ceiling, day));
    for (const { at, value, purposeAt } of sumsIn(context)) {
      const exceeded = ceilings.filter((ceiling) => value > ceiling.amount);
      const purpose = exceeded.length === 0 ? '' : purposeAt();
      for (const ceiling of exceeded) {
        const seen = `${ceiling.id}:${value}`;
        if (reported.has(seen) || !isFor(purpose, ceiling)) continue;
        reported.add(seen);
        const rule = `${ceiling.locator} Thông tư ${ceiling.document}`;
        yield {
          severity: 'warning',
          at,
          message: {
            vi: `${money(value)} vượt mức tối đa ${money(ceiling.amount)}${ceiling.per === 'year' ? '/năm' : ''} cho việc ${ceiling.purpose.vi} (${rule}); cần đối chiếu nội dung chi.`,
            en: `${value} đồng is above the ceiling of ${ceiling.amount} đồng${ceiling.per === 'year' ? ' a year' : ''} for ${ceiling.purpose.en} (${rule}).`,
          },
          evidence: evidenceOf(registers, ceiling, {
            vi: `${rule}: tối đa ${money(ceiling.amount)}.`,
            en: `${rule}: at most ${ceiling.amount} đồng.`,
          }),
          factConfidence: ceiling.confidence,
          key: [ceiling.id, String(value)],
        };
      }
    }
  },
};

interface Sum {
  readonly at: Amount | BudgetLine;
  readonly value: number;
  /** What the money is for, lower case. */
  readonly purposeAt: () => string;
}

function* sumsIn(context: CheckContext): Generator<Sum> {
  const { amounts, lines } = context.record.budget;
  for (const amount of amounts)
    if (amount.per.every((per) => per === 'year' || per === 'unit'))
      yield { at: amount, value: amount.value, purposeAt: () => purposeOf(context, amount) };
  for (const line of lines)
    if (line.amount !== null && line.level !== 'total')
      yield { at: line, value: line.amount, purposeAt: () => line.content.toLowerCase() };
}

const isFor = (purpose: string, ceiling: Ceiling): boolean =>
  ceiling.whenAll.every((group) => group.some((word) => purpose.includes(word))) &&
  !ceiling.unlessAny.some((word) => purpose.includes(word));

/** The words that say what a sum is for: its sentence; where that names nothing, the lines above it. Lower case. */
function purposeOf({ record }: CheckContext, amount: Amount): string {
  const { text } = record;
  const sentence = sentenceAround(text, amount.span);
  const own = text.slice(sentence.start, sentence.end);
  const bare = own.replace(amount.raw, ' ');
  if (NAMES_A_PURPOSE.test(bare)) return own.toLowerCase();
  let purpose = own;
  let line = lineAround(text, amount.span);
  for (let i = 0; i < LINES_ABOVE; i++) {
    const above = lineBefore(text, line);
    if (above === null || record.budget.lines.some((l) => contains(above, l.span))) break;
    purpose = `${text.slice(above.start, above.end)}\n${purpose}`;
    line = above;
  }
  return purpose.toLowerCase();
}
