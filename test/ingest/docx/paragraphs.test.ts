import { describe, expect, it } from 'vitest';
import { documentOf, isParagraph, linesOf, p } from './docx-xml.js';

const CENTER = '<w:jc w:val="center"/>';
const field = (code: string, result: string): string =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${code}</w:instrText></w:r>` +
  `<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>${result}</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`;

describe('paragraphs of a DOCX', () => {
  it('are joined from runs, tabs and hyphens, and cleaned', async () => {
    const document = await documentOf(
      '<w:p><w:r><w:t xml:space="preserve">Kế ho</w:t></w:r><w:r><w:softHyphen/><w:t>ạch</w:t></w:r>' +
        '<w:r><w:tab/><w:t>số 12</w:t><w:noBreakHyphen/><w:t>NQ/TW</w:t></w:r></w:p>',
    );
    expect(linesOf(document)).toEqual(['Kế hoạch số 12-NQ/TW']);
  });

  it('compose letters whose marks stand in another run', async () => {
    const document = await documentOf(
      '<w:p><w:r><w:t>Que\u0302</w:t></w:r><w:r><w:t>\u0301</w:t></w:r></w:p>',
    );
    expect(document.text).toBe('Quế');
  });

  it('take alignment, size and weight from runs over styles over defaults', async () => {
    const document = await documentOf({
      styles:
        '<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="26"/></w:rPr></w:rPrDefault></w:docDefaults>' +
        '<w:style w:type="paragraph" w:styleId="Base"><w:name w:val="Base"/><w:pPr><w:jc w:val="both"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>' +
        '<w:style w:type="paragraph" w:styleId="Sub"><w:name w:val="Sub"/><w:basedOn w:val="Base"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>',
      body:
        p('Theo kiểu', '<w:pStyle w:val="Sub"/>') +
        p('Bỏ đậm', `<w:pStyle w:val="Sub"/>${CENTER}`, '<w:b w:val="0"/><w:i/><w:sz w:val="28"/>') +
        p('Mặc định'),
    });
    expect(document.blocks.filter(isParagraph).map(({ style }) => style)).toEqual([
      { heading: 2, align: 'justify', bold: true, italic: false, fontSize: 13 },
      { heading: 2, align: 'center', bold: false, italic: true, fontSize: 14 },
      { heading: null, align: 'left', bold: false, italic: false, fontSize: 13 },
    ]);
  });

  it('know built-in headings by their name and body text by its outline level', async () => {
    const document = await documentOf({
      styles:
        '<w:style w:type="paragraph" w:styleId="u1"><w:name w:val="heading 1"/></w:style>' +
        '<w:style w:type="paragraph" w:styleId="loop"><w:name w:val="x"/><w:basedOn w:val="loop"/></w:style>',
      body:
        p('I. MỤC ĐÍCH', '<w:pStyle w:val="u1"/>') +
        p('Nội dung', '<w:pStyle w:val="u1"/><w:outlineLvl w:val="9"/>') +
        p('Vòng', '<w:pStyle w:val="loop"/>'),
    });
    expect(document.blocks.filter(isParagraph).map(({ style }) => style.heading)).toEqual([1, null, null]);
  });

  it('are bold only when all that is seen of them is', async () => {
    const document = await documentOf(
      '<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>Đậm</w:t></w:r><w:r><w:t xml:space="preserve"> </w:t></w:r></w:p>' +
        '<w:p><w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">Đậm </w:t></w:r><w:r><w:t>thường</w:t></w:r></w:p>',
    );
    expect(document.blocks.filter(isParagraph).map(({ style }) => style.bold)).toEqual([true, false]);
  });

  it('are read as shown: capitals set by format, hidden text left out and told', async () => {
    const document = await documentOf(
      p('Kế hoạch', '', '<w:caps/>') + p('Mật', '', '<w:vanish/>') + p('Hiện'),
    );
    expect(linesOf(document)).toEqual(['KẾ HOẠCH', 'Hiện']);
    expect(document.notes.map(({ code }) => code)).toEqual(['hidden-text']);
  });

  it('keep fields and links but no page numbers', async () => {
    const document = await documentOf(
      `<w:p><w:r><w:t xml:space="preserve">Trang </w:t></w:r>${field(' PAGE \\* MERGEFORMAT ', '7')}${field(' REF Bang1 ', 'Bảng 1')}` +
        '<w:fldSimple w:instr=" NUMPAGES "><w:r><w:t>9</w:t></w:r></w:fldSimple>' +
        '<w:hyperlink w:anchor="a"><w:r><w:t xml:space="preserve"> liên kết</w:t></w:r></w:hyperlink></w:p>',
    );
    expect(document.text).toBe('Trang Bảng 1 liên kết');
  });

  it('lose no text behind a field that is never closed', async () => {
    const document = await documentOf(
      '<w:p><w:r><w:fldChar w:fldCharType="begin"/><w:instrText>PAGE</w:instrText></w:r></w:p>' +
        p('Còn đây'),
    );
    expect(document.text).toBe('Còn đây');
  });

  it('show the signs of symbol fonts', async () => {
    const document = await documentOf(
      '<w:p><w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>' +
        '<w:r><w:rPr><w:rFonts w:ascii="Wingdings 2" w:hAnsi="Wingdings 2"/></w:rPr><w:t>P</w:t></w:r>' +
        '<w:r><w:rPr><w:rFonts w:ascii="Wingdings"/></w:rPr><w:t>\uF0E0</w:t></w:r></w:p>',
    );
    expect(document.text).toBe('✓✓→');
  });

  it('typed for legacy fonts are converted by the name of the font, and told', async () => {
    const run = (font: string, text: string): string =>
      `<w:r><w:rPr><w:rFonts w:ascii="${font}" w:hAnsi="${font}"/></w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
    const document = await documentOf(
      `<w:p>${run('.VnTimeH', 'Céng hßa x· héi')}</w:p><w:p>${run('.VnTime', '§éc lËp - Tù do, kÕ ho¹ch t\u00ADíng')}</w:p>` +
        `<w:p>${run('VNI-Times', 'Quyeát ñònh veà vieäc phaùt trieån, thöôøng xuyeân, naêm')}</w:p>` +
        `<w:p>${run('.VnTime', 'Quyết định')}</w:p>`,
    );
    expect(linesOf(document)).toEqual([
      'CỘNG HÒA XÃ HỘI',
      'Độc lập - Tự do, kế hoạch tướng',
      'Quyết định về việc phát triển, thường xuyên, năm',
      'Quyết định',
    ]);
    expect(document.notes.map(({ code }) => code)).toEqual(['legacy-encoding']);
  });

  it('read either branch of a compatibility block, once', async () => {
    const alternate = (choice: string, fallback: string): string =>
      `<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps">${choice}</mc:Choice><mc:Fallback>${fallback}</mc:Fallback></mc:AlternateContent></w:r></w:p>`;
    const document = await documentOf(
      alternate('<w:t>Một</w:t>', '<w:t>Hai</w:t>') + alternate('<w:drawing/>', '<w:t>Ba</w:t>'),
    );
    expect(linesOf(document)).toEqual(['Một', 'Ba']);
  });

  it('stand inside content controls and smart tags', async () => {
    const document = await documentOf(
      `<w:sdt><w:sdtPr><w:alias w:val="x"/></w:sdtPr><w:sdtContent>${p('Trong khung')}</w:sdtContent></w:sdt>` +
        '<w:p><w:smartTag><w:r><w:t>Hà Nội</w:t></w:r></w:smartTag><w:sdt><w:sdtContent><w:r><w:t>, ngày 5</w:t></w:r></w:sdtContent></w:sdt></w:p>',
    );
    expect(linesOf(document)).toEqual(['Trong khung', 'Hà Nội, ngày 5']);
  });
});

