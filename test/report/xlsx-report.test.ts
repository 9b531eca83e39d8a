import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import yauzl from 'yauzl';
import { apartSheet } from '../../src/report/xlsx/apart-sheet.js';
import { dateCell, textCell } from '../../src/report/xlsx/cell.js';
import { expectedSheet } from '../../src/report/xlsx/expected-sheet.js';
import { columnLetters } from '../../src/report/xlsx/filtered-heads.js';
import { pivotSheet } from '../../src/report/xlsx/pivot-sheet.js';
import { renderXlsx } from '../../src/report/xlsx-report.js';
import { checkedOf, hostilePlan, sampleAudit } from './sample-audit.js';

/** The files in a ZIP, as text. */
async function unzip(bytes: Uint8Array): Promise<ReadonlyMap<string, string>> {
  const zip = await yauzl.fromBufferPromise(Buffer.from(bytes));
  const files = new Map<string, string>();
  for await (const entry of zip.eachEntry()) {
    const chunks: Buffer[] = [];
    for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk as Buffer);
    files.set(entry.fileName, Buffer.concat(chunks).toString('utf8'));
  }
  return files;
}

const options = { language: 'vi', ruleTitle: (id: string) => id, provinceOf: () => 'An Giang' } as const;

describe('the workbook', () => {
  let files: ReadonlyMap<string, string>;
  const sheet = (number: number): string => files.get(`xl/worksheets/sheet${number}.xml`) ?? '';

  beforeAll(async () => {
    files = await unzip(await renderXlsx(sampleAudit([checkedOf(hostilePlan(), '=x')]), options));
  });

  test('has a sheet each for documents, findings, citations, tasks and budget, and one for pivot tables', () => {
    const names = [...(files.get('xl/workbook.xml') ?? '').matchAll(/<sheet [^>]*name="([^"]+)"/gu)];
    expect(names.map((match) => match[1])).toEqual([
      'Kế hoạch',
      'Phát hiện',
      'Viện dẫn',
      'Nhiệm vụ',
      'Kinh phí',
      'Dữ liệu tổng hợp',
    ]);
  });

  test('freezes and filters every head', () => {
    for (const number of [1, 2, 3, 4, 5, 6]) {
      expect(sheet(number)).toMatch(/<pane [^>]*ySplit="1"[^>]*state="frozen"/u);
      expect(sheet(number)).toMatch(/<\/sheetData><autoFilter ref="A1:[A-Z]+\d+"\/>/u);
    }
    expect(files.get('xl/workbook.xml')).toContain('_xlnm.Print_Titles');
  });

  test('has no formula and no error in any cell', () => {
    for (const [, text] of files) expect(text).not.toMatch(/<f>|<f |t="str"|t="e"/u);
  });

  test('writes numbers and dates as such', () => {
    expect(sheet(1)).toMatch(/<c r="C2"[^>]*><v>3<\/v>/u);
    expect(sheet(1)).toMatch(/<c r="I2" s="\d+"><v>46090<\/v>/u);
    expect(sheet(5)).toMatch(/<v>18500000<\/v>/u);
  });
});

describe('the sheet for pivot tables', () => {
  const sheet = pivotSheet(
    sampleAudit(),
    'vi',
    (id) => `Tên ${id}`,
    () => 'An Giang',
  );
  const [head = [], ...rows] = sheet.rows;
  const column = (name: string): readonly unknown[] => {
    const at = head.findIndex((cell) => cell?.value === name);
    expect(at).toBeGreaterThanOrEqual(0);
    return rows.map((row) => row[at]?.value);
  };

  test('has a head over every column and a row a finding, each counted once', () => {
    expect(head.every((cell) => typeof cell?.value === 'string' && cell.value !== '')).toBe(true);
    expect(new Set(head.map((cell) => cell?.value)).size).toBe(head.length);
    expect(rows).toHaveLength(7);
    expect(column('Số lượng')).toEqual(Array.from({ length: 7 }, () => 1));
  });

  test('has every dimension, with one kind of value a column', () => {
    expect(column('Tỉnh, thành phố')[0]).toBe('An Giang');
    expect(column('Tháng ban hành')[0]).toBe(3);
    expect(column('Nhóm quy tắc')[0]).toBe('citation');
    expect(column('Quy tắc')[0]).toBe('Tên citation/date-mismatch');
    expect(column('Được tính')).toEqual(Array.from({ length: 7 }, () => 'Có'));
    for (const [index] of head.entries()) {
      const kinds = new Set(rows.flatMap((row) => (row[index] ? [row[index]?.type] : [])));
      expect(kinds.size).toBeLessThanOrEqual(1);
    }
  });
});

test('findings apart and units have sheets of their own where there are some', () => {
  const result = sampleAudit();
  expect(apartSheet(result, 'vi', (id) => id)).toBeNull();
  expect(expectedSheet(result, 'vi')).toBeNull();
  const [first] = result.documents;
  if (first?.kind !== 'checked') throw new Error('the sample begins with a checked document');
  const [finding] = first.record.findings;
  if (finding === undefined) throw new Error('the sample has findings');
  const suppressed = [{ finding, reason: 'Đã đính chính', by: 'Lan', when: null, until: '2026-12-31' }];
  const sheet = apartSheet({ ...result, documents: [{ ...first, suppressed }] }, 'vi', (id) => id);
  expect(sheet?.rows[1]?.map((cell) => cell?.value)).toContain('Đã đính chính');
  const units = expectedSheet(
    {
      ...result,
      expected: {
        name: 'u.csv',
        units: [{ name: 'Sở Y tế', parent: null, plans: [], twice: false }],
        others: [],
      },
    },
    'vi',
  );
  expect(units?.rows[1]?.map((cell) => cell?.value)).toEqual([
    'Sở Y tế',
    undefined,
    'chưa nộp',
    0,
    undefined,
  ]);
});

describe('a text cell', () => {
  test('that begins like a formula stays text when it is edited', () => {
    for (const text of ['=1', '+1', '-1', '@a', '\ta', '\ra'])
      expect(textCell(text)).toMatchObject({ type: String, value: text, format: '@' });
    expect(textCell('Sở Xây dựng')).not.toHaveProperty('format');
  });

  test('holds only what XML and Excel can hold', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 20 }), (text) => {
        expect(textCell(text)?.value).not.toMatch(
          /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF\p{Surrogate}]/u,
        );
      }),
    );
    expect(String(textCell('x'.repeat(40_000))?.value)).toHaveLength(32_767);
  });
});

test('a partial or impossible date stays text', () => {
  expect(dateCell('2026-04')).toMatchObject({ type: String, value: '04/2026' });
  expect(dateCell('2026-02-31')).toMatchObject({ type: String, value: '31/02/2026' });
  expect(dateCell('2026-04-15')).toMatchObject({ type: Date });
});

test('columns are named as in a spreadsheet', () => {
  expect([1, 26, 27, 52, 703].map(columnLetters)).toEqual(['A', 'Z', 'AA', 'AZ', 'AAA']);
});
