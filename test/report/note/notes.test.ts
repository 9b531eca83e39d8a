import { spawnSync } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AuditResult } from '../../../src/record/audit-result.js';
import type { Language } from '../../../src/report/language.js';
import { NO_OFFICE } from '../../../src/report/note/office.js';
import { writeNotes } from '../../../src/report/note/write-notes.js';
import { filesOf, recordOf } from '../../fixtures/pipeline.js';
import { documentOf } from '../../ingest/docx/docx-xml.js';
import { needsProgram } from '../../programs.js';
import { OPTIONS } from '../annotate/options.js';

const OFFICE = {
  parent: 'UBND tỉnh An Giang',
  name: 'Sở Khoa học và Công nghệ',
  place: 'An Giang',
  signerTitle: 'KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC',
  signer: 'Nguyễn Văn A',
};

let folder: string;
let result: AuditResult;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rasoat-notes-'));
  const paths = filesOf('docx').filter((path) => /dai-son|can-tho|quang-nam/u.test(path));
  const checked = await Promise.all(
    paths.map(async (path) => {
      const { record } = await recordOf(path);
      const { sha256 } = record.source;
      return { kind: 'checked', file: basename(path), path, sha256, change: 'new', record } as const;
    }),
  );
  const failure = { kind: 'failed', reason: 'encrypted', detail: '' } as const;
  result = {
    runId: '1',
    version: '0.1.0',
    startedAt: OPTIONS.date,
    finishedAt: OPTIONS.date,
    asOf: null,
    documents: [...checked, { kind: 'failed', file: 'khoa.pdf', path: 'khoa.pdf', sha256: null, failure }],
  };
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const write = (out: string, language: Language, office = OFFICE as typeof OFFICE | typeof NO_OFFICE) =>
  writeNotes(result, {
    folder: join(folder, out),
    templates: { note: null, summary: null },
    summary: true,
    language,
    ruleTitle: OPTIONS.ruleTitle,
    office,
    date: OPTIONS.date,
  });

const textOf = async (path: string): Promise<string> =>
  (await documentOf(new Uint8Array(await readFile(path)))).text;

describe('discrepancy notes', () => {
  test('are written for each plan with errors or warnings, with a summary of the batch', async () => {
    await write('vi', 'vi');
    expect((await readdir(join(folder, 'vi'))).sort()).toEqual([
      'can-tho-2026.docx.phieu-ra-soat.docx',
      'phieu-tong-hop.docx',
      'van-phong-dai-son-2024.docx.phieu-ra-soat.docx',
    ]);
  });

  test('have the form of Nghị định 30/2020/NĐ-CP: head, blank number, place and date, signature', async () => {
    await write('form', 'vi');
    const text = await textOf(join(folder, 'form', 'van-phong-dai-son-2024.docx.phieu-ra-soat.docx'));
    for (const part of [
      'UBND TỈNH AN GIANG',
      'SỞ KHOA HỌC VÀ CÔNG NGHỆ',
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Độc lập - Tự do - Hạnh phúc',
      'Số: /PRS',
      'An Giang, ngày 22 tháng 11 năm 2026',
      'PHIẾU RÀ SOÁT',
      'Kế hoạch số 12/KH-VP ngày 05/01/2024',
      'Nơi nhận:',
      'KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC',
      'Nguyễn Văn A',
    ])
      expect(text).toContain(part);
    expect(text).not.toMatch(/\{\{|\}\}|undefined|null/u);
  });

  test('list every error and warning with place, content, basis and proposal, notices none', async () => {
    await write('list', 'vi');
    for (const document of result.documents) {
      if (document.kind !== 'checked') continue;
      const found = document.record.findings.filter(({ severity }) => severity !== 'notice');
      if (found.length === 0) continue;
      const path = join(folder, 'list', `${document.file}.phieu-ra-soat.docx`);
      const read = await documentOf(new Uint8Array(await readFile(path)));
      const table = read.blocks.find((block) => block.kind === 'table');
      if (table?.kind !== 'table') throw new Error('no table');
      const rows = table.rows.map(({ cells }) =>
        cells.map(({ span }) => read.text.slice(span.start, span.end)),
      );
      expect(rows[0]).toEqual(['TT', 'Vị trí', 'Nội dung sai khác', 'Căn cứ', 'Đề nghị']);
      expect(rows).toHaveLength(found.length + 1);
      for (const [index, finding] of found.entries()) {
        const row = rows[index + 1] ?? [];
        expect(row[0]).toBe(String(index + 1));
        expect(row[2]).toContain(finding.message.replace(/\s+/gu, ' '));
        expect(row.every((cell) => cell !== '')).toBe(true);
        if (finding.suggestion !== null) expect(row[4]).toContain(finding.suggestion.replace(/\s+/gu, ' '));
      }
    }
  });

  test('leave dots where the office is not known, and speak English where asked', async () => {
    await write('en', 'en', NO_OFFICE);
    const text = await textOf(join(folder, 'en', 'can-tho-2026.docx.phieu-ra-soat.docx'));
    expect(text).toContain('DISCREPANCY NOTE');
    expect(text).toContain('…………………');
    const summary = await textOf(join(folder, 'en', 'phieu-tong-hop.docx'));
    expect(summary).toContain('khoa.pdf');
    expect(summary).toContain('Passed');
  });

  test('open in LibreOffice with every page as it should be', async (context) => {
    needsProgram(context, 'soffice');
    needsProgram(context, 'pdftotext', ['-v']);
    const [path = ''] = await write('office', 'vi');
    const run = spawnSync(
      'soffice',
      [
        `-env:UserInstallation=file://${folder}/profile`,
        '--headless',
        '--convert-to',
        'pdf',
        '--outdir',
        folder,
        path,
      ],
      { encoding: 'utf8' },
    );
    expect(run.stdout).toContain('writer_pdf_Export');
    const pdf = join(folder, basename(path).replace(/docx$/u, 'pdf'));
    const text = spawnSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' }).stdout.normalize('NFC');
    expect(text).toContain('PHIẾU RÀ SOÁT');
    expect(text).toContain('Nội dung sai khác');
  });
});
