import { Document, ImageRun, Packer, Paragraph, TextRun } from 'docx';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createRecognizer } from '../../../src/ingest/ocr/create-recognizer.js';
import type { Recognizer } from '../../../src/ingest/ocr/recognizer.js';
import { renderRegion } from '../../../src/ingest/page-picture/open-page-pictures.js';
import { readDocument } from '../../../src/ingest/read-document.js';
import { assertSpanLaws } from '../../span-laws.js';
import { drawPage } from '../ocr/drawn-page.js';

let recognizer: Recognizer;
let scan: Buffer;
beforeAll(async () => {
  recognizer = await createRecognizer();
  const { width, height, channels, data } = (await drawPage(150)).raster;
  scan = await sharp(data, { raw: { width, height, channels } }).jpeg().toBuffer();
});
afterAll(() => recognizer.close());

async function docx(typed: readonly string[], pictures: readonly Buffer[]): Promise<Uint8Array> {
  const image = (data: Buffer): Paragraph =>
    new Paragraph({
      children: [new ImageRun({ type: 'jpg', data, transformation: { width: 500, height: 700 } })],
    });
  const document = new Document({
    sections: [
      {
        children: [
          ...typed.map((text) => new Paragraph({ children: [new TextRun(text)] })),
          ...pictures.map(image),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

const read = (bytes: Uint8Array, recognize = true) =>
  readDocument(
    { file: 'plan.docx', bytes },
    { recognizer: recognize ? () => Promise.resolve(recognizer) : null },
  );

it('a scanned page pasted into Word is recognized, with its places and confidence', async () => {
  const outcome = await read(await docx([], [scan]));
  if (outcome.kind === 'failed') throw new Error(outcome.detail);
  const { document } = outcome;
  expect(document.method).toBe('ocr');
  expect(document.pages).toHaveLength(1);
  expect(document.text).toContain('KẾ HOẠCH');
  expect(document.words.length).toBeGreaterThan(100);
  expect(document.notes.map((note) => note.code)).toContain('pictures-read');
  assertSpanLaws(document);
});

it('typed text stays in front, small pictures are passed over, pictures without text are blank', async () => {
  const logo = await sharp(scan).resize(200).jpeg().toBuffer();
  const empty = await sharp({ create: { width: 1000, height: 1400, channels: 3, background: '#fff' } })
    .jpeg()
    .toBuffer();
  const outcome = await read(await docx(['Kính gửi Văn phòng', 'Gửi kèm bản quét.'], [logo, empty, scan]));
  if (outcome.kind === 'failed') throw new Error(outcome.detail);
  const { document } = outcome;
  expect(document.method).toBe('mixed');
  expect(document.pages.map(({ number, method }) => [number, method])).toEqual([
    [1, 'blank'],
    [2, 'ocr'],
  ]);
  expect(document.text.startsWith('Kính gửi Văn phòng\nGửi kèm bản quét.\n')).toBe(true);
  expect(Math.min(...document.words.map((word) => word.span.start))).toBeGreaterThan(30);
  assertSpanLaws(document);
});

it('pictures that are not read are named: recognition switched off, a broken one, one too large', async () => {
  const broken = scan.subarray(0, scan.length >> 2);
  const outcome = await readDocument(
    { file: 'plan.docx', bytes: await docx(['Kính gửi Văn phòng'], [scan, broken]) },
    { recognizer: () => Promise.resolve(recognizer), limits: { maxPixels: 1_000_000 } },
  );
  if (outcome.kind === 'failed') throw new Error(outcome.detail);
  expect(outcome.document.pages.map(({ method }) => method)).toEqual(['unreadable', 'unreadable']);
  expect(outcome.document.pages[0]?.reason).toMatch(/1000000 are allowed/u);
  const half = await read(await docx([], [broken, scan]));
  if (half.kind === 'failed') throw new Error(half.detail);
  expect(half.document.pages.map(({ method }) => method)).toEqual(['unreadable', 'ocr']);
  const off = await read(await docx([], [scan]), false);
  if (off.kind === 'failed') throw new Error(off.detail);
  expect(off.document.text).toBe('');
  expect(off.document.pages[0]).toMatchObject({
    method: 'unreadable',
    reason: 'recognition is switched off',
  });
});

it('the pages can be shown: each is its picture', async () => {
  const logo = await sharp(scan).resize(200).jpeg().toBuffer();
  const bytes = await docx(['Kính gửi Văn phòng'], [logo, scan]);
  const picture = await renderRegion(bytes, 1, null, { dpi: 50 });
  expect(picture).toMatchObject({ kind: 'picture', page: 1 });
  expect(await renderRegion(bytes, 2, null)).toMatchObject({ kind: 'failed', reason: 'not-found' });
});
