import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import type { ListedRun } from '../document-list.js';
import type { RunEnd, RunToStart } from '../store.js';
import type { Connection } from './connection.js';

/** Opens a run and closes those whose process is gone. Call inside a transaction. */
export function startRun(connection: Connection, run: RunToStart, at: string): string {
  const { build } = connection;
  const host = hostname();
  const open = connection.all(
    build.selectFrom('runs').select(['id', 'pid']).where('state', '=', 'running').where('host', '=', host),
  );
  const dead = open.filter(({ pid }) => !isAlive(pid)).map(({ id }) => id);
  if (dead.length > 0)
    connection.run(
      build.updateTable('runs').set({ state: 'abandoned', finished_at: at }).where('id', 'in', dead),
    );
  const id = randomUUID();
  connection.run(
    build.insertInto('runs').values({
      id,
      version: run.version,
      pipeline_version: run.pipelineVersion,
      as_of: run.asOf,
      started_at: at,
      finished_at: null,
      state: 'running',
      host,
      pid: process.pid,
      checked: null,
      unchanged: null,
      failed: null,
    }),
  );
  return id;
}

/** Closes a run with its figures. Call inside a transaction. */
export function finishRun(connection: Connection, id: string, end: RunEnd, at: string): void {
  connection.run(
    connection.build
      .updateTable('runs')
      .set({ ...end, finished_at: at })
      .where('id', '=', id),
  );
}

/** See Store.runs. */
export function listRuns(connection: Connection, limit: number): readonly ListedRun[] {
  const { build } = connection;
  const rows = connection.all(
    build
      .selectFrom('runs')
      .select(['id', 'started_at', 'finished_at', 'state', 'checked', 'unchanged', 'failed'])
      .orderBy('started_at', 'desc')
      .limit(limit),
  );
  return rows.map(({ started_at, finished_at, ...row }) => ({
    ...row,
    startedAt: started_at,
    finishedAt: finished_at,
  }));
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
