import type { CheckContext, Draft, Rule } from '../rule.js';
import { foldName } from '../short-forms.js';
import type { Misspelled } from '../unit-names.js';
import { misspelledUnits } from '../unit-slips.js';

/** A unit's name that differs by a letter or two from the name it bears in the register or elsewhere in the plan. */
export const misspelledUnit: Rule = {
  id: 'unit/misspelled',
  *check(context) {
    for (const found of misspelledUnits(context)) yield draft(context, found);
  },
};

function draft({ record }: CheckContext, { span, right, times }: Misspelled): Draft {
  const written = record.text.slice(span.start, span.end).replace(/\s+/gu, ' ');
  return {
    severity: 'warning',
    at: span,
    message: {
      vi: `Tên đơn vị "${written}" có lẽ viết sai; tên đúng: "${right}".`,
      en: `The unit's name "${written}" is probably misspelled for "${right}".`,
    },
    suggestion: right,
    restsOnMarks: foldName(written) === foldName(right),
    evidence:
      times === null
        ? { vi: `Tên đơn vị thường gặp: ${right}.`, en: `A common name of a unit: ${right}.` }
        : {
            vi: `Trong văn bản, "${right}" được viết ${times} lần.`,
            en: `The document has "${right}" ${times} times.`,
          },
    key: [right],
  };
}
