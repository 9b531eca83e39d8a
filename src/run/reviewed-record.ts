import type { AuditedDocument, SuppressedFinding } from '../record/audit-result.js';
import type { PlanRecord } from '../record/plan-record.js';
import { applyDecisions } from '../review/apply-decisions.js';
import { holding } from '../review/decision.js';
import { findingReviews } from '../review/finding-reviews.js';
import { PARTS } from '../review/parts.js';
import type { Reviewed } from '../review/reviewed.js';
import type { Store } from '../store/store.js';

/** The record with what persons decided about the document laid over it; as it is where nobody did. */
export async function reviewedRecord(record: PlanRecord, store: Store): Promise<PlanRecord> {
  const decisions = await store.reviews.decisionsOf(record.source.sha256);
  return decisions.length === 0 ? record : withReview(applyDecisions(record, decisions));
}

/** The record that says itself what persons settled in it. */
export function withReview({ record, sheet, fields, state }: Reviewed): PlanRecord {
  if (state === 'to-review') return record;
  const rows = new Map<string, number>(
    PARTS.flatMap((part) => sheet[part].map(({ id }, row) => [`${part}/${id}`, row] as const)),
  );
  const settled = [...fields].map(([field, { state: how, by, at, machine }]) => ({
    field,
    row: rows.get(field.slice(0, field.lastIndexOf('/'))) ?? null,
    state: how,
    by,
    at,
    machine,
  }));
  const count = (how: 'confirmed' | 'corrected') => settled.filter((one) => one.state === how).length;
  const review = { state, confirmed: count('confirmed'), corrected: count('corrected'), fields: settled };
  return { ...record, review };
}

/** The document with the findings apart that persons dismissed on the review pages, with their reasons. */
export async function withoutDismissed(document: AuditedDocument, store: Store): Promise<AuditedDocument> {
  if (document.kind !== 'checked') return document;
  const reviews = findingReviews(holding(await store.reviews.decisionsOf(document.sha256)));
  const suppressed: SuppressedFinding[] = [...(document.suppressed ?? [])];
  const findings = document.record.findings.filter((finding) => {
    const review = reviews.get(finding.fingerprint);
    if (review?.state !== 'dismissed') return true;
    const { reason, by, at } = review;
    suppressed.push({ finding, reason: reason ?? '', by, when: at?.slice(0, 10) ?? null, until: null });
    return false;
  });
  if (findings.length === document.record.findings.length) return document;
  return { ...document, record: { ...document.record, findings }, suppressed };
}
