import { type Finding, FindingSchema } from '../../record/finding.js';
import type { FindingOrigin } from '../store.js';
import { mentionColumns } from './document-rows.js';
import type { Row } from './schema.js';

/** Findings of one origin as rows, in their order. */
export function findingRows(
  findings: readonly Finding[],
  documentId: number,
  origin: FindingOrigin,
): readonly Row<'findings'>[] {
  return findings.map((finding, i) => ({
    ...mentionColumns(finding, documentId, i),
    origin,
    rule_id: finding.ruleId,
    severity: finding.severity,
    message: finding.message,
    message_en: finding.english.message,
    suggestion: finding.suggestion,
    evidence: finding.evidence,
    evidence_en: finding.english.evidence,
    fingerprint: finding.fingerprint,
    location: JSON.stringify(finding.location),
  }));
}

/** The finding that a row was made from. */
export function findingOf(row: Row<'findings'>): Finding {
  return FindingSchema.parse({
    raw: row.raw,
    span: { start: row.span_start, end: row.span_end },
    location: JSON.parse(row.location),
    confidence: row.confidence,
    ruleId: row.rule_id,
    severity: row.severity,
    message: row.message,
    suggestion: row.suggestion,
    evidence: row.evidence,
    english: { message: row.message_en, evidence: row.evidence_en },
    fingerprint: row.fingerprint,
  });
}
