import type { AuditResult } from '../record/audit-result.js';
import { findingRows } from './finding-row.js';

/** The findings as JSON lines, one a line, in the record's field names with the document in front. */
export function renderJsonl(result: AuditResult): string {
  return findingRows(result)
    .map(({ record: _record, finding, ...place }) => `${JSON.stringify({ ...place, ...finding })}\n`)
    .join('');
}
