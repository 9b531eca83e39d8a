import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { costTitles } from '../../../../src/ingest/text/flattened/costs/cost-titles.js';
import {
  digitsLeft,
  figureOf,
  isMeasure,
  isTotal,
  isUnitNote,
  numeralOf,
} from '../../../../src/ingest/text/flattened/costs/cost-words.js';
import {
  ended,
  NO_SUMS,
  withHeading,
  withItem,
  withTotal,
} from '../../../../src/ingest/text/flattened/costs/sums.js';
import type { Token } from '../../../../src/ingest/text/flattened/tokens.js';
import { documentOf, paragraphsOf, rowsOf, tablesOf } from '../read.js';

/** A page as a program that extracts text writes it: stretches of lines, a form feed at its end. */
const page = (...flows: readonly string[]): string =>
  `KẾ HOẠCH\n\nIII. KINH PHÍ THỰC HIỆN\n${flows.join('\n\n')}\n\n\f`;

const rowsRead = async (text: string): Promise<readonly (readonly string[])[]> => {
  const document = await documentOf(text);
  return rowsOf(document, tablesOf(document)[0]);
};

const tokens = (lines: readonly string[]): readonly Token[] =>
  lines.flatMap((line, n) =>
    line
      .split(' ')
      .map((text, i) => ({ text, start: 100 * n + i, end: 100 * n + i + 1, line: n, x: i, blanks: 1 })),
  );

describe('words of a table of costs', () => {
  it('reads figures as they are written', () => {
    expect(['2.500.000', '24,6', '01', '1.000', '1,200,000'].map(figureOf)).toEqual([
      2_500_000, 24.6, 1, 1000, 1_200_000,
    ]);
    expect(['2.50.000', 'Cái', '12a', ''].map(figureOf)).toEqual([null, null, null, null]);
  });

  it('gives back every whole number that it was given grouped by points', () => {
    fc.assert(
      fc.property(fc.nat(2_000_000_000), (value) => {
        expect(figureOf(String(value).replace(/\B(?=(\d{3})+$)/gu, '.'))).toBe(value);
      }),
    );
  });

  it('knows how many digits a narrow column put on the next line', () => {
    expect(['10.000.00', '1.', '1.000', '67,5', '12'].map(digitsLeft)).toEqual([1, 3, 0, 0, 0]);
  });

  it('tells totals from contents that begin alike', () => {
    expect(['Tổng cộng (I + II)', 'CỘNG', 'Tổng', 'Cộng mục I'].every(isTotal)).toBe(true);
    expect(['Tổng hợp phiếu khảo sát', 'Cộng tác viên', 'Tổng kết năm'].some(isTotal)).toBe(false);
  });

  it('tells notes on the unit of money from titles', () => {
    expect(['Đơn vị tính: nghìn đồng', '(ĐVT: triệu đồng)', 'Đơn vị: Đồng'].every(isUnitNote)).toBe(true);
    expect(['Đơn vị tính', 'Đơn vị', 'Kinh phí (đồng)'].some(isUnitNote)).toBe(false);
  });

  it('knows measures of several words, and numerals of all kinds', () => {
    expect(['Cái', 'Hệ thống', 'Người/ngày'].every(isMeasure)).toBe(true);
    expect(numeralOf('IV')).toMatchObject({ kind: 'heading', value: 4 });
    expect(numeralOf('2.')).toMatchObject({ kind: 'plain', value: 2, style: '.' });
    expect(numeralOf('1.2')).toMatchObject({ kind: 'part', value: 2, parent: '1' });
    expect(numeralOf('1.00')).toBeNull();
  });
});

describe('titles of a table of costs', () => {
  const kinds = (...lines: readonly string[]) => costTitles(tokens(lines))?.map(({ kind }) => kind) ?? null;

  it('takes titles of two lines apart that were written line by line', () => {
    expect(kinds('Đơn vị', 'Số', 'tính lượng')).toEqual(['measure', 'quantity']);
    expect(kinds('SỐ', 'ĐƠN GIÁ', 'LƯỢNG')).toEqual(['quantity', 'price']);
  });

  it('joins titles whose words a narrow column broke', () => {
    expect(kinds('KHỐI', 'LƯỢN', 'G')).toEqual(['quantity']);
  });

  it('takes no other words for titles', () => {
    expect(kinds('Chi hội nghị')).toBeNull();
    expect(kinds('Đơn giá', 'Bộ')).toBeNull();
  });
});

describe('sums of a table of costs', () => {
  it('judges a heading by the rows under it and a total by all rows', () => {
    let sums = withHeading(NO_SUMS, 300).sums;
    sums = withItem(withItem(sums, 100), 200);
    const total = withTotal(sums, 300);
    expect([total.right, total.wrong]).toEqual([2, 0]);
    expect(withTotal(sums, 301)).toMatchObject({ right: 1, wrong: 1 });
  });

  it('judges a total that stands over its rows when they are over', () => {
    const sums = withItem(withItem(withTotal(NO_SUMS, 30).sums, 10), 20);
    expect(ended(sums)).toMatchObject({ right: 1, wrong: 0 });
  });
});

