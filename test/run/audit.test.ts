import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { defaultRulesDir } from '../../src/check/registers/load-registers.js';
import type { AuditedDocument } from '../../src/record/audit-result.js';
import { audit } from '../../src/run/audit.js';
import type { AuditOptions } from '../../src/run/audit-options.js';
import type { AuditEvent } from '../../src/run/events.js';
import { openStore } from '../../src/store/open-store.js';
import { buildOnce } from '../build-once.js';
import { dump } from './dump.js';

const workerAt = (name: string): string => fileURLToPath(new URL(`./workers/${name}`, import.meta.url));
/** No file can be read by it: what comes back was in the database. */
const NO_READER = workerAt('dies-at-start.mjs');

let folder: string;
let db: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rasoat-audit-'));
  db = join(folder, 'rasoat.db');
});
afterEach(() => rm(folder, { recursive: true }));

async function put(files: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content);
}

async function run(options: Partial<AuditOptions> = {}) {
  const events: AuditEvent[] = [];
  const result = await audit(
    { paths: ['.'], cwd: folder, db, jobs: 2, workerModule: workerAt('by-content.mjs'), ...options },
    { onEvent: (event) => events.push(event) },
  );
  return { result, events };
}

const outcomes = (documents: readonly AuditedDocument[]): Readonly<Record<string, string>> =>
  Object.fromEntries(documents.map((d) => [d.path, d.kind === 'checked' ? d.change : d.failure.reason]));

const PLAN = `UBND TỈNH A
SỞ TÀI CHÍNH
Số: 12/KH-STC
KẾ HOẠCH
Căn cứ Quyết định số 19/2014/QĐ-TTg ngày 05 tháng 3 năm 2014 của Thủ tướng Chính phủ;
`;

