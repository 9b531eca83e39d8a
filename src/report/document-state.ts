import type { AuditedDocument, AuditResult } from '../record/audit-result.js';
import type { PlanRecord } from '../record/plan-record.js';
import { countSeverities } from './severity.js';

/** A document that was read and checked. */
export type CheckedDocument = Extract<AuditedDocument, { kind: 'checked' }>;

/** The documents of an audit that were read and checked, in its order. */
export function checkedDocuments(result: AuditResult): readonly CheckedDocument[] {
  return result.documents.filter((document) => document.kind === 'checked');
}

/** What an audit makes of a document, in one word: the gravest thing that is to be said of it. */
export type DocumentState = 'failed' | 'notPlan' | 'error' | 'warning' | 'notice' | 'clean';

/** The state of an audited document. */
export function documentState(document: AuditedDocument): DocumentState {
  if (document.kind === 'failed') return 'failed';
  if (!document.record.isPlan) return 'notPlan';
  const counts = countSeverities(document.record.findings);
  if (counts.error > 0) return 'error';
  if (counts.warning > 0) return 'warning';
  return counts.notice > 0 ? 'notice' : 'clean';
}

/** Numbers of the pages that nothing could be read from, and that so were not checked. */
export function uncheckedPages(record: PlanRecord): readonly number[] {
  return record.source.pageReadings.filter((page) => page.method === 'unreadable').map((page) => page.page);
}

/** Numbers of the pages whose text was recognized from a picture. */
export function recognizedPages(record: PlanRecord): readonly number[] {
  return record.source.pageReadings.filter((page) => page.method === 'ocr').map((page) => page.page);
}

/** Page numbers with ranges drawn together: [1, 2, 3, 5] -> "1–3, 5". Numbers ascend. */
export function pageList(pages: readonly number[]): string {
  const ranges: { from: number; to: number }[] = [];
  for (const page of pages) {
    const last = ranges.at(-1);
    if (last !== undefined && last.to + 1 === page) last.to = page;
    else ranges.push({ from: page, to: page });
  }
  return ranges.map(({ from, to }) => (from === to ? `${from}` : `${from}–${to}`)).join(', ');
}

/** The figures at the head of a report. */
export interface AuditTotals {
  readonly files: number;
  readonly checked: number;
  readonly failed: number;
  readonly pages: number;
  readonly recognizedPages: number;
  readonly uncheckedPages: number;
  readonly error: number;
  readonly warning: number;
  readonly notice: number;
  /** Checked plans without an error or a warning. */
  readonly clean: number;
}

/** Adds up an audit. */
export function auditTotals(result: AuditResult): AuditTotals {
  const totals = {
    files: result.documents.length,
    checked: 0,
    failed: 0,
    pages: 0,
    recognizedPages: 0,
    uncheckedPages: 0,
    error: 0,
    warning: 0,
    notice: 0,
    clean: 0,
  };
  for (const document of result.documents) {
    if (document.kind === 'failed') {
      totals.failed += 1;
      continue;
    }
    const { record } = document;
    const counts = countSeverities(record.findings);
    totals.checked += 1;
    totals.pages += record.source.pages ?? 0;
    totals.recognizedPages += recognizedPages(record).length;
    totals.uncheckedPages += uncheckedPages(record).length;
    totals.error += counts.error;
    totals.warning += counts.warning;
    totals.notice += counts.notice;
    if (record.isPlan && counts.error === 0 && counts.warning === 0) totals.clean += 1;
  }
  return totals;
}
