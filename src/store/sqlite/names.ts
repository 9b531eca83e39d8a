import type { Change, FileName } from '../store.js';
import type { Connection } from './connection.js';

/**
 * Gives a document a name, or a name its next version. A failure noted under the name is taken back. Writes nothing
 * where nothing changes. Call inside a transaction.
 */
export function nameDocument(
  connection: Connection,
  { path, file }: FileName,
  sha256: string,
  written: { readonly runId: string; readonly at: string },
): Change {
  const { build } = connection;
  connection.run(build.deleteFrom('failures').where('path', '=', path));
  const latest = connection.first(
    build
      .selectFrom('files')
      .select(['id', 'version', 'sha256', 'state'])
      .where('path', '=', path)
      .orderBy('version', 'desc')
      .limit(1),
  );
  if (latest?.state === 'current' && latest.sha256 === sha256) return 'unchanged';
  supersede(connection, path);
  connection.run(
    build.insertInto('files').values({
      path,
      version: (latest?.version ?? 0) + 1,
      file,
      sha256,
      state: 'current',
      run_id: written.runId,
      named_at: written.at,
    }),
  );
  return latest === undefined ? 'new' : 'new-version';
}

/** Marks the current version of `path` as superseded, if there is one. Call inside a transaction. */
export function supersede(connection: Connection, path: string): void {
  connection.run(
    connection.build
      .updateTable('files')
      .set({ state: 'superseded' })
      .where('path', '=', path)
      .where('state', '=', 'current'),
  );
}
