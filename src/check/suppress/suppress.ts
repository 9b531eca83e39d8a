import type { AuditedDocument, IdleSuppression, SuppressedFinding } from '../../record/audit-result.js';
import type { Suppression, Suppressions } from './suppression-file.js';

/** Documents with their suppressed findings apart, and the entries that had no effect. */
export interface Suppressed {
  readonly documents: readonly AuditedDocument[];
  readonly idle: readonly IdleSuppression[];
}

/**
 * Takes suppressed findings out of the documents' records and puts them beside. An entry holds for every finding with
 * its fingerprint (the same plan in two files has the same ones). It has no effect without a reason, after its last
 * day (`today`, ISO 8601), or where its digits begin several fingerprints. One that names a file which is not in this
 * audit is not called unused.
 */
export function suppress(
  documents: readonly AuditedDocument[],
  { entries }: Suppressions,
  today: string,
): Suppressed {
  const fingerprints = new Set(
    documents.flatMap((one) =>
      one.kind === 'checked' ? one.record.findings.map(({ fingerprint }) => fingerprint) : [],
    ),
  );
  const files = new Set(documents.map(({ file }) => nameKey(file)));
  const holding = new Map<string, Suppression>();
  const idle: IdleSuppression[] = [];
  for (const entry of entries) {
    const begun = [...fingerprints].filter((one) => one.startsWith(entry.finding));
    const [fingerprint] = begun;
    if (entry.reason === null) idle.push(idleOf(entry, 'no-reason'));
    else if (entry.until !== null && entry.until < today) idle.push(idleOf(entry, 'expired'));
    else if (begun.length > 1) idle.push(idleOf(entry, 'prefix'));
    else if (fingerprint !== undefined && !holding.has(fingerprint)) holding.set(fingerprint, entry);
    else if (entry.file === null || files.has(nameKey(entry.file))) idle.push(idleOf(entry, 'unused'));
  }
  return { documents: documents.map((document) => withoutHeld(document, holding)), idle };
}

function withoutHeld(document: AuditedDocument, holding: ReadonlyMap<string, Suppression>): AuditedDocument {
  if (document.kind !== 'checked') return document;
  const { record } = document;
  const suppressed = record.findings.flatMap((finding): readonly SuppressedFinding[] => {
    const entry = holding.get(finding.fingerprint);
    if (entry === undefined) return [];
    const { reason, by, when, until } = entry;
    return [{ finding, reason: reason ?? '', by, when, until }];
  });
  if (suppressed.length === 0) return document;
  const findings = record.findings.filter(({ fingerprint }) => !holding.has(fingerprint));
  return { ...document, record: { ...record, findings }, suppressed };
}

const nameKey = (file: string): string => file.normalize('NFC').toLowerCase();

const idleOf = (
  { finding, file, ruleId, reason, line }: Suppression,
  why: IdleSuppression['why'],
): IdleSuppression => ({ why, finding, file, ruleId, reason, line });
