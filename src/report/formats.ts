/** What can be written: records as JSON, findings as JSON lines and as CSV, the report as HTML and as a workbook. */
export const REPORT_FORMATS = ['json', 'jsonl', 'csv', 'html', 'xlsx'] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];