describe('an audit', () => {
  it('gives every file an outcome, in the order of paths, and goes on after failures', async () => {
    await put({ 'c.txt': 'ba', 'a.txt': 'một', 'b.pdf': 'refuse', 'd.txt': 'crash', 'e.txt': 'bad record' });
    const { result, events } = await run({ paths: ['.', 'none.pdf'] });
    expect(outcomes(result.documents)).toEqual({
      'a.txt': 'new',
      'b.pdf': 'encrypted',
      'c.txt': 'new',
      'd.txt': 'crashed',
      'e.txt': 'crashed',
      'none.pdf': 'not-found',
    });
    expect(result.documents.map(({ path }) => path)).toEqual(
      [...result.documents.map(({ path }) => path)].sort(),
    );
    expect(events[0]).toEqual({ kind: 'collected', files: 6 });
    expect(events.filter(({ kind }) => kind === 'file-started')).toHaveLength(6);
    expect(events.flatMap((e) => (e.kind === 'file-done' ? [e.done] : []))).toEqual([1, 2, 3, 4, 5, 6]);
    expect(events.at(-1)).toMatchObject({ kind: 'checking-set', documents: 2 });
    const store = await openStore(db, { create: false });
    expect(await store.counts()).toMatchObject({ documents: 2, files: 2, failures: 3, runs: 1 });
    await store.close();
  });

  it('reads the same bytes under two names once and lists both', async () => {
    await put({ 'a.txt': 'slow\nmột', 'b.txt': 'slow\nmột' });
    const { result, events } = await run();
    expect(outcomes(result.documents)).toEqual({ 'a.txt': 'new', 'b.txt': 'new' });
    expect(result.documents.map((d) => (d.kind === 'checked' ? d.record.source.file : ''))).toEqual([
      'a.txt',
      'b.txt',
    ]);
    expect(events.filter((e) => e.kind === 'file-done' && e.read)).toHaveLength(1);
  });

  it('changes nothing and reads nothing when nothing changed', async () => {
    await put({ 'a.txt': PLAN, 'b.txt': `${PLAN}hai`, 'c.pdf': 'refuse' });
    const first = await run();
    const before = dump(db);
    const { result, events } = await run({ workerModule: NO_READER });
    expect(outcomes(result.documents)).toEqual({
      'a.txt': 'unchanged',
      'b.txt': 'unchanged',
      'c.pdf': 'encrypted',
    });
    expect(events.filter((e) => e.kind === 'file-done' && e.read)).toEqual([]);
    expect(dump(db)).toEqual(before);
    const recordsOf = (documents: readonly AuditedDocument[]) =>
      documents.map((d) => (d.kind === 'checked' ? d.record : d.failure));
    expect(recordsOf(result.documents)).toEqual(recordsOf(first.result.documents));
  });

  it('makes a changed file a new version', async () => {
    await put({ 'a.txt': 'một', 'b.txt': 'hai' });
    await run();
    await put({ 'a.txt': 'một, sửa' });
    const { result } = await run();
    expect(outcomes(result.documents)).toEqual({ 'a.txt': 'new-version', 'b.txt': 'unchanged' });
    expect(dump(db).files).toMatchObject([
      { file: 'a.txt', version: 1, state: 'superseded' },
      { file: 'a.txt', version: 2, state: 'current' },
      { file: 'b.txt', version: 1, state: 'current' },
    ]);
  });

  it('judges again without reading again when the day of judgement or a register changes', async () => {
    await put({ 'a.txt': PLAN });
    const first = await run();
    const keys = () => dump(db).documents?.map((row) => Reflect.get(Object(row), 'check_key'));
    const before = keys();
    const { result } = await run({ workerModule: NO_READER, asOf: '2012-06-01' });
    expect(outcomes(result.documents)).toEqual({ 'a.txt': 'unchanged' });
    expect(keys()).not.toEqual(before);
    const rules = join(folder, '.rules');
    await cp(defaultRulesDir(), rules, { recursive: true });
    await run({ workerModule: NO_READER, rules });
    const laidOver = keys();
    await run({ workerModule: NO_READER, rules });
    expect(keys()).toEqual(laidOver);
    await writeFile(join(rules, 'sources.yaml'), '\n# seen again\n', { flag: 'a' });
    const again = await run({ workerModule: NO_READER, rules });
    expect(keys()).not.toEqual(laidOver);
    expect(again.result.documents).toMatchObject(
      first.result.documents.map((d) => ({ ...d, change: 'unchanged' })),
    );
  });

  it('tries a file again that may have failed for want of time, once, and others only when asked to', async () => {
    await put({ 'hang.txt': 'hang', 'locked.pdf': 'refuse' });
    const read = async (options: Partial<AuditOptions> = {}) =>
      (await run({ workerLimits: { fileMs: 800 }, ...options })).events.flatMap((e) =>
        e.kind === 'file-done' && e.read ? [e.file] : [],
      );
    expect((await read()).sort()).toEqual(['hang.txt', 'locked.pdf']);
    expect(await read()).toEqual(['hang.txt']);
    expect(await read()).toEqual([]);
    expect((await read({ retryFailed: true })).sort()).toEqual(['hang.txt', 'locked.pdf']);
  });

  it('ends in order when it is told to stop, and the next one does the rest', async () => {
    await put(Object.fromEntries(Array.from({ length: 12 }, (_, i) => [`${10 + i}.txt`, `slow\n${i}`])));
    const controller = new AbortController();
    const events: AuditEvent[] = [];
    const result = await audit(
      { paths: [folder], db, jobs: 1, workerModule: workerAt('by-content.mjs'), signal: controller.signal },
      {
        onEvent: (event) => {
          events.push(event);
          if (event.kind === 'file-done' && event.done === 3) controller.abort();
        },
      },
    );
    const done = result.documents.length;
    expect(done).toBeGreaterThanOrEqual(3);
    expect(result.left).toHaveLength(12 - done);
    expect(events.at(-1)).toEqual({ kind: 'interrupted', left: 12 - done });
    expect(dump(db).documents).toHaveLength(done);
    const { result: rest } = await run();
    expect(rest.left).toBeUndefined();
    expect(Object.values(outcomes(rest.documents)).filter((change) => change === 'unchanged')).toHaveLength(
      done,
    );
    expect(rest.documents).toHaveLength(12);
  });

  it('notes the run as interrupted and throws where the database breaks', async () => {
    await put({ 'a.txt': 'một' });
    await run();
    const broken = new Database(db);
    broken.exec('drop table citations');
    broken.close();
    await put({ 'b.txt': 'hai' });
    await expect(run()).rejects.toMatchObject({ name: 'StoreError', code: 'unusable' });
    const after = new Database(db, { readonly: true });
    expect(after.prepare('select state from runs order by started_at').all()).toEqual([
      { state: 'finished' },
      { state: 'interrupted' },
    ]);
    after.close();
  });
});

describe('an audit with its own reader', () => {
  beforeAll(buildOnce);

  it('reads, checks and stores a plan', async () => {
    await put({ 'ke-hoach.txt': PLAN, 'empty.docx': '' });
    const events: AuditEvent[] = [];
    const result = await audit({ paths: [folder], db }, { onEvent: (event) => events.push(event) });
    const plan = result.documents.find(({ file }) => file === 'ke-hoach.txt');
    if (plan?.kind !== 'checked') throw new Error(JSON.stringify(plan));
    expect(plan.record.header.number).toBe('12/KH-STC');
    expect(plan.record.citations).toMatchObject([{ number: '19/2014/QĐ-TTg', issuedOn: '2014-03-05' }]);
    expect(result.documents).toContainEqual(
      expect.objectContaining({ file: 'empty.docx', failure: expect.objectContaining({ reason: 'empty' }) }),
    );
    expect(events).toContainEqual(expect.objectContaining({ kind: 'stage', stage: 'extracting' }));
    const store = await openStore(db, { create: false });
    expect(await store.search('thu tuong', 5)).toMatchObject([{ file: 'ke-hoach.txt' }]);
    await store.close();
  });
});
