import { stringify } from 'csv-stringify/sync';
import type { AuditResult } from '../record/audit-result.js';
import { findingRows, findingRowsApart } from './finding-row.js';
import { findingText } from './finding-text.js';
import type { Language } from './language.js';

/** A cell of a flat table. */
export type CsvValue = string | number | boolean | null;

/**
 * Rows of CSV for spreadsheets: comma, CRLF, and text that begins like a formula (= + - @ tab, return, their
 * full-width forms) preceded by an apostrophe.
 */
export function renderCsvRows(rows: readonly (readonly CsvValue[])[]): string {
  return stringify(
    rows.map((row) => [...row]),
    {
      record_delimiter: 'windows',
      escape_formulas: true,
      cast: { boolean: (value) => (value ? 'true' : 'false') },
    },
  );
}

/** A table as CSV with its heads, in UTF-8 with the byte order mark by which Excel knows it. */
export function renderCsv(head: readonly string[], rows: readonly (readonly CsvValue[])[]): string {
  return `\uFEFF${renderCsvRows([head, ...rows])}`;
}

const HEAD = [
  'file',
  'path',
  'issuingAgency',
  'planYear',
  'severity',
  'ruleId',
  'message',
  'raw',
  'suggestion',
  'evidence',
  'page',
  'line',
  'start',
  'end',
  'confidence',
  'fingerprint',
  'sha256',
  'state',
  'suppressedReason',
  'suppressedBy',
  'fieldsConfirmed',
  'fieldsCorrected',
] as const;

/**
 * The findings as CSV, a row each; heads are the record's field names, messages in `language`. The suppressed and the
 * mended ones come last. How many fields of the document persons confirmed and corrected stands in each of its rows.
 */
export function renderFindingsCsv(result: AuditResult, language: Language): string {
  const rows = [...findingRows(result), ...findingRowsApart(result)].map(({ finding, ...at }) => {
    const { message, evidence } = findingText(finding, language);
    return [
      at.file,
      at.path,
      at.issuingAgency,
      at.planYear,
      finding.severity,
      finding.ruleId,
      message,
      finding.raw,
      finding.suggestion,
      evidence,
      at.page,
      at.line,
      finding.span.start,
      finding.span.end,
      finding.confidence,
      finding.fingerprint,
      at.sha256,
      at.state,
      at.suppressed?.reason ?? null,
      at.suppressed?.by ?? null,
      at.record.review?.confirmed ?? null,
      at.record.review?.corrected ?? null,
    ];
  });
  return renderCsv(HEAD, rows);
}
