import { describe, expect, it } from 'vitest';
import type { Paragraph, Table } from '../../../src/document/source-document.js';
import type { LayoutWord } from '../../../src/ingest/layout/layout-page.js';
import { grid, layout, line, outline, page, prose, slice } from './page-builder.js';

const XS = [80, 120, 300, 400, 520];
const HEAD = ['TT', 'Nội dung', 'Thời gian', 'Đơn vị'];

const rowsOf = (
  top: number,
  rows: readonly (readonly string[])[],
  xs: readonly number[] = XS,
): LayoutWord[] =>
  rows.flatMap((row, r) =>
    row.flatMap((text, c) => (text === '' ? [] : line((xs[c] ?? 0) + 5, top + r * 20 + 14, text))),
  );
const ys = (top: number, count: number): number[] =>
  Array.from({ length: count + 1 }, (_, i) => top + i * 20);
const tables = (document: ReturnType<typeof layout>): readonly Table[] =>
  document.blocks.filter((block) => block.kind === 'table');

const ONE = [HEAD, ['1', 'Rà soát', 'Quý I', 'Văn phòng'], ['2', 'Đánh giá', 'Quý II', 'Tổ thư ký']];
const TWO = [HEAD, ['3', 'Họp xem xét', 'Quý III', 'Ban Chỉ đạo'], ['4', 'Tổng kết', 'Quý IV', 'Văn phòng']];
const BODY = [...ONE, ...TWO.slice(1)];

describe('tables over pages', () => {
  it.each([
    ['second', 1],
    ['first', 0],
  ])('puts a column line back that the rules of the %s page lack', (_, lacking) => {
    const pages = [ONE, TWO].map((rows, i) =>
      page(
        i + 1,
        rowsOf(200, rows),
        grid(i === lacking ? XS.filter((x) => x !== 300) : XS, ys(200, rows.length)),
      ),
    );
    expect(outline(layout(...pages))).toEqual([BODY]);
  });

  const enlarged = (words: readonly LayoutWord[], by: number, confidence: number): LayoutWord[] =>
    words.map((word) => ({
      ...word,
      box: [word.box[0] * by + 40, word.box[1], word.box[2] * by + 40, word.box[3]],
      confidence,
    }));
  /** The second page as it comes out of a camera held closer to it. */
  const closer = (confidence: number) => [
    page(
      1,
      rowsOf(200, ONE).map((word) => ({ ...word, confidence })),
      grid(XS, ys(200, ONE.length)),
    ),
    page(
      2,
      enlarged(rowsOf(200, TWO), 1.08, confidence),
      grid(
        XS.map((x) => x * 1.08 + 40),
        ys(200, TWO.length),
      ),
    ),
  ];

  it('go on with the same head on a photograph that was taken from nearer', () => {
    expect(outline(layout(...closer(0.95)))).toEqual([BODY]);
  });

  it('are two where a print has a wider one with the same head', () => {
    expect(tables(layout(...closer(1)))).toHaveLength(2);
  });

  it('does not cut a text in two where the page has no such column', () => {
    const wide = [['3', 'Họp xem xét của lãnh đạo về hệ thống', '', 'Ban Chỉ đạo']];
    const pages = [
      page(1, rowsOf(200, ONE), grid(XS, ys(200, 3))),
      page(2, rowsOf(200, wide), grid([80, 120, 400, 520], ys(200, 1))),
    ];
    const [table] = tables(layout(...pages));
    expect(table?.rows.at(-1)?.cells.map((cell) => cell.colSpan)).toEqual([1, 2, 1]);
  });

  it('goes on with a merged cell that the page cut', () => {
    const rows = [HEAD, ['1', 'Rà soát', 'Quý I', 'Văn phòng'], ['2', 'Đánh giá', 'Quý II', '']];
    const rulings = grid(XS, ys(200, 3)).flatMap((ruling) =>
      ruling.orientation === 'horizontal' && ruling.position === 240 ? [{ ...ruling, to: 400 }] : [ruling],
    );
    const next = [['3', 'Tổng kết', 'Quý IV', '']];
    const [table] = tables(
      layout(page(1, rowsOf(200, rows), rulings), page(2, rowsOf(200, next), grid(XS, ys(200, 1)))),
    );
    const unit = table?.rows[1]?.cells.at(-1);
    expect(unit).toMatchObject({ column: 3, rowSpan: 3 });
    expect(table?.rows[3]?.cells).toHaveLength(3);
  });

  it('takes a row without number and nearly without text for the rest of the row before', () => {
    const rows = [...ONE, ['3', 'Mở lớp tập huấn', 'Quý II', 'Phòng Kế hoạch']];
    const next = [
      ['', '', '', 'Chi cục Bảo vệ'],
      ['4', 'Tổng kết', 'Quý IV', 'Văn phòng'],
    ];
    const [table] = outline(
      layout(
        page(1, rowsOf(200, rows), grid(XS, ys(200, 4))),
        page(2, rowsOf(200, next), grid(XS, ys(200, 2))),
      ),
    );
    expect(table).toEqual([
      ...ONE,
      ['3', 'Mở lớp tập huấn', 'Quý II', 'Phòng Kế hoạch Chi cục Bảo vệ'],
      ['4', 'Tổng kết', 'Quý IV', 'Văn phòng'],
    ]);
  });
});

