import { overlaps } from '../../document/span.js';
import type { OutlineEntry } from '../../record/plan-record.js';
import { sourceNote } from '../facts.js';
import type { CheckContext, Draft, Rule } from '../rule.js';

const ROMAN = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII'];
/** What stands behind an appendix of some other document. */
const OF_ANOTHER =
  /^[\s,]*(?:\(?\s*)?(?:(?:được )?ban hành\s+)?(?:kèm theo\s+|của\s+|tại\s+|thuộc\s+)?(?:Thông tư|Nghị định|Quyết định|Công văn|Hướng dẫn|Luật|Nghị quyết|TCVN|Văn bản)/u;

/** An appendix is named and not there, or there and never named. */
export const missingAppendix: Rule = {
  id: 'format/missing-appendix',
  *check(context) {
    const { outline } = context.record;
    const there = outline.filter((e) => e.kind === 'appendix');
    const named = outline.filter((e) => e.kind === 'appendix-mention' && !isOfAnother(context, e));
    const numbersThere = new Set(there.map((e) => numeral(e.number)));
    const reported = new Set<string | null>();
    for (const mention of named) {
      const number = numeral(mention.number);
      const isThere =
        number === null ? there.length > 0 : numbersThere.has(number) || onlyOneUnnumbered(there, number);
      if (isThere || reported.has(number)) continue;
      reported.add(number);
      yield draft(context, mention, {
        vi: `Có nhắc đến "${mention.raw}" nhưng không có phụ lục này trong tệp.`,
        en: `"${mention.raw}" is named and not there.`,
      });
    }
    const general = named.some((e) => e.number === null);
    const numbersNamed = new Set(named.map((e) => numeral(e.number)));
    for (const appendix of there) {
      const number = numeral(appendix.number);
      if (general || numbersNamed.has(number) || (number === null && named.length > 0)) continue;
      yield draft(context, appendix, {
        vi: `Có ${appendix.number === null ? 'phụ lục' : `Phụ lục ${appendix.number}`} nhưng trong kế hoạch không nhắc đến.`,
        en: `${appendix.number === null ? 'An appendix' : `Appendix ${appendix.number}`} is there and never named.`,
      });
    }
  },
};

/** "Phụ lục 1" and "Phụ lục I" are one. */
function numeral(number: string | null): string | null {
  if (number === null) return null;
  const trimmed = number
    .trim()
    .toUpperCase()
    .replace(/^0+(?=\d)/u, '');
  return /^\d+$/u.test(trimmed) ? (ROMAN[Number(trimmed) - 1] ?? trimmed) : trimmed;
}

const onlyOneUnnumbered = (there: readonly OutlineEntry[], number: string): boolean =>
  there.length === 1 && there[0]?.number === null && number === 'I';

function isOfAnother({ record }: CheckContext, mention: OutlineEntry): boolean {
  const behind = record.text.slice(mention.span.end, mention.span.end + 80);
  return OF_ANOTHER.test(behind) || record.citations.some((c) => overlaps(c.span, mention.span));
}

function draft(context: CheckContext, at: OutlineEntry, message: Draft['message']): Draft {
  const form = context.registers.form.forms[0];
  const note = form === undefined ? null : sourceNote(context.registers, form);
  return {
    severity: 'warning',
    at,
    message,
    evidence:
      form === undefined || note === null
        ? null
        : {
            vi: `${form.basis}, ${form.appendix.rule}. ${note.vi}`,
            en: `${form.basis}, ${form.appendix.rule}. ${note.en}`,
          },
    key: [at.kind, numeral(at.number) ?? ''],
  };
}
