import { deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { stream } from '../../../fixtures/build/image-pdf.js';
import type { Box } from '../../../src/document/box.js';
import type { Raster } from '../../../src/ingest/ocr/recognizer.js';
import { renderRegion } from '../../../src/ingest/page-picture/open-page-pictures.js';
import { ownPage } from '../../../src/ingest/page-picture/own-page.js';
import { type OpenPdf, openPdf } from '../../../src/ingest/pdf/open-pdf.js';
import { renderPage } from '../../../src/ingest/pdf/render-page.js';
import { type ScanPdf, scanPdf } from './scan-pdf.js';

const WIDTH = 1500;
const HEIGHT = 2000;
const DPI = 96;
const MOST_PIXELS = 100_000_000;
const WHOLE = 'q 600 0 0 800 0 0 cm /Im0 Do Q';

let pixels: Buffer;
let jpeg: Buffer;
let greyJpeg: Buffer;

/** A sheet that looks different whichever way it is turned or moved, with strokes as thin as a letter's. */
beforeAll(async () => {
  const bars = Array.from({ length: 40 }, (_, i) => {
    const [x, y] = [100 + (i % 4) * 300, 150 + i * 42];
    return `<rect x="${x}" y="${y}" width="${60 + i * 6}" height="14" fill="#2030${10 + i}"/>`;
  }).join('');
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}">` +
    `<rect width="100%" height="100%" fill="#f4f1ea"/><circle cx="1200" cy="1500" r="180" fill="#c81e1e"/>${bars}</svg>`;
  const sheet = sharp(Buffer.from(svg)).flatten().toColourspace('srgb');
  pixels = await sheet.clone().raw().toBuffer();
  jpeg = await sheet.clone().jpeg({ quality: 85 }).toBuffer();
  greyJpeg = await sheet.clone().toColourspace('b-w').jpeg({ quality: 85 }).toBuffer();
});

const asJpeg = (colours = 'DeviceRGB'): string =>
  `/Width ${WIDTH} /Height ${HEIGHT} /ColorSpace /${colours} /BitsPerComponent 8 /Filter /DCTDecode`;

const scan = (content: string, more: Partial<ScanPdf> = {}): Uint8Array =>
  scanPdf({ bytes: jpeg, picture: asJpeg(), content, ...more });

async function inPdf<T>(
  bytes: Uint8Array,
  purpose: 'read' | 'draw',
  use: (pdf: OpenPdf) => Promise<T>,
): Promise<T> {
  const pdf = await openPdf(bytes, MOST_PIXELS, purpose);
  if (pdf.kind === 'failed') throw new Error(pdf.detail);
  try {
    return await use(pdf);
  } finally {
    await pdf.close();
  }
}

/** The page from its own picture. */
const taken = (bytes: Uint8Array): Promise<Raster | null> =>
  inPdf(bytes, 'read', async (pdf) => {
    const page = await pdf.document.getPage(1);
    return await ownPage(pdf, page, await page.getOperatorList(), DPI, MOST_PIXELS);
  });

const drawn = (bytes: Uint8Array): Promise<Raster> =>
  inPdf(bytes, 'draw', async (pdf) => await renderPage(pdf.document, await pdf.document.getPage(1), DPI));

const coloured = async ({ width, height, channels, data }: Raster): Promise<Buffer> =>
  await sharp(data, { raw: { width, height, channels } })
    .flatten({ background: '#fff' })
    .toColourspace('srgb')
    .raw()
    .toBuffer();

/** Mean difference of two pictures' values, of 255. */
function difference(one: Buffer, other: Buffer): number {
  expect(one.length).toBe(other.length);
  let sum = 0;
  for (let i = 0; i < one.length; i++) sum += Math.abs((one[i] ?? 0) - (other[i] ?? 0));
  return sum / one.length;
}

async function expectSame(bytes: Uint8Array, most = 1): Promise<void> {
  const own = await taken(bytes);
  const page = await drawn(bytes);
  if (own === null) throw new Error('the page is drawn');
  expect([own.width, own.height]).toEqual([page.width, page.height]);
  expect(difference(await coloured(own), await coloured(page))).toBeLessThan(most);
}