describe('cells too narrow for their words', () => {
  it('joins a year and the head of the row numbers that were broken inside', () => {
    const words = [
      ...line(82, 214, 'ST'),
      ...line(82, 228, 'T'),
      ...line(105, 214, 'Thời hạn'),
      ...line(82, 254, '1'),
      ...line(105, 254, 'Trước ngày'),
      ...line(105, 268, '10/02/20'),
      ...line(105, 282, '26'),
    ];
    expect(outline(layout(page(1, words, grid([80, 100, 170], [200, 240, 290]))))).toEqual([
      [
        ['STT', 'Thời hạn'],
        ['1', 'Trước ngày 10/02/2026'],
      ],
    ]);
  });
});

describe('references over line ends', () => {
  const REFERENCE = 'Thể thức văn bản và hồ sơ của hệ thống thực hiện theo quy định tại điểm a khoản 2';

  it('go on with "Điều 8" at the start of a line', () => {
    const text = `${REFERENCE} Điều 8 và Điều 22 Nghị định số 30 của Chính phủ về công tác văn thư.`;
    const document = layout(
      page(1, [
        ...line(110, 60, REFERENCE),
        ...line(80, 78, 'Điều 8 và Điều 22 Nghị định số 30 của Chính phủ về công tác văn thư.'),
      ]),
    );
    expect(outline(document)).toEqual([text]);
    expect((document.blocks[0] as Paragraph).label).toBeNull();
  });

  it('are no reason to join a heading', () => {
    const document = layout(
      page(1, [
        ...prose(60, 'Đánh giá đúng thực trạng việc áp dụng hệ thống quản lý chất lượng của cơ quan.').words,
        ...line(110, 120, 'Điều 2. Yêu cầu'),
        ...prose(138, 'Kiểm tra khách quan, đúng đối tượng.').words,
      ]),
    );
    expect(outline(document)[1]).toBe('Điều 2. Yêu cầu');
    const heading = document.blocks[1] as Paragraph;
    expect(heading.label === null ? '' : slice(document, heading.label)).toBe('Điều 2.');
  });
});

const BODY_TEXT =
  'Các phòng, đơn vị căn cứ chức năng, nhiệm vụ được giao tổ chức thực hiện đúng tiến độ chung.';

describe('papers of two pages', () => {
  const running = 'Kế hoạch liên ngành';

  it('have a running head, too, and a page number below it', () => {
    const document = layout(
      page(1, [...line(80, 36, running, { size: 9 }), ...prose(120, BODY_TEXT).words]),
      page(2, [...line(80, 36, running, { size: 9 }), ...line(300, 54, '2'), ...prose(120, BODY_TEXT).words]),
    );
    const layers = document.blocks.map((block) => (block.kind === 'paragraph' ? block.layer : 'body'));
    expect(outline(document)).toEqual([BODY_TEXT, BODY_TEXT, running, running, '2']);
    expect(layers).toEqual(['body', 'body', 'header', 'header', 'header']);
  });

  it('keep the same title in capitals on both pages', () => {
    const title = line(80, 50, 'PHỤ LỤC KINH PHÍ', { bold: true });
    const document = layout(
      page(1, [...title, ...line(80, 120, 'Một.')]),
      page(2, [...title, ...line(80, 120, 'Hai.')]),
    );
    expect(outline(document)).toEqual(['PHỤ LỤC KINH PHÍ', 'Một.', 'PHỤ LỤC KINH PHÍ', 'Hai.']);
  });
});

describe('a signature to the left of the recipients', () => {
  it('is read column by column', () => {
    const document = layout(
      page(1, [
        ...prose(60, 'Các phòng nghiêm túc thực hiện Kế hoạch này trong năm học tới đây./.').words,
        ...line(110, 140, 'HIỆU TRƯỞNG', { bold: true }),
        ...line(340, 140, 'Nơi nhận:', { bold: true, italic: true }),
        ...line(340, 154, '- Ban Giám hiệu;', { size: 11 }),
        ...line(340, 168, '- Lưu: VT.', { size: 11 }),
        ...line(108, 230, 'Lâm Quốc Bảo', { bold: true }),
      ]),
    );
    expect(outline(document).slice(1)).toEqual([
      'HIỆU TRƯỞNG',
      'Lâm Quốc Bảo',
      'Nơi nhận:',
      '- Ban Giám hiệu;',
      '- Lưu: VT.',
    ]);
  });
});

describe('a text box beside a heading', () => {
  it('does not run into the heading', () => {
    const document = layout(
      page(1, [
        ...prose(60, BODY_TEXT).words,
        ...line(400, 122, 'Tài liệu phục vụ'),
        ...line(110, 140, 'Phần II', { bold: true }),
        ...line(395, 139, 'họp Đoàn kiểm tra'),
        ...line(110, 165, 'NỘI DUNG', { bold: true }),
        ...prose(190, BODY_TEXT).words,
      ]),
    );
    expect(outline(document)).toEqual([
      BODY_TEXT,
      'Phần II',
      'NỘI DUNG',
      'Tài liệu phục vụ họp Đoàn kiểm tra',
      BODY_TEXT,
    ]);
  });
});
