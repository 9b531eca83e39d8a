import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PlanRecord } from '../../src/record/plan-record.js';
import { openStore } from '../../src/store/open-store.js';
import type { Store } from '../../src/store/store.js';
import { StoreError } from '../../src/store/store-error.js';
import { bareRecord, finding, fullRecord, sha256Of } from './plan.js';

let folder: string;
let file: string;
let store: Store;
let runId: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rasoat-store-'));
  file = join(folder, 'plans.db');
  store = await openStore(file);
  runId = await store.startRun({ version: '0', pipelineVersion: 'p1', asOf: null });
});
afterEach(async () => {
  await store.close();
  await rm(folder, { recursive: true });
});

const save = (record: PlanRecord, path = `/plans/${record.source.file}`, pipelineVersion = 'p1') =>
  store.saveDocument({ path, file: record.source.file, record, pipelineVersion, checkKey: 'k', runId });

function dump(): Record<string, unknown[]> {
  const db = new Database(file, { readonly: true });
  const tables = [
    'documents',
    'files',
    'citations',
    'standards',
    'tasks',
    'assignments',
    'timings',
    'amounts',
  ];
  try {
    return Object.fromEntries(
      [...tables, 'budget_lines', 'findings', 'failures'].map((table) => [
        table,
        db.prepare(`select * from ${table}`).all(),
      ]),
    );
  } finally {
    db.close();
  }
}

const codeOf = async (attempt: Promise<unknown>): Promise<string> => {
  const error = await attempt.then(
    () => null,
    (reason: unknown) => reason,
  );
  return error instanceof StoreError ? error.code : String(error);
};

describe('saving and finding a document', () => {
  it('gives back the record that was saved', async () => {
    const record = fullRecord();
    expect(await save(record)).toBe('new');
    const found = await store.findDocument(record.source.sha256, 'p1');
    expect(found?.record).toEqual(record);
    expect(found?.checkKey).toBe('k');
  });

  it('writes each part into its table', async () => {
    await save(fullRecord());
    const rows = dump();
    expect(rows.documents).toMatchObject([
      { issuing_agency: 'SỞ TÀI CHÍNH', number: '12/KH-STC', plan_year: 2027 },
    ]);
    expect(rows.citations).toMatchObject([
      { number: '19/2014/QĐ-TTg', short: 0, locators: '[{"clause":"6","article":"4"}]', role: 'basis' },
    ]);
    expect(rows.standards).toMatchObject([{ designation: 'TCVN ISO 9001', version: 2008 }]);
    expect(rows.assignments).toMatchObject([
      { task_ordinal: 0, unit: 'Phòng Hành chính', role: 'implement' },
    ]);
    expect(rows.timings).toMatchObject([
      { task_ordinal: 0, start: '2027-03-01', end: '2027-03-31' },
      { task_ordinal: null, end: '2027-02-02' },
    ]);
    expect(rows.amounts).toMatchObject([{ value: 15_500_000, per: '["year"]' }]);
    expect(rows.budget_lines).toMatchObject([{ quantity: 1.5, amount: 9_007_199_254_740_991 }]);
    expect(rows.findings).toMatchObject([{ rule_id: 'standard/outdated-version', origin: 'document' }]);
  });

  it('replaces everything when the same bytes are saved again', async () => {
    const record = fullRecord();
    await save(record);
    await store.saveFindings(record.source.sha256, {
      origin: 'set',
      findings: [finding(record.text, 'Tháng 3')],
    });
    expect(await save({ ...record, citations: [], findings: [] }, '/plans/ke-hoach.docx', 'p2')).toBe(
      'unchanged',
    );
    const rows = dump();
    expect(rows.documents).toHaveLength(1);
    expect(rows.files).toHaveLength(1);
    expect(rows.citations).toEqual([]);
    expect(rows.findings).toEqual([]);
    expect(rows.tasks).toHaveLength(1);
    expect(await store.findDocument(record.source.sha256, 'p1')).toBeNull();
    expect(await store.search('công bố', 10)).toHaveLength(1);
  });

  it('refuses a record that breaks its schema and keeps nothing of it', async () => {
    const record = fullRecord();
    const broken = { ...record, header: { ...record.header, issuedOn: 'hôm qua' } };
    expect(await codeOf(save(broken))).toBe('invalid-record');
    expect(dump().documents).toEqual([]);
  });

  it('keeps findings of the set beside those of the document', async () => {
    const record = fullRecord();
    await save(record);
    const ofSet = finding(record.text, 'Tháng 3', 'citation/inconsistent');
    await store.saveFindings(record.source.sha256, { origin: 'set', findings: [ofSet] });
    await store.saveFindings(record.source.sha256, { origin: 'document', checkKey: 'k2', findings: [] });
    const found = await store.findDocument(record.source.sha256, 'p1');
    expect(found?.record.findings).toEqual([ofSet]);
    expect(found?.setFindings).toEqual([ofSet]);
    expect(found?.checkKey).toBe('k2');
  });
});

