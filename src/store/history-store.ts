import type { Finding } from '../record/finding.js';
import type { FileName, StoredRecord } from './store.js';

/** A finding of a current document, with the document's name. */
export interface NamedFinding extends FileName {
  readonly finding: Finding;
}

/** What `recordsOfRun` found. "ambiguous": several runs begin so. */
export type RunLookup =
  | { readonly kind: 'found'; readonly runId: string; readonly records: AsyncIterable<StoredRecord> }
  | { readonly kind: 'ambiguous'; readonly runs: readonly string[] }
  | { readonly kind: 'none' };

/** The older versions of files, and findings by their fingerprints. Methods throw StoreError. */
export interface HistoryStore {
  /** The version of the file before its current one; null where it has only one. */
  formerVersion(path: string): Promise<StoredRecord | null>;
  /**
   * The files' records as they were current when a run ended (or, where it did not end, when it began); the run by its
   * id or the first four or more characters of it.
   */
  recordsOfRun(idPrefix: string): Promise<RunLookup>;
  /** Findings of current documents whose fingerprints begin so, in the order of paths; at most `limit`. */
  findingsLike(fingerprintPrefix: string, limit: number): Promise<readonly NamedFinding[]>;
}
