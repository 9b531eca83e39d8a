/**
 * What can be written: records as JSON, findings as JSON lines and as CSV, the report as HTML and as a workbook, SARIF
 * 2.1.0 for other programs, a summary for the terminal in place of the usual one, each file back with its findings noted
 * in it, and a discrepancy note a plan with a summary of the batch.
 */
export const REPORT_FORMATS = [
  'json',
  'jsonl',
  'csv',
  'html',
  'xlsx',
  'sarif',
  'annotated',
  'note',
  'summary',
] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

/** What is written where nothing is asked for. */
export const DEFAULT_FORMATS: readonly ReportFormat[] = ['json', 'jsonl', 'csv', 'html', 'xlsx'];
