import { describe, expect, test } from 'vitest';
import { annotateDocx } from '../../../src/report/annotate/docx/annotate-docx.js';
import { documentOf, docxOf, entriesOf, type Parts, p, tbl, tr } from '../../ingest/docx/docx-xml.js';
import { zipOf } from '../../ingest/docx/zip-writer.js';
import { findingAt, recordWith } from './finding-at.js';
import { given, OPTIONS } from './options.js';
import { openWritten } from './written-docx.js';

type Wanted = readonly [quote: string, suggestion?: string];

/** Annotates a package at quotes of its text, with suggestions that make changes where given. */
async function annotated(source: Parts | Uint8Array, wanted: readonly Wanted[]) {
  const bytes = source instanceof Uint8Array ? source : docxOf(source);
  const document = await documentOf(bytes);
  const findings = wanted.map(([quote, suggestion]) =>
    findingAt(document.text, quote, suggestion === undefined ? {} : { suggestion }),
  );
  const outcome = given(await annotateDocx(bytes, recordWith(document, findings), OPTIONS));
  const written = await openWritten(outcome.bytes);
  // What was read stays readable, and says the same once our changes are refused.
  await documentOf(outcome.bytes);
  expect(written.refused).toBe((await openWritten(bytes)).refused);
  return { outcome, written, main: written.entries.get('word/document.xml')?.toString('utf8') ?? '' };
}

