import { describe, expect, test } from 'vitest';
import { renderCsv, renderFindingsCsv } from '../../src/report/csv-report.js';
import { recordFileNames, renderRun } from '../../src/report/json-report.js';
import { renderJsonl } from '../../src/report/jsonl-report.js';
import { checkedOf, hostilePlan, recordOf, sampleAudit } from './sample-audit.js';

describe('findings as JSON lines', () => {
  test('are one object a line, in the names of the record', () => {
    const lines = renderJsonl(sampleAudit()).trimEnd().split('\n');
    const first = JSON.parse(lines[0] ?? '');
    expect(lines).toHaveLength(7);
    expect(first).toMatchObject({
      file: 'ke-hoach-iso-so-xay-dung.pdf',
      ruleId: 'citation/date-mismatch',
      severity: 'error',
      raw: 'ngày 15 tháng 3 năm 2014',
      page: 1,
      line: 6,
    });
  });

  test('are an empty file where nothing was found', () => {
    expect(renderJsonl({ ...sampleAudit(), documents: [] })).toBe('');
  });
});

describe('findings as CSV', () => {
  test('begin with a byte order mark and a head in the names of the record', () => {
    const csv = renderFindingsCsv(sampleAudit(), 'vi');
    expect(csv.startsWith('\uFEFFfile,path,issuingAgency,planYear,severity,ruleId,message,raw,')).toBe(true);
    expect(csv.trimEnd().split('\r\n')).toHaveLength(8);
  });

  test('hold no cell that a spreadsheet would take for a formula', () => {
    const csv = renderFindingsCsv(sampleAudit([checkedOf(hostilePlan(), '=x')]), 'en');
    const cells = csv
      .slice(1)
      .split(/\r\n|,/u)
      .map((cell) => cell.replace(/^"/u, ''));
    expect(cells.filter((cell) => /^[=+\-@\t\r]/u.test(cell))).toEqual([]);
    expect(csv).toContain("'@english<script>");
  });

  test('keep negative numbers as numbers', () => {
    expect(renderCsv(['a'], [[-5], ['-5'], [true], [null]])).toBe("\uFEFFa\r\n-5\r\n'-5\r\ntrue\r\n\r\n");
  });
});

describe('names of record files', () => {
  const named = (paths: readonly (readonly [file: string, path: string])[]): readonly string[] => {
    const documents = paths.map(([file, path]) => checkedOf(recordOf(file, 'KẾ HOẠCH'), path));
    return [...recordFileNames({ ...sampleAudit(), documents }).values()];
  };

  test('are the file name with .json', () => {
    expect(named([['kế hoạch.docx', 'a/kế hoạch.docx']])).toEqual(['kế hoạch.docx.json']);
  });

  test('differ for files of one name in different folders, also by case', () => {
    const names = named([
      ['kh.pdf', 'a/kh.pdf'],
      ['kh.pdf', 'b/kh.pdf'],
      ['KH.PDF', 'c/KH.PDF'],
    ]);
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(3);
    for (const name of names) expect(name).toMatch(/^kh\.pdf\.[0-9a-f]{8}\.json$/iu);
  });

  test('lead nowhere else and fit every file system', () => {
    const [up, long, odd] = named([
      ['../../etc/passwd', 'x'],
      [`${'kế'.repeat(200)}.pdf`, 'y'],
      ['a:b*c?\u0000.txt', 'z'],
    ]);
    expect(up).toBe('passwd.json');
    expect(Buffer.byteLength(long ?? '')).toBeLessThan(255);
    expect(odd).toBe('a_b_c__.txt.json');
  });
});

test('the run as JSON names every file, with its record or the reason why there is none', () => {
  const run = JSON.parse(renderRun(sampleAudit()));
  expect(run.documents).toHaveLength(3);
  expect(run.documents[0]).toMatchObject({
    kind: 'checked',
    record: 'records/ke-hoach-iso-so-xay-dung.pdf.json',
    findings: { error: 3, warning: 3, notice: 1 },
  });
  expect(run.documents[2]).toMatchObject({ kind: 'failed', reason: 'encrypted' });
});
