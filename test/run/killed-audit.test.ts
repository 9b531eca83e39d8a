import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { buildOnce } from '../build-once.js';
import { dump } from './dump.js';
import { gone } from './gone.js';

const FILES = 24;
const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

let folder: string;
let db: string;
beforeAll(buildOnce);
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rasoat-kill-'));
  db = join(folder, 'rasoat.db');
  for (let i = 0; i < FILES; i++)
    await writeFile(
      join(folder, `${10 + i}.txt`),
      `KẾ HOẠCH ${i}\nCăn cứ Quyết định số ${i}/2020/QĐ-TTg;\n1. Công bố lại hệ thống trước ngày 15/3/2026\n`,
    );
});
afterEach(() => rm(folder, { recursive: true }));

const start = (): ChildProcess =>
  spawn(process.execPath, [at('./processes/audit.mjs'), folder, db], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });

/** Runs to its end, or to the given number of finished files, then sends the signal. Gives all lines. */
async function run(stop?: {
  readonly after: number;
  readonly signal: NodeJS.Signals;
}): Promise<readonly string[]> {
  const child = start();
  const closed = new Promise((resolve) => child.once('close', resolve));
  const lines: string[] = [];
  if (child.stdout === null) throw new Error('no output to read');
  createInterface({ input: child.stdout }).on('line', (line) => {
    lines.push(line);
    const done = lines.filter((l) => l.includes('"file-done"')).length;
    if (stop !== undefined && done === stop.after && line.includes('"file-done"')) child.kill(stop.signal);
  });
  await closed;
  return lines;
}

/** Rows without what differs from run to run: ids in order of arrival, instants, run ids. */
function content(file: string): unknown {
  const rows = dump(file);
  const shas = new Map(
    rows.documents?.map((row) => [Reflect.get(Object(row), 'id'), Reflect.get(Object(row), 'sha256')]),
  );
  const plain = Object.entries(rows).map(([table, all]) => [
    table,
    all
      .map((row) => {
        const { id: _, run_id: __, read_at: ___, named_at: ____, rowid, document_id, ...rest } = Object(row);
        return JSON.stringify({ ...rest, of: shas.get(document_id ?? rowid) ?? null });
      })
      .sort(),
  ]);
  return Object.fromEntries(plain);
}

describe('an audit that is killed', () => {
  it.each([1, 7, 18])(
    'after %i files leaves whole documents, and the next one does the rest',
    async (after) => {
      await run({ after, signal: 'SIGKILL' });
      const left = dump(db);
      expect(left.integrity).toEqual([{ integrity_check: 'ok' }]);
      expect(left.orphans).toEqual([]);
      expect(left.documents?.length).toBeGreaterThanOrEqual(after);
      expect(left.files).toHaveLength(left.documents?.length ?? 0);
      expect(left.indexed).toHaveLength(left.documents?.length ?? 0);
      const second = await run();
      const read = second.filter((line) => line.includes('"file-done"') && line.includes('"read":true'));
      expect(read).toHaveLength(FILES - (left.documents?.length ?? 0));
      const resumed = content(db);
      db = join(folder, 'straight.db');
      await run();
      expect(resumed).toEqual(content(db));
    },
  );

  it('by Ctrl-C says what is left', async () => {
    const lines = await run({ after: 2, signal: 'SIGINT' });
    const result: unknown = JSON.parse(lines.at(-1) ?? '{}');
    const left = Reflect.get(Object(result), 'left');
    expect(left).toHaveLength(FILES - (dump(db).documents?.length ?? 0));
  });
});

describe('a worker whose parent is killed', () => {
  it('ends even while a file keeps it busy', async () => {
    const parent = spawn(process.execPath, [at('./processes/busy-parent.mjs')], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const pid = await new Promise<number>((resolve) =>
      parent.stdout.once('data', (data) => resolve(Number(data))),
    );
    parent.kill('SIGKILL');
    await gone(pid);
  });
});
