import type { AuditResult } from '../record/audit-result.js';
import { findingRows, findingRowsApart } from './finding-row.js';

/**
 * The findings as JSON lines, one a line, in the record's field names with the document in front. Behind those that
 * count come the suppressed ones (`suppressed` says why) and those that were mended (`state` is "mended").
 */
export function renderJsonl(result: AuditResult): string {
  return [...findingRows(result), ...findingRowsApart(result)]
    .map(({ record: _record, finding, ...place }) => `${JSON.stringify({ ...place, ...finding })}\n`)
    .join('');
}
