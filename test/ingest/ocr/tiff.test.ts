import fc from 'fast-check';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { toTiff } from '../../../src/ingest/ocr/engine/tiff.js';

/** Rows of stretches: white ones of any length, and print. */
const picture = fc
  .tuple(
    fc.integer({ min: 1, max: 600 }),
    fc.integer({ min: 1, max: 5 }),
    fc.array(fc.tuple(fc.integer({ min: 0, max: 300 }), fc.uint8Array({ maxLength: 200 })), {
      maxLength: 12,
    }),
  )
  .map(([width, height, stretches]) => {
    const data = new Uint8Array(width * height).fill(255);
    let at = 0;
    for (const [white, print] of stretches) {
      at += white;
      data.set(print.subarray(0, Math.max(0, data.length - at)), Math.min(at, data.length));
      at += print.length;
    }
    return { width, height, data };
  });

describe('the TIFF that goes to the recognizer', () => {
  it('has the pixels of the picture, whatever they are', async () => {
    await fc.assert(
      fc.asyncProperty(picture, async ({ width, height, data }) => {
        const { data: pixels, info } = await sharp(toTiff({ width, height, data }))
          .toColourspace('b-w')
          .raw()
          .toBuffer({ resolveWithObject: true });
        expect([info.width, info.height, info.channels]).toEqual([width, height, 1]);
        expect(Buffer.compare(pixels, Buffer.from(data))).toBe(0);
      }),
      { numRuns: 200 },
    );
  });

  it('is far smaller than the picture where most is white', () => {
    const data = new Uint8Array(1000 * 1000).fill(255).fill(0, 5_000, 6_000);
    expect(toTiff({ width: 1000, height: 1000, data }).length).toBeLessThan(30_000);
  });
});
