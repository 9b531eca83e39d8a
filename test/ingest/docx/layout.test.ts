import { describe, expect, it } from 'vitest';
import type { SourceDocument } from '../../../src/document/source-document.js';
import {
  BORDERS,
  documentOf,
  isParagraph,
  isTable,
  list,
  num,
  numbered,
  p,
  tbl,
  tc,
  tr,
} from './docx-xml.js';

const NO_BORDERS =
  '<w:tblBorders><w:top w:val="nil"/><w:left w:val="none"/><w:bottom w:val="nil"/><w:right w:val="nil"/><w:insideH w:val="nil"/><w:insideV w:val="nil"/></w:tblBorders>';
const NATION = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM';
const MOTTO = 'Độc lập - Tự do - Hạnh phúc';

/** [column, text] of each paragraph. */
const columnsOf = (document: SourceDocument): readonly (readonly [number, string])[] =>
  document.blocks
    .filter(isParagraph)
    .map(({ column, span }) => [column, document.text.slice(span.start, span.end)] as const);

const HEAD = [
  [1, 'UBND TỈNH LAI CHÂU'],
  [1, 'SỞ NỘI VỤ'],
  [1, 'Số: 12/KH-SNV'],
  [2, NATION],
  [2, MOTTO],
  [2, 'Lai Châu, ngày 05 tháng 01 năm 2031'],
];

describe('text set side by side with a table', () => {
  const head = (properties: string): string =>
    tbl(
      [
        tr([tc(p('UBND TỈNH LAI CHÂU\nSỞ NỘI VỤ')), tc(p(NATION) + p(MOTTO))]),
        tr([tc('Số: 12/KH-SNV'), tc('Lai Châu, ngày 05 tháng 01 năm 2031')]),
      ],
      properties,
    );

  it('is read column by column, a line a paragraph, where no line is drawn', async () => {
    expect(columnsOf(await documentOf(head(NO_BORDERS)))).toEqual(HEAD);
    expect(columnsOf(await documentOf(head('')))).toEqual(HEAD);
  });

  it('is read so in a table with lines, too, when it is the head of a document', async () => {
    expect(columnsOf(await documentOf(head(BORDERS)))).toEqual(HEAD);
  });

  it('is known by the borders of cells over those of the table and of its style', async () => {
    const nil = ['top', 'left', 'bottom', 'right'].map((side) => `<w:${side} w:val="nil"/>`).join('');
    const cell = (text: string): string => tc(text, `<w:tcBorders>${nil}</w:tcBorders>`);
    const styles =
      '<w:style w:type="table" w:styleId="Grid"><w:name w:val="Table Grid"/><w:tblPr>' +
      `${BORDERS}</w:tblPr></w:style>`;
    const rows = [tr([cell('Người lập'), cell('Người duyệt')])];
    const style = '<w:tblStyle w:val="Grid"/>';
    const bare = await documentOf({ styles, body: tbl(rows, style) });
    expect(columnsOf(bare)).toEqual([
      [1, 'Người lập'],
      [2, 'Người duyệt'],
    ]);
    const drawn = await documentOf({ styles, body: tbl([tr(['Người lập', 'Người duyệt'])], style) });
    expect(drawn.blocks.map(({ kind }) => kind)).toEqual(['table']);
  });

  it('keeps rows over the full width between the columns, and bullets in them', async () => {
    const document = await documentOf({
      numbering: list(1, [['bullet', '\uF02D']]) + num(1),
      body: tbl(
        [
          tr([tc('Trên đây là kế hoạch./.', '<w:gridSpan w:val="2"/>')]),
          tr([
            tc(p('Nơi nhận:') + numbered('Như trên;', 1) + numbered('Lưu: VT.', 1)),
            tc(p('KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC') + p('') + p('Lê Văn A')),
          ]),
        ],
        '',
      ),
    });
    expect(columnsOf(document)).toEqual([
      [0, 'Trên đây là kế hoạch./.'],
      [1, 'Nơi nhận:'],
      [1, '- Như trên;'],
      [1, '- Lưu: VT.'],
      [2, 'KT. GIÁM ĐỐC'],
      [2, 'PHÓ GIÁM ĐỐC'],
      [2, 'Lê Văn A'],
    ]);
  });

  it('counts an empty left column, but no empty column between two', async () => {
    const right = await documentOf(tbl([tr(['', 'GIÁM ĐỐC'])], ''));
    expect(columnsOf(right)).toEqual([[2, 'GIÁM ĐỐC']]);
    const spaced = await documentOf(tbl([tr(['trái', '', 'phải'])], ''));
    expect(columnsOf(spaced)).toEqual([
      [1, 'trái'],
      [2, 'phải'],
    ]);
  });

  it('is no reason to take a schedule without lines apart', async () => {
    const rows = [
      tr(['TT', 'Nội dung', 'Thời gian']),
      tr(['1', 'Rà soát', 'Quý I']),
      tr(['2', 'Họp', 'Quý II']),
    ];
    expect((await documentOf(tbl(rows, ''))).blocks.map(({ kind }) => kind)).toEqual(['table']);
    const bold = (text: string): string => tc(p(text, '', '<w:b/>'));
    const head = [
      tr([bold('Nội dung'), bold('Đơn vị'), bold('Thời gian')]),
      tr(['Rà soát', 'Văn phòng', 'Quý I']),
      tr(['Họp', 'Sở', 'Quý II']),
    ];
    expect((await documentOf(tbl(head, ''))).blocks.map(({ kind }) => kind)).toEqual(['table']);
    const long = ['a', 'b', 'c', 'd', 'e'].map((text) => tr([text, `${text}${text}`]));
    expect((await documentOf(tbl(long, ''))).blocks.map(({ kind }) => kind)).toEqual(['table']);
  });

  it('may hold real tables, which stay tables', async () => {
    const inner = tbl([tr(['TT', 'Nội dung']), tr(['1', 'Rà soát'])]);
    const document = await documentOf(tbl([tr([tc(`${p('Phụ lục')}${inner}${p('')}`)])], BORDERS));
    expect(document.blocks.map(({ kind }) => kind)).toEqual(['paragraph', 'table']);
  });
});

