import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Severity } from '../../src/record/finding.js';
import type { ListQuery } from '../../src/store/document-list.js';
import { openStore } from '../../src/store/open-store.js';
import type { Store } from '../../src/store/store.js';
import { vietnameseOrder } from '../../src/store/vietnamese-order.js';
import { bareRecord, finding, fullRecord, sha256Of } from './plan.js';

let folder: string;
let file: string;
let store: Store;
let runId: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rasoat-list-'));
  file = join(folder, 'plans.db');
  store = await openStore(file);
  runId = await store.startRun({ version: '0', pipelineVersion: 'p1', asOf: null });
});
afterEach(async () => {
  await store.close();
  await rm(folder, { recursive: true });
});

interface Plan {
  readonly unit?: string;
  readonly number?: string;
  readonly severities?: readonly Severity[];
}

async function save(name: string, { unit, number, severities = [] }: Plan = {}): Promise<string> {
  const record = bareRecord(name, `Kế hoạch ${name}`);
  const findings = severities.map((severity, i) => ({
    ...finding(record.text, 'Kế', `rule/${i}`),
    severity,
  }));
  const header = { ...record.header, issuingAgency: unit ?? null, number: number ?? null };
  await store.saveDocument({
    path: `/plans/${name}`,
    file: name,
    record: { ...record, header, findings },
    pipelineVersion: 'p1',
    checkKey: 'k',
    runId,
  });
  return record.source.sha256;
}

const fail = (name: string, sha256: string): Promise<void> =>
  store.saveFailure({
    path: `/plans/${name}`,
    file: name,
    sha256,
    failure: { kind: 'failed', reason: 'broken', detail: '' },
    pipelineVersion: 'p1',
    runId,
  });

const list = async (query: Partial<ListQuery>) =>
  await store.listDocuments({ sort: 'file', descending: false, offset: 0, limit: 100, ...query });
const files = async (query: Partial<ListQuery>): Promise<readonly string[]> =>
  (await list(query)).rows.map((row) => row.file);

/** What the list is derived from, put together anew from the tables behind it. */
const DERIVED = `
  select f.path, d.id as document_id, d.sha256, f.file, d.issuing_agency as unit,
    coalesce(d.number, d.symbol) as number, d.issued_on, d.plan_year, coalesce(r.state, 'to-review') as state,
    (select count(*) from findings where document_id = d.id and severity = 'error') as errors,
    (select count(*) from findings where document_id = d.id and severity = 'warning') as warnings,
    (select count(*) from findings where document_id = d.id and severity = 'notice') as notices,
    d.read_at, d.run_id, f.run_id as named_run_id
  from files as f join documents as d on d.sha256 = f.sha256 left join reviews as r on r.sha256 = d.sha256
  where f.state = 'current'
  union all
  select path, null, sha256, file, null, null, null, null, 'failed', 0, 0, 0, failed_at, run_id, run_id from failures
  order by 1, 2`;
const LISTED = `select path, document_id, sha256, file, unit, number, issued_on, plan_year, state, errors, warnings,
  notices, read_at, run_id, named_run_id from listing order by 1, 2`;

function all(...queries: readonly string[]): readonly unknown[][] {
  const db = new Database(file, { readonly: true });
  try {
    return queries.map((query) => db.prepare(query).all());
  } finally {
    db.close();
  }
}

async function everythingThatHappens(): Promise<void> {
  const first = await save('mot.txt', { unit: 'SỞ Y TẾ', severities: ['error', 'notice'] });
  await save('hai.txt', { unit: 'SỞ TÀI CHÍNH', severities: ['warning'] });
  await store.nameDocument({ path: '/plans/ban-sao.txt', file: 'ban-sao.txt' }, first, runId);
  await fail('hong.pdf', sha256Of('hong'));
  await fail('hai.txt', sha256Of('hai, changed and broken'));
  await save('hong.pdf', { unit: 'SỞ CÔNG THƯƠNG' });
  await fail('van-hong.pdf', sha256Of('van hong'));
  const record = bareRecord('mot.txt', 'Kế hoạch mot.txt');
  await store.saveFindings(first, {
    origin: 'set',
    findings: [finding(record.text, 'Kế', 'set/twice')],
  });
  await store.saveFindings(first, {
    origin: 'document',
    checkKey: 'k2',
    findings: [{ ...finding(record.text, 'Kế'), severity: 'notice' }],
    reviewed: { ...record, header: { ...record.header, issuingAgency: 'SỞ Y TẾ TỈNH', planYear: 2026 } },
  });
  await store.reviews.addDecisions({
    sha256: first,
    by: 'lan',
    batch: null,
    decisions: [{ action: { kind: 'finish' }, evidence: null }],
    conflict: () => null,
    summary: () => ({ state: 'done', confirmed: 0, corrected: 0, dismissed: 0 }),
  });
}

