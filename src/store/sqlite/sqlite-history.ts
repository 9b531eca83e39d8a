import type { HistoryStore, NamedFinding, RunLookup } from '../history-store.js';
import type { StoredRecord } from '../store.js';
import type { Connection } from './connection.js';
import { findingOf } from './finding-rows.js';
import { namedRecord } from './reading.js';

/** Fewer characters of a run's id are taken for no run. */
const SHORTEST_RUN = 4;
const PORTION = 50;

/** The older versions in one SQLite file. */
export class SqliteHistory implements HistoryStore {
  readonly #connection: Connection;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  async formerVersion(path: string): Promise<StoredRecord | null> {
    const { build } = this.#connection;
    return this.#connection.guarded(() => {
      const versions = this.#connection.all(
        build.selectFrom('files').selectAll().where('path', '=', path).orderBy('version', 'desc').limit(2),
      );
      const [current, former] = versions;
      if (current?.state !== 'current' || former === undefined) return null;
      return namedRecord(this.#connection, former);
    });
  }

  async recordsOfRun(idPrefix: string): Promise<RunLookup> {
    if (idPrefix.length < SHORTEST_RUN || !/^[0-9a-f-]+$/u.test(idPrefix)) return { kind: 'none' };
    const { build } = this.#connection;
    const runs = this.#connection.guarded(() =>
      this.#connection.all(
        build
          .selectFrom('runs')
          .select(['id', 'started_at', 'finished_at'])
          .where('id', '>=', idPrefix)
          .where('id', '<', `${idPrefix}g`)
          .orderBy('started_at')
          .limit(10),
      ),
    );
    const [run, second] = runs;
    if (run === undefined) return { kind: 'none' };
    if (second !== undefined) return { kind: 'ambiguous', runs: runs.map(({ id }) => id) };
    return { kind: 'found', runId: run.id, records: this.#recordsAt(run.finished_at ?? run.started_at) };
  }

  async *#recordsAt(instant: string): AsyncGenerator<StoredRecord> {
    const { build } = this.#connection;
    let after = '';
    for (;;) {
      const from = after;
      const files = this.#connection.guarded(() =>
        this.#connection.all(
          build
            .selectFrom('files')
            .selectAll()
            .where('named_at', '<=', instant)
            .where('path', '>', from)
            .where('version', '=', (inner) =>
              inner
                .selectFrom('files as same')
                .whereRef('same.path', '=', 'files.path')
                .where('same.named_at', '<=', instant)
                .select((one) => one.fn.max<number>('same.version').as('version')),
            )
            .orderBy('path')
            .limit(PORTION),
        ),
      );
      for (const file of files) {
        const record = this.#connection.guarded(() => namedRecord(this.#connection, file));
        if (record !== null) yield record;
        after = file.path;
      }
      if (files.length < PORTION) return;
    }
  }

  async findingsLike(fingerprintPrefix: string, limit: number): Promise<readonly NamedFinding[]> {
    const { build } = this.#connection;
    return this.#connection.guarded(() => {
      const files = this.#connection.all(
        build
          .selectFrom('findings')
          .innerJoin('documents', 'documents.id', 'findings.document_id')
          .innerJoin('files', 'files.sha256', 'documents.sha256')
          .select(['files.path', 'files.file', 'findings.document_id', 'findings.origin', 'findings.ordinal'])
          .where('files.state', '=', 'current')
          .where('findings.fingerprint', '>=', fingerprintPrefix)
          .where('findings.fingerprint', '<', `${fingerprintPrefix}g`)
          .orderBy('files.path')
          .limit(limit),
      );
      return files.flatMap(({ path, file, document_id, origin, ordinal }) => {
        const row = this.#connection.first(
          build
            .selectFrom('findings')
            .selectAll()
            .where('document_id', '=', document_id)
            .where('origin', '=', origin)
            .where('ordinal', '=', ordinal),
        );
        return row === undefined ? [] : [{ path, file, finding: findingOf(row) }];
      });
    });
  }
}
