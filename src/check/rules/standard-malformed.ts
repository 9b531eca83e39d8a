import type { StandardReference } from '../../record/fields.js';
import { isWithinEdits } from '../edit-distance.js';
import { evidenceOf } from '../facts.js';
import type { CheckContext, Draft, Rule } from '../rule.js';

/** A designation that lost a part ("TCVN 9001:2015"), or whose figure has one digit too many or too few. */
export const malformedStandard: Rule = {
  id: 'standard/malformed',
  *check(context) {
    for (const reference of context.record.standards) {
      const written = [reference.designation, asWritten(reference)];
      const known = context.registers.standards.malformed.find((m) => written.includes(m.written));
      if (known !== undefined) {
        const note = evidenceOf(context.registers, known, {
          vi: `Tiêu chuẩn mang ký hiệu ${known.right}; không có tiêu chuẩn mang ký hiệu ${known.written}.`,
          en: `The standard's designation is ${known.right}; none is called ${known.written}.`,
        });
        yield draft(reference, known.right, note, known.confidence);
        continue;
      }
      const meant = slipOf(context, reference);
      if (meant !== null)
        yield draft(
          reference,
          meant,
          {
            vi: `Trong cùng văn bản có ${meant}:${reference.version}; không biết tiêu chuẩn nào mang ký hiệu ${reference.designation}.`,
            en: `The same document has ${meant}:${reference.version}; no standard called ${reference.designation} is known.`,
          },
          'K',
        );
    }
  },
};

/** "TCVN/ISO 9001:2015" -> "TCVN/ISO 9001": what the designation's normal form no longer shows. */
const asWritten = ({ raw }: StandardReference): string =>
  raw
    .replace(/\s*[:-]\s*\d{4}.*$/su, '')
    .replace(/\s+/gu, ' ')
    .trim();

function draft(
  reference: StandardReference,
  right: string,
  evidence: NonNullable<Draft['evidence']>,
  confidence: NonNullable<Draft['factConfidence']>,
): Draft {
  const whole = reference.version === null ? right : `${right}:${reference.version}`;
  return {
    severity: 'error',
    at: reference,
    message: {
      vi: `Ký hiệu tiêu chuẩn "${reference.raw}" không đúng; cần viết "${whole}".`,
      en: `The designation "${reference.raw}" is malformed; it should read "${whole}".`,
    },
    suggestion: whole,
    evidence,
    factConfidence: confidence,
    key: [reference.designation],
  };
}

/** A known standard of the same document, same year, whose figure differs by one digit put in or left out. */
function slipOf(context: CheckContext, reference: StandardReference): string | null {
  const { registers, record } = context;
  if (reference.version === null || registers.standardByDesignation.has(reference.designation)) return null;
  const others = new Set(
    record.standards
      .filter((s) => s.version === reference.version && registers.standardByDesignation.has(s.designation))
      .map((s) => s.designation),
  );
  for (const other of others)
    if (
      Math.abs(other.length - reference.designation.length) === 1 &&
      isWithinEdits(other, reference.designation, 1) &&
      other.replace(/\d/gu, '') === reference.designation.replace(/\d/gu, '')
    )
      return other;
  return null;
}
