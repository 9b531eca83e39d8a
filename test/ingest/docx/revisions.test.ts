import { describe, expect, it } from 'vitest';
import { documentOf, linesOf, list, num, p, rowsOf, tbl, tc, tr } from './docx-xml.js';

const by = 'w:id="1" w:author="A" w:date="2031-01-01T00:00:00Z"';
const r = (text: string): string => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
const ins = (text: string): string => `<w:ins ${by}>${r(text)}</w:ins>`;
const del = (text: string): string =>
  `<w:del ${by}><w:r><w:delText xml:space="preserve">${text}</w:delText></w:r></w:del>`;
const deletedMark = `<w:rPr><w:del ${by}/></w:rPr>`;

describe('tracked changes', () => {
  it('are read as accepted and told with their number', async () => {
    const document = await documentOf(
      `<w:p>${r('Trước ngày ')}${del('15/3')}${ins('20/3')}${ins('/2031')}</w:p>` +
        `<w:p><w:moveFrom ${by}>${r('chuyển đi')}</w:moveFrom>${r('ở lại')}</w:p>` +
        `<w:p><w:moveTo ${by}>${r('chuyển đến')}</w:moveTo></w:p>`,
    );
    expect(linesOf(document)).toEqual(['Trước ngày 20/3/2031', 'ở lại', 'chuyển đến']);
    expect(document.notes).toEqual([
      {
        code: 'tracked-changes',
        message:
          'Văn bản còn thay đổi chưa duyệt (3 chỗ thêm, 2 chỗ xóa); nội dung được đọc như đã chấp nhận mọi thay đổi.',
        page: null,
        span: null,
      },
    ]);
  });

  it('join paragraphs whose mark is deleted and count no number for them', async () => {
    const numPr = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>';
    const document = await documentOf({
      numbering: list(1, [['decimal', '%1.']]) + num(1),
      body:
        `<w:p><w:pPr>${numPr}</w:pPr>${r('Một')}</w:p>` +
        `<w:p><w:pPr>${numPr}${deletedMark}</w:pPr>${del('Bỏ')}</w:p>` +
        `<w:p><w:pPr>${numPr}${deletedMark}</w:pPr>${r('Hai ')}</w:p>` +
        `<w:p><w:pPr>${numPr}</w:pPr>${r('và ba')}</w:p>`,
    });
    expect(linesOf(document)).toEqual(['1. Một', '2. Hai và ba']);
  });

  it('drop deleted rows and cells and keep inserted ones', async () => {
    const document = await documentOf(
      tbl([
        tr(['TT', 'Nội dung']),
        tr(['1', 'Bỏ'], `<w:del ${by}/>`),
        tr(['2', 'Thêm'], `<w:ins ${by}/>`),
        tr(['3', 'Giữ', tc('x', `<w:cellDel ${by}/>`)]),
      ]),
    );
    expect(rowsOf(document)).toEqual([
      ['TT', 'Nội dung'],
      ['2', 'Thêm'],
      ['3', 'Giữ'],
    ]);
    expect(document.notes[0]?.message).toContain('1 chỗ thêm, 2 chỗ xóa');
  });

  it('are not told where there are none; comments are', async () => {
    const plain = await documentOf(p('Không đổi'));
    expect(plain.notes).toEqual([]);
    const commented = await documentOf({
      body: `<w:p><w:commentRangeStart w:id="0"/>${r('Đoạn')}<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r></w:p>`,
      comments: `<w:comment ${by}>${p('Sai rồi')}</w:comment>`,
    });
    expect(commented.text).toBe('Đoạn');
    expect(commented.notes).toMatchObject([{ code: 'comments' }]);
    expect(commented.notes[0]?.message).toContain('1 ghi chú');
  });
});