describe('names and versions', () => {
  it('makes other bytes under the same path the next version and keeps the older one as superseded', async () => {
    await save(bareRecord('a.txt', 'Kế hoạch lần một'));
    expect(await save(bareRecord('a.txt', 'Kế hoạch lần hai'))).toBe('new-version');
    expect(dump().files).toMatchObject([
      { version: 1, state: 'superseded', sha256: sha256Of('Kế hoạch lần một') },
      { version: 2, state: 'current', sha256: sha256Of('Kế hoạch lần hai') },
    ]);
    expect(await store.search('"lần một"', 5)).toEqual([]);
    expect(await store.search('"lần một"', 5, { superseded: true })).toMatchObject([{ state: 'superseded' }]);
    expect(await store.counts()).toMatchObject({ documents: 2, files: 1, superseded: 1 });
  });

  it('gives the same bytes two names and one document', async () => {
    const record = bareRecord('a.txt', 'Kế hoạch');
    await save(record);
    const { sha256 } = record.source;
    const other = { path: '/other/b.txt', file: 'b.txt' };
    expect(await store.nameDocument(other, sha256, runId)).toBe('new');
    expect(await store.nameDocument(other, sha256, runId)).toBe('unchanged');
    const files: string[] = [];
    for await (const stored of store.records()) files.push(`${stored.path} ${stored.record.source.file}`);
    expect(files).toEqual(['/other/b.txt b.txt', '/plans/a.txt a.txt']);
    expect(dump().documents).toHaveLength(1);
  });

  it('gives every current record in the order of paths, over more than one portion', async () => {
    for (let i = 0; i < 120; i++)
      await save(bareRecord(`${String(i).padStart(3, '0')}.txt`, `Kế hoạch ${i}`));
    const files: string[] = [];
    for await (const stored of store.records()) files.push(stored.file);
    expect(files).toEqual(Array.from({ length: 120 }, (_, i) => `${String(i).padStart(3, '0')}.txt`));
  });

  it('finds a record by path, by file name and by hash prefix', async () => {
    await save(bareRecord('a.txt', 'Một'), '/x/a.txt');
    await save(bareRecord('b.txt', 'Hai'), '/x/b.txt');
    await save(bareRecord('a.txt', 'Ba'), '/y/a.txt');
    expect(await store.getRecord('/y/a.txt')).toMatchObject({
      kind: 'found',
      document: { record: { text: 'Ba' } },
    });
    expect(await store.getRecord('b.txt')).toMatchObject({ kind: 'found', document: { path: '/x/b.txt' } });
    expect(await store.getRecord(sha256Of('Hai').slice(0, 8).toUpperCase())).toMatchObject({
      kind: 'found',
      document: { file: 'b.txt' },
    });
    expect(await store.getRecord('a.txt')).toMatchObject({ kind: 'ambiguous', candidates: { length: 2 } });
    expect(await store.getRecord('c.txt')).toEqual({ kind: 'none' });
  });
});

