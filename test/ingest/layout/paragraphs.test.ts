import { describe, expect, it } from 'vitest';
import { centred, layout, line, outline, page, prose, widthOf } from './page-builder.js';

const LONG =
  'Các phòng, đơn vị căn cứ chức năng, nhiệm vụ được giao chủ động xây dựng kế hoạch, phân công cán bộ theo dõi và tổ chức thực hiện bảo đảm đúng tiến độ.';

describe('paragraphs', () => {
  it('joins the lines of a paragraph and parts paragraphs at indents', () => {
    const a = prose(100, LONG);
    const b = prose(a.y, `- ${LONG}`);
    const c = prose(b.y, LONG);
    expect(outline(layout(page(1, [...a.words, ...b.words, ...c.words])))).toEqual([LONG, `- ${LONG}`, LONG]);
  });

  it('does not trust the order in which words are given', () => {
    const a = prose(100, LONG);
    const b = prose(a.y, `a) ${LONG}`);
    const shuffled = [...a.words, ...b.words].sort(
      (x, y) => x.text.localeCompare(y.text) || x.box[0] - y.box[0],
    );
    expect(outline(layout(page(1, shuffled)))).toEqual([LONG, `a) ${LONG}`]);
  });

  it('joins paragraphs without indents that white parts', () => {
    const a = prose(100, LONG, 0);
    const b = prose(a.y + 8, LONG, 0);
    expect(outline(layout(page(1, [...a.words, ...b.words])))).toEqual([LONG, LONG]);
  });

  it('gives the label of a list item, and none for a number in a sentence', () => {
    const a = prose(100, `1. ${LONG}`);
    const b = prose(a.y, 'Điều 3. Tổ chức thực hiện');
    const c = prose(b.y, '12 tháng là thời hạn');
    const document = layout(page(1, [...a.words, ...b.words, ...c.words]));
    const labels = document.blocks.map((block) =>
      block.kind === 'paragraph' && block.label !== null
        ? document.text.slice(block.label.start, block.label.end)
        : null,
    );
    expect(labels).toEqual(['1.', 'Điều 3.', null]);
  });

  it('puts a string together that the line end broke', () => {
    const first = `${'chữ '.repeat(16)}số 19/2014/QĐ-`;
    const words = [...line(80, 100, first), ...line(80, 118, 'TTg ngày 05/3/2014 của Thủ tướng')];
    expect(layout(page(1, words)).text).toContain('số 19/2014/QĐ-TTg ngày');
  });

  it('keeps a wrapped line that begins like a label in its paragraph', () => {
    const a = line(110, 100, `${'chữ '.repeat(17)}vào năm`);
    const b = line(80, 118, `2025. ${'từ '.repeat(12)}tiếp`);
    const c = prose(136, LONG);
    expect(outline(layout(page(1, [...a, ...b, ...c.words])))).toHaveLength(2);
  });

  it('joins a paragraph over a page break and puts page numbers after the text', () => {
    const cut = prose(736, LONG).words;
    const rest = cut
      .filter((word) => word.baseline > 740)
      .map((word) => {
        const [x0, y0, x1, y1] = word.box;
        return { ...word, box: [x0, y0 - 654, x1, y1 - 654] as const, baseline: word.baseline - 654 };
      });
    const document = layout(
      page(1, [...line(300, 790, '1'), ...cut.filter((word) => word.baseline < 740)]),
      page(2, [...line(300, 40, '2'), ...rest, ...prose(136, LONG).words]),
    );
    expect(outline(document)).toEqual([LONG, LONG, '1', '2']);
    expect(document.blocks.map((block) => (block.kind === 'paragraph' ? block.layer : ''))).toEqual([
      'body',
      'body',
      'footer',
      'header',
    ]);
  });

  it('keeps centred lines apart, with their style', () => {
    const document = layout(
      page(1, [
        ...centred(100, 'KẾ HOẠCH', { size: 14, bold: true }),
        ...centred(118, 'Áp dụng hệ thống quản lý chất lượng', { bold: true }),
        ...centred(136, 'năm 2025', { bold: true }),
        ...prose(170, LONG).words,
        ...prose(230, LONG).words,
      ]),
    );
    expect(outline(document).slice(0, 3)).toEqual([
      'KẾ HOẠCH',
      'Áp dụng hệ thống quản lý chất lượng',
      'năm 2025',
    ]);
    expect(document.blocks[0]).toMatchObject({ style: { bold: true, align: 'center', fontSize: 14 } });
    expect(document.blocks[3]).toMatchObject({ style: { bold: false } });
  });

  it('keeps raised and lowered words in their line', () => {
    const words = [
      ...line(110, 100, 'Văn phòng'),
      { ...line(110 + widthOf('Văn phòng') + 1, 95, '1', { size: 7 })[0] },
      ...line(110 + widthOf('Văn phòng') + 8, 100, 'thực hiện'),
    ].filter((word) => word.text !== undefined) as ReturnType<typeof line>;
    expect(layout(page(1, words)).text).toBe('Văn phòng 1 thực hiện');
  });

  it('follows lines that lean', () => {
    const a = prose(100, `${LONG} ${LONG}`);
    const leaning = a.words.map((word) => {
      const by = word.box[0] * 0.012;
      const [x0, y0, x1, y1] = word.box;
      return {
        ...word,
        confidence: 0.9,
        box: [x0, y0 + by, x1, y1 + by] as const,
        baseline: word.baseline + by,
      };
    });
    expect(outline(layout(page(1, leaning)))).toEqual([`${LONG} ${LONG}`]);
  });

  it('sets a running head apart that stands on most pages', () => {
    const pages = [1, 2, 3, 4].map((n) =>
      page(n, [
        ...line(80, 30, 'Kế hoạch năm 2025 của Sở'),
        ...prose(100, `Trang thứ ${n} nói rằng ${LONG}`).words,
      ]),
    );
    const layers = layout(...pages).blocks.map((block) => (block.kind === 'paragraph' ? block.layer : ''));
    expect(layers).toEqual(['body', 'body', 'body', 'body', 'header', 'header', 'header', 'header']);
  });

  it.each(['2', '- 3 -', 'Trang 2/5', '– 12 –'])('takes "%s" in the margin as a page number', (number) => {
    const document = layout(page(1, [...centred(30, number), ...prose(100, LONG).words]));
    expect(document.blocks.at(-1)).toMatchObject({ layer: 'header' });
    expect(document.blocks[0]).toMatchObject({ layer: 'body' });
  });
});

