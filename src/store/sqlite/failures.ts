import type { FailureReason } from '../../ingest/read-outcome.js';
import type { FailureToSave, StoredFailure } from '../store.js';
import type { Connection } from './connection.js';
import { supersede } from './names.js';
import type { Row } from './schema.js';

/** Writes or replaces the failure of a path. Call inside a transaction. */
export function saveFailure(connection: Connection, failed: FailureToSave, at: string): void {
  const { build } = connection;
  const before = connection.first(build.selectFrom('failures').selectAll().where('path', '=', failed.path));
  const again =
    before !== undefined &&
    before.sha256 === failed.sha256 &&
    before.pipeline_version === failed.pipelineVersion;
  const row: Row<'failures'> = {
    path: failed.path,
    file: failed.file,
    sha256: failed.sha256,
    reason: failed.failure.reason,
    detail: failed.failure.detail,
    pipeline_version: failed.pipelineVersion,
    attempts: again ? before.attempts + 1 : 1,
    run_id: failed.runId,
    failed_at: at,
  };
  connection.run(build.deleteFrom('failures').where('path', '=', failed.path));
  connection.run(build.insertInto('failures').values(row));
  const current = connection.first(
    build.selectFrom('files').select('sha256').where('path', '=', failed.path).where('state', '=', 'current'),
  );
  if (failed.sha256 !== null && current !== undefined && current.sha256 !== failed.sha256)
    supersede(connection, failed.path);
}

/** The failure that a row was made from. */
export function failureOf(row: Row<'failures'>): StoredFailure {
  return {
    path: row.path,
    file: row.file,
    sha256: row.sha256,
    failure: { kind: 'failed', reason: reasonOf(row.reason), detail: row.detail },
    attempts: row.attempts,
  };
}

const REASONS: Readonly<Record<FailureReason, true>> = {
  'not-found': true,
  'not-readable': true,
  empty: true,
  unsupported: true,
  encrypted: true,
  broken: true,
  'too-large': true,
  'too-many-pages': true,
  timeout: true,
  'out-of-memory': true,
  crashed: true,
};

const isReason = (written: string): written is FailureReason => Object.hasOwn(REASONS, written);

const reasonOf = (written: string): FailureReason => (isReason(written) ? written : 'broken');
