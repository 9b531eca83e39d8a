import { compatibleDates, entryOf } from '../cited-document.js';
import { yearOfNumber } from '../document-number.js';
import { evidenceOf, vietnameseDate } from '../facts.js';
import type { Rule } from '../rule.js';

/** The date given is not that document's date; or its year is not the year in its number. */
export const dateMismatch: Rule = {
  id: 'citation/date-mismatch',
  *check(context) {
    for (const citation of context.record.citations) {
      const { number, issuedOn } = citation;
      if (number === null || issuedOn === null) continue;
      const at = citation.parts.issuedOn ?? citation;
      const entry = entryOf(context, citation);
      if (entry?.issuedOn != null) {
        if (compatibleDates(issuedOn, entry.issuedOn)) continue;
        const right = vietnameseDate(entry.issuedOn);
        const confidence = entry.fieldConfidence.issuedOn ?? entry.confidence;
        yield {
          severity: 'error',
          at,
          message: {
            vi: `${citation.type ?? 'Văn bản'} ${number} ban hành ngày ${right}, không phải ${vietnameseDate(issuedOn)}.`,
            en: `${number} was issued on ${entry.issuedOn}, not on ${issuedOn}.`,
          },
          suggestion: `ngày ${right}`,
          evidence: evidenceOf(
            context.registers,
            { source: entry.source, confidence },
            {
              vi: `${entry.type} ${entry.number} ngày ${right}.`,
              en: `${entry.number} of ${entry.issuedOn}.`,
            },
          ),
          factConfidence: confidence,
          key: [number, issuedOn],
        };
        continue;
      }
      const year = yearOfNumber(number);
      if (year === null || Number(issuedOn.slice(0, 4)) === year) continue;
      yield {
        severity: 'warning',
        at,
        message: {
          vi: `Số ${number} mang năm ${year} nhưng ngày ban hành ghi năm ${issuedOn.slice(0, 4)}.`,
          en: `The number ${number} bears the year ${year}, the date given ${issuedOn.slice(0, 4)}.`,
        },
        evidence: {
          vi: 'Số của văn bản quy phạm pháp luật mang năm ban hành.',
          en: 'The number of a normative document bears its year of issue.',
        },
        key: [number, issuedOn],
      };
    }
  },
};
