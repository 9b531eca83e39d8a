import { createHash } from 'node:crypto';
import sharp, { type Sharp } from 'sharp';
import { describe, expect, it } from 'vitest';
import { pictureSize } from '../../../src/ingest/image/page-size.js';
import { readImage } from '../../../src/ingest/image/read-image.js';
import type { LayoutPage } from '../../../src/ingest/layout/layout-page.js';
import type { Raster, RasterPage, Recognizer } from '../../../src/ingest/ocr/recognizer.js';
import {
  DEFAULT_LIMITS,
  type ReadContext,
  type ReadLimits,
  type ReadOutcome,
} from '../../../src/ingest/read-outcome.js';

/** A recognizer that reads one word, the size of the raster, off every page. */
function sizeReader(seen: { raster: Raster; page: RasterPage }[]): Recognizer {
  return {
    engine: 'builtin',
    recognize(raster, page): Promise<LayoutPage> {
      seen.push({ raster, page });
      const word = {
        text: `${raster.width}x${raster.height}`,
        box: [10, 10, 60, 22] as const,
        confidence: 0.9,
        fontSize: 12,
        bold: false,
        italic: false,
        baseline: 20,
      };
      return Promise.resolve({
        ...page,
        method: 'ocr',
        reason: 'read',
        confidence: 0.9,
        words: [word],
        rulings: [],
      });
    },
    close: () => Promise.resolve(),
  };
}

interface Run {
  readonly outcome: ReadOutcome;
  readonly seen: readonly { raster: Raster; page: RasterPage }[];
  readonly progress: readonly string[];
}

async function read(bytes: Uint8Array, limits: Partial<ReadLimits> = {}, recognize = true): Promise<Run> {
  const seen: { raster: Raster; page: RasterPage }[] = [];
  const progress: string[] = [];
  const context: ReadContext = {
    limits: { ...DEFAULT_LIMITS, ...limits },
    onPage: (done, total) => progress.push(`${done}/${total}`),
    recognizer: recognize ? () => Promise.resolve(sizeReader(seen)) : null,
  };
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { outcome: await readImage({ file: 'scan', bytes, sha256 }, context), seen, progress };
}

const picture = (width: number, height: number): Sharp =>
  sharp({ create: { width, height, channels: 3, background: '#fff' } });

const NOISE = Buffer.from(Uint8Array.from({ length: 400 * 560 * 3 }, (_, i) => (i * 7919) % 251));

describe('a picture file', () => {
  it('is read at the size that its resolution gives', async () => {
    const bytes = await picture(1240, 1754).withMetadata({ density: 150 }).png().toBuffer();
    const { outcome, seen, progress } = await read(bytes);
    expect(outcome).toMatchObject({
      kind: 'read',
      document: { mediaType: 'image/png', method: 'ocr', text: '1240x1754' },
    });
    expect(seen[0]?.page.number).toBe(1);
    expect(seen[0]?.page.width).toBeCloseTo(595.2, 0);
    expect(progress).toEqual(['1/1']);
  });

  it('is turned as its EXIF data says', async () => {
    const bytes = await picture(1754, 1240).withMetadata({ orientation: 6, density: 150 }).jpeg().toBuffer();
    const { seen } = await read(bytes);
    expect(seen[0]?.raster).toMatchObject({ width: 1240, height: 1754 });
    expect(seen[0]?.page.width).toBeLessThan(seen[0]?.page.height ?? 0);
  });

  it('above 300 dpi is brought down', async () => {
    const bytes = await picture(4960, 7016).withMetadata({ density: 600 }).png().toBuffer();
    const { seen } = await read(bytes);
    expect(seen[0]?.raster.width).toBeLessThanOrEqual(2490);
    expect(seen[0]?.page.width).toBeCloseTo(595.2, 0);
  });

  it('with several pages gives a page each', async () => {
    const pages = await Promise.all(
      ['#fff', '#eee', '#ddd'].map((background) =>
        sharp({ create: { width: 620, height: 877, channels: 3, background } })
          .png()
          .toBuffer(),
      ),
    );
    const bytes = await sharp(pages, { join: { animated: true } })
      .tiff()
      .toBuffer();
    const { outcome, seen, progress } = await read(bytes);
    expect(outcome.kind === 'read' && outcome.document.pages.map((page) => page.number)).toEqual([1, 2, 3]);
    expect(seen).toHaveLength(3);
    expect(progress).toEqual(['1/3', '2/3', '3/3']);
    expect((await read(bytes, { maxPages: 2 })).outcome).toMatchObject({ reason: 'too-many-pages' });
  });

  it('without a recognizer has unreadable pages', async () => {
    const { outcome } = await read(await picture(620, 877).png().toBuffer(), {}, false);
    expect(outcome).toMatchObject({
      kind: 'read',
      document: { text: '', pages: [{ method: 'unreadable', reason: 'recognition is switched off' }] },
    });
  });

  it.each(['png', 'jpeg', 'tiff'] as const)('that is a cut-off %s is broken', async (format) => {
    const whole = await sharp(NOISE, { raw: { width: 400, height: 560, channels: 3 } })
      .toFormat(format)
      .toBuffer();
    const { outcome, seen } = await read(whole.subarray(0, whole.length >> 1));
    expect(outcome).toMatchObject({ kind: 'failed', reason: 'broken' });
    expect(seen).toEqual([]);
  });

  it('that is no picture is broken', async () => {
    expect((await read(Buffer.from('not a picture'))).outcome).toMatchObject({ reason: 'broken' });
  });

  it('with more pixels than allowed is too large, before it is decoded', async () => {
    const bytes = await picture(2000, 2000).png().toBuffer();
    expect((await read(bytes, { maxPixels: 1_000_000 })).outcome).toMatchObject({ reason: 'too-large' });
  });
});

describe('the size of a page', () => {
  it('is A4 where the stated resolution is missing or makes no page', () => {
    for (const density of [undefined, 72, 96, 5000]) {
      expect(pictureSize(2480, 3508, density).width).toBeCloseTo(595.28);
      expect(pictureSize(3508, 2480, density).width).toBeCloseTo(841.89);
    }
  });

  it('follows the stated resolution where that makes a page', () => {
    expect(pictureSize(3508, 4961, 300)).toEqual({ width: (3508 * 72) / 300, height: (4961 * 72) / 300 });
  });
});
