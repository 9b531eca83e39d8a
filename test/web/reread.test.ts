import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { loadRegisters } from '../../src/check/registers/load-registers.js';
import { runCli } from '../../src/cli/main.js';
import { renderFindingsCsv } from '../../src/report/csv-report.js';
import { renderJsonl } from '../../src/report/jsonl-report.js';
import { noteValues } from '../../src/report/note/note-values.js';
import { NO_OFFICE } from '../../src/report/note/office.js';
import { itemIds } from '../../src/review/item-id.js';
import { audit } from '../../src/run/audit.js';
import { storedResult } from '../../src/run/stored-result.js';
import { openStore } from '../../src/store/open-store.js';
import type { Store } from '../../src/store/store.js';
import { ReviewDesk } from '../../src/web/server/review-desk.js';
import { buildOnce } from '../build-once.js';
import { fakeIo } from '../cli/fake-io.js';

const PLAN = `UBND TỈNH QUẢNG TRỊ
SỞ TÀI CHÍNH

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Số: 215/KH-STC
Quảng Trị, ngày 12 tháng 01 năm 2026

KẾ HOẠCH
Duy trì Hệ thống quản lý chất lượng theo tiêu chuẩn quốc gia TCVN ISO 9001:2015 năm 2026

Căn cứ Quyết định số 19/2014/QĐ-TTg ngày 15 tháng 3 năm 2014 của Thủ tướng Chính phủ;

1. Đánh giá nội bộ: Văn phòng chủ trì, xong trước ngày 15/11/2026.

GIÁM ĐỐC
Trần Văn Minh
`;

let folder: string;
let store: Store;
beforeAll(async () => {
  await buildOnce();
  folder = await mkdtemp(join(tmpdir(), 'rasoat-reread-'));
  await writeFile(join(folder, 'ke-hoach.txt'), PLAN);
  store = await openStore(join(folder, 'plans.db'));
});
afterAll(async () => {
  await store.close();
  await rm(folder, { recursive: true, force: true });
});

const run = async (limits = {}) => {
  const result = await audit({
    paths: ['ke-hoach.txt'],
    cwd: folder,
    db: store,
    jobs: 1,
    ocr: 'off',
    limits,
  });
  const [document] = result.documents;
  if (document?.kind !== 'checked') throw new Error('the plan was not read');
  return document;
};

it('what a person decided outlives reading the file again, and stands in every report', async () => {
  const first = await run();
  const { sha256 } = first;
  const mismatch = first.record.findings.find(({ ruleId }) => ruleId === 'citation/date-mismatch');
  expect(mismatch).toBeDefined();
  const desk = new ReviewDesk(store, { registers: loadRegisters(), asOf: null, key: 'desk' });
  const address = { part: 'header', field: 'subject' } as const;
  const decided = await desk.decide(sha256, 'lan', {
    seen: 0,
    actions: [
      { kind: 'correct', address, value: 'Duy trì HTQLCL' },
      { kind: 'dismiss-finding', fingerprint: mismatch?.fingerprint ?? '', reason: 'Bản gốc ghi vậy' },
      {
        kind: 'confirm',
        address: {
          part: 'citations',
          item: itemIds('citations', first.record.citations)[0] ?? '',
          field: 'number',
        },
      },
      { kind: 'finish' },
    ],
  });
  expect(decided.kind).toBe('decided');

  // Other limits are another pipeline version: the file is read anew.
  for (const again of [await run(), await run({ maxPages: 1_999 })]) {
    expect(again.record.header.subject).toBe('Duy trì HTQLCL');
    expect(again.record.review).toMatchObject({
      state: 'done',
      corrected: 1,
      confirmed: 1,
      fields: [
        { field: 'header/subject', row: null, state: 'corrected' },
        { field: expect.stringMatching(/^citations\/.*\/number$/u), row: 0, state: 'confirmed' },
      ],
    });
    expect(again.record.findings.map(({ ruleId }) => ruleId)).not.toContain('citation/date-mismatch');
    expect(again.suppressed?.map(({ reason, by }) => ({ reason, by }))).toEqual([
      { reason: 'Bản gốc ghi vậy', by: 'lan' },
    ]);
  }
  const [stored] = (await storedResult(store, [sha256])).documents;
  expect(stored).toMatchObject({ kind: 'checked', record: { header: { subject: 'Duy trì HTQLCL' } } });
  const said: string[] = [];
  const io = fakeIo(folder);
  expect(await runCli(['export', '--db', 'plans.db', '--format', 'jsonl'], io)).toBe(0);
  said.push(io.out.text());
  const shown = fakeIo(folder);
  expect(await runCli(['show', 'ke-hoach.txt', '--db', 'plans.db', '--json'], shown)).toBe(0);
  said.push(shown.out.text());
  for (const text of said) expect(text).toContain('Duy trì HTQLCL');
  const table = async (what: string): Promise<string> => {
    const csv = fakeIo(folder);
    expect(await runCli(['export', '--db', 'plans.db', '--format', 'csv', '--what', what], csv)).toBe(0);
    return csv.out.text();
  };
  expect(await table('documents')).toMatch(/,done,1,1,,subject\r\n$/u);
  expect(await table('citations')).toMatch(/^[^\n]*,confirmed,corrected\r\n[^\n]*,number,\r\n/u);
  if (stored === undefined) throw new Error('nothing is stored');
  const result = await storedResult(store, [sha256]);
  expect(renderFindingsCsv(result, 'vi')).toMatch(/,fieldsConfirmed,fieldsCorrected\r\n[^\n]*,1,1\r\n/u);
  for (const row of renderJsonl(result).trimEnd().split('\n'))
    expect(JSON.parse(row)).toMatchObject({ fieldsConfirmed: 1, fieldsCorrected: 1 });
  if (stored.kind !== 'checked') throw new Error('the plan was not read');
  const note = noteValues(stored, {
    language: 'vi',
    ruleTitle: (id) => id,
    office: NO_OFFICE,
    date: '2026-11-22T00:00:00.000Z',
  });
  expect(note.single.ket_luan).toContain('xác nhận 1 trường, sửa 1 trường');
  // The machine's own reading is still there.
  const found = await store.getRecord(sha256);
  expect(found.kind === 'found' && found.document.record.header.subject).toMatch(/^Duy trì Hệ thống/u);
});

it('decisions and the log can only be added to', async () => {
  const { default: Database } = await import('better-sqlite3');
  const raw = new Database(join(folder, 'plans.db'));
  try {
    for (const table of ['decisions', 'log']) {
      if (table === 'log') await store.people.log({ by: 'lan', what: 'test', subject: null, detail: null });
      expect(() => raw.exec(`delete from ${table}`)).toThrow(`${table} only grows`);
      expect(() => raw.exec(`update ${table} set by = 'x'`)).toThrow(`${table} only grows`);
    }
  } finally {
    raw.close();
  }
});
