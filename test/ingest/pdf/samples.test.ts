import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Paragraph, SourceDocument, Table } from '../../../src/document/source-document.js';
import type { Span } from '../../../src/document/span.js';
import { readPdf } from '../../../src/ingest/pdf/read-pdf.js';
import { DEFAULT_LIMITS } from '../../../src/ingest/read-outcome.js';
import { assertSpanLaws } from '../../span-laws.js';

async function sample(name: string): Promise<SourceDocument> {
  const bytes = Uint8Array.from(readFileSync(new URL(`samples/${name}.pdf`, import.meta.url)));
  const outcome = await readPdf(
    { file: `${name}.pdf`, bytes, sha256: createHash('sha256').update(bytes).digest('hex') },
    { limits: DEFAULT_LIMITS, onPage: () => {}, recognizer: null },
  );
  if (outcome.kind === 'failed') throw new Error(outcome.detail);
  assertSpanLaws(outcome.document);
  return outcome.document;
}

const slice = (document: SourceDocument, { start, end }: Span): string => document.text.slice(start, end);
const paragraphs = (document: SourceDocument): readonly Paragraph[] =>
  document.blocks.filter((block) => block.kind === 'paragraph');
const tables = (document: SourceDocument): readonly Table[] =>
  document.blocks.filter((block) => block.kind === 'table');
const rows = (document: SourceDocument, table: Table): readonly (readonly string[])[] =>
  table.rows.map((row) => row.cells.map((cell) => slice(document, cell.span)));

describe('a plan set by a word processor', () => {
  it('reads the head and the signature column by column, each line by itself', async () => {
    const document = await sample('plan');
    const inColumn = (n: number): readonly string[] =>
      paragraphs(document)
        .filter(({ column }) => column === n)
        .map(({ span }) => slice(document, span));
    expect(inColumn(1)).toEqual([
      'ỦY BAN NHÂN DÂN TỈNH',
      'KIM SƠN',
      'SỞ NÔNG THÔN',
      'Số: 41/KH-SNT',
      'Nơi nhận:',
      '- UBND tỉnh (để báo cáo);',
      '- Giám đốc, các Phó Giám đốc;',
      '- Các phòng thuộc Sở;',
      '- Lưu: VT, VP.',
    ]);
    expect(inColumn(2)).toEqual([
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT',
      'NAM',
      'Độc lập - Tự do - Hạnh phúc',
      'Kim Sơn, ngày 14 tháng 02 năm 2025',
      'KT. GIÁM ĐỐC',
      'PHÓ GIÁM ĐỐC',
      'Lê Thị Bích Hạnh',
    ]);
  });

  it('joins paragraphs over lines and pages and sets page numbers apart', async () => {
    const document = await sample('plan');
    const items = paragraphs(document).filter(
      ({ label }) => label !== null && /^[a-f]\)$/u.test(slice(document, label)),
    );
    expect(items).toHaveLength(6);
    for (const item of items) expect(slice(document, item.span)).toMatch(/^[a-f]\) Các phòng.*tiến độ\.$/u);
    const pagesOf = items.map(
      (item) =>
        new Set(
          document.words
            .filter((w) => w.span.start >= item.span.start && w.span.end <= item.span.end)
            .map((w) => w.page),
        ).size,
    );
    expect(Math.max(...pagesOf)).toBe(2);
    const margins = paragraphs(document).filter(({ layer }) => layer !== 'body');
    expect(margins.map(({ span, layer }) => [layer, slice(document, span)])).toEqual([
      ['header', '2'],
      ['header', '3'],
    ]);
  });

  it('keeps the lines of a title apart, bold and centred', async () => {
    const document = await sample('plan');
    const title = paragraphs(document).filter(
      ({ column, style }) => column === 0 && style.bold && style.align === 'center',
    );
    expect(title.map(({ span }) => slice(document, span)).slice(0, 3)).toEqual([
      'KẾ HOẠCH',
      'Áp dụng, duy trì hệ thống quản lý chất lượng',
      'của Sở Nông thôn năm 2025',
    ]);
  });

  it('reads a table with merged cells and a head of two rows on a landscape page', async () => {
    const document = await sample('plan');
    const [table] = tables(document) as [Table];
    expect(table).toMatchObject({ columns: 5, headRows: 2, origin: 'ruled', pages: [3] });
    expect(document.pages[2]).toMatchObject({ width: 841.89, height: 595.3 });
    expect(rows(document, table)).toEqual([
      ['TT', 'Nội dung', 'Phân công', 'Thời gian'],
      ['Chủ trì', 'Phối hợp'],
      ['I', 'Công tác chỉ đạo'],
      ['1', 'Kiện toàn Ban chỉ đạo', 'Văn phòng', 'Các phòng', 'Quý I'],
      ['Phân công nhiệm vụ', 'Tổ thư ký', 'Quý II'],
      ['2', 'Đánh giá nội bộ', '- Tổ thư ký - Văn phòng', '', 'Tháng 9'],
    ]);
    const spans = table.rows.map((row) => row.cells.map(({ rowSpan, colSpan }) => `${rowSpan}x${colSpan}`));
    expect(spans).toEqual([
      ['2x1', '2x1', '1x2', '2x1'],
      ['1x1', '1x1'],
      ['1x1', '1x4'],
      ['2x1', '1x1', '2x1', '1x1', '1x1'],
      ['1x1', '1x1', '1x1'],
      ['1x1', '1x1', '1x1', '1x1', '1x1'],
    ]);
    const units = table.rows[5]?.cells[2]?.paragraphs.map((span) => slice(document, span));
    expect(units).toEqual(['- Tổ thư ký', '- Văn phòng']);
  });
});

