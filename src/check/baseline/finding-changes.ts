import type { FindingChanges } from '../../record/audit-result.js';
import type { Finding } from '../../record/finding.js';
import { normalizedQuote } from '../fingerprint.js';
import type { BaselineDocument } from './baseline.js';

/** What two findings share that are the same one although the plan's head, and so their fingerprints, changed. */
const likeness = ({ ruleId, raw, message }: Finding): string =>
  `${ruleId}\u0000${raw === '' ? message : normalizedQuote(raw)}`;

/**
 * Sets the findings of a document against those of an older version: the same fingerprint, else the same rule and
 * quote one by one, is the same finding. `findings` are all of them, suppressed or not.
 */
export function findingChanges(
  findings: readonly Finding[],
  older: Pick<BaselineDocument, 'file' | 'sha256' | 'findings'>,
): FindingChanges {
  const before = new Set(older.findings.map(({ fingerprint }) => fingerprint));
  const now = new Set(findings.map(({ fingerprint }) => fingerprint));
  const unmatched = new Map<string, Finding[]>();
  for (const finding of older.findings) {
    if (now.has(finding.fingerprint)) continue;
    const alike = unmatched.get(likeness(finding)) ?? [];
    alike.push(finding);
    unmatched.set(likeness(finding), alike);
  }
  const fresh = findings.filter(
    (finding) => !before.has(finding.fingerprint) && unmatched.get(likeness(finding))?.shift() === undefined,
  );
  const left = new Set([...unmatched.values()].flat());
  return {
    against: { file: older.file, sha256: older.sha256 },
    fresh: fresh.map(({ fingerprint }) => fingerprint),
    mended: older.findings.filter((finding) => left.has(finding)),
  };
}
