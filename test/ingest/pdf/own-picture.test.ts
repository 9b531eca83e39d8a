import sharp from 'sharp';
import { expect, it } from 'vitest';
import { imagePdf } from '../../../fixtures/build/image-pdf.js';
import type { LayoutPage } from '../../../src/ingest/layout/layout-page.js';
import type { Raster, RasterPage } from '../../../src/ingest/ocr/recognizer.js';
import { readDocument } from '../../../src/ingest/read-document.js';

const WIDTH = 900;
const HEIGHT = 1200;

/** A picture that is white with one black field near its top left corner. */
async function picture(): Promise<Buffer> {
  return await sharp({ create: { width: WIDTH, height: HEIGHT, channels: 3, background: '#fff' } })
    .composite([
      { input: { create: { width: 200, height: 100, channels: 3, background: '#000' } }, left: 50, top: 30 },
    ])
    .jpeg({ quality: 90 })
    .toBuffer();
}

/** A PDF whose page of 600 x 800 points paints the picture by `draw`, turned by `rotate` when shown. */
async function pdf(draw: string, rotate = 0): Promise<Uint8Array> {
  const whole = imagePdf([
    { jpeg: await picture(), pixelWidth: WIDTH, pixelHeight: HEIGHT, colour: true, width: 600, height: 800 },
  ]);
  const text = whole.toString('latin1');
  const [, old = ''] = /stream\n(q [^\n]*)\nendstream/u.exec(text) ?? [];
  const changed = text
    .replace(`<< /Length ${old.length} >>\nstream\n${old}`, `<< /Length ${draw.length} >>\nstream\n${draw}`)
    .replace('/Type /Page /Parent', `/Type /Page /Rotate ${rotate} /Parent`);
  return new Uint8Array(Buffer.from(changed, 'latin1'));
}

interface Seen {
  readonly raster: Raster;
  readonly page: RasterPage;
}

/** What the recognizer is given of the PDF's page. */
async function seen(bytes: Uint8Array): Promise<Seen> {
  const all: Seen[] = [];
  const recognizer = {
    engine: 'builtin',
    recognize(raster: Raster, page: RasterPage): Promise<LayoutPage> {
      all.push({ raster, page });
      const { number, width, height } = page;
      return Promise.resolve({
        number,
        width,
        height,
        method: 'blank',
        reason: '',
        confidence: 1,
        words: [],
        rulings: [],
      });
    },
    close: () => Promise.resolve(),
  } as const;
  const outcome = await readDocument(
    { file: 'a.pdf', bytes },
    { recognizer: () => Promise.resolve(recognizer) },
  );
  const [only] = all;
  if (outcome.kind === 'failed' || only === undefined) throw new Error('nothing was recognized');
  return only;
}

/** Where the black field lies, as shares of the raster's width and height. */
function field({ width, height, channels, data }: Raster): readonly [number, number] {
  let [sumX, sumY, count] = [0, 0, 0];
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      if ((data[(y * width + x) * channels] ?? 255) < 100) {
        sumX += x;
        sumY += y;
        count++;
      }
  return [sumX / count / width, sumY / count / height];
}

it('a page that is one picture is read at the picture’s own resolution', async () => {
  const { raster, page } = await seen(await pdf('q 600 0 0 800 0 0 cm /Im0 Do Q'));
  expect([raster.width, raster.height]).toEqual([WIDTH, HEIGHT]);
  expect(page.area?.map(Math.round)).toEqual([0, 0, 600, 800]);
  expect(field(raster)[0]).toBeCloseTo(150 / WIDTH, 2);
  expect(field(raster)[1]).toBeCloseTo(80 / HEIGHT, 2);
});

it.each([
  [90, [1 - 80 / HEIGHT, 150 / WIDTH]],
  [180, [1 - 150 / WIDTH, 1 - 80 / HEIGHT]],
  [270, [80 / HEIGHT, 1 - 150 / WIDTH]],
] as const)('as it is shown where the page is turned by %d degrees', async (rotate, place) => {
  const { raster, page } = await seen(await pdf('q 600 0 0 800 0 0 cm /Im0 Do Q', rotate));
  const sideways = rotate !== 180;
  expect([raster.width, raster.height]).toEqual(sideways ? [HEIGHT, WIDTH] : [WIDTH, HEIGHT]);
  expect([page.width, page.height]).toEqual(sideways ? [800, 600] : [600, 800]);
  expect(field(raster)[0]).toBeCloseTo(place[0], 2);
  expect(field(raster)[1]).toBeCloseTo(place[1], 2);
});

it('with its place where it leaves a margin', async () => {
  const { page } = await seen(await pdf('q 570 0 0 760 20 30 cm /Im0 Do Q'));
  expect(page.area?.map(Math.round)).toEqual([20, 10, 590, 770]);
});

it.each([
  ['mirrored', 'q -600 0 0 800 600 0 cm /Im0 Do Q'],
  ['leaning', 'q 590 40 -40 790 20 0 cm /Im0 Do Q'],
  ['a part of the page', 'q 300 0 0 400 100 200 cm /Im0 Do Q'],
  ['drawn over', 'q 600 0 0 800 0 0 cm /Im0 Do Q 2 w 10 10 m 500 10 l S'],
])('a picture that is %s is drawn with its page', async (_, draw) => {
  const { raster, page } = await seen(await pdf(draw));
  expect(page.area).toBeUndefined();
  expect(raster.width / raster.height).toBeCloseTo(600 / 800, 2);
});

it('a grey picture comes as one channel with the greys that it has, and the file stays as it was', async () => {
  const jpeg = await sharp({ create: { width: WIDTH, height: HEIGHT, channels: 3, background: '#808080' } })
    .toColourspace('b-w')
    .jpeg({ quality: 90 })
    .toBuffer();
  const shape = { pixelWidth: WIDTH, pixelHeight: HEIGHT, colour: false, width: 600, height: 800 };
  const bytes = new Uint8Array(imagePdf([{ jpeg, ...shape }]));
  const before = Uint8Array.from(bytes);
  const { raster } = await seen(bytes);
  expect([raster.channels, raster.width, raster.height]).toEqual([1, WIDTH, HEIGHT]);
  expect(Math.abs((raster.data[WIDTH * 600 + 450] ?? 0) - 128)).toBeLessThanOrEqual(2);
  expect(bytes).toEqual(before);
});

it('a picture whose JPEG is cut short is still read', async () => {
  const whole = await picture();
  const jpeg = Buffer.concat([whole.subarray(0, whole.length - 400), Buffer.from([0xff, 0xd9])]);
  const shape = { pixelWidth: WIDTH, pixelHeight: HEIGHT, colour: true, width: 600, height: 800 };
  const { raster } = await seen(new Uint8Array(imagePdf([{ jpeg, ...shape }])));
  expect(field(raster)[0]).toBeCloseTo(150 / WIDTH, 2);
});

it('a drawn page shows its JPEG after others were read as they are', async () => {
  await seen(await pdf('q 600 0 0 800 0 0 cm /Im0 Do Q'));
  const { raster } = await seen(await pdf('q 600 0 0 800 0 0 cm /Im0 Do Q 2 w 10 10 m 500 10 l S'));
  const at = (x: number, y: number): number =>
    raster.data[
      (Math.round(y * raster.height) * raster.width + Math.round(x * raster.width)) * raster.channels
    ] ?? 0;
  expect(at(150 / WIDTH, 80 / HEIGHT)).toBeLessThan(30);
  expect(at(0.5, 0.5)).toBeGreaterThan(225);
});
