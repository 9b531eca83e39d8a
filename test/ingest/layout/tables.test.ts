import { describe, expect, it } from 'vitest';
import type { Table } from '../../../src/document/source-document.js';
import type { LayoutWord, Ruling } from '../../../src/ingest/layout/layout-page.js';
import { centred, grid, layout, line, outline, page, prose, slice } from './page-builder.js';

const XS = [80, 120, 300, 400, 520];
const HEAD = ['TT', 'Nội dung', 'Thời gian', 'Đơn vị'];
const LONG =
  'Các phòng, đơn vị căn cứ chức năng, nhiệm vụ được giao chủ động xây dựng kế hoạch, phân công cán bộ theo dõi và tổ chức thực hiện bảo đảm đúng tiến độ.';

/** Words of rows 20 points high from `top`; a cell's text is one line. */
const rowsOf = (top: number, rows: readonly (readonly string[])[], confidence = 1): LayoutWord[] =>
  rows.flatMap((row, r) =>
    row.flatMap((text, c) =>
      text === '' ? [] : line((XS[c] ?? 0) + 5, top + r * 20 + 14, text, { confidence }),
    ),
  );
const ys = (top: number, count: number): number[] =>
  Array.from({ length: count + 1 }, (_, i) => top + i * 20);

const ROWS = [HEAD, ['1', 'Rà soát', 'Quý I', 'Văn phòng'], ['2', 'Đánh giá', 'Quý II', 'Tổ thư ký']];
const table = (document: ReturnType<typeof layout>): Table =>
  document.blocks.find((block) => block.kind === 'table') as Table;