const run = (text: string, format = ''): string =>
  `<w:r><w:rPr>${format}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
const paragraph = (inner: string): string => `<w:p>${inner}</w:p>`;

describe('notes in a DOCX', () => {
  test('stand at words that are split over runs, each half keeping its format', async () => {
    const body = paragraph(run('Duy trì hệ ') + run('thống quản', '<w:b/>') + run(' lý chất lượng'));
    const { written, main } = await annotated({ body }, [['hệ thống quản lý']]);
    expect(written.comments[0]?.anchor).toBe('hệ thống quản lý');
    expect(main).toContain('<w:rPr><w:b/></w:rPr><w:t xml:space="preserve">thống quản</w:t>');
  });

  test('stand inside hyperlinks, fields and content controls', async () => {
    const link = `<w:hyperlink w:anchor="x">${run('Thông tư số 26')}</w:hyperlink>`;
    const field = `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF a</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run('Điều 4 khoản 6')}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
    const control = `<w:sdt><w:sdtPr/><w:sdtContent>${run('năm 2026 này')}</w:sdtContent></w:sdt>`;
    const body = paragraph(link) + paragraph(field) + paragraph(control);
    const { written } = await annotated({ body }, [['số 26'], ['khoản 6'], ['2026', '2027']]);
    expect(written.comments.map(({ anchor }) => anchor)).toEqual(['số 26', 'khoản 6', '2026']);
    // A content control may be filled from elsewhere: its text is not changed.
    expect(written.changes).toEqual([]);
  });

  test('stand at text with entities, CDATA, tabs and composed letters', async () => {
    const body = `${paragraph(run('A &amp; B &lt;C&gt; Th\u0075\u031b\u0301 d'))}<w:p><w:r><w:t><![CDATA[một & hai]]></w:t></w:r></w:p>`;
    const { written, outcome } = await annotated({ body }, [['B <C> Thứ', 'B <D> Thứ'], ['& hai']]);
    expect(written.comments[0]?.anchor.normalize('NFC')).toBe('B <C> Thứ');
    expect(written.comments[1]?.anchor).toBe('một & hai');
    expect(outcome.changes).toBe(1);
    expect(written.accepted).toContain('B <D> Th');
  });

  test('go over paragraphs and cells of a table row', async () => {
    const body = p('Trước') + tbl([tr(['1', 'Đánh giá nội bộ', 'Quý II']), tr(['2', 'Họp', 'Quý III'])]);
    const { written } = await annotated({ body }, [['Đánh giá nội bộ\tQuý II']]);
    expect(written.comments[0]?.anchor).toBe('Đánh giá nội bộ\nQuý II');
  });

  test('on automatic numbers stand at the paragraph, on the whole document at its beginning', async () => {
    const numbering =
      '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>';
    const item = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>';
    const body = p('Mở đầu') + p('MỤC ĐÍCH', item) + p('YÊU CẦU', item);
    const { written } = await annotated({ body, numbering }, [['II.'], ['II. YÊU'], ['']]);
    expect(written.comments.map(({ anchor }) => anchor)).toEqual(['YÊU CẦU', 'YÊU', 'Mở đầu']);
  });

  test('on text boxes and footnotes hang on the run in the body, on headers at the first words', async () => {
    const box = `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:wsp><wps:txbx><w:txbxContent>${p('Chữ trong khung')}</w:txbxContent></wps:txbx></wps:wsp></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>${p('Chữ trong khung')}</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;
    const note = '<w:r><w:footnoteReference w:id="2"/></w:r>';
    const parts: Parts = {
      body: `${paragraph(run('Thân bài') + note)}${paragraph(box)}<w:sectPr><w:headerReference w:type="default" r:id="header1"/></w:sectPr>`,
      footnotes: `<w:footnote w:id="2">${p('Chú thích sai chính tả')}</w:footnote>`,
      headers: { header1: p('Đầu trang có lỗi') },
    };
    const { written, main } = await annotated(parts, [
      ['trong khung'],
      ['sai chính tả', 'đúng chính tả'],
      ['có lỗi', 'không lỗi'],
    ]);
    const [inBox, inNote, inHeader] = written.comments;
    expect(inBox?.text).toContain('Trong khung chữ: “trong khung”');
    expect(inNote?.text).toContain('Trong chú thích cuối trang: “sai chính tả”');
    expect(inHeader?.text).toContain('Ở đầu trang (header): “có lỗi”');
    expect(inHeader?.anchor).toBe('Thân bài');
    expect(main).toMatch(/<w:commentRangeStart w:id="\d+"\/><w:r><w:footnoteReference/u);
    // Word takes changes everywhere, notes in the body only.
    const footnotes = written.entries.get('word/footnotes.xml')?.toString('utf8') ?? '';
    expect(footnotes).toContain('<w:delText xml:space="preserve">sai</w:delText>');
    expect(written.entries.get('word/header1.xml')?.toString('utf8')).toContain('<w:ins ');
    expect(footnotes).not.toContain('comment');
  });

  test('leave words that someone else changes as they are, and add to comments that are there', async () => {
    const inserted = `<w:ins w:id="7" w:author="Lan" w:date="2026-01-01T00:00:00Z">${run('triễn khai')}</w:ins>`;
    const comments =
      '<w:comment w:id="3" w:author="Lan"><w:p><w:r><w:t>Xem lại</w:t></w:r></w:p></w:comment>';
    const body = paragraph(
      `<w:commentRangeStart w:id="3"/>${run('Kế hoạch ')}${inserted}<w:commentRangeEnd w:id="3"/><w:r><w:commentReference w:id="3"/></w:r>`,
    );
    const { written, outcome } = await annotated({ body, comments }, [['triễn khai', 'triển khai']]);
    expect(written.comments.map(({ author, anchor }) => [author, anchor])).toEqual([
      ['Lan', 'Kế hoạch triễn khai'],
      ['Rasoat', 'triễn khai'],
    ]);
    expect(outcome.changes).toBe(0);
    expect(written.entries.has('word/comments2.xml')).toBe(false);
  });

  test('take a note that ends inside replaced words around them', async () => {
    const { written } = await annotated({ body: p('theo quy đinh tại Thông tư') }, [
      ['theo quy đinh tại', 'theo quy định tại'],
      ['đin'],
    ]);
    expect(written.changes.map(({ kind, text }) => [kind, text])).toEqual([
      ['del', 'đinh'],
      ['ins', 'định'],
    ]);
    expect(written.comments[1]?.anchor).toBe('đinh');
    expect(written.accepted).toBe('theo quy định tại Thông tư\n');
  });

  test('stand at text in old fonts, which is not changed: what is put in would not be shown right', async () => {
    const old = '<w:rFonts w:ascii=".VnTime" w:hAnsi=".VnTime"/>';
    // "Kế hoạch duy trì hệ thống quản lý", typed for TCVN 5712:1993.
    const body = p('KÕ ho¹ch duy tr× hÖ thèng qu¶n lý', '', old);
    const bytes = docxOf({ body });
    const document = await documentOf(bytes);
    expect(document.text).toBe('Kế hoạch duy trì hệ thống quản lý');
    const { outcome, written } = await annotated(bytes, [['duy trì', 'giữ gìn']]);
    expect(outcome.changes).toBe(0);
    expect(written.comments).toHaveLength(1);
    expect(written.comments[0]?.anchor).toContain('duy tr×');
  });

  test('work whatever prefix, encoding and form of package the file has', async () => {
    const entries = entriesOf({ body: p('Phòng Chuyên đổi số') });
    const renamed = entries.map((entry) =>
      entry.name === 'word/document.xml'
        ? {
            ...entry,
            data: String(entry.data)
              .replaceAll('<w:', '<a:')
              .replaceAll('</w:', '</a:')
              .replaceAll(' w:', ' a:')
              .replace('xmlns:w=', 'xmlns:a='),
          }
        : entry,
    );
    const other = await annotated(zipOf(renamed), [['Chuyên', 'Chuyển']]);
    expect(other.written.comments[0]?.anchor).toBe('Chuyên');
    expect(other.main).toContain('<a:delText xml:space="preserve">Chuyên</a:delText>');
    const byDefault = entries.map((entry) =>
      entry.name === 'word/document.xml'
        ? {
            ...entry,
            data: String(entry.data)
              .replaceAll('<w:', '<')
              .replaceAll('</w:', '</')
              .replace('xmlns:w=', 'xmlns='),
          }
        : entry,
    );
    const plain = await annotated(zipOf(byDefault), [['Chuyên', 'Chuyển']]);
    expect(plain.written.comments[0]?.anchor).toBe('Chuyên');
    const wide = entries.map((entry) =>
      entry.name === 'word/document.xml'
        ? { ...entry, data: Buffer.from(`\uFEFF${String(entry.data).replace('UTF-8', 'UTF-16')}`, 'utf16le') }
        : entry,
    );
    const document = await documentOf(zipOf(wide));
    const record = recordWith(document, [findingAt(document.text, 'Chuyên', { suggestion: 'Chuyển' })]);
    const outcome = given(await annotateDocx(zipOf(wide), record, OPTIONS));
    expect((await documentOf(outcome.bytes)).text).toBe('Phòng Chuyển đổi số');
  });

  test('go into an unsigned copy of a signed file, which says so first', async () => {
    const signed = entriesOf({ body: p('UBND TỈNH') + p('Nội dung') }).map((entry) =>
      entry.name === '_rels/.rels'
        ? {
            ...entry,
            data: String(entry.data).replace(
              '</Relationships>',
              '<Relationship Id="rId9" Type="http://schemas.openxmlformats.org/package/2006/relationships/digital-signature/origin" Target="_xmlsignatures/origin.sigs"/></Relationships>',
            ),
          }
        : entry,
    );
    const bytes = zipOf([
      ...signed,
      { name: '_xmlsignatures/origin.sigs', data: '' },
      { name: '_xmlsignatures/sig1.xml', data: '<Signature/>' },
    ]);
    const { outcome, written } = await annotated(bytes, [['Nội dung']]);
    expect(outcome.signed).toBe(true);
    expect([...written.entries.keys()].filter((name) => name.startsWith('_xmlsignatures'))).toEqual([]);
    expect(written.entries.get('_rels/.rels')?.toString('utf8')).not.toContain('digital-signature');
    expect(written.comments[0]).toMatchObject({ anchor: 'UBND TỈNH' });
    expect(written.comments[0]?.text).toContain('bản sao có ghi chú của một tệp đã ký số');
  });
});

describe('notes on text that was recognized in pictures', () => {
  const picture = (id: string): string =>
    `<w:p><w:r><w:drawing><pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:blipFill><a:blip xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" r:embed="${id}"/></pic:blipFill></pic:pic></w:drawing></w:r></w:p>`;

  test('hang on the picture, those on the whole document on the first where there is nothing else', async () => {
    const bytes = docxOf({ body: picture('a') + picture('b') + p('Chữ gõ') });
    const document = await documentOf(bytes);
    const text = `${document.text}\nChữ trong hình sai`;
    const record = recordWith({ ...document, text }, [
      { ...findingAt(text, 'sai'), location: [{ page: 2, bbox: [1, 1, 2, 2] }] },
    ]);
    const source = { ...record.source, pages: 2 };
    const written = await openWritten(given(await annotateDocx(bytes, { ...record, source }, OPTIONS)).bytes);
    const main = written.entries.get('word/document.xml')?.toString('utf8') ?? '';
    expect(main).toMatch(/<w:commentRangeStart w:id="1"\/><w:r><w:drawing>(?:(?!<w:drawing>).)*r:embed="b"/u);
    expect(written.comments[0]?.text).toContain('Trong hình (chữ nhận dạng): “sai”');

    const only = docxOf({ body: picture('a') });
    const whole = { ...record, text: 'Chữ', source, findings: [findingAt('Chữ', '')] };
    expect((await openWritten(given(await annotateDocx(only, whole, OPTIONS)).bytes)).comments).toHaveLength(
      1,
    );
  });
});
