import type { AuditResult } from '../record/audit-result.js';
import type { Finding } from '../record/finding.js';
import type { PlanRecord } from '../record/plan-record.js';
import { lineAndColumn } from './excerpt.js';

/** A finding with the document it is in and where it stands there: what the flat formats write. */
export interface FindingRow {
  readonly file: string;
  readonly path: string;
  readonly sha256: string;
  readonly issuingAgency: string | null;
  readonly planYear: number | null;
  /** Null for sources without pages. */
  readonly page: number | null;
  /** Of the record's text, 1-based. */
  readonly line: number;
  readonly column: number;
  readonly record: PlanRecord;
  readonly finding: Finding;
}

/** Every finding of an audit, by document and in text order. */
export function findingRows(result: AuditResult): readonly FindingRow[] {
  return result.documents.flatMap((document) => {
    if (document.kind === 'failed') return [];
    const { record } = document;
    return record.findings.map((finding) => ({
      file: document.file,
      path: document.path,
      sha256: document.sha256,
      issuingAgency: record.header.issuingAgency,
      planYear: record.header.planYear,
      page: finding.location[0]?.page ?? null,
      ...lineAndColumn(record.text, finding.span.start),
      record,
      finding,
    }));
  });
}