describe('the list of documents', () => {
  it('follows whatever happens to files, readings, findings and reviews', async () => {
    await everythingThatHappens();
    const [listed, derived] = all(LISTED, DERIVED);
    expect(listed).toEqual(derived);
    expect((await list({})).rows.map((row) => [row.file, row.state, row.unit, row.findings])).toEqual([
      ['ban-sao.txt', 'done', 'SỞ Y TẾ TỈNH', { error: 0, warning: 1, notice: 1 }],
      ['hai.txt', 'failed', null, { error: 0, warning: 0, notice: 0 }],
      ['hong.pdf', 'to-review', 'SỞ CÔNG THƯƠNG', { error: 0, warning: 0, notice: 0 }],
      ['mot.txt', 'done', 'SỞ Y TẾ TỈNH', { error: 0, warning: 1, notice: 1 }],
      ['van-hong.pdf', 'failed', null, { error: 0, warning: 0, notice: 0 }],
    ]);
  });

  it('is made from what stands in a database of the version before', async () => {
    await everythingThatHappens();
    const [listed] = all(LISTED);
    await store.close();
    const db = new Database(file);
    const triggers = db
      .prepare<[], { name: string }>(
        "select name from sqlite_schema where type = 'trigger' and name like 'listing%'",
      )
      .all();
    for (const { name } of triggers) db.exec(`drop trigger ${name}`);
    db.exec('drop table listing; drop index timings_of_tasks');
    db.exec("delete from kysely_migration where name = '0003-listing'");
    db.close();
    store = await openStore(file);
    expect(all(LISTED)).toEqual([listed]);
  });

  it('sorts numbers by their figure, units by the alphabet, and what is missing last', async () => {
    await save('a.txt', { unit: 'Ủy ban nhân dân', number: '100/KH-UBND' });
    await save('b.txt', { unit: 'Đài Phát thanh', number: '9/KH-UBND' });
    await save('c.txt', { unit: 'Sở Y tế', number: 'KH-SYT' });
    await save('d.txt', { unit: 'Ban Quản lý' });
    expect(await files({ sort: 'number' })).toEqual(['c.txt', 'b.txt', 'a.txt', 'd.txt']);
    expect(await files({ sort: 'number', descending: true })).toEqual(['a.txt', 'b.txt', 'c.txt', 'd.txt']);
    expect(await files({ sort: 'unit' })).toEqual(['d.txt', 'b.txt', 'c.txt', 'a.txt']);
    expect(await files({ sort: 'unit', descending: true })).toEqual(['a.txt', 'c.txt', 'b.txt', 'd.txt']);
  });

  it('sorts by findings, the gravest first, and filters by them', async () => {
    await save('a.txt', { severities: ['warning', 'warning', 'warning'] });
    await save('b.txt', { severities: ['error'] });
    await save('c.txt', { severities: ['error', 'notice'] });
    await fail('d.pdf', sha256Of('d'));
    expect(await files({ sort: 'error', descending: true })).toEqual(['c.txt', 'b.txt', 'a.txt', 'd.pdf']);
    expect(await files({ severity: 'error' })).toEqual(['b.txt', 'c.txt']);
    expect(await files({ rule: 'rule/1' })).toEqual(['a.txt', 'c.txt']);
  });

  it('is cut into portions that hold each row once, and counts all of them', async () => {
    for (let i = 0; i < 7; i++) await save(`${i}.txt`, { unit: 'SỞ Y TẾ', severities: ['error'] });
    for (const sort of ['unit', 'error', 'readAt', 'state'] as const) {
      const portions = [await list({ sort, limit: 3 }), await list({ sort, limit: 3, offset: 3 })];
      portions.push(await list({ sort, limit: 3, offset: 6 }), await list({ sort, limit: 3, offset: 9 }));
      expect(portions.map(({ total, rows }) => [total, rows.length])).toEqual([
        [7, 3],
        [7, 3],
        [7, 1],
        [7, 0],
      ]);
      expect(new Set(portions.flatMap(({ rows }) => rows.map((row) => row.file))).size).toBe(7);
    }
  });

  it('shows a document’s head and pages beside what it is sorted by', async () => {
    const record = fullRecord();
    const path = `/plans/${record.source.file}`;
    const common = { pipelineVersion: 'p1', checkKey: 'k', runId };
    await store.saveDocument({ ...common, path, file: record.source.file, record });
    const [row] = (await list({})).rows;
    expect(row).toMatchObject({
      sha256: record.source.sha256,
      documentType: record.header.documentType,
      subject: record.header.subject,
      issuedOn: record.header.issuedOn,
      pages: record.source.pages,
      failure: null,
      confirmed: 0,
      lastBy: null,
    });
  });
});

it('letters stand in the order of the Vietnamese alphabet, tones only where all letters are the same', () => {
  const inOrder = [
    'a',
    'ă',
    'â',
    'b',
    'cá',
    'cả',
    'ca b',
    'd',
    'đ',
    'e',
    'ê',
    'Mĩ',
    'mía',
    'o',
    'ô',
    'ơ',
    'u',
    'ư',
    'y',
  ];
  const sorted = inOrder.toReversed().toSorted((a, b) => (vietnameseOrder(a) < vietnameseOrder(b) ? -1 : 1));
  expect(sorted.map((text) => text.normalize('NFC'))).toEqual(
    inOrder.toSorted(new Intl.Collator('vi').compare),
  );
  expect(vietnameseOrder('SỞ Y TẾ'.normalize('NFD'))).toBe(vietnameseOrder('SỞ Y TẾ'.normalize('NFC')));
});