describe('ruled tables', () => {
  it('puts words into the cells that the rulings draw', () => {
    const document = layout(page(1, [...prose(60, LONG).words, ...rowsOf(200, ROWS)], grid(XS, ys(200, 3))));
    expect(outline(document)).toEqual([LONG, ROWS]);
    expect(table(document)).toMatchObject({
      columns: 4,
      headRows: 1,
      origin: 'ruled',
      certainty: 1,
      pages: [1],
    });
  });

  it('is not disturbed by double, broken, short and jittering rulings', () => {
    const jitter = [0.9, -1.1, 0.4, -0.6, 1.2];
    const broken = grid(XS, ys(200, 3)).flatMap((ruling, i): Ruling[] => {
      const position = ruling.position + (jitter[i % 5] ?? 0);
      const middle = (ruling.from + ruling.to) / 2;
      const piece = { ...ruling, position };
      return [
        { ...piece, from: ruling.from + 2, to: middle - 2 },
        { ...piece, position: position + 0.8, from: middle + 2, to: ruling.to - 2.5 },
      ];
    });
    const double = grid(XS, [200]).map((ruling) => ({ ...ruling, position: ruling.position + 1.5 }));
    const document = layout(
      page(1, rowsOf(200, ROWS, 0.9), [...broken, ...double.filter((r) => r.orientation === 'horizontal')]),
    );
    expect(outline(document)).toEqual([ROWS]);
  });

  it('drops pieces of rulings that were recognized as characters, and keeps dashes and ones', () => {
    const rows = [HEAD, ['1', '- Rà soát', 'Quý I', 'A | B']];
    const scraps = [120, 300].map(
      (x): LayoutWord => ({
        text: '|',
        box: [x - 1, 203, x + 1, 216],
        confidence: 0.3,
        fontSize: 0,
        bold: false,
        italic: false,
        baseline: 216,
      }),
    );
    const document = layout(page(1, [...rowsOf(200, rows, 0.8), ...scraps], grid(XS, ys(200, 2))));
    expect(outline(document)).toEqual([rows]);
  });

  it('gives a cell that spans where an edge is missing', () => {
    const rulings: Ruling[] = [
      ...grid(XS, ys(200, 3)).filter((r) => !(r.orientation === 'vertical' && r.position === 300)),
      { orientation: 'vertical', position: 300, from: 200, to: 220 },
      { orientation: 'vertical', position: 300, from: 240, to: 260 },
    ];
    const rows = [HEAD, ['I', 'Công tác chỉ đạo chung', '', ''], ['1', 'Rà soát', 'Quý I', 'Văn phòng']];
    const document = layout(page(1, rowsOf(200, rows), rulings));
    expect(table(document).rows[1]?.cells.map(({ column, colSpan }) => [column, colSpan])).toEqual([
      [0, 1],
      [1, 2],
      [3, 1],
    ]);
  });

  it('takes open sides where the rulings end', () => {
    const rulings = grid(XS, ys(200, 3)).filter((r) => r.position !== 80 && r.position !== 520);
    expect(outline(layout(page(1, rowsOf(200, ROWS), rulings)))).toEqual([ROWS]);
  });

  it('takes frames and boxes of one cell for no table', () => {
    const frame = grid([40, 560], [40, 760]);
    const box = grid([200, 400], [60, 90]);
    const document = layout(
      page(1, [...centred(80, 'DỰ THẢO'), ...prose(120, LONG).words], [...frame, ...box]),
    );
    expect(outline(document)).toEqual(['DỰ THẢO', LONG]);
  });

  it('takes a table in a page frame', () => {
    const document = layout(
      page(1, rowsOf(200, ROWS), [...grid([40, 560], [40, 760]), ...grid(XS, ys(200, 3))]),
    );
    expect(outline(document)).toEqual([ROWS]);
  });

  it('parts the paragraphs of a cell at bullets and at lines ended early, and joins wrapped lines', () => {
    const cell = [
      ...line(125, 214, '- Trách nhiệm: Giám đốc Sở'),
      ...line(125, 228, 'và các phòng'),
      ...line(125, 242, '- Tham mưu: Văn phòng'),
      ...line(305, 214, 'Văn phòng'),
      ...line(305, 228, 'Tổ thư ký'),
      ...line(405, 214, 'Cả năm'),
      ...line(85, 214, '1'),
    ];
    const head = rowsOf(180, [HEAD]);
    const document = layout(page(1, [...head, ...cell], grid(XS, [180, 200, 250])));
    const texts = table(document).rows[1]?.cells.map((c) =>
      c.paragraphs.map((span) => slice(document, span)),
    );
    expect(texts).toEqual([
      ['1'],
      ['- Trách nhiệm: Giám đốc Sở và các phòng', '- Tham mưu: Văn phòng'],
      ['Văn phòng', 'Tổ thư ký'],
      ['Cả năm'],
    ]);
  });

  it('counts a row of column numbers to the head', () => {
    const rows = [HEAD, ['(1)', '(2)', '(3)', '(4)'], ...ROWS.slice(1)];
    const document = layout(page(1, rowsOf(200, rows), grid(XS, ys(200, 4))));
    expect(table(document).headRows).toBe(2);
  });

  it('finds no head in a table that has none', () => {
    const rows = [
      ['1', 'Bút', '10', 'cái'],
      ['2', 'Giấy', '20', 'gam'],
    ];
    expect(table(layout(page(1, rowsOf(200, rows), grid(XS, ys(200, 2))))).headRows).toBe(0);
  });
});

