import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvRows } from '../../src/check/expected/csv-rows.js';
import { matchUnits } from '../../src/check/expected/match-units.js';
import { parseUnitsCsv } from '../../src/check/expected/units-csv.js';
import { UnitsCsvError } from '../../src/check/expected/units-csv-error.js';
import { loadRegisters } from '../../src/check/registers/load-registers.js';
import { checkedOf, recordOf } from '../report/sample-audit.js';

const registers = loadRegisters();
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const plan = (
  file: string,
  issuingAgency: string | null,
  parentAgency: string | null = null,
  planYear: number | null = 2026,
) => {
  const { header } = recordOf(file, file);
  return checkedOf(
    recordOf(file, file, { header: { ...header, issuingAgency, parentAgency, planYear } }),
    `in/${file}`,
  );
};
const matched = (csv: string, ...plans: readonly ReturnType<typeof plan>[]) =>
  matchUnits(plans, parseUnitsCsv(bytes(csv), 'u.csv'), 'u.csv', registers);
const files = (units: ReturnType<typeof matched>['units']) =>
  units.map(({ plans }) => plans.map(({ file }) => file));

describe('the list of units', () => {
  it('is read with any separator, a byte order mark and other columns', () => {
    for (const separator of [',', ';', '\t'])
      expect(
        parseUnitsCsv(
          bytes(
            `\uFEFFSTT${separator}Đơn vị${separator}Tên khác\r\n1${separator}Sở Y tế${separator}SYT|Y tế\r\n`,
          ),
          'u.csv',
        ),
      ).toEqual([{ name: 'Sở Y tế', parent: null, aliases: ['SYT', 'Y tế'], line: 2 }]);
  });

  const problem = (source: string | Uint8Array): unknown => {
    try {
      parseUnitsCsv(typeof source === 'string' ? bytes(source) : source, 'u.csv');
    } catch (error) {
      return error instanceof UnitsCsvError ? [error.line, error.problem.kind] : error;
    }
    return null;
  };

  it.each([
    ['', [1, 'empty']],
    ['unit\n', [1, 'empty']],
    ['Sở Y tế\nSở Nội vụ\n', [1, 'no-unit-column']],
    ['unit,parent\nSở Y tế\n', [2, 'columns']],
    ['unit\nA\n"B\n', [3, 'open-quote']],
    ['unit\n"A"x\n', [2, 'behind-quote']],
    ['unit,parent\nA,b\n,c\n', [3, 'no-name']],
    ['unit\nSở Y tế\n\nSỞ Y  TẾ\n', [4, 'twice']],
  ])('is refused with the line: %j', (source, wanted) => {
    expect(problem(source)).toEqual(wanted);
  });

  it('in another encoding is refused with the line', () => {
    expect(problem(Buffer.from('unit\nA\nS\xF4\n', 'latin1'))).toEqual([3, 'not-utf8']);
  });

  it('gives cells back as they were written', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', ',', '"', '\n', ';', ' ', 'ế'), minLength: 1 });
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 2 }), { minLength: 1 }), (rows) => {
        const quote = (text: string): string => `"${text.replaceAll('"', '""')}"`;
        const csv = ['h,h', ...rows.map((row) => row.map(quote).join(','))].join('\n');
        const filled = rows.filter((row) => row.some((one) => one.trim() !== ''));
        expect(
          csvRows(bytes(csv), 'f')
            .slice(1)
            .map(({ cells }) => cells),
        ).toEqual(filled);
      }),
    );
  });
});

describe('who handed in', () => {
  it('is known whatever case, abbreviation, marks and province the names have', () => {
    const { units, others } = matched(
      'unit\nSở Khoa học và Công nghệ\nUBND tỉnh An Giang\nSở Y tế tỉnh An Giang\nSở Nội vụ\n',
      plan('a', 'SỞ KH&CN', 'UBND TỈNH AN GIANG'),
      plan('b', 'ỦY BAN NHÂN DÂN TỈNH AN GIANG'),
      plan('c', 'SỞ Y TẾ', 'UBND TỈNH AN GIANG'),
    );
    expect(files(units)).toEqual([['a'], ['b'], ['c'], []]);
    expect(others).toEqual([]);
  });

  it('never mixes units of two provinces or authorities', () => {
    const { units, others } = matched(
      'unit,parent\nSở Y tế,UBND tỉnh An Giang\n',
      plan('a', 'SỞ Y TẾ', 'UBND TỈNH CÀ MAU'),
    );
    expect(files(units)).toEqual([[]]);
    expect(others).toEqual([{ file: 'a', path: 'in/a', unit: 'SỞ Y TẾ' }]);
  });

  it('says where a unit handed in twice for one year, not for two', () => {
    const { units } = matched(
      'unit\nSở Y tế\nSở Nội vụ\n',
      plan('a', 'Sở Y tế'),
      plan('b', 'Sở Y tế'),
      plan('c', 'Sở Nội vụ', null, 2025),
      plan('d', 'Sở Nội vụ', null, 2026),
    );
    expect(units.map(({ twice }) => twice)).toEqual([true, false]);
  });

  it('takes a name that is a letter off, says so, and leaves it open where two fit', () => {
    const near = matched('unit\nPhòng Chuyển đổi số\n', plan('a', 'PHÒNG CHUYÊN ĐỔI SỐ X'));
    expect(near.units[0]?.plans).toMatchObject([{ file: 'a', near: true }]);
    const unsure = matched(
      'unit,parent\nSở Y tế,UBND tỉnh An Giang\n',
      plan('a', 'SỞ Y TẾ', 'UBND TỈNH AN GIANG'),
      plan('b', 'SỞ Y TẾ'),
    );
    expect(unsure.units[0]).toMatchObject({ plans: [{ near: false }, { near: true }], twice: false });
    const open = matched('unit\nỦy ban xã số 1\nỦy ban xã số 2\n', plan('a', 'ỦY BAN XÃ SỐ 3'));
    expect(files(open.units)).toEqual([[], []]);
  });

  it('leaves out what is no plan', () => {
    const document = plan('a', 'Sở Y tế');
    if (document.kind !== 'checked') throw new Error('it was checked');
    const other = { ...document, record: { ...document.record, isPlan: false } };
    expect(files(matched('unit\nSở Y tế\n', other).units)).toEqual([[]]);
  });
});