describe('text set side by side with tabs', () => {
  it('is read column by column over consecutive short lines', async () => {
    const document = await documentOf(
      p(`UBND TỈNH LAI CHÂU\t${NATION}`) +
        p(`SỞ NỘI VỤ\t\t${MOTTO}`) +
        p('Số: 12/KH-SNV\tLai Châu, ngày 05 tháng 01 năm 2031') +
        p('KẾ HOẠCH', '<w:jc w:val="center"/>'),
    );
    expect(columnsOf(document)).toEqual([...HEAD, [0, 'KẾ HOẠCH']]);
  });

  it('is read so over the lines of one paragraph, and with one side empty', async () => {
    const document = await documentOf(
      p('Nơi nhận:\tGIÁM ĐỐC\n- Như trên;\n- Lưu: VT.\n\tLê Văn A') + p('Hết'),
    );
    expect(columnsOf(document)).toEqual([
      [1, 'Nơi nhận:'],
      [1, '- Như trên;'],
      [1, '- Lưu: VT.'],
      [2, 'GIÁM ĐỐC'],
      [2, 'Lê Văn A'],
      [0, 'Hết'],
    ]);
  });

  it('is not seen in numbered headings, indents, page numbers or a single line', async () => {
    const document = await documentOf(
      p('1.\tMục đích') +
        p('2.\tYêu cầu') +
        p('\tĐoạn thụt đầu dòng') +
        p('\tĐoạn nữa') +
        p('I. Mục đích\t1') +
        p('II. Yêu cầu\t2') +
        p('Trái\tphải'),
    );
    expect(columnsOf(document).every(([column]) => column === 0)).toBe(true);
    expect(document.blocks.some(isTable)).toBe(false);
    expect(document.text).toContain('1. Mục đích\n2. Yêu cầu');
  });
});
