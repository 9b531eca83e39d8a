import { readFileSync } from 'node:fs';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import type { Box } from '../../../src/document/box.js';
import { openPagePictures, renderRegion } from '../../../src/ingest/page-picture/open-page-pictures.js';
import type { PagePicture } from '../../../src/ingest/page-picture/page-picture.js';
import { readDocument } from '../../../src/ingest/read-document.js';
import type { ReadFailure } from '../../../src/ingest/read-outcome.js';

const fixture = (path: string): Uint8Array =>
  new Uint8Array(readFileSync(new URL(`../../../fixtures/${path}`, import.meta.url)));

function shown(outcome: PagePicture | ReadFailure): PagePicture {
  if (outcome.kind === 'failed') throw new Error(outcome.detail);
  return outcome;
}

/** Share of pixels darker than middle grey, inside the cut-out and in its rim of so many pixels. */
async function inkIn(picture: PagePicture): Promise<number> {
  const { data } = await sharp(picture.bytes).greyscale().raw().toBuffer({ resolveWithObject: true });
  return data.filter((value) => value < 128).length / data.length;
}

describe('the picture of a region', () => {
  it('of a PDF shows the word that the document has there, and little beside it', async () => {
    const bytes = fixture('plans/pdf/dong-nai-2026.pdf');
    const read = await readDocument({ file: 'plan.pdf', bytes });
    if (read.kind === 'failed') throw new Error(read.detail);
    const title = read.document.words.find(
      (w) => read.document.text.slice(w.span.start, w.span.end) === 'HOẠCH',
    );
    if (title === undefined) throw new Error('no such word');
    const picture = shown(await renderRegion(bytes, title.page, title.box, { margin: 0 }));
    expect(picture).toMatchObject({ mediaType: 'image/webp', page: title.page });
    expect(picture.width).toBeCloseTo(((title.box[2] - title.box[0]) * 150) / 72, -1);
    expect(await inkIn(picture)).toBeGreaterThan(0.1);
    const beside: Box = [2, title.box[1], 30, title.box[3]];
    expect(await inkIn(shown(await renderRegion(bytes, title.page, beside, { margin: 0 })))).toBe(0);
  });

  it('of a TIFF is taken from its page, of any format asked for', async () => {
    const pictures = await openPagePictures(fixture('plans/image/dong-nai-2026.tiff'), {
      format: 'png',
      dpi: 100,
    });
    if (pictures.kind === 'failed') throw new Error(pictures.detail);
    try {
      const whole = shown(await pictures.picture(pictures.pages, null));
      expect(whole.mediaType).toBe('image/png');
      expect(whole.width).toBeCloseTo(827, -1);
      const part = shown(await pictures.picture(1, [100, 100, 200, 150]));
      expect(part.box).toEqual([94, 94, 206, 156]);
      expect((await sharp(part.bytes).metadata()).width).toBe(part.width);
    } finally {
      await pictures.close();
    }
  });

  it('is turned as the photograph is shown', async () => {
    const corner = await sharp({ create: { width: 1754, height: 1240, channels: 3, background: '#fff' } })
      .composite([
        { input: { create: { width: 200, height: 200, channels: 3, background: '#000' } }, left: 0, top: 0 },
      ])
      .withMetadata({ orientation: 6, density: 150 })
      .jpeg()
      .toBuffer();
    const picture = shown(await renderRegion(corner, 1, [505, 5, 590, 90], { margin: 0 }));
    expect(await inkIn(picture)).toBe(1);
  });

  it('that reaches over the page is clipped, one beside it becomes the page', async () => {
    const bytes = fixture('plans/pdf/dong-nai-2026.pdf');
    expect(shown(await renderRegion(bytes, 1, [-50, 800, 700, 900])).box[0]).toBe(0);
    const beside = shown(await renderRegion(bytes, 1, [2000, 2000, 2100, 2100]));
    expect(beside.box[2]).toBeCloseTo(595, 0);
  });

  it('stays below the limit of pixels', async () => {
    const bytes = fixture('plans/pdf/dong-nai-2026.pdf');
    const picture = shown(await renderRegion(bytes, 1, null, { dpi: 600, maxPixels: 1_000_000 }));
    expect(picture.width * picture.height).toBeLessThanOrEqual(1_000_000);
  });
});

describe('no picture', () => {
  it('is made of a file without pages, of a page that is not there, of a broken or locked file', async () => {
    expect(await renderRegion(fixture('plans/docx/dong-nai-2026.docx'), 1, null)).toMatchObject({
      reason: 'not-found',
    });
    expect(await renderRegion(fixture('plans/pdf/dong-nai-2026.pdf'), 99, null)).toMatchObject({
      reason: 'not-found',
    });
    expect(await renderRegion(fixture('hostile/random.bin'), 1, null)).toMatchObject({ kind: 'failed' });
    expect(await renderRegion(fixture('hostile/encrypted.pdf'), 1, null)).toMatchObject({
      reason: 'encrypted',
    });
    expect(await renderRegion(new Uint8Array(), 1, null)).toMatchObject({ reason: 'empty' });
  });

  it('is made of a page that takes too long', async () => {
    const outcome = await renderRegion(fixture('plans/pdf/dong-nai-2026.pdf'), 1, null, { timeoutMs: -1 });
    expect(outcome).toMatchObject({ kind: 'failed', reason: 'timeout' });
  });
});
