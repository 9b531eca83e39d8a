import type { AuditedDocument, AuditResult } from '../record/audit-result.js';
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
  /** Null for sources without pages, and where a thing is absent. */
  readonly page: number | null;
  /** Of the record's text, 1-based; null where a thing is absent. */
  readonly line: number | null;
  readonly column: number | null;
  readonly record: PlanRecord;
  readonly finding: Finding;
}

/** A finding of a document as a row. */
export function findingRow(
  { file, path, sha256, record }: Pick<FindingRow, 'file' | 'path' | 'sha256' | 'record'>,
  finding: Finding,
): FindingRow {
  const { start, end } = finding.span;
  const place = end > start ? lineAndColumn(record.text, start) : { line: null, column: null };
  return {
    file,
    path,
    sha256,
    issuingAgency: record.header.issuingAgency,
    planYear: record.header.planYear,
    page: finding.location[0]?.page ?? null,
    ...place,
    record,
    finding,
  };
}

const rowsOf = (document: AuditedDocument): readonly FindingRow[] =>
  document.kind === 'failed' ? [] : document.record.findings.map((finding) => findingRow(document, finding));

/** Every finding of an audit, by document and in text order. */
export function findingRows(result: AuditResult): readonly FindingRow[] {
  return result.documents.flatMap(rowsOf);
}
