import type { Span } from '../document/span.js';
import type { ReadFailure } from '../ingest/read-outcome.js';
import type { AuditedDocument } from '../record/audit-result.js';
import type { Finding, Severity } from '../record/finding.js';
import type { PlanRecord } from '../record/plan-record.js';
import type { DocumentList, ListedRun, ListQuery, Overview } from './document-list.js';
import type { HistoryStore } from './history-store.js';
import type { PeopleStore } from './people-store.js';
import type { ReviewStore } from './review-store.js';

/** Against what the database held under the same path: nothing, other bytes, or the same bytes. */
export type Change = Extract<AuditedDocument, { kind: 'checked' }>['change'];

/** A name that a document bears: `path` tells files apart, `file` is what people call it. */
export interface FileName {
  readonly path: string;
  readonly file: string;
}

/** Who judged findings: a check of the document by itself, or of the audited set as a whole. */
export type FindingOrigin = 'document' | 'set';

/** A document as the database holds it. `record.findings` has those of both origins, the document's first. */
export interface StoredDocument {
  readonly sha256: string;
  readonly pipelineVersion: string;
  /** What the findings were judged by (registers, day of judgement), as given to `saveDocument`. */
  readonly checkKey: string;
  readonly record: PlanRecord;
  /** The part of `record.findings` that came from the set. */
  readonly setFindings: readonly Finding[];
}

/** A stored document under one of its names. `version` counts from 1 along the versions of the same path. */
export interface StoredRecord extends StoredDocument, FileName {
  readonly version: number;
  readonly state: 'current' | 'superseded';
}

export interface DocumentToSave extends FileName {
  /** Its findings are those of the document by itself. Its `source.sha256` is the document's identity. */
  readonly record: PlanRecord;
  /** The record with what persons decided laid over it, for lists and sums; the machine's own where left out. */
  readonly reviewed?: PlanRecord;
  readonly pipelineVersion: string;
  readonly checkKey: string;
  readonly runId: string;
}

export interface FailureToSave extends FileName {
  /** Null where the bytes could not be read. */
  readonly sha256: string | null;
  readonly failure: ReadFailure;
  readonly pipelineVersion: string;
  readonly runId: string;
}

/** A failure as stored. `attempts` counts runs that failed on the same bytes with the same pipeline version. */
export interface StoredFailure extends FileName {
  readonly sha256: string | null;
  readonly failure: ReadFailure;
  readonly attempts: number;
}

export interface RunToStart {
  readonly version: string;
  readonly pipelineVersion: string;
  readonly asOf: string | null;
}

export interface RunEnd {
  readonly state: 'finished' | 'interrupted';
  readonly checked: number;
  readonly unchanged: number;
  readonly failed: number;
}

/** A piece of the text round a hit, on one line; `highlights` are offsets into `text`. */
export interface Snippet {
  readonly text: string;
  readonly highlights: readonly Span[];
}

export interface SearchHit extends FileName {
  readonly sha256: string;
  readonly state: 'current' | 'superseded';
  readonly issuingAgency: string | null;
  readonly subject: string | null;
  readonly planYear: number | null;
  /** Higher is better; comparable within one search only. */
  readonly score: number;
  /** Offsets into the record's text; [] where only the file's name or a header field matched. */
  readonly spans: readonly Span[];
  readonly snippet: Snippet;
}

export interface SearchOptions {
  /** Also older versions of changed files. Default false. */
  readonly superseded?: boolean;
}

/** What `getRecord` found. "ambiguous": several documents fit; `candidates` names them. */
export type RecordLookup =
  | { readonly kind: 'found'; readonly document: StoredRecord }
  | { readonly kind: 'failed'; readonly failure: StoredFailure }
  | { readonly kind: 'ambiguous'; readonly candidates: readonly (FileName & { readonly sha256: string })[] }
  | { readonly kind: 'none' };

export interface StoreCounts {
  /** Different contents. */
  readonly documents: number;
  /** Names whose current version was read. */
  readonly files: number;
  /** Older versions of changed files. */
  readonly superseded: number;
  readonly failures: number;
  /** Of current documents. */
  readonly findings: Readonly<Record<Severity, number>>;
  readonly runs: number;
}

/**
 * The database behind an audit. A document is its SHA-256; names point at it. Every writing method is one
 * transaction: after a kill at any moment it has happened wholly or not at all. Methods throw StoreError.
 */
export interface Store {
  /** What persons decided about the documents. */
  readonly reviews: ReviewStore;
  /** Who uses the review pages, and what they did. */
  readonly people: PeopleStore;
  /** Older versions, and findings by their fingerprints. */
  readonly history: HistoryStore;

  /** Notes the beginning of a run and returns its id. Runs whose process has died are marked as abandoned. */
  startRun(run: RunToStart): Promise<string>;
  finishRun(runId: string, end: RunEnd): Promise<void>;

  /** The document of these bytes if it was read by this pipeline version, else null. */
  findDocument(sha256: string, pipelineVersion: string): Promise<StoredDocument | null>;
  /**
   * Writes a document, its rows, its index entry and its name; what stood under the same hash is replaced. Other
   * bytes under a known path become its next version, the older one stays and is marked as superseded. Throws
   * StoreError "invalid-record" where the record breaks its schema.
   */
  saveDocument(document: DocumentToSave): Promise<Change>;
  /** Gives a stored document (also) this name, as `saveDocument` does; writes nothing where it already bears it. */
  nameDocument(name: FileName, sha256: string, runId: string): Promise<Change>;
  /** Replaces the findings of one origin; nothing else changes. `checkKey` goes with those of "document". */
  saveFindings(
    sha256: string,
    findings:
      | {
          readonly origin: 'document';
          readonly checkKey: string;
          readonly findings: readonly Finding[];
          /** Takes the place of what lists and sums say of the document; the record itself stays the machine's. */
          readonly reviewed?: PlanRecord;
        }
      | { readonly origin: 'set'; readonly findings: readonly Finding[] },
  ): Promise<void>;

  /** Writes why a file gave no document; what stood under other bytes of this path is superseded. */
  saveFailure(failure: FailureToSave): Promise<void>;
  /** The failure of these bytes with this pipeline version, the most attempted of all names; null if none. */
  findFailure(sha256: string, pipelineVersion: string): Promise<StoredFailure | null>;

  /**
   * Full text, best first. Words must all occur; where they stand side by side the document comes first; words in
   * double quotes must stand side by side. A query without diacritics finds any, one with diacritics only these
   * (đ counts as one). Upper and lower case are the same.
   */
  search(query: string, limit: number, options?: SearchOptions): Promise<readonly SearchHit[]>;
  /** By path, file name or the first four or more digits of the hash; current versions before older ones. */
  getRecord(fileOrHashPrefix: string): Promise<RecordLookup>;
  /** Every current file's record in the order of paths, read in portions. */
  records(): AsyncIterable<StoredRecord>;
  failures(): Promise<readonly StoredFailure[]>;
  counts(): Promise<StoreCounts>;

  /** The lines of the list of documents that the query asks for; a query text without a word lists nothing. */
  listDocuments(query: ListQuery): Promise<DocumentList>;
  /** What the database holds, in figures by state, unit, rule and month. */
  overview(): Promise<Overview>;
  /** The last runs, the newest first. */
  runs(limit: number): Promise<readonly ListedRun[]>;
  close(): Promise<void>;
}