describe('tables over a page break', () => {
  const second = (
    rows: readonly (readonly string[])[],
    confidence = 1,
    top = 60,
    shift = 0,
  ): ReturnType<typeof page> => {
    const moved = (x: number): number => x + shift;
    const words = rowsOf(top, rows, confidence).map((word) => {
      const [x0, y0, x1, y1] = word.box;
      return { ...word, box: [moved(x0), y0, moved(x1), y1] as const };
    });
    return page(2, [...line(300, 40, '2'), ...words], grid(XS.map(moved), ys(top, rows.length)));
  };
  const first = (rows: readonly (readonly string[])[]): ReturnType<typeof page> =>
    page(1, rowsOf(600, rows), grid(XS, ys(600, rows.length)));

  it('joins the parts, the page number set apart', () => {
    const more = [['3', 'Báo cáo', 'Quý IV', 'Văn phòng']];
    const document = layout(first(ROWS), second(more));
    expect(outline(document)).toEqual([[...ROWS, ...more], '2']);
    expect(table(document).pages).toEqual([1, 2]);
  });

  it('leaves out a repeated head, though it was recognized with slips and the page shifted', () => {
    const again = ['TT', 'Nôi dung', 'Thời gían', 'Đơn vị'];
    const more = [['3', 'Báo cáo', 'Quý IV', 'Văn phòng']];
    const document = layout(first(ROWS), second([again, ...more], 0.8, 60, 7));
    expect(outline(document)).toEqual([[...ROWS, ...more], '2']);
    expect(table(document).headRows).toBe(1);
  });

  it('does not take a row for a repeated head that differs in its numbers', () => {
    const rows = [['1', 'Rà soát quy trình số 1', 'Quý I', 'Văn phòng']];
    const more = [['2', 'Rà soát quy trình số 2', 'Quý I', 'Văn phòng']];
    expect(outline(layout(first(rows), second(more)))).toEqual([[...rows, ...more], '2']);
  });

  it('keeps a table apart that has a head of its own or other columns', () => {
    const other = [
      ['STT', 'Nội dung chi', 'Số lượng', 'Thành tiền'],
      ['1', 'Bút', '10', '50.000'],
    ];
    expect(outline(layout(first(ROWS), second(other)))).toEqual([ROWS, other, '2']);
    const shifted = page(2, line(90, 74, 'Rà soát'), grid([80, 200, 520], [60, 80, 100]));
    const words = [...line(210, 74, 'Quý I'), ...line(90, 94, 'Đánh giá')];
    expect(layout(first(ROWS), { ...shifted, words: [...shifted.words, ...words] }).blocks).toHaveLength(2);
  });

  it('keeps tables apart that text stands between', () => {
    const more = [['3', 'Báo cáo', 'Quý IV', 'Văn phòng']];
    const words = [...centred(150, 'Bảng hai'), ...rowsOf(200, more)];
    const document = layout(first(ROWS), page(2, words, grid(XS, ys(200, 1))));
    expect(document.blocks.filter((block) => block.kind === 'table')).toHaveLength(2);
  });

  it('puts a row together that the page end cut', () => {
    const rows = [HEAD, ['1', 'Rà soát và sửa đổi toàn bộ', 'Quý I', 'Văn phòng']];
    const rest = [
      ['', 'các quy trình', '', ''],
      ['2', 'Đánh giá', 'Quý II', 'Tổ thư ký'],
    ];
    expect(outline(layout(first(rows), second(rest)))).toEqual([
      [HEAD, ['1', 'Rà soát và sửa đổi toàn bộ các quy trình', 'Quý I', 'Văn phòng'], rest[1]],
      '2',
    ]);
  });

  it('keeps a row of its own that has no number', () => {
    const rows = [HEAD, ['1', 'Rà soát', 'Quý I', 'Văn phòng']];
    const rest = [
      ['', 'Báo cáo', 'Quý II', 'Tổ thư ký'],
      ['2', 'Đánh giá', 'Quý II', 'Tổ thư ký'],
    ];
    expect(outline(layout(first(rows), second(rest)))).toEqual([[...rows, ...rest], '2']);
  });

  it('keeps rows without a number in the middle of a page', () => {
    const rows = [
      HEAD,
      ['1', 'Rà soát và sửa đổi toàn bộ', 'Quý I', 'Văn phòng'],
      ['', 'các quy trình', '', ''],
    ];
    expect(outline(layout(page(1, rowsOf(200, rows), grid(XS, ys(200, 3)))))).toEqual([rows]);
  });

  it('joins a merged row that stands alone at the top of the next page', () => {
    const document = layout(
      first(ROWS),
      page(2, line(90, 74, 'Tổng cộng: 15.000.000 đồng'), grid([80, 520], [60, 80])),
    );
    expect(table(document).rows.at(-1)?.cells).toMatchObject([{ column: 0, colSpan: 4 }]);
  });
});