describe('a page that is its own picture looks as pdf.js draws it', () => {
  it.each([0, 90, 180, 270])('turned by %d degrees', async (rotate) => {
    await expectSame(scan(WHOLE, { page: `/Rotate ${rotate}` }));
  });

  it.each([
    ['with a margin', 'q 570 0 0 760 20 30 cm /Im0 Do Q', ''],
    ['beyond the page', 'q 660 0 0 880 -25 -60 cm /Im0 Do Q', ''],
    ['at parts of points', 'q 571.37 0 0 761.9 17.21 23.77 cm /Im0 Do Q', '/Rotate 90'],
    ['cut by a crop box', WHOLE, '/CropBox [30 40 590 770]'],
    ['cut by a crop box and turned', WHOLE, '/CropBox [30 40 590 770] /Rotate 270'],
    ['painted sideways', 'q 0 800 -600 0 600 0 cm /Im0 Do Q', ''],
    ['upside down on a turned page', 'q -600 0 0 -800 600 800 cm /Im0 Do Q', '/Rotate 90'],
    ['in units of its own', WHOLE, '/CropBox [0 0 600 800] /UserUnit 1.5'],
    ['in a clip of the page', `q 0 0 600 800 re W n ${WHOLE} Q`, ''],
    ['on a white ground', `1 1 1 rg 0 0 600 800 re f ${WHOLE}`, ''],
  ])('%s', async (_, content, page) => {
    await expectSame(scan(content, { page }));
  });

  it('in grey', async () => {
    await expectSame(scan(WHOLE, { bytes: greyJpeg, picture: asJpeg('DeviceGray') }));
  });

  it('stored as pixels', async () => {
    const picture = asJpeg().replace('DCTDecode', 'FlateDecode');
    await expectSame(scan(WHOLE, { bytes: deflateSync(pixels), picture, page: '/Rotate 90' }));
  });

  it('stored in black and white', async () => {
    const { data } = await sharp(jpeg)
      .toColourspace('b-w')
      .threshold(128)
      .raw()
      .toBuffer({ resolveWithObject: true });
    const row = (WIDTH + 7) >> 3;
    const bits = Buffer.alloc(row * HEIGHT);
    for (const [i, value] of data.entries()) {
      const at = Math.floor(i / WIDTH) * row + ((i % WIDTH) >> 3);
      if (value > 0) bits[at] = (bits[at] ?? 0) | (0x80 >> ((i % WIDTH) % 8));
    }
    const picture = `/Width ${WIDTH} /Height ${HEIGHT} /ColorSpace /DeviceGray /BitsPerComponent 1 /Filter /FlateDecode`;
    await expectSame(scan(WHOLE, { bytes: deflateSync(bits), picture }));
  });

  it('cut short', async () => {
    const bytes = Buffer.concat([jpeg.subarray(0, jpeg.length >> 1), Buffer.from([0xff, 0xd9])]);
    await expectSame(scan(WHOLE, { bytes }));
  });

  it('with an earlier recognition’s hidden text over it, in a form', async () => {
    const resources = '/Font << /F0 << /Type /Font /Subtype /Type1 /BaseFont /Times-Roman >> >>';
    const form = stream(
      `/Type /XObject /Subtype /Form /BBox [0 0 600 800] /Resources << ${resources} >> `,
      Buffer.from('BT 3 Tr /F0 20 Tf 50 700 Td (hidden) Tj ET'),
    );
    const content = `${WHOLE} /Fm0 Do`;
    const bytes = scan(content, { more: [form] });
    const text = Buffer.from(bytes).toString('latin1');
    const joined = text.replace('/Im0 5 0 R >>', '/Im0 5 0 R /Fm0 6 0 R >>');
    await expectSame(new Uint8Array(Buffer.from(joined, 'latin1')));
  });
});