const GROUPS = page(
  'ST\nT',
  'Nội dung chi',
  'I',
  'Mua sắm',
  '1\n2',
  'Máy in phục vụ bộ phận một cửa\nGiá để tài liệu',
  'II',
  'Hội nghị',
  '1\n2',
  'Bồi dưỡng báo cáo viên\nNước uống',
  'Đơn vị\nSố\ntính lượng',
  'Đơn giá\n(đồng)',
  '9.200.000\nChiếc\nCái',
  '2\n4',
  '4.000.000\n300.000',
  'Thành tiền\n(đồng)',
  '8.000.000\n1.200.000\n3.000.000\nBuổi',
  '2\n50',
  '500.000\n40.000',
  '1.000.000\n2.000.000',
  'Người',
  'Tổng cộng',
  '12.200.000',
);

describe('tables of costs in a text that lost its columns', () => {
  it('puts figures that were written column by column in their rows', async () => {
    expect(await rowsRead(GROUPS)).toEqual([
      ['ST T', 'Nội dung chi', 'Đơn vị tính', 'Số lượng', 'Đơn giá (đồng)', 'Thành tiền (đồng)'],
      ['I', 'Mua sắm', '', '', '', '9.200.000'],
      ['1', 'Máy in phục vụ bộ phận một cửa', 'Chiếc', '2', '4.000.000', '8.000.000'],
      ['2', 'Giá để tài liệu', 'Cái', '4', '300.000', '1.200.000'],
      ['II', 'Hội nghị', '', '', '', '3.000.000'],
      ['1', 'Bồi dưỡng báo cáo viên', 'Buổi', '2', '500.000', '1.000.000'],
      ['2', 'Nước uống', 'Người', '50', '40.000', '2.000.000'],
      ['', 'Tổng cộng', '', '', '', '12.200.000'],
    ]);
  });

  const rowByRow = (amount: string, total: string): string =>
    page(
      'TT',
      'Nội dung chi',
      'Số lượng',
      'Đơn giá',
      'Thành tiền',
      '1',
      'Phô tô tài liệu',
      '200',
      '1.500',
      amount,
      '2',
      'Thuê xe',
      '3',
      '2.000.000',
      '6.000.000',
      '3',
      'Chi khác',
      '700.000',
      'Cộng',
      total,
    );

  it('leaves quantity and price of a lump sum empty', async () => {
    expect((await rowsRead(rowByRow('300.000', '7.000.000')))[3]).toEqual([
      '3',
      'Chi khác',
      '',
      '',
      '700.000',
    ]);
  });

  it("leaves an author's wrong product and wrong total what they are", async () => {
    const rows = await rowsRead(rowByRow('350.000', '7.150.000'));
    expect(rows.slice(1)).toEqual([
      ['1', 'Phô tô tài liệu', '200', '1.500', '350.000'],
      ['2', 'Thuê xe', '3', '2.000.000', '6.000.000'],
      ['3', 'Chi khác', '', '', '700.000'],
      ['', 'Cộng', '', '', '7.150.000'],
    ]);
  });

  it('is less sure where sums are wrong', async () => {
    const certainty = async (text: string): Promise<number> =>
      tablesOf(await documentOf(text))[0]?.certainty ?? 1;
    expect(await certainty(rowByRow('350.000', '7.150.000'))).toBeLessThan(
      await certainty(rowByRow('300.000', '7.000.000')),
    );
  });

  it('keeps the note on the unit of money over the table, and reads two columns and three', async () => {
    const document = await documentOf(
      page(
        'Đơn vị tính: triệu đồng\nTT',
        'Đơn vị sử dụng',
        'Kinh phí',
        '1',
        'Văn phòng',
        '24,6',
        '2',
        'Chi cục Thủy lợi',
        '8',
        'Cộng',
        '32,6',
      ),
    );
    expect(paragraphsOf(document)).toContain('Đơn vị tính: triệu đồng');
    expect(rowsOf(document, tablesOf(document)[0]).slice(1)).toEqual([
      ['1', 'Văn phòng', '24,6'],
      ['2', 'Chi cục Thủy lợi', '8'],
      ['', 'Cộng', '32,6'],
    ]);
  });

  it('joins figures that a narrow column broke', async () => {
    const rows = await rowsRead(
      page(
        'TT',
        'Nội dung',
        'SL',
        'Đơn giá',
        'Thành tiền',
        '1',
        'Thuê máy',
        '3',
        '10.000.00\n0',
        '30.000.000',
        '2',
        'Chi khác',
        '500.000',
        'Cộng',
        '30.500.000',
      ),
    );
    expect(rows[1]).toEqual(['1', 'Thuê máy', '3', '10.000.000', '30.000.000']);
  });

  it('loses and doubles no figure, whatever the figures are', async () => {
    const money = fc.integer({ min: 1, max: 900 }).map((n) => n * 10_000);
    const row = fc.tuple(fc.integer({ min: 1, max: 99 }), money, fc.boolean());
    const point = (n: number): string => String(n).replace(/\B(?=(\d{3})+$)/gu, '.');
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 2, maxLength: 4 }), async (rows) => {
        const flows = rows.flatMap(([quantity, price, wrong], i) => [
          `${i + 1}`,
          `Chi thứ ${'abcd'[i] ?? ''}`,
          `${quantity}`,
          point(price),
          point(quantity * price + (wrong ? 10_000 : 0)),
        ]);
        const text = page('TT', 'Nội dung', 'Số lượng', 'Đơn giá', 'Thành tiền', ...flows);
        const document = await documentOf(text);
        const said = document.blocks.map((b) => document.text.slice(b.span.start, b.span.end)).join(' ');
        const figures = (s: string): readonly string[] => (s.match(/\d+(?:\.\d{3})+/gu) ?? []).sort();
        expect(figures(said)).toEqual(figures(text));
      }),
      { numRuns: 10 },
    );
  });
});
