import type { AuditedDocument, AuditResult, SuppressedFinding } from '../record/audit-result.js';
import type { Finding } from '../record/finding.js';
import type { PlanRecord } from '../record/plan-record.js';
import { lineAndColumn } from './excerpt.js';
import { type FindingState, findingStates } from './finding-state.js';

/** A finding with the document it is in and where it stands there: what the flat formats write. */
export interface FindingRow {
  readonly file: string;
  readonly path: string;
  readonly sha256: string;
  readonly issuingAgency: string | null;
  readonly planYear: number | null;
  /** Null for sources without pages, and where a thing is absent. */
  readonly page: number | null;
  /** Of the record's text, 1-based; null where a thing is absent or is no more. */
  readonly line: number | null;
  readonly column: number | null;
  /** Null where there is nothing to compare with. */
  readonly state: FindingState | null;
  /** Why it is not counted; null where it is. */
  readonly suppressed: Omit<SuppressedFinding, 'finding'> | null;
  readonly record: PlanRecord;
  readonly finding: Finding;
}

type Place = Pick<FindingRow, 'file' | 'path' | 'sha256' | 'record'>;

/** A finding of a document as a row. */
export function findingRow(
  { file, path, sha256, record }: Place,
  finding: Finding,
  state: FindingState | null = null,
  suppressed: FindingRow['suppressed'] = null,
): FindingRow {
  const { start, end } = finding.span;
  // A mended finding's span is one of the older text.
  const isHere = end > start && state !== 'mended';
  const place = isHere ? lineAndColumn(record.text, start) : { line: null, column: null };
  return {
    file,
    path,
    sha256,
    issuingAgency: record.header.issuingAgency,
    planYear: record.header.planYear,
    page: finding.location[0]?.page ?? null,
    ...place,
    state,
    suppressed,
    record,
    finding,
  };
}

function rowsOf(document: AuditedDocument): readonly FindingRow[] {
  if (document.kind === 'failed') return [];
  const stateOf = findingStates(document);
  return document.record.findings.map((finding) => findingRow(document, finding, stateOf(finding)));
}

function rowsApart(document: AuditedDocument): readonly FindingRow[] {
  if (document.kind === 'failed') return [];
  const stateOf = findingStates(document);
  return [
    ...(document.suppressed ?? []).map(({ finding, ...why }) =>
      findingRow(document, finding, stateOf(finding), why),
    ),
    ...(document.changes?.mended ?? []).map((finding) => findingRow(document, finding, 'mended')),
  ];
}

/** Every finding of an audit that counts, by document and in text order. */
export function findingRows(result: AuditResult): readonly FindingRow[] {
  return result.documents.flatMap(rowsOf);
}

/** The findings that do not count: suppressed ones and those that were mended, by document. */
export function findingRowsApart(result: AuditResult): readonly FindingRow[] {
  return result.documents.flatMap(rowsApart);
}
