import type { AuditedDocument, AuditResult } from '../record/audit-result.js';
import type { Store } from '../store/store.js';
import { programVersion } from './program-version.js';
import { reviewedRecord, withoutDismissed } from './reviewed-record.js';

/**
 * An audit's result made of what the database holds of some documents, as persons left them: for reports without
 * reading anything again. Hashes that are not in it are passed over.
 */
export async function storedResult(store: Store, hashes: readonly string[]): Promise<AuditResult> {
  const startedAt = new Date().toISOString();
  const documents: AuditedDocument[] = [];
  for (const sha256 of hashes) {
    const found = await store.getRecord(sha256);
    if (found.kind !== 'found') continue;
    const { file, path, record } = found.document;
    const { findings } = record;
    const reviewed = { ...(await reviewedRecord(record, store)), findings };
    const document = { kind: 'checked', file, path, sha256, change: 'unchanged', record: reviewed } as const;
    documents.push(await withoutDismissed(document, store));
  }
  return {
    runId: 'stored',
    version: programVersion(),
    startedAt,
    finishedAt: new Date().toISOString(),
    asOf: null,
    documents,
  };
}
