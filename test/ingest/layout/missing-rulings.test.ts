import { describe, expect, it } from 'vitest';
import type { Block, Table } from '../../../src/document/source-document.js';
import type { LayoutWord, Ruling } from '../../../src/ingest/layout/layout-page.js';
import { grid, layout, line, page } from './page-builder.js';

const XS = [80, 120, 320, 520];
const TITLES = [
  ...line(84, 212, 'TT', { bold: true }),
  ...line(124, 212, 'Nội dung', { bold: true }),
  ...line(324, 212, 'Đơn vị', { bold: true }),
];

const tablesIn = (blocks: readonly Block[]): Table[] =>
  blocks.flatMap((b) => (b.kind === 'table' ? [b] : []));

/** The rows of a page's only table, each cell its text and, where it spans, its spans. */
function rowsOf(words: readonly LayoutWord[], rulings: readonly Ruling[]): string[][] {
  const document = layout(page(1, words, rulings));
  const tables = tablesIn(document.blocks);
  expect(tables).toHaveLength(1);
  return (tables[0]?.rows ?? []).map((row) =>
    row.cells.map(({ span, rowSpan, colSpan }) => {
      const text = document.text.slice(span.start, span.end);
      return rowSpan * colSpan === 1 ? text : `${text} (${rowSpan}x${colSpan})`;
    }),
  );
}

const row = (y: number, ...texts: readonly string[]): LayoutWord[] =>
  texts.flatMap((text, i) => (text === '' ? [] : line((XS[i] ?? 0) + 4, y, text)));

describe('a table whose rows no ruling parts', () => {
  it('has a row for each row number', () => {
    const words = [
      ...TITLES,
      ...row(236, '1', 'Rà soát văn bản', 'Phòng Tổ chức'),
      ...row(252, '2', 'Tập huấn nghiệp vụ cho công', 'Văn phòng'),
      ...row(266, '', 'chức cấp xã', ''),
      ...row(282, '3', 'Báo cáo tổng kết', 'Phòng Tổ chức'),
    ];
    expect(rowsOf(words, grid(XS, [200, 220, 290]))).toEqual([
      ['TT', 'Nội dung', 'Đơn vị'],
      ['1', 'Rà soát văn bản', 'Phòng Tổ chức'],
      ['2', 'Tập huấn nghiệp vụ cho công chức cấp xã', 'Văn phòng'],
      ['3', 'Báo cáo tổng kết', 'Phòng Tổ chức'],
    ]);
  });

  it('has a row for each figure beside a text', () => {
    const words = [
      ...line(84, 212, 'Đơn vị', { bold: true }),
      ...line(324, 212, 'Số hồ sơ', { bold: true }),
      ...['Phường A', 'Phường B', 'Xã C'].flatMap((name, i) => [
        ...line(84, 236 + 16 * i, name),
        ...line(324, 236 + 16 * i, `${120 + i}`),
      ]),
    ];
    expect(rowsOf(words, grid([80, 320, 520], [200, 220, 280]))).toEqual([
      ['Đơn vị', 'Số hồ sơ'],
      ['Phường A', '120'],
      ['Phường B', '121'],
      ['Xã C', '122'],
    ]);
  });

  it('has a row for each figure where a torn word overlaps what is left of it', () => {
    const words = [
      ...TITLES,
      ...row(236, 'Xã A', 'Đường liên thôn', '45.000'),
      ...row(252, 'Xã B', 'Đường tránh trường', '120.500'),
      ...line(175, 252, 'h'),
      ...row(268, 'Xã C', 'Đường ra đồng', '18.200'),
    ];
    expect(rowsOf(words, grid(XS, [200, 220, 280]))).toHaveLength(4);
  });

  it('stays one row where its cells hold paragraphs', () => {
    const words = [
      ...TITLES,
      ...row(236, '1', '- Rà soát văn bản', '- Phòng Tổ chức'),
      ...row(252, '', '- Tập huấn nghiệp vụ', '- Văn phòng'),
      ...row(268, '', '- Báo cáo tổng kết', '- Thanh tra'),
    ];
    expect(rowsOf(words, grid(XS, [200, 220, 280]))).toHaveLength(2);
  });
});

describe('a column line that lacks a piece', () => {
  const pieces = (y0: number, y1: number): Ruling[] => [
    ...grid([80, 120, 520], [200, 220, 240, 260]),
    { orientation: 'vertical', position: 320, from: 200, to: y0 },
    { orientation: 'vertical', position: 320, from: y1, to: 260 },
  ];

  it('still parts two texts with white between them', () => {
    const words = [...TITLES, ...row(232, '1', 'Rà soát', 'Văn phòng'), ...row(252, '2', 'Họp', 'Thanh tra')];
    expect(rowsOf(words, pieces(220, 240))).toEqual([
      ['TT', 'Nội dung', 'Đơn vị'],
      ['1', 'Rà soát', 'Văn phòng'],
      ['2', 'Họp', 'Thanh tra'],
    ]);
  });

  it('leaves a text in one cell that runs over it', () => {
    const words = [
      ...TITLES,
      ...line(124, 232, 'Các phòng chuyên môn chủ động thực hiện theo kế hoạch'),
      ...row(252, '2', 'Họp', 'Thanh tra'),
    ];
    expect(rowsOf(words, pieces(220, 240))[1]).toEqual([
      '',
      'Các phòng chuyên môn chủ động thực hiện theo kế hoạch (1x2)',
    ]);
  });
});

