import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { estimateLean, level, quarterTurn, toDisplayed } from '../../../src/ingest/ocr/upright.js';
import { fill, inkOf, paper, printLines } from './draw.js';

function page(): ReturnType<typeof paper> {
  const grey = paper(800, 1000);
  printLines(grey, 100, 100, 700, 900);
  return grey;
}

describe('lean', () => {
  it.each([-8, -2.5, -0.3, 0.7, 2, 9])('of %d degrees is found to a tenth of a degree', (degrees) => {
    const leaning = level(page(), -degrees);
    expect(Math.abs(estimateLean(inkOf(leaning)).degrees - degrees)).toBeLessThan(0.1);
  });

  it('of a level page and of an empty one is 0', () => {
    expect(estimateLean(inkOf(page())).degrees).toBe(0);
    expect(estimateLean(inkOf(paper(800, 1000))).degrees).toBe(0);
  });

  it('a page on its side shows columns sharper than lines', () => {
    expect(estimateLean(inkOf(page())).lineToColumn).toBeGreaterThan(1);
    expect(estimateLean(inkOf(quarterTurn(page(), 1))).lineToColumn).toBeLessThan(0.9);
  });
});

describe('the way back to the page as displayed', () => {
  it('leads a spot that was turned upright back to where it stood', () => {
    const turns = fc.record({
      quarters: fc.constantFrom(0 as const, 1 as const, 2 as const, 3 as const),
      degrees: fc.integer({ min: -8, max: 8 }),
      x: fc.integer({ min: 120, max: 280 }),
      y: fc.integer({ min: 120, max: 380 }),
    });
    fc.assert(
      fc.property(turns, ({ quarters, degrees, x, y }) => {
        const displayed = paper(400, 500);
        fill(displayed, x - 4, y - 4, x + 4, y + 4);
        const upright = level(quarterTurn(displayed, quarters), degrees);
        let sumX = 0;
        let sumY = 0;
        let count = 0;
        upright.data.forEach((value, i) => {
          if (value >= 128) return;
          sumX += (i % upright.width) + 0.5;
          sumY += Math.floor(i / upright.width) + 0.5;
          count++;
        });
        const [cx, cy] = [sumX / count, sumY / count];
        const [x0, y0, x1, y1] = toDisplayed({ quarters, degrees, warp: null }, 400, 500)([cx, cy, cx, cy]);
        expect(Math.abs((x0 + x1) / 2 - x)).toBeLessThan(1);
        expect(Math.abs((y0 + y1) / 2 - y)).toBeLessThan(1);
      }),
      { numRuns: 40 },
    );
  });

  it('keeps boxes on the page', () => {
    const back = toDisplayed({ quarters: 0, degrees: 5, warp: null }, 595, 842);
    const [x0, y0, x1, y1] = back([0, 0, 595, 842]);
    expect(Math.min(x0, y0)).toBeGreaterThanOrEqual(0);
    expect(x1).toBeLessThanOrEqual(595);
    expect(y1).toBeLessThanOrEqual(842);
  });
});