describe('drawn is a page', () => {
  const states =
    '/ExtGState << /Faint << /ca 0.5 >> /Dark << /BM /Multiply >> >> /Properties << /Layer 6 0 R >>';
  const layer = Buffer.from('<< /Type /OCG /Name (layer) >>');

  it.each([
    ['mirrored', 'q -600 0 0 800 600 0 cm /Im0 Do Q'],
    ['leaning', 'q 590 40 -40 790 20 0 cm /Im0 Do Q'],
    ['that the picture covers in part', 'q 300 0 0 400 100 200 cm /Im0 Do Q'],
    ['of which the picture is a small part', 'q 60000 0 0 80000 -3000 -3000 cm /Im0 Do Q'],
    ['painted over', `${WHOLE} 2 w 10 10 m 500 10 l S`],
    ['painted over in white', `${WHOLE} 1 1 1 rg 100 100 200 200 re f`],
    ['with two pictures', `${WHOLE} ${WHOLE}`],
    ['with a clip', `q 50 50 400 600 re W n ${WHOLE} Q`],
    ['with a clip of another shape', `q 0 0 m 600 0 l 300 1600 l 0 800 l h W n ${WHOLE} Q`],
    ['half transparent', `q /Faint gs ${WHOLE} Q`],
    ['multiplied with what is below', `q /Dark gs ${WHOLE} Q`],
    ['that may be switched off', `/OC /Layer BDC ${WHOLE} EMC`],
  ])('%s', async (_, content) => {
    expect(await taken(scan(content, { resources: states, more: [layer] }))).toBeNull();
  });

  it('with an annotation that is seen, as a signature’s is', async () => {
    const look = stream(
      '/Type /XObject /Subtype /Form /BBox [0 0 100 50] ',
      Buffer.from('1 0 0 rg 0 0 100 50 re f'),
    );
    const mark = Buffer.from(
      '<< /Type /Annot /Subtype /Stamp /F 4 /Rect [100 100 200 150] /AP << /N 6 0 R >> >>',
    );
    const bytes = scan(WHOLE, { page: '/Annots [7 0 R]', more: [look, mark] });
    expect(await taken(bytes)).toBeNull();
    const region: Box = [110, 660, 190, 690];
    const picture = await renderRegion(bytes, 1, region, { margin: 0, format: 'png' });
    if (picture.kind === 'failed') throw new Error(picture.detail);
    const { dominant } = await sharp(picture.bytes).stats();
    expect(dominant.r).toBeGreaterThan(200);
    expect(dominant.g).toBeLessThan(60);
  });

  it('whose picture is too coarse for a scan or broken', async () => {
    const small = await sharp(jpeg).resize(600).jpeg().toBuffer();
    const picture = asJpeg().replace(String(WIDTH), '600').replace(String(HEIGHT), '800');
    expect(await taken(scan(WHOLE, { bytes: small, picture }))).toBeNull();
    const broken = Buffer.from(jpeg);
    // So many bits a value as no decoder knows.
    broken[broken.indexOf(Buffer.from([0xff, 0xc0])) + 4] = 13;
    expect(await taken(scan(WHOLE, { bytes: broken }))).toBeNull();
    expect(await renderRegion(scan(WHOLE, { bytes: broken }), 1, null)).toMatchObject({ kind: 'picture' });
  });
});

it('a region of such a page is the region that is drawn', async () => {
  const bytes = scan('q 571.37 0 0 761.9 17.21 23.77 cm /Im0 Do Q', { page: '/Rotate 90' });
  const region: Box = [152.3, 101.7, 403.9, 260.2];
  const picture = await renderRegion(bytes, 1, region, { margin: 0, format: 'png', dpi: DPI });
  if (picture.kind === 'failed') throw new Error(picture.detail);
  const page = await drawn(bytes);
  const [across, down] = [page.width / 800, page.height / 600];
  const [left, top] = [Math.floor(region[0] * across), Math.floor(region[1] * down)];
  const seen = await sharp(await coloured(page), {
    raw: { width: page.width, height: page.height, channels: 3 },
  })
    .extract({ left, top, width: picture.width, height: picture.height })
    .raw()
    .toBuffer();
  expect(picture.width).toBe(Math.ceil(region[2] * across) - left);
  const own = await sharp(picture.bytes).removeAlpha().toColourspace('srgb').raw().toBuffer();
  expect(difference(own, seen)).toBeLessThan(2);
});
