import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createRecognizer } from '../../../src/ingest/ocr/create-recognizer.js';
import type { Raster, Recognizer } from '../../../src/ingest/ocr/recognizer.js';
import { type DrawnPage, drawPage, foundAtPlace, PAGE, turned, turnedPoint } from './drawn-page.js';

let recognizer: Recognizer;
let drawn: DrawnPage;
beforeAll(async () => {
  recognizer = await createRecognizer();
  drawn = await drawPage();
});
afterAll(() => recognizer.close());

const sizeOf = (raster: Raster): { number: number; width: number; height: number } => ({
  number: 1,
  width: (raster.width * 72) / 200,
  height: (raster.height * 72) / 200,
});

describe('words drawn at known places', () => {
  it.each([90, 180, 270, -7.5, 9.5, 184])(
    'are found there when the page is turned by %d degrees',
    async (degrees) => {
      const raster = await turned(drawn.raster, degrees);
      const page = await recognizer.recognize(raster, sizeOf(raster));
      expect(page.method).toBe('ocr');
      expect(foundAtPlace(page, drawn.words, degrees, 4)).toBeGreaterThan(drawn.words.length * 0.95);
      for (const { box } of page.words) {
        const [x0, y0, x1, y1] = page.toOriginal?.(box) ?? box;
        expect(Math.min(x0, y0)).toBeGreaterThanOrEqual(0);
        expect(x1).toBeLessThanOrEqual(page.width);
        expect(y1).toBeLessThanOrEqual(page.height);
      }
    },
  );

  it('are found there when the picture is a part of the page', async () => {
    const part = { ...PAGE, width: PAGE.width + 60, height: PAGE.height + 100 };
    const page = await recognizer.recognize(drawn.raster, {
      ...part,
      area: [40, 30, 40 + PAGE.width, 30 + PAGE.height],
    });
    const shifted = drawn.words.map(({ text, box: [x0, y0, x1, y1] }) => ({
      text,
      box: [x0 + 40, y0 + 30, x1 + 40, y1 + 30] as const,
    }));
    expect(foundAtPlace(page, shifted, 0, 4)).toBeGreaterThan(shifted.length * 0.95);
  });

  it('are found there when the pixels are not square, as on a fax', async () => {
    const { default: sharp } = await import('sharp');
    const { width, height, channels, data } = drawn.raster;
    const squeezed = await sharp(data, { raw: { width, height, channels } })
      .resize(width, height >> 1, { fit: 'fill' })
      .raw()
      .toBuffer();
    const page = await recognizer.recognize({ width, height: height >> 1, channels, data: squeezed }, PAGE);
    expect(foundAtPlace(page, drawn.words, 0, 4)).toBeGreaterThan(drawn.words.length * 0.85);
  });

  it('are found within black edges and under uneven light', async () => {
    const { width, height, channels, data } = drawn.raster;
    const worn = Uint8Array.from(data);
    for (let y = 0; y < height; y++)
      for (let x = 0; x < width; x++) {
        const light = 0.55 + (0.45 * x) / width;
        const edge = x < 40 + y / 60 || y > height - 50;
        for (let c = 0; c < channels; c++) {
          const at = (y * width + x) * channels + c;
          worn[at] = edge ? 12 + ((x * 7 + y * 13) % 9) : (data[at] ?? 0) * light;
        }
      }
    const page = await recognizer.recognize({ width, height, channels, data: worn }, PAGE);
    expect(foundAtPlace(page, drawn.words, 0, 4)).toBeGreaterThan(drawn.words.length * 0.95);
    const strays = page.words.filter(({ text }) => !drawn.words.some((word) => word.text === text));
    expect(strays.length).toBeLessThan(drawn.words.length * 0.06);
  });

  it('are found where the print is faint and wide edges are black', async () => {
    const { width, height, channels, data } = drawn.raster;
    const [left, top] = [120, 90];
    const [wide, high] = [width + left + 60, height + top + 40];
    const framed = new Uint8Array(wide * high * channels).fill(28);
    const faded = (value: number): number => 150 + (value * 105) / 255;
    for (let y = 0; y < height; y++)
      for (let i = 0; i < width * channels; i++)
        framed[((y + top) * wide + left) * channels + i] = faded(data[y * width * channels + i] ?? 0);
    const raster: Raster = { width: wide, height: high, channels, data: framed };
    const page = await recognizer.recognize(raster, sizeOf(raster));
    const moved = drawn.words.map(({ text, box: [x0, y0, x1, y1] }) => {
      const [right, down] = [(left * 72) / 200, (top * 72) / 200];
      return { text, box: [x0 + right, y0 + down, x1 + right, y1 + down] as const };
    });
    expect(foundAtPlace(page, moved, 0, 4)).toBeGreaterThan(moved.length * 0.95);
  });
});

describe('marks on a page', () => {
  const SEAL =
    '<g fill="none" stroke="#d0202c"><circle cx="350" cy="760" r="48" stroke-width="3"/><circle cx="350" cy="760" r="30" stroke-width="1.5"/></g>' +
    '<path d="M350 740 l6 14 16 1 -12 10 4 15 -14 -8 -14 8 4 -15 -12 -10 16 -1 z" fill="#d0202c"/>' +
    '<text x="318" y="730" font-size="11" font-family="Liberation Serif" fill="#d0202c">SỞ NỘI VỤ ★ TỈNH</text>';
  const SIGNATURE =
    '<path d="M420 750 C440 700 455 820 470 750 S500 710 520 780 S540 760 560 750" fill="none" stroke="#1d2fa0" stroke-width="1.6"/>';

  it('are seal and signature with their boxes, on a turned page too, and no words', async () => {
    const page = await drawPage(200, SEAL + SIGNATURE);
    for (const degrees of [0, 90]) {
      const raster = await turned(page.raster, degrees);
      const { marks = [], words } = await recognizer.recognize(raster, sizeOf(raster));
      expect(marks.map((mark) => mark.kind).sort()).toEqual(['seal', 'signature']);
      for (const [kind, x, y] of [
        ['seal', 350, 760],
        ['signature', 490, 760],
      ] as const) {
        const box = marks.find((mark) => mark.kind === kind)?.box ?? [0, 0, 0, 0];
        const [wantedX, wantedY] = turnedPoint(x, y, degrees);
        expect(Math.abs((box[0] + box[2]) / 2 - wantedX)).toBeLessThan(12);
        expect(Math.abs((box[1] + box[3]) / 2 - wantedY)).toBeLessThan(20);
      }
      expect(words.filter(({ text }) => /★|NỘI/u.test(text))).toEqual([]);
    }
  });

  it('are none on a page in black, nor for red and blue print', async () => {
    expect((await recognizer.recognize(drawn.raster, PAGE)).marks).toBeUndefined();
    const coloured = await drawPage(
      200,
      '<text x="80" y="780" font-size="16" font-family="Liberation Serif" fill="#c00000">THÔNG BÁO QUAN TRỌNG</text>' +
        '<text x="300" y="780" font-size="14" font-family="Liberation Serif" fill="#1d2fa0">www.congbao.vn</text>',
    );
    expect((await recognizer.recognize(coloured.raster, PAGE)).marks).toBeUndefined();
  });
});
