import type { AuditedDocument, BaselineSummary } from '../../record/audit-result.js';
import type { Baseline } from './baseline.js';
import { findingChanges } from './finding-changes.js';
import { pairDocuments } from './pair-documents.js';

type Checked = Extract<AuditedDocument, { kind: 'checked' }>;

/**
 * Says of every document that has an older version in the baseline what is new, what stayed and what was mended; to be
 * done before findings are suppressed, so that a suppressed one does not look mended. A document that the
 * baseline does not know is left as it is.
 */
export function compareWithBaseline(
  documents: readonly AuditedDocument[],
  baseline: Baseline,
): { readonly documents: readonly AuditedDocument[]; readonly summary: BaselineSummary } {
  const newer = documents.flatMap((document) => (document.kind === 'checked' ? [pairable(document)] : []));
  const former = new Map(
    [...pairDocuments(newer, baseline.documents)].map(([{ document }, older]) => [document, older]),
  );
  const used = new Set(former.values());
  return {
    documents: documents.map((document) => {
      const older = document.kind === 'checked' ? former.get(document) : undefined;
      return document.kind === 'checked' && older !== undefined
        ? { ...document, changes: findingChanges(document.record.findings, older) }
        : document;
    }),
    summary: {
      name: baseline.name,
      gone: baseline.documents
        .filter((one) => !used.has(one))
        .map(({ file, findings }) => ({ file, findings: findings.length })),
    },
  };
}

const pairable = (document: Checked) => ({
  document,
  file: document.file,
  path: document.path,
  sha256: document.sha256,
  issuingAgency: document.record.header.issuingAgency,
  planYear: document.record.header.planYear,
});