describe('soft line breaks', () => {
  it('are spaces in a centered title and in running text', async () => {
    const document = await documentOf(
      p('Duy trì Hệ thống quản lý\nnăm 2031', CENTER) + p('theo tiêu chuẩn\nquốc gia'),
    );
    expect(linesOf(document)).toEqual(['Duy trì Hệ thống quản lý năm 2031', 'theo tiêu chuẩn quốc gia']);
  });

  it('divide the kind of document from its subject', async () => {
    const document = await documentOf(p('KẾ HOẠCH\nDuy trì hệ thống\nnăm 2031', CENTER));
    expect(linesOf(document)).toEqual(['KẾ HOẠCH', 'Duy trì hệ thống năm 2031']);
  });

  it('divide entries of a typed list and ended sentences', async () => {
    const document = await documentOf(p('Các việc:\n- Việc một\n- Việc hai\ntiếp theo\n1. Mục'));
    expect(linesOf(document)).toEqual(['Các việc:', '- Việc một', '- Việc hai tiếp theo', '1. Mục']);
  });

  it('divide at the end of a page', async () => {
    const document = await documentOf(
      '<w:p><w:r><w:t>hết</w:t><w:br w:type="page"/><w:t>Phụ lục</w:t></w:r></w:p>',
    );
    expect(linesOf(document)).toEqual(['hết', 'Phụ lục']);
  });
});
