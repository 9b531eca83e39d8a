import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { crisp } from '../../../src/ingest/ocr/crisp.js';
import { fill, paper } from './draw.js';

describe('sharpening', () => {
  it('leaves white paper and large even fields as they are', () => {
    const page = paper(60, 60);
    fill(page, 10, 10, 50, 50, 100);
    const { data } = crisp(page);
    expect(data[5 * 60 + 5]).toBe(255);
    expect(data[30 * 60 + 30]).toBe(100);
  });

  it('makes a soft edge steeper', () => {
    const page = paper(40, 40);
    for (let x = 10; x < 30; x++) fill(page, x, 8, x + 1, 32, x < 15 ? 255 - (x - 9) * 40 : 40);
    const { data } = crisp(page);
    const at = (x: number): number => data[20 * 40 + x] ?? Number.NaN;
    expect(at(11)).toBeGreaterThan(255 - 2 * 40);
    expect(at(14)).toBeLessThan(255 - 5 * 40);
  });

  it('gives a scrap the same wherever it stands, near others or at the rim', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 255 }), { minLength: 48, maxLength: 48 }),
        fc.integer({ min: 0, max: 20 }),
        fc.integer({ min: 5, max: 20 }),
        (greys, left, gap) => {
          const page = paper(40, 60);
          const put = (x0: number, y0: number): void => {
            for (const [i, grey] of greys.entries())
              fill(page, x0 + (i % 8), y0 + (i >> 3), x0 + (i % 8) + 1, y0 + (i >> 3) + 1, grey);
          };
          put(left + 4, 4);
          put(left + 4, 10 + gap);
          const { data } = crisp(page);
          const row = (y: number): readonly number[] => [...data.subarray(y * 40, (y + 1) * 40)];
          for (let y = -2; y < 8; y++) expect(row(10 + gap + y)).toEqual(row(4 + y));
        },
      ),
      { numRuns: 40 },
    );
  });
});
