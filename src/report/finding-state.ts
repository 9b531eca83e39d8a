import type { Finding } from '../record/finding.js';
import type { CheckedDocument } from './document-state.js';

/** A finding against an older version of its document: not there before, there still, there no more. */
export type FindingState = 'new' | 'stayed' | 'mended';

/** What the state of a document's present findings is; null for all where there is nothing to compare with. */
export function findingStates(
  document: Pick<CheckedDocument, 'changes'>,
): (finding: Pick<Finding, 'fingerprint'>) => FindingState | null {
  const { changes } = document;
  if (changes === undefined) return () => null;
  const fresh = new Set(changes.fresh);
  return ({ fingerprint }) => (fresh.has(fingerprint) ? 'new' : 'stayed');
}

/** How many findings are new, stayed and were mended, and in how many documents that could be told. */
export interface StateCounts {
  readonly documents: number;
  readonly new: number;
  readonly stayed: number;
  readonly mended: number;
}

/** Adds up what changed; suppressed findings are not counted. Null where no document has an older version. */
export function countStates(documents: readonly CheckedDocument[]): StateCounts | null {
  const counts = { documents: 0, new: 0, stayed: 0, mended: 0 };
  for (const document of documents) {
    if (document.changes === undefined) continue;
    counts.documents += 1;
    counts.mended += document.changes.mended.length;
    const stateOf = findingStates(document);
    for (const finding of document.record.findings) counts[stateOf(finding) ?? 'stayed'] += 1;
  }
  return counts.documents === 0 ? null : counts;
}