describe('a table in a cell', () => {
  const outer = [...TITLES, ...line(84, 262, '1'), ...line(124, 262, 'Đào tạo'), ...line(84, 330, '2')];
  const inner = [
    ...line(330, 236, 'Lớp', { bold: true }),
    ...line(430, 236, 'Số tiền', { bold: true }),
    ...line(330, 256, 'May'),
    ...line(430, 256, '90.000'),
    ...line(330, 276, 'Nấu ăn'),
    ...line(430, 276, '62.500'),
  ];
  const words = [...outer, ...inner, ...line(124, 330, 'Truyền thông'), ...line(324, 330, 'Thôn Đông')];

  it.each([
    ['touch the cell’s own', [324, 420, 516], [223, 243, 263, 283]],
    ['stand apart from it', [332, 420, 508], [228, 243, 263, 283]],
  ] as const)('is a table of that cell whether its rulings %s', (_, xs, ys) => {
    const document = layout(page(1, words, [...grid(XS, [200, 220, 290, 340]), ...grid(xs, ys)]));
    const [table] = tablesIn(document.blocks);
    const host = table?.rows[1]?.cells[2];
    const text = (span: { start: number; end: number }): string => document.text.slice(span.start, span.end);
    expect(table?.rows.map((r) => r.cells.length)).toEqual([3, 3, 3]);
    expect(host === undefined ? '' : text(host.span)).toBe('Lớp Số tiền May 90.000 Nấu ăn 62.500');
    expect(host?.tables[0]?.rows.map((r) => r.cells.map((c) => text(c.span)))).toEqual([
      ['Lớp', 'Số tiền'],
      ['May', '90.000'],
      ['Nấu ăn', '62.500'],
    ]);
  });
});

describe('tables side by side', () => {
  it('are two tables', () => {
    const words = [84, 324].flatMap((x) => [
      ...line(x, 212, 'TT', { bold: true }),
      ...line(x + 40, 212, 'Khối', { bold: true }),
      ...line(x, 232, '1'),
      ...line(x + 40, 232, 'Phường A'),
    ]);
    const ys = [200, 220, 240];
    const document = layout(page(1, words, [...grid([80, 120, 280], ys), ...grid([320, 360, 520], ys)]));
    expect(tablesIn(document.blocks).map((table) => table.columns)).toEqual([2, 2]);
  });
});

describe('a cell of the first column that the page’s end cut', () => {
  it('goes on over an empty cell that spans rows', () => {
    const document = layout(
      page(
        1,
        [
          ...line(84, 212, 'Lĩnh vực', { bold: true }),
          ...line(164, 212, 'Thủ tục', { bold: true }),
          ...line(84, 232, 'Hộ tịch'),
          ...line(164, 232, 'Khai sinh'),
        ],
        grid([80, 160, 520], [200, 220, 240]),
      ),
      page(
        2,
        [...line(164, 92, 'Khai tử'), ...line(164, 112, 'Kết hôn')],
        [
          ...grid([80, 160, 520], [80, 120]),
          { orientation: 'horizontal', position: 100, from: 160, to: 520 },
        ],
      ),
    );
    const [table] = tablesIn(document.blocks);
    expect(table?.pages).toEqual([1, 2]);
    expect(table?.rows[1]?.cells[0]?.rowSpan).toBe(3);
    expect(table?.rows.map((r) => r.cells.length)).toEqual([2, 2, 1, 1]);
  });
});

describe('a table that only white parts', () => {
  const XS_WIDE = [84, 250, 350, 450];
  const wide = (y: number, ...texts: readonly string[]): LayoutWord[] =>
    texts.flatMap((text, i) => line(XS_WIDE[i] ?? 0, y, text));
  const head = wide(212, 'Đơn vị', 'Số lượng', 'Đúng hạn', 'Quá hạn');

  it('has a row for each line of figures, however close', () => {
    const words = [
      ...head,
      ...wide(232, 'Phường A', '1.204', '1.198', '6'),
      ...wide(246, 'Phường B', '986', '980', '6'),
      ...wide(264, 'Xã C', '455', '455', '0'),
      ...wide(282, 'Xã D', '512', '500', '12'),
    ];
    expect(rowsOf(words, []).map((cells) => cells[0])).toEqual([
      'Đơn vị',
      'Phường A',
      'Phường B',
      'Xã C',
      'Xã D',
    ]);
  });

  it('ends at running text whose word spaces lie between its columns', () => {
    const prose = ['Danh sách đoàn viên', 'ưu tú được giới', 'thiệu cho Đảng', 'xem xét, kết nạp trong'];
    const words = [
      ...head,
      ...wide(232, 'Phường A', '1.204', '1.198', '6'),
      ...wide(250, 'Phường B', '986', '980', '6'),
      ...wide(268, 'Xã C', '455', '455', '0'),
      ...prose.flatMap((text, i) => {
        const x = [84, 196, 286, 370][i] ?? 0;
        return line(x, 288, text, { size: 13 });
      }),
    ];
    expect(rowsOf(words, [])).toHaveLength(4);
  });
});
