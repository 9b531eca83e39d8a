import sharp from 'sharp';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createRecognizer } from '../../../src/ingest/ocr/create-recognizer.js';
import type { Raster, Recognizer } from '../../../src/ingest/ocr/recognizer.js';
import { readDocument } from '../../../src/ingest/read-document.js';
import { assertSpanLaws } from '../../span-laws.js';
import { drawPage, turned } from '../ocr/drawn-page.js';

let recognizer: Recognizer;
let raster: Raster;
let words: ReadonlySet<string>;
beforeAll(async () => {
  recognizer = await createRecognizer();
  raster = (await drawPage(150)).raster;
  words = await wordsOf(0, 1);
});
afterAll(() => recognizer.close());

/** The words read off a photograph whose pixels are turned by `degrees` and whose EXIF says `orientation`. */
async function wordsOf(degrees: number, orientation: number): Promise<ReadonlySet<string>> {
  const { width, height, channels, data } = await turned(raster, degrees);
  const bytes = await sharp(data, { raw: { width, height, channels } })
    .withMetadata({ orientation, density: 150 })
    .jpeg({ quality: 90 })
    .toBuffer();
  const outcome = await readDocument(
    { file: 'photo.jpg', bytes: new Uint8Array(bytes) },
    { recognizer: () => Promise.resolve(recognizer) },
  );
  if (outcome.kind === 'failed') throw new Error(outcome.detail);
  assertSpanLaws(outcome.document);
  return new Set(outcome.document.text.split(/\s+/u));
}

it.each([
  [270, 6],
  [180, 1],
  [0, 6],
])(
  'a photograph turned by %d degrees with EXIF orientation %d reads as upright',
  async (degrees, orientation) => {
    expect(words.size).toBeGreaterThan(80);
    const read = await wordsOf(degrees, orientation);
    const same = [...words].filter((word) => read.has(word)).length;
    expect(same).toBeGreaterThan(words.size * 0.93);
  },
);
