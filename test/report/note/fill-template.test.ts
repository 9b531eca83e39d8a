import { describe, expect, test } from 'vitest';
import { fillTemplate, type TemplateValues } from '../../../src/report/note/fill-template.js';
import { TemplateError } from '../../../src/report/note/template-error.js';
import { documentOf, docxOf, linesOf, p, rowsOf, tbl, tr } from '../../ingest/docx/docx-xml.js';

const VALUES: TemplateValues = {
  single: { don_vi: 'Sở Y tế <A & B>', ngay: '05', trong: '' },
  lists: {
    phat_hien: {
      fields: ['stt', 'noi_dung'],
      rows: [
        { stt: '1', noi_dung: 'Dòng một\nDòng hai' },
        { stt: '2', noi_dung: 'Ba' },
      ],
    },
    khong_co: { fields: ['ten'], rows: [] },
  },
};

const fill = (body: string) => fillTemplate(docxOf({ body }), 'mau.docx', VALUES);
const run = (text: string, format = ''): string => `<w:r><w:rPr>${format}</w:rPr><w:t>${text}</w:t></w:r>`;

async function failure(body: string): Promise<TemplateError> {
  const error: unknown = await fill(body).catch((caught: unknown) => caught);
  if (!(error instanceof TemplateError)) throw new Error(`no TemplateError but ${String(error)}`);
  return error;
}

describe('filling a template', () => {
  test('puts values in place of placeholders, however their letters are spread over runs', async () => {
    const body = `<w:p>${run('Gửi {')}${run('{don', '<w:b/>')}${run('_vi }')}${run('}, ngày {{ngay}}.')}</w:p>`;
    const document = await documentOf(await fill(body));
    expect(document.text).toBe('Gửi Sở Y tế <A & B>, ngày 05.');
  });

  test('repeats a row for each entry of a list, lines as lines, and leaves out a row of an empty list', async () => {
    const body =
      tbl([tr(['TT', 'Nội dung']), tr(['{{phat_hien.stt}}', '{{phat_hien.noi_dung}} ({{ngay}})'])]) +
      tbl([tr(['Tên']), tr(['{{khong_co.ten}}'])]);
    const bytes = await fill(body);
    const document = await documentOf(bytes);
    expect(rowsOf(document)).toEqual([
      ['TT', 'Nội dung'],
      ['1', 'Dòng một Dòng hai (05)'],
      ['2', 'Ba (05)'],
    ]);
    expect(document.text).not.toContain('{{');
  });

  test('repeats a paragraph outside tables', async () => {
    const document = await documentOf(await fill(p('Trước') + p('- {{phat_hien.stt}};') + p('Sau')));
    expect(linesOf(document)).toEqual(['Trước', '- 1;', '- 2;', 'Sau']);
  });

  test('fills headers and leaves everything else as it is', async () => {
    const bytes = docxOf({
      body: `${p('Không có gì')}<w:sectPr><w:headerReference w:type="default" r:id="header1"/></w:sectPr>`,
      headers: { header1: p('{{don_vi}}') },
    });
    const document = await documentOf(await fillTemplate(bytes, 'mau.docx', VALUES));
    expect(document.text).toBe('Sở Y tế <A & B>\nKhông có gì');
  });

  test('names a wrong placeholder and where it stands', async () => {
    const error = await failure(p('Một') + p('Gửi {{don_vj}}'));
    expect(error).toMatchObject({
      problem: 'unknown-field',
      file: 'mau.docx',
      found: 'don_vj',
      place: { part: 'word/document.xml', paragraph: 2, text: 'Gửi {{don_vj}}' },
    });
    expect(error.known).toContain('phat_hien.noi_dung');
  });

  test('names braces that do not match, two lists in a row, and what is no document', async () => {
    expect(await failure(p('Gửi {{don_vi'))).toMatchObject({ problem: 'open-braces', found: '{{don_vi' });
    expect(await failure(tbl([tr(['{{phat_hien.stt}}', '{{khong_co.ten}}'])]))).toMatchObject({
      problem: 'two-lists',
      found: 'khong_co.ten',
    });
    const error: unknown = await fillTemplate(new Uint8Array([1, 2, 3]), 'anh.png', VALUES).catch(
      (caught: unknown) => caught,
    );
    expect(error).toMatchObject({ problem: 'not-a-document', file: 'anh.png', place: null });
  });
});
