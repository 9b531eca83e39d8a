import { foldVietnamese } from '../../document/fold.js';
import { overlaps } from '../../document/span.js';
import { misspellingsIn } from '../misspellings.js';
import { once, type Rule } from '../rule.js';
import { misspelledUnits } from '../unit-slips.js';

/** A misspelled common phrase; inside a unit's misspelled name it is the unit's rule that speaks. */
export const misspelling: Rule = {
  id: 'text/misspelling',
  *check(context) {
    const found = once(context, misspellingsIn);
    const units = found.length === 0 ? [] : misspelledUnits(context).map((unit) => unit.span);
    for (const { span, right, kind } of found) {
      if (units.some((unit) => overlaps(unit, span))) continue;
      const written = context.record.text.slice(span.start, span.end);
      const suggestion = right === null ? null : inCaseOf(written, right);
      yield {
        severity: kind === 'word' ? 'warning' : 'error',
        at: span,
        message:
          suggestion === null
            ? {
                vi: `"${written}" viết sai: tiếng Việt không có âm tiết nào viết như vậy.`,
                en: `"${written}" is misspelled: no Vietnamese syllable is written so.`,
              }
            : {
                vi: `"${written}" viết sai; cần viết "${suggestion}".`,
                en: `"${written}" is misspelled for "${suggestion}".`,
              },
        suggestion,
        evidence: null,
        restsOnMarks: right === null || foldVietnamese(written) === foldVietnamese(right),
        key: [right ?? written.toLowerCase()],
      };
    }
  },
};

/** `right` with the capitals of `written`. */
function inCaseOf(written: string, right: string): string {
  if (written.length > 1 && written === written.toUpperCase()) return right.toUpperCase();
  const first = written.charAt(0);
  if (first !== first.toUpperCase() || first === first.toLowerCase()) return right;
  return right.charAt(0).toUpperCase() + right.slice(1);
}