describe('tables over pages', () => {
  it.each(['long-table-plain', 'long-table-repeated-head'])(
    'joins %s to one table with its head once',
    async (name) => {
      const document = await sample(name);
      const all = tables(document);
      expect(all).toHaveLength(1);
      const [table] = all as [Table];
      expect(table).toMatchObject({ columns: 5, headRows: 1, pages: [1, 2, 3] });
      const texts = rows(document, table);
      expect(texts.map(([first]) => first)).toEqual([
        'TT',
        ...Array.from({ length: 34 }, (_, i) => `${i + 1}`),
      ]);
      for (const [i, row] of texts.slice(1).entries()) {
        expect(row[1]).toMatch(new RegExp(`số ${i + 1} và các biểu mẫu .* trong năm$`, 'u'));
        expect(row[3]).toBe(`- Phòng Tổng hợp - Phòng Nghiệp vụ ${i + 1}`);
        expect(row[4]).toBe(`Báo cáo số ${i + 1} được phê duyệt`);
      }
      expect(document.text.match(/Nội dung công việc/gu)).toHaveLength(1);
    },
  );

  it('puts a row together that the end of the page cut', async () => {
    const document = await sample('split-row');
    const [table] = tables(document) as [Table];
    expect(table.pages).toEqual([1, 2]);
    const texts = rows(document, table);
    expect(texts.map(([first]) => first)).toEqual(['TT', '1', '2', '3', '4', '5', '6']);
    expect(texts[4]?.[1]).toMatch(/^Thực hiện lần lượt: bước thứ 1 .*bước thứ 40 thì .* tổng hợp\.$/u);
    expect(texts[4]?.slice(2)).toEqual(['Cả năm', '- Tổ thư ký', 'Biên bản']);
  });
});

describe('a table without rulings', () => {
  it('is found by its head, its numbers and its white', async () => {
    const document = await sample('borderless');
    const [table] = tables(document) as [Table];
    expect(table).toMatchObject({ columns: 5, headRows: 1, origin: 'aligned' });
    expect(table.certainty).toBeLessThan(0.9);
    const texts = rows(document, table);
    expect(texts[0]).toEqual([
      'TT',
      'Nội dung công việc',
      'Thời gian thực hiện',
      'Chủ trì thực hiện',
      'Kết quả',
    ]);
    expect(texts.slice(1).map((row) => [row[0], row[4]])).toEqual(
      [1, 2, 3, 4].map((n) => [`${n}`, `Báo cáo số ${n} được phê duyệt`]),
    );
    expect(paragraphs(document).filter(({ layer }) => layer === 'body')).toHaveLength(2);
  });
});
