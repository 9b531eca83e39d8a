import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { PlanRecordSchema } from '../../src/record/plan-record.js';
import { writeReports } from '../../src/report/write-reports.js';
import { sampleAudit } from './sample-audit.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rasoat-reports-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

describe('writing the reports', () => {
  test('leaves every format and nothing else', async () => {
    const out = join(folder, 'made', 'on the way');
    const formats = ['json', 'jsonl', 'csv', 'html', 'xlsx'] as const;
    const written = await writeReports(sampleAudit(), { out, formats, lang: 'vi' });
    expect((await readdir(out)).sort()).toEqual([
      'findings.csv',
      'findings.jsonl',
      'records',
      'report.html',
      'report.xlsx',
      'run.json',
    ]);
    expect((await readdir(join(out, 'records'))).sort()).toEqual([
      'ke-hoach-iso-so-xay-dung.pdf.json',
      'kh-2025.docx.json',
    ]);
    expect(written.map(({ holds }) => holds)).toEqual(['json', 'run', 'jsonl', 'csv', 'html', 'xlsx']);
  });

  test('writes records that the schema takes', async () => {
    await writeReports(sampleAudit(), { out: folder, formats: ['json'], lang: 'vi' });
    const text = await readFile(join(folder, 'records', 'kh-2025.docx.json'), 'utf8');
    expect(PlanRecordSchema.parse(JSON.parse(text)).header.number).toBe('77/KH-SNNMT');
  });

  test('writes only what was asked for and replaces what was there', async () => {
    await writeFile(join(folder, 'findings.jsonl'), 'old');
    await writeFile(join(folder, 'mine.txt'), 'keep');
    await writeReports(sampleAudit(), { out: folder, formats: ['jsonl'], lang: 'vi' });
    expect((await readdir(folder)).sort()).toEqual(['findings.jsonl', 'mine.txt']);
    expect(await readFile(join(folder, 'findings.jsonl'), 'utf8')).not.toContain('old');
  });

  test('leaves no draft behind where it cannot write', async () => {
    await writeFile(join(folder, 'records'), 'a file where a folder should be');
    await expect(
      writeReports(sampleAudit(), { out: folder, formats: ['json'], lang: 'vi' }),
    ).rejects.toThrow();
    expect(await readdir(folder)).toEqual(['records']);
  });
});
