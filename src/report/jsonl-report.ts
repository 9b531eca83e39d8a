import type { AuditResult } from '../record/audit-result.js';
import { findingRows, findingRowsApart } from './finding-row.js';

/**
 * The findings as JSON lines, one a line, in the record's field names with the document in front. Behind those that
 * count come the suppressed ones (`suppressed` says why) and those that were mended (`state` is "mended"). Where persons
 * reviewed the document, `fieldsConfirmed` and `fieldsCorrected` count what they settled in it.
 */
export function renderJsonl(result: AuditResult): string {
  return [...findingRows(result), ...findingRowsApart(result)]
    .map(({ record: { review }, finding, ...place }) => {
      const settled =
        review === undefined ? {} : { fieldsConfirmed: review.confirmed, fieldsCorrected: review.corrected };
      return `${JSON.stringify({ ...place, ...finding, ...settled })}\n`;
    })
    .join('');
}
