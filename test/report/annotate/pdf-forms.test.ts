import { deflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { pdfFile, stream } from '../../../fixtures/build/image-pdf.js';
import { extractPlan } from '../../../src/extract/extract-plan.js';
import { readDocument } from '../../../src/ingest/read-document.js';
import { annotate } from '../../../src/report/annotate/annotate.js';
import { needsProgram } from '../../programs.js';
import { findingAt } from './finding-at.js';
import { given, OPTIONS } from './options.js';
import { notesIn, opened } from './written-pdf.js';

const latin1 = (text: string): Buffer => Buffer.from(text, 'latin1');
const CATALOG = latin1('<< /Type /Catalog /Pages 2 0 R >>');
const FONT = latin1('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>');
const lines = ['Plan for the year 2026', 'The wrongg word stands here', 'and more text follows behind it'];
const CONTENT = stream(
  '',
  latin1(`BT /F1 12 Tf 80 500 Td ${lines.map((line) => `(${line}) Tj 0 -20 Td`).join(' ')} ET`),
);
const page = (more: string, parent = 2): Buffer =>
  latin1(
    `<< /Type /Page /Parent ${parent} 0 R /Resources << /Font << /F1 5 0 R >> >> /Contents 4 0 R ${more} >>`,
  );

/** Annotates a word of the PDF and gives back what pdf.js sees: its box is to be that of the word. */
async function annotatedWord(bytes: Uint8Array) {
  const read = await readDocument({ file: 'a.pdf', bytes });
  if (read.kind === 'failed') throw new Error(read.detail);
  const finding = findingAt(read.document.text, 'wrongg');
  const word = read.document.words.find(({ span }) => span.start === finding.span.start);
  if (word === undefined) throw new Error('no word');
  const location = [{ page: word.page, bbox: [...word.box] as [number, number, number, number] }];
  const record = { ...extractPlan(read.document), findings: [{ ...finding, location }] };
  const outcome = given(await annotate(bytes, record, OPTIONS));
  expect(Buffer.from(outcome.bytes.subarray(0, bytes.length)).equals(Buffer.from(bytes))).toBe(true);
  const notes = await notesIn(outcome.bytes);
  expect(notes).toHaveLength(1);
  for (const [i, value] of (notes[0]?.boxes[0] ?? []).entries())
    expect(value).toBeCloseTo(word.box[i] ?? Number.NaN, 1);
  return outcome.bytes;
}

describe('the places of highlights', () => {
  test.each([
    ['a page that does not begin at 0', '/MediaBox [-50 30 545 872]'],
    ['a page that is cropped', '/MediaBox [0 0 595 842] /CropBox [40 300 500 700]'],
    ['a cropped page turned right', '/MediaBox [-50 30 545 872] /CropBox [-20 60 500 850] /Rotate 90'],
    ['a page upside down', '/MediaBox [0 0 595 842] /Rotate 180'],
    ['a page turned left', '/MediaBox [10 10 605 852] /Rotate -90'],
    ['a page in larger units', '/MediaBox [0 0 595 842] /UserUnit 2'],
    ['corners the other way round', '/MediaBox [595 842 0 0]'],
  ])('are right on %s', async (_, more) => {
    const pages = latin1('<< /Type /Pages /Count 1 /Kids [3 0 R] >>');
    await annotatedWord(new Uint8Array(pdfFile([CATALOG, pages, page(more), CONTENT, FONT])));
  });

  test('are right where size and turn are inherited and the list of annotations is an object of its own', async (context) => {
    const pages = latin1('<< /Type /Pages /Count 1 /Kids [6 0 R] /MediaBox [0 0 595 842] /Rotate 90 >>');
    const inner = latin1('<< /Type /Pages /Count 1 /Kids [3 0 R] /Parent 2 0 R >>');
    const list = latin1('[8 0 R]');
    const old = latin1(
      '<< /Type /Annot /Subtype /Text /Rect [10 10 30 30] /Contents (old) /T (Lan) /Name /Note >>',
    );
    const bytes = pdfFile([CATALOG, pages, page('/Annots 7 0 R', 6), CONTENT, FONT, inner, list, old]);
    const written = await annotatedWord(new Uint8Array(bytes));
    needsProgram(context, 'qpdf');
    const { out } = opened(written, 'qpdf', (file) => ['--qdf', '--object-streams=disable', file, '-']);
    expect(out).toContain('(Lan)');
  });
});

/** A file for old and new readers: a table that hides what the stream behind `XRefStm` tells (7.5.8.4). */
function hybridFile(): Buffer {
  const parts: Buffer[] = [latin1('%PDF-1.5\n')];
  const offsets = new Map<number, number>();
  const length = (): number => parts.reduce((sum, part) => sum + part.length, 0);
  const add = (number: number, body: Buffer): void => {
    offsets.set(number, length());
    parts.push(Buffer.concat([latin1(`${number} 0 obj\n`), body, latin1('\nendobj\n')]));
  };
  add(1, CATALOG);
  add(2, latin1('<< /Type /Pages /Count 1 /Kids [3 0 R] >>'));
  add(3, page('/MediaBox [0 0 595 842] /Annots 6 0 R'));
  add(4, CONTENT);
  add(5, FONT);
  const packed = [
    '[7 0 R]',
    '<< /Type /Annot /Subtype /Text /Rect [10 10 30 30] /Contents (old) /T (Lan) >>',
  ];
  const head = `6 0 7 ${(packed[0]?.length ?? 0) + 1} `;
  const inner = deflateSync(latin1(head + packed.join(' ')));
  add(8, stream(`/Type /ObjStm /N 2 /First ${head.length} /Filter /FlateDecode `, inner));
  const entries = [
    [2, 8, 0],
    [2, 8, 1],
    [1, offsets.get(8) ?? 0, 0],
  ].map(([type = 0, second = 0, third = 0]) => [
    type,
    second >> 16,
    (second >> 8) & 255,
    second & 255,
    third,
  ]);
  const start = length();
  add(9, stream('/Type /XRef /W [1 3 1] /Index [6 3] /Size 10 /Root 1 0 R ', Buffer.from(entries.flat())));
  const table = length();
  const rows = Array.from({ length: 10 }, (_, number) => {
    const offset = number === 8 ? undefined : offsets.get(number);
    return offset === undefined ? '0000000000 65535 f \n' : `${String(offset).padStart(10, '0')} 00000 n \n`;
  });
  parts.push(
    latin1(
      `xref\n0 10\n${rows.join('')}trailer\n<< /Size 10 /Root 1 0 R /XRefStm ${start} >>\nstartxref\n${table}\n%%EOF\n`,
    ),
  );
  return Buffer.concat(parts);
}

describe('the forms of a PDF', () => {
  test('a hybrid file keeps what only its stream tells', async (context) => {
    const written = await annotatedWord(new Uint8Array(hybridFile()));
    needsProgram(context, 'qpdf');
    const checked = opened(written, 'qpdf', (file) => ['--check', file]);
    expect([checked.status, checked.err]).toEqual([0, '']);
    const { out } = opened(written, 'qpdf', (file) => ['--qdf', '--object-streams=disable', file, '-']);
    expect(out).toContain('(Lan)');
  });
});
