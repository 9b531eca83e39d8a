import { copyFile, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runCli } from '../../src/cli/main.js';
import { buildOnce } from '../build-once.js';
import { filesOf } from '../fixtures/pipeline.js';
import { docxOf, p } from '../ingest/docx/docx-xml.js';
import { fakeIo } from './fake-io.js';

let folder: string;

async function run(args: readonly string[]) {
  const io = fakeIo(folder);
  const status = await runCli(args, io);
  return { status, out: io.out.text(), err: io.err.text() };
}

beforeAll(async () => {
  await buildOnce();
  folder = await mkdtemp(join(tmpdir(), 'rasoat-annotate-'));
  const plan = (form: string): string => filesOf(form).find((path) => path.includes('dai-son')) ?? '';
  await copyFile(plan('docx'), join(folder, 'kh.docx'));
  await copyFile(plan('pdf'), join(folder, 'kh.pdf'));
  await copyFile(plan('txt'), join(folder, 'kh.txt'));
  await writeFile(join(folder, 'mau.docx'), docxOf({ body: p('Gửi {{don_vj}}') }));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('rasoat annotate', () => {
  test('gives each file back under its name, the originals untouched', async () => {
    const before = await readFile(join(folder, 'kh.docx'));
    const { status, out, err } = await run(['annotate', 'kh.docx', 'kh.pdf', 'kh.txt', '--out', 'ra']);
    expect([status, err]).toEqual([0, '']);
    expect((await readdir(join(folder, 'ra', 'annotated'))).sort()).toEqual([
      'kh.docx',
      'kh.pdf',
      'kh.txt.docx',
    ]);
    expect(out).toMatch(/ra\/annotated\/kh\.docx: \d+ ghi chú, \d+ chỗ đề nghị sửa/u);
    expect((await readFile(join(folder, 'kh.docx'))).equals(before)).toBe(true);
  });

  test('writes notes too where asked, and the same bytes for the same day', async () => {
    const args = ['annotate', 'kh.docx', '--note', '--note-date', '2026-04-15', '--lang', 'en'];
    expect((await run([...args, '--out', 'mot'])).status).toBe(0);
    expect((await run([...args, '--out', 'hai'])).status).toBe(0);
    for (const file of ['annotated/kh.docx', 'phieu/kh.docx.phieu-ra-soat.docx', 'phieu/phieu-tong-hop.docx'])
      expect(
        (await readFile(join(folder, 'mot', file))).equals(await readFile(join(folder, 'hai', file))),
      ).toBe(true);
  });

  test('names what could not be read or given back and ends with 2', async () => {
    await writeFile(join(folder, 'hong.pdf'), '%PDF-1.7\nnothing');
    const { status, err } = await run(['annotate', 'hong.pdf', 'khong-co.docx', '--out', 'loi']);
    expect(status).toBe(2);
    expect(err).toContain('hong.pdf: ');
    expect(err).toContain('khong-co.docx: ');
  });

  test('says where a template is wrong and what could stand there', async () => {
    const { status, err } = await run([
      'annotate',
      'kh.docx',
      '--note',
      '--note-template',
      'mau.docx',
      '--out',
      'mau-loi',
    ]);
    expect(status).toBe(64);
    expect(err).toContain('không có chỗ điền nào tên “{{don_vj}}”');
    expect(err).toContain('word/document.xml, đoạn 1: “Gửi {{don_vj}}”');
    expect(err).toContain('{{don_vi}}');
  });
});

describe('rasoat audit', () => {
  test('writes annotated copies and notes as formats, with the office from the settings file', async () => {
    await writeFile(
      join(folder, 'rieng.yaml'),
      'office:\n  name: Sở Khoa học và Công nghệ\n  place: An Giang\nformat: [annotated, note]\n',
    );
    const { status } = await run([
      'audit',
      'kh.docx',
      '--config',
      'rieng.yaml',
      '--out',
      'ca',
      '--db',
      'a.db',
      '--quiet',
    ]);
    expect(status).toBe(1);
    expect((await readdir(join(folder, 'ca'))).sort()).toEqual(['annotated', 'phieu']);
    expect(await readdir(join(folder, 'ca', 'phieu'))).toContain('phieu-tong-hop.docx');
  });
});