describe('failures', () => {
  const failed = (sha256: string | null, path = '/plans/a.pdf') =>
    store.saveFailure({
      path,
      file: 'a.pdf',
      sha256,
      failure: { kind: 'failed', reason: 'encrypted', detail: 'needs a password' },
      pipelineVersion: 'p1',
      runId,
    });

  it('counts attempts on the same bytes and starts anew on others', async () => {
    await failed('aa');
    await failed('aa');
    expect(await store.findFailure('aa', 'p1')).toMatchObject({
      attempts: 2,
      failure: { kind: 'failed', reason: 'encrypted', detail: 'needs a password' },
    });
    await failed('bb');
    expect(await store.findFailure('bb', 'p1')).toMatchObject({ attempts: 1 });
    expect(await store.findFailure('aa', 'p1')).toBeNull();
    expect(await store.failures()).toHaveLength(1);
  });

  it('takes a failure back when the file is read, and supersedes what stood under its path when it fails', async () => {
    await failed('aa');
    await save(bareRecord('a.pdf', 'Kế hoạch'));
    expect(await store.failures()).toEqual([]);
    await failed('cc');
    expect(await store.counts()).toMatchObject({ files: 0, superseded: 1, failures: 1 });
    expect(await store.getRecord('a.pdf')).toMatchObject({ kind: 'failed', failure: { sha256: 'cc' } });
  });
});

describe('opening', () => {
  it('opens its own database again with everything in it', async () => {
    await save(fullRecord());
    await store.close();
    store = await openStore(file, { create: false });
    expect(await store.counts()).toMatchObject({ documents: 1, runs: 1 });
  });

  it('refuses a database of a newer version', async () => {
    const db = new Database(file);
    db.prepare("insert into kysely_migration (name, timestamp) values ('9999-later', '2030-01-01')").run();
    db.close();
    expect(await codeOf(openStore(file))).toBe('newer-version');
  });

  it('refuses what is not its own and leaves it as it was', async () => {
    const text = join(folder, 'notes.txt');
    await writeFile(text, 'Không phải cơ sở dữ liệu. '.repeat(100));
    expect(await codeOf(openStore(text))).toBe('not-a-database');
    const foreign = join(folder, 'foreign.db');
    const db = new Database(foreign);
    db.exec('create table mine (a)');
    expect(await codeOf(openStore(foreign))).toBe('foreign');
    expect(db.prepare('select name from sqlite_schema').all()).toEqual([{ name: 'mine' }]);
    db.close();
    expect(await codeOf(openStore(join(folder, 'no', 'such', 'folder.db')))).toBe('unusable');
    expect(await codeOf(openStore(join(folder, 'none.db'), { create: false }))).toBe('not-found');
  });

  it('lets two openings of a new database agree', async () => {
    const fresh = join(folder, 'fresh.db');
    const [one, two] = await Promise.all([openStore(fresh), openStore(fresh)]);
    expect(await one.counts()).toEqual(await two.counts());
    await one.close();
    await two.close();
  });
});

describe('runs', () => {
  it('notes how a run ended and marks one whose process died', async () => {
    const db = new Database(file);
    db.prepare('update runs set pid = 999999999').run();
    const second = await store.startRun({ version: '0', pipelineVersion: 'p1', asOf: '2026-01-01' });
    await store.finishRun(second, { state: 'finished', checked: 3, unchanged: 2, failed: 1 });
    expect(
      db.prepare('select state, checked, failed, as_of from runs order by started_at, rowid').all(),
    ).toEqual([
      { state: 'abandoned', checked: null, failed: null, as_of: null },
      { state: 'finished', checked: 3, failed: 1, as_of: '2026-01-01' },
    ]);
    db.close();
  });
});
