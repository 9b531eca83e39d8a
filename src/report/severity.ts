import type { AuditedDocument } from '../record/audit-result.js';
import type { Finding, Severity } from '../record/finding.js';

/** Gravest first. */
export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'notice'];

/** How many findings of each severity. */
export type SeverityCounts = Readonly<Record<Severity, number>>;

/** 0 for the gravest. */
export function severityRank(severity: Severity): number {
  return SEVERITIES.indexOf(severity);
}

/** Counts `findings` by severity. */
export function countSeverities(findings: Iterable<Finding>): SeverityCounts {
  const counts = { error: 0, warning: 0, notice: 0 };
  for (const finding of findings) counts[finding.severity] += 1;
  return counts;
}

/** The findings of an audited document; none where it could not be read. */
export function findingsOf(document: AuditedDocument): readonly Finding[] {
  return document.kind === 'checked' ? document.record.findings : [];
}

/** Gravest first, then in text order. */
export function byGravity(a: Finding, b: Finding): number {
  return (
    severityRank(a.severity) - severityRank(b.severity) ||
    a.span.start - b.span.start ||
    a.ruleId.localeCompare(b.ruleId, 'en')
  );
}

/** True where one of `documents` has a finding as grave as `threshold` or graver. */
export function hasFindingAt(documents: readonly AuditedDocument[], threshold: Severity): boolean {
  return documents.some((document) =>
    findingsOf(document).some((finding) => severityRank(finding.severity) <= severityRank(threshold)),
  );
}
