import { Document, ImageRun, Packer, Paragraph, TextRun } from 'docx';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createRecognizer } from '../../../src/ingest/ocr/create-recognizer.js';
import type { Recognizer } from '../../../src/ingest/ocr/recognizer.js';
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

it('typed text stays in front, small pictures and pictures without text are passed over', async () => {
  const logo = await sharp(scan).resize(200).jpeg().toBuffer();
  const empty = await sharp({ create: { width: 1000, height: 1400, channels: 3, background: '#fff' } })
    .jpeg()
    .toBuffer();
  const outcome = await read(await docx(['Kính gửi Văn phòng', 'Gửi kèm bản quét.'], [logo, empty, scan]));
  if (outcome.kind === 'failed') throw new Error(outcome.detail);
  const { document } = outcome;
  expect(document.method).toBe('mixed');
  expect(document.pages).toHaveLength(1);
  expect(document.text.startsWith('Kính gửi Văn phòng\nGửi kèm bản quét.\n')).toBe(true);
  expect(Math.min(...document.words.map((word) => word.span.start))).toBeGreaterThan(30);
  assertSpanLaws(document);
});

it('nothing is recognized where recognition is switched off', async () => {
  expect(await read(await docx([], [scan]), false)).toMatchObject({ kind: 'failed', reason: 'empty' });
});
