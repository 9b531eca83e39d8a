import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Document, Footer, Header, Packer, PageNumber, Paragraph, type Table, TextRun } from 'docx';
import { readZip, writeZip } from '../../fixtures/build/zip.js';
import { listTable, millimetres, paragraph, shortLine, sideBySide } from './parts.js';
import { wording } from './wording.js';

/*
 * Builds the forms in templates/ that an office may copy and change: Nghị định 30/2020/NĐ-CP, Phụ lục I (A4, margins
 * 20, 15, 20, 30 mm, Times New Roman 13 to 14, page numbers centred at the top from the second page on).
 * Run: npx tsx templates/build/build-templates.ts
 */

type Words = (typeof wording)[keyof typeof wording];
const WIDTH = 165;
const LEFT = 74;
const OVERHANG = 5;

function head(words: Words, number: string): (Table | Paragraph)[] {
  const right = WIDTH + 2 * OVERHANG - LEFT;
  return [
    sideBySide(
      [
        [
          [
            paragraph('{{co_quan_chu_quan}}', { align: 'center', size: 13 }),
            paragraph('{{co_quan}}', { align: 'center', bold: true, size: 13 }),
            shortLine(LEFT - 3, 24),
          ],
          [
            paragraph(words.nation, { align: 'center', bold: true, size: 12.5 }),
            paragraph(words.motto, { align: 'center', bold: true, size: 13.5 }),
            shortLine(right - 3, 60),
          ],
        ],
        [
          [paragraph(number, { align: 'center', size: 13, before: 4 })],
          [paragraph(words.placeDate, { align: 'center', italic: true, size: 13.5, before: 4 })],
        ],
      ],
      [LEFT, right],
      -OVERHANG,
    ),
  ];
}

function title(name: string, subject: string): Paragraph[] {
  return [
    paragraph(name, { align: 'center', bold: true, size: 14, before: 14, keepNext: true }),
    paragraph(subject, { align: 'center', bold: true, size: 14, keepNext: true }),
    shortLine(WIDTH, 50),
  ];
}

const text = (line: string): Paragraph =>
  paragraph(line, { align: 'both', firstLine: 12.7, before: 4, after: 4 });

/** Stays with the signature: no page begins with that alone. */
const closing = (line: string): Paragraph =>
  paragraph(line, { align: 'both', firstLine: 12.7, before: 4, after: 4, keepNext: true });

function ending(words: Words, recipients: readonly string[]): (Table | Paragraph)[] {
  return [
    paragraph('', { size: 8, keepNext: true }),
    sideBySide(
      [
        [
          [
            paragraph(words.recipients, { bold: true, italic: true, size: 12 }),
            ...recipients.map((line) => paragraph(line, { size: 11 })),
          ],
          [
            paragraph('{{chuc_vu_ky}}', { align: 'center', bold: true, size: 14 }),
            ...Array.from({ length: 4 }, () => paragraph('', { size: 14 })),
            paragraph('{{nguoi_ky}}', { align: 'center', bold: true, size: 14 }),
          ],
        ],
      ],
      [85, 80],
    ),
  ];
}

function note(words: Words): (Table | Paragraph)[] {
  const { note: form } = words;
  const [number = '', place = '', content = '', basis = '', proposal = ''] = form.heads;
  return [
    ...head(words, words.number),
    ...title(form.title, form.subject),
    paragraph(form.to, { align: 'center', before: 10, after: 6 }),
    ...form.body.map(text),
    paragraph('', { size: 6 }),
    listTable(
      [
        { head: number, cell: '{{phat_hien.stt}}', width: 10, align: 'center' },
        { head: place, cell: '{{phat_hien.vi_tri}}', width: 30 },
        { head: content, cell: '{{phat_hien.noi_dung}}', width: 49 },
        { head: basis, cell: '{{phat_hien.can_cu}}', width: 40 },
        { head: proposal, cell: '{{phat_hien.de_nghi}}', width: 36 },
      ],
      12,
    ),
    paragraph('', { size: 6 }),
    text(form.conclusion),
    closing(form.closing),
    ...ending(words, form.recipients),
  ];
}

function summary(words: Words): (Table | Paragraph)[] {
  const { summary: form } = words;
  const lead = (line: string): Paragraph =>
    paragraph(line, { bold: true, before: 10, after: 6, firstLine: 12.7, keepNext: true });
  const table = (heads: readonly string[], cells: readonly string[], widths: readonly number[]) =>
    listTable(
      heads.map((one, i) => ({
        head: one,
        cell: `{{${cells[i]}}}`,
        width: widths[i] ?? 0,
        align: (widths[i] ?? 0) <= 20 ? 'center' : 'left',
      })),
      12,
    );
  return [
    ...head(words, words.summaryNumber),
    ...title(form.title, form.subject),
    paragraph('', { size: 6 }),
    ...form.body.map(text),
    lead(form.plansLead),
    table(
      form.planHeads,
      [
        'ke_hoach.stt',
        'ke_hoach.don_vi',
        'ke_hoach.ten',
        'ke_hoach.loi',
        'ke_hoach.canh_bao',
        'ke_hoach.ket_qua',
      ],
      [10, 46, 49, 14, 18, 28],
    ),
    lead(form.rulesLead),
    table(
      form.ruleHeads,
      ['loai.stt', 'loai.ten', 'loai.muc_do', 'loai.so_luot', 'loai.so_ke_hoach'],
      [10, 85, 30, 20, 20],
    ),
    lead(form.failuresLead),
    table(
      form.failureHeads,
      ['tep_loi.stt', 'tep_loi.ten', 'tep_loi.ly_do', 'tep_loi.xu_ly'],
      [10, 55, 40, 60],
    ),
    paragraph('', { size: 6 }),
    closing(form.closing),
    ...ending(words, form.recipients),
  ];
}

async function build(children: (Table | Paragraph)[], file: string): Promise<void> {
  const number = new Paragraph({
    alignment: 'center',
    children: [new TextRun({ children: [PageNumber.CURRENT], size: 26 })],
  });
  const empty = () => new Paragraph({ children: [] });
  const document = new Document({
    creator: 'Rasoat',
    styles: {
      default: { document: { run: { font: 'Times New Roman', size: 28, language: { value: 'vi-VN' } } } },
    },
    sections: [
      {
        properties: {
          titlePage: true,
          page: {
            size: { width: millimetres(210), height: millimetres(297) },
            margin: {
              top: millimetres(20),
              bottom: millimetres(20),
              left: millimetres(30),
              right: millimetres(15),
              header: millimetres(10),
              footer: millimetres(10),
            },
          },
        },
        headers: {
          first: new Header({ children: [empty()] }),
          default: new Header({ children: [number] }),
        },
        footers: { default: new Footer({ children: [empty()] }), first: new Footer({ children: [empty()] }) },
        children,
      },
    ],
  });
  // The same bytes each time: no times of writing.
  const entries = (await readZip(await Packer.toBuffer(document))).map(({ name, data }) => ({
    name,
    data:
      name === 'docProps/core.xml'
        ? Buffer.from(data.toString('utf8').replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/gu, '2026-01-01T00:00:00Z'))
        : data,
  }));
  writeFileSync(fileURLToPath(new URL(`../${file}`, import.meta.url)), writeZip(entries));
}

for (const [language, words] of Object.entries(wording)) {
  await build(note(words), `phieu-ra-soat.${language}.docx`);
  await build(summary(words), `phieu-tong-hop.${language}.docx`);
}
