import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { flowHead, lettersAt } from '../../../src/ingest/text/flattened/blocks/flow-head.js';
import { usualWidths } from '../../../src/ingest/text/flattened/blocks/measure-columns.js';
import { rowNumber } from '../../../src/ingest/text/flattened/blocks/numerals.js';
import { splitLines } from '../../../src/ingest/text/lines.js';
import { assertSpanLaws } from '../../span-laws.js';
import { documentOf, rowsOf, tablesOf } from './read.js';

const headOf = (text: string) => {
  const lines = splitLines(text);
  return flowHead(text, lines, 0, lines.length);
};
const saidIn = (
  order: readonly { readonly lines: readonly (readonly { readonly text: string }[])[] }[] = [],
) =>
  order.map((title) =>
    title.lines
      .flat()
      .map((word) => word.text)
      .join(' '),
  );

describe('titles over flows', () => {
  it('stand each over its own column, in the order of the file', () => {
    const head = headOf(
      'STT\n\nNội dung\n\nĐơn vị thực\nhiện\n\nThời gian\n\n1\n\nHọp xem xét của lãnh đạo\n',
    );
    expect(saidIn(head?.orders[0])).toEqual(['STT', 'Nội dung', 'Đơn vị thực hiện', 'Thời gian']);
  });
  it('may come behind the cells of other columns, and tell the column of the lines under them', () => {
    const head = headOf(
      'TT\n\nCông việc\n\n1\n\nLập kế hoạch\n\nThời hạn\nQuý I/2024\n\nThực hiện\nVăn phòng Sở\n',
    );
    expect(saidIn(head?.orders[0])).toEqual(['TT', 'Công việc', 'Thời hạn', 'Thực hiện']);
    expect([...(head?.under.values() ?? [])].flat()).toEqual(['thờihạn', 'thựchiện']);
  });
  it('are told from cells that say what a title may say', () => {
    const head = headOf(
      'TT\n\nNội dung\n\nChủ trì\n\nThời gian\n\n1\n\nLập danh mục\n\nPhòng Tổ chức\n\nQuý I\n\nDanh mục hồ sơ\n',
    );
    expect(saidIn(head?.orders[0])).toEqual(['TT', 'Nội dung', 'Chủ trì', 'Thời gian']);
  });
  it('are read where a narrow column broke them letter by letter', () => {
    const text = 'S\nT\nT\n\nNội dung\n';
    expect(lettersAt(text, splitLines(text), 0, 3)?.kind).toBe('number');
    expect(lettersAt('T\n\nNội dung\n', splitLines('T\n\nNội dung\n'), 0, 2)).toBeNull();
  });
  it('make no head without a content', () => {
    expect(headOf('STT\n\nĐơn vị\n\nThời gian\n\n1\n')).toBeNull();
  });
});

describe('usual widths', () => {
  it('share the page among the columns, and never fall under a title', () => {
    const head = headOf('STT\n\nNội dung\n\nĐơn vị thực hiện\n\nThời gian\n\n1\n');
    const widths = usualWidths(head?.orders[0] ?? [], 80);
    const [number, content, unit, time] = widths;
    expect(number?.high ?? 99).toBeLessThan(time?.high ?? 0);
    expect(content?.high ?? 0).toBeGreaterThan(unit?.high ?? 99);
    expect(unit?.low ?? 0).toBeGreaterThanOrEqual('Đơn vị thực hiện'.length);
  });
});

describe('a row number', () => {
  it.each([
    ['7', 7],
    ['07.', 7],
    ['(12)', 12],
    ['1/', 1],
    ['I.', null],
    ['2024', null],
  ])('%s is %s', (word, value) => {
    expect(rowNumber(word)).toBe(value);
  });
});

/** A table whose cells have one line each, as flows: every cell apart, one row after another. */
const CONTENTS = [
  'Kiện toàn Ban Chỉ đạo',
  'Đánh giá nội bộ',
  'Họp xem xét của lãnh đạo',
  'Cập nhật quy trình',
];
const UNITS = ['Văn phòng', 'Ban Chỉ đạo ISO', 'Các phòng', 'Thư ký ISO'];
const TIMES = ['Quý I/2024', 'Tháng 5/2024', 'Thường xuyên', 'Trước ngày 15/3/2024'];
const rows = fc.array(
  fc.tuple(fc.constantFrom(...CONTENTS), fc.constantFrom(...UNITS), fc.constantFrom(...TIMES)),
  { minLength: 3, maxLength: 9 },
);
const HEAD = ['STT', 'Nội dung công việc', 'Đơn vị thực hiện', 'Thời gian'];

describe('a table in flows', () => {
  it('comes out row for row where it was written row by row', async () => {
    await fc.assert(
      fc.asyncProperty(rows, async (cells) => {
        const written = cells.flatMap((row, i) => [String(i + 1), ...row]);
        const document = await documentOf(`${[...HEAD, ...written].join('\n\n')}\n\n\f`);
        assertSpanLaws(document);
        const [table] = tablesOf(document);
        expect(table && rowsOf(document, table).slice(1)).toEqual(
          cells.map((row, i) => [String(i + 1), ...row]),
        );
      }),
      { numRuns: 15 },
    );
  });
  it('comes out row for row where it was written column by column', async () => {
    await fc.assert(
      fc.asyncProperty(rows, async (cells) => {
        const columns = [
          cells.map((_, i) => String(i + 1)),
          ...[0, 1, 2].map((c) => cells.map((row) => row[c] ?? '')),
        ];
        const text = columns.map((column, c) => [HEAD[c], ...column].join('\n')).join('\n\n');
        const document = await documentOf(`${text}\n\n\f`);
        assertSpanLaws(document);
        const [table] = tablesOf(document);
        expect(table && rowsOf(document, table).slice(1)).toEqual(
          cells.map((row, i) => [String(i + 1), ...row]),
        );
      }),
      { numRuns: 15 },
    );
  });
  it('puts lines of two columns that take turns into their cells', async () => {
    const document = await documentOf(
      'TT\n\nNội dung công việc\n\nChủ trì\n\nThời gian\n\n1\n\nRà soát quy trình giải quyết thủ Văn phòng\ntục hành chính của cơ quan\nHĐND và UBND\n\nQuý I/2024\n\n2\n\nHọp xem xét của lãnh đạo\n\nBan Chỉ đạo ISO\n\nTháng 12/2024\n\n\f',
    );
    const [table] = tablesOf(document);
    expect(table && rowsOf(document, table)[1]).toEqual([
      '1',
      'Rà soát quy trình giải quyết thủ tục hành chính của cơ quan',
      'Văn phòng HĐND và UBND',
      'Quý I/2024',
    ]);
  });
  it('leaves the number of the page out of the rows', async () => {
    const document = await documentOf(
      'TT\n\nNội dung\n\nĐơn vị\n\nThời gian\n\n1\n\nĐánh giá nội bộ\n\nVăn phòng\n\nQuý I/2024\n\n\f2\nTT\n\nNội dung\n\nĐơn vị\n\nThời gian\n\n2\n\nHọp xem xét của lãnh đạo\n\nBan Chỉ đạo ISO\n\nTháng 12/2024\n\n\f',
    );
    const [table] = tablesOf(document);
    expect(table && rowsOf(document, table).slice(1)).toEqual([
      ['1', 'Đánh giá nội bộ', 'Văn phòng', 'Quý I/2024'],
      ['2', 'Họp xem xét của lãnh đạo', 'Ban Chỉ đạo ISO', 'Tháng 12/2024'],
    ]);
  });
});
