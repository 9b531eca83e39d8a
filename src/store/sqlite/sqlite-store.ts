import type { Finding } from '../../record/finding.js';
import { type PlanRecord, PlanRecordSchema } from '../../record/plan-record.js';
import type { DocumentList, ListedRun, ListQuery, Overview } from '../document-list.js';
import type {
  Change,
  DocumentToSave,
  FailureToSave,
  FileName,
  RecordLookup,
  RunEnd,
  RunToStart,
  SearchHit,
  SearchOptions,
  Store,
  StoreCounts,
  StoredDocument,
  StoredFailure,
  StoredRecord,
} from '../store.js';
import { StoreError } from '../store-error.js';
import type { Connection } from './connection.js';
import { counts } from './counts.js';
import { listDocuments } from './document-list.js';
import { failureOf, saveFailure } from './failures.js';
import { nameDocument } from './names.js';
import { overview } from './overview.js';
import { currentRecords, findDocument, getRecord } from './reading.js';
import { finishRun, listRuns, startRun } from './runs.js';
import { search } from './search.js';
import { SqliteHistory } from './sqlite-history.js';
import { SqlitePeople } from './sqlite-people.js';
import { SqliteReviews } from './sqlite-reviews.js';
import { replaceFindings, writeDocument, writeReviewed } from './writing.js';

const now = (): string => new Date().toISOString();

/** The store on one SQLite file. */
export class SqliteStore implements Store {
  readonly #connection: Connection;
  readonly reviews: SqliteReviews;
  readonly people: SqlitePeople;
  readonly history: SqliteHistory;

  constructor(connection: Connection) {
    this.#connection = connection;
    this.reviews = new SqliteReviews(connection);
    this.people = new SqlitePeople(connection);
    this.history = new SqliteHistory(connection);
  }

  async startRun(run: RunToStart): Promise<string> {
    return this.#connection.transaction(() => startRun(this.#connection, run, now()));
  }

  async finishRun(runId: string, end: RunEnd): Promise<void> {
    this.#connection.transaction(() => finishRun(this.#connection, runId, end, now()));
  }

  async findDocument(sha256: string, pipelineVersion: string): Promise<StoredDocument | null> {
    return this.#connection.guarded(() => findDocument(this.#connection, sha256, pipelineVersion));
  }

  async saveDocument(document: DocumentToSave): Promise<Change> {
    const { data: record, error } = PlanRecordSchema.safeParse(document.record);
    if (error !== undefined) {
      const issue = error.issues[0];
      throw new StoreError(
        'invalid-record',
        `${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'invalid'}`,
        {
          cause: error,
        },
      );
    }
    const written = { runId: document.runId, at: now() };
    return this.#connection.transaction(() => {
      writeDocument(this.#connection, { ...document, record }, written.at);
      return nameDocument(this.#connection, document, record.source.sha256, written);
    });
  }

  async nameDocument(name: FileName, sha256: string, runId: string): Promise<Change> {
    return this.#connection.transaction(() =>
      nameDocument(this.#connection, name, sha256, { runId, at: now() }),
    );
  }

  async saveFindings(
    sha256: string,
    given:
      | {
          readonly origin: 'document';
          readonly checkKey: string;
          readonly findings: readonly Finding[];
          readonly reviewed?: PlanRecord;
        }
      | { readonly origin: 'set'; readonly findings: readonly Finding[] },
  ): Promise<void> {
    const { build } = this.#connection;
    this.#connection.transaction(() => {
      const row = this.#connection.first(
        build.selectFrom('documents').select('id').where('sha256', '=', sha256),
      );
      if (row === undefined) throw new StoreError('not-found', `no document ${sha256}`);
      replaceFindings(this.#connection, row.id, given.findings, given.origin);
      if (given.origin === 'set') return;
      this.#connection.run(
        build.updateTable('documents').set({ check_key: given.checkKey }).where('id', '=', row.id),
      );
      if (given.reviewed !== undefined) writeReviewed(this.#connection, row.id, given.reviewed);
    });
  }

  async saveFailure(failure: FailureToSave): Promise<void> {
    this.#connection.transaction(() => saveFailure(this.#connection, failure, now()));
  }

  async findFailure(sha256: string, pipelineVersion: string): Promise<StoredFailure | null> {
    return this.#connection.guarded(() => {
      const row = this.#connection.first(
        this.#connection.build
          .selectFrom('failures')
          .selectAll()
          .where('sha256', '=', sha256)
          .where('pipeline_version', '=', pipelineVersion)
          .orderBy('attempts', 'desc')
          .limit(1),
      );
      return row === undefined ? null : failureOf(row);
    });
  }

  async search(query: string, limit: number, options: SearchOptions = {}): Promise<readonly SearchHit[]> {
    return this.#connection.guarded(() => search(this.#connection, query, limit, options));
  }

  async getRecord(fileOrHashPrefix: string): Promise<RecordLookup> {
    return this.#connection.guarded(() => getRecord(this.#connection, fileOrHashPrefix));
  }

  records(): AsyncIterable<StoredRecord> {
    return currentRecords(this.#connection);
  }

  async failures(): Promise<readonly StoredFailure[]> {
    return this.#connection.guarded(() =>
      this.#connection
        .all(this.#connection.build.selectFrom('failures').selectAll().orderBy('path'))
        .map(failureOf),
    );
  }

  async counts(): Promise<StoreCounts> {
    return this.#connection.guarded(() => counts(this.#connection));
  }

  async listDocuments(query: ListQuery): Promise<DocumentList> {
    return this.#connection.guarded(() => listDocuments(this.#connection, query));
  }

  async overview(): Promise<Overview> {
    return this.#connection.guarded(() => overview(this.#connection));
  }

  async runs(limit: number): Promise<readonly ListedRun[]> {
    return this.#connection.guarded(() => listRuns(this.#connection, limit));
  }

  async close(): Promise<void> {
    await this.#connection.close();
  }
}