describe('columns', () => {
  const head = [
    ...line(80, 60, 'UBND TỈNH KIM SƠN', { bold: true }),
    ...line(300, 60, 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA', { bold: true }),
    ...line(90, 76, 'SỞ NÔNG THÔN', { bold: true }),
    ...line(310, 78, 'Độc lập - Tự do - Hạnh phúc', { bold: true }),
    ...line(85, 96, 'Số: 12/KH-SNT'),
    ...line(320, 96, 'Kim Sơn, ngày 5 tháng 3 năm 2025'),
  ];

  it('reads the head of the first page column by column', () => {
    const document = layout(
      page(1, [...head, ...centred(130, 'KẾ HOẠCH'), ...prose(160, LONG).words, ...prose(230, LONG).words]),
    );
    expect(outline(document).slice(0, 7)).toEqual([
      'UBND TỈNH KIM SƠN',
      'SỞ NÔNG THÔN',
      'Số: 12/KH-SNT',
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA',
      'Độc lập - Tự do - Hạnh phúc',
      'Kim Sơn, ngày 5 tháng 3 năm 2025',
      'KẾ HOẠCH',
    ]);
    expect(
      document.blocks.map((block) => (block.kind === 'paragraph' ? block.column : 0)).slice(0, 7),
    ).toEqual([1, 1, 1, 2, 2, 2, 0]);
  });

  it('reads recipients and signer column by column, the name far below', () => {
    const signature = [
      ...line(80, 200, 'Nơi nhận:', { size: 11 }),
      ...line(380, 202, 'GIÁM ĐỐC', { bold: true }),
      ...line(80, 214, '- Như trên;', { size: 11 }),
      ...line(80, 228, '- Lưu: VT.', { size: 11 }),
      ...line(375, 290, 'Lê Văn Bình', { bold: true }),
    ];
    expect(outline(layout(page(1, [...prose(100, LONG).words, ...signature])))).toEqual([
      LONG,
      'Nơi nhận:',
      '- Như trên;',
      '- Lưu: VT.',
      'GIÁM ĐỐC',
      'Lê Văn Bình',
    ]);
  });

  it('keeps what a seal left of the signature in the signature', () => {
    const signature = [
      ...line(80, 200, 'Nơi nhận:', { size: 11 }),
      ...line(400, 202, 'GIÁM ĐỐC', { bold: true }),
      ...line(80, 214, '- Như trên;', { size: 11 }),
      ...line(300, 226, 'r NÀ', { confidence: 0.3 }),
      ...line(80, 228, '- Lưu: VT.', { size: 11 }),
      ...line(405, 260, 'Lê Văn Bình', { bold: true }),
    ];
    expect(outline(layout(page(1, [...prose(100, LONG).words, ...signature])))).toEqual([
      LONG,
      'Nơi nhận:',
      '- Như trên;',
      '- Lưu: VT.',
      'GIÁM ĐỐC',
      'r NÀ',
      'Lê Văn Bình',
    ]);
  });

  it('is not fooled by justified lines with wide gaps', () => {
    const wide = (y: number, text: string): ReturnType<typeof line> => {
      const words = line(80, y, text);
      const spare = (520 - (words.at(-1)?.box[2] ?? 0)) / (words.length - 1);
      return words.map((word, i) => ({
        ...word,
        box: [word.box[0] + i * spare, word.box[1], word.box[2] + i * spare, word.box[3]] as const,
      }));
    };
    const text = 'Căn cứ Luật tổ chức chính quyền địa phương hiện hành';
    const document = layout(
      page(1, [...wide(100, text), ...wide(118, text), ...wide(136, text), ...prose(154, LONG, 0).words]),
    );
    expect(document.blocks.every((block) => block.kind === 'paragraph' && block.column === 0)).toBe(true);
    expect(document.text).toContain(`${text} ${text}`);
  });

  it('is not fooled by tabs after list labels', () => {
    const items = [1, 2, 3, 4].flatMap((n) => [
      ...line(80, 100 + n * 18, `${n}.`),
      ...line(120, 100 + n * 18, `Việc thứ ${n}`),
    ]);
    expect(outline(layout(page(1, items)))).toEqual([1, 2, 3, 4].map((n) => `${n}. Việc thứ ${n}`));
  });
});

describe('footnotes', () => {
  it('are set apart, so that a paragraph goes on over the page break', () => {
    const cut = prose(664, LONG).words;
    const rest = cut
      .filter((word) => word.baseline > 670)
      .map((word) => {
        const [x0, y0, x1, y1] = word.box;
        return { ...word, box: [x0, y0 - 582, x1, y1 - 582] as const, baseline: word.baseline - 582 };
      });
    const note = [
      ...line(80, 700, '1 Theo Quyết định số 19', { size: 9 }),
      ...line(80, 712, 'của cơ quan.', { size: 9 }),
    ];
    const rule = { orientation: 'horizontal', position: 685, from: 80, to: 220 } as const;
    const document = layout(
      page(1, [...cut.filter((word) => word.baseline < 670), ...note], [rule]),
      page(2, [...rest, ...prose(136, LONG).words]),
    );
    expect(outline(document)).toEqual([LONG, LONG, '1 Theo Quyết định số 19 của cơ quan.']);
    expect(document.blocks[2]).toMatchObject({ layer: 'footnote' });
  });
});
