import { describe, expect, it } from 'vitest';
import type { LayoutWord, Ruling } from '../../../src/ingest/layout/layout-page.js';
import { layout, line, outline, page, prose } from './page-builder.js';

const LONG =
  'Các phòng, đơn vị căn cứ chức năng, nhiệm vụ được giao chủ động xây dựng kế hoạch, phân công cán bộ theo dõi và tổ chức thực hiện bảo đảm đúng tiến độ.';

const rule = (position: number, from = 80, to = 520): Ruling => ({
  orientation: 'horizontal',
  position,
  from,
  to,
});

/** A table of four columns from y 200 on, its cells two lines high; the columns nearly touch. */
const HEAD = [
  ...line(85, 222, 'TT', { bold: true }),
  ...line(150, 222, 'Nội dung', { bold: true }),
  ...line(305, 214, 'Đơn vị', { bold: true }),
  ...line(305, 230, 'thực hiện', { bold: true }),
  ...line(420, 222, 'Thời hạn', { bold: true }),
];
const ROW = (y: number, number: string): LayoutWord[] => [
  ...line(85, y + 22, number),
  ...line(120, y + 14, 'Đào tạo nhận thức chung cho cán'),
  ...line(120, y + 30, 'bộ, công chức'),
  ...line(305, y + 14, 'Tổ giúp việc,'),
  ...line(305, y + 30, 'Văn phòng'),
  ...line(420, y + 22, 'Tháng 4'),
];
const CELLS = (number: string): string[] => [
  number,
  'Đào tạo nhận thức chung cho cán bộ, công chức',
  'Tổ giúp việc, Văn phòng',
  'Tháng 4',
];
const TITLES = ['TT', 'Nội dung', 'Đơn vị thực hiện', 'Thời hạn'];

describe('tables with rules between their rows only', () => {
  it('takes the rows from the rules and the columns from the white strips', () => {
    const words = [...prose(60, LONG).words, ...HEAD, ...ROW(240, '1'), ...ROW(280, '2')];
    const after = [...line(110, 350, 'C. KINH PHÍ', { bold: true }), ...prose(380, LONG).words];
    const document = layout(
      page(
        1,
        [...words, ...after],
        [200, 240, 280, 320].map((y) => rule(y)),
      ),
    );
    expect(outline(document)).toEqual([LONG, [TITLES, CELLS('1'), CELLS('2')], 'C. KINH PHÍ', LONG]);
    expect(document.blocks.find((block) => block.kind === 'table')).toMatchObject({
      headRows: 1,
      origin: 'aligned',
    });
  });

  it('joins them over pages and leaves the repeated head out', () => {
    const rules = [200, 240, 280, 320].map((y) => rule(y));
    const first = page(1, [...HEAD, ...ROW(240, '1'), ...ROW(280, '2')], rules);
    const second = page(2, [...HEAD, ...ROW(240, '3'), ...ROW(280, '4')], rules);
    expect(outline(layout(first, second))).toEqual([
      [TITLES, CELLS('1'), CELLS('2'), CELLS('3'), CELLS('4')],
    ]);
  });

  it('keeps a heading of a group over all columns', () => {
    const banner = line(85, 254, 'I. CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH CHUNG TOÀN SỞ', { bold: true });
    const words = [...HEAD, ...banner, ...ROW(260, '1'), ...ROW(300, '2')];
    const document = layout(
      page(
        1,
        words,
        [200, 240, 260, 300, 340].map((y) => rule(y)),
      ),
    );
    expect(outline(document)).toEqual([
      [TITLES, ['I. CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH CHUNG TOÀN SỞ'], CELLS('1'), CELLS('2')],
    ]);
  });

  it('does not take prose between rules of the page for a row', () => {
    const top = prose(60, LONG);
    const rules = [40, 200, 240, 280, 320, 760].map((y) => rule(y));
    const words = [...top.words, ...HEAD, ...ROW(240, '1'), ...ROW(280, '2'), ...prose(380, LONG).words];
    expect(outline(layout(page(1, words, rules)))).toEqual([LONG, [TITLES, CELLS('1'), CELLS('2')], LONG]);
  });

  it('leaves underlined running text alone', () => {
    const { words } = prose(60, LONG);
    const rules = [64, 82, 100, 118, 136].map((y) => rule(y));
    expect(outline(layout(page(1, words, rules)))).toEqual([LONG]);
  });
});

describe('rows that only white parts', () => {
  it('keep a line of their own text that stands a little lower', () => {
    const row = (y: number, cells: readonly string[]): LayoutWord[] =>
      cells.flatMap((text, i) => line([85, 150, 305, 420][i] ?? 0, y, text));
    const words = [
      ...row(200, ['TT', 'Nội dung', 'Đơn vị', 'Thời hạn']),
      ...row(230, ['1', 'Rà soát', 'Văn phòng', 'Quý I']),
      ...row(260, ['2', 'Cử người học', 'Các phòng', 'Quý II']),
      ...line(150, 281, 'lớp đánh giá'),
      ...row(311, ['3', 'Tổng kết', 'Văn phòng', 'Quý IV']),
    ];
    expect(outline(layout(page(1, words)))).toEqual([
      [
        ['TT', 'Nội dung', 'Đơn vị', 'Thời hạn'],
        ['1', 'Rà soát', 'Văn phòng', 'Quý I'],
        ['2', 'Cử người học lớp đánh giá', 'Các phòng', 'Quý II'],
        ['3', 'Tổng kết', 'Văn phòng', 'Quý IV'],
      ],
    ]);
  });
});
