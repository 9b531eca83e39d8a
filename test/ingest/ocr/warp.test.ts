import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Grey } from '../../../src/ingest/ocr/grey.js';
import { estimateWarp } from '../../../src/ingest/ocr/photo/estimate-warp.js';
import { flattened, turnedAround, type Warp, warped } from '../../../src/ingest/ocr/photo/warp.js';
import { estimateLean, level, quarterTurn, toDisplayed } from '../../../src/ingest/ocr/upright.js';
import { fill, inkOf, paper, printLines } from './draw.js';

const [WIDTH, HEIGHT] = [1400, 1900];
const FLAT: Warp = { across: 0, down: 0, shear: 0, bend: 0, bow: 0, scale: 1 };

/** A page of print over a ruled table. */
function page(): Grey {
  const grey = paper(WIDTH, HEIGHT);
  printLines(grey, 150, 120, 1250, 700);
  for (let y = 800; y <= 1700; y += 100) fill(grey, 150, y, 1253, y + 3);
  for (const x of [150, 250, 700, 950, 1250]) fill(grey, x, 800, x + 3, 1703);
  for (let y = 840; y < 1700; y += 100) printLines(grey, 280, y, 680, y + 40);
  return grey;
}

/** The page as it looks with the warp: each dark pixel at its place in the picture. */
function photographed(flat: Grey, warp: Warp): Grey {
  const picture = paper(flat.width, flat.height);
  const unit = Math.max(flat.width, flat.height) / 2;
  for (let y = 0; y < flat.height; y += 0.5)
    for (let x = 0; x < flat.width; x += 0.5) {
      if (flat.data[Math.floor(y) * flat.width + Math.floor(x)] !== 0) continue;
      const [u, v] = warped(warp, (x - flat.width / 2) / unit, (y - flat.height / 2) / unit);
      const [px, py] = [Math.round(u * unit + flat.width / 2), Math.round(v * unit + flat.height / 2)];
      fill(picture, px, py, px + 1, py + 1);
    }
  return picture;
}

/** Where the ink of the flattened picture nearest to (x, y) across a ruling stands. */
function inkNear(grey: Grey, x: number, y: number, vertical: boolean): number {
  for (let away = 0; away < 60; away++)
    for (const at of [-away, away]) {
      const [u, v] = vertical ? [x + at, y] : [x, y + at];
      if ((grey.data[v * grey.width + u] ?? 255) < 128) return vertical ? u : v;
    }
  return Number.NaN;
}

/** How many pixels of two pictures differ by more than rounding does. */
const differing = (a: Grey, b: Grey): number =>
  a.data.reduce((count, value, i) => count + (Math.abs(value - (b.data[i] ?? 0)) > 2 ? 1 : 0), 0);

const crooked = (places: readonly number[]): number => Math.max(...places) - Math.min(...places);

describe('a photographed page', () => {
  it.each<[string, Partial<Warp>]>([
    ['from the foot', { down: -0.05 }],
    ['from the side', { across: 0.06 }],
    ['from a corner', { across: -0.05, down: 0.04, shear: 0.02 }],
    ['bent', { bend: 0.03 }],
    ['bent and from a corner', { across: 0.04, down: -0.05, bend: 0.02, bow: 0.008 }],
  ])('seen %s comes out flat: its rulings are straight and square', (_, changes) => {
    const picture = photographed(page(), { ...FLAT, ...changes });
    const ink = inkOf(picture);
    const { degrees, warp } = estimateWarp(ink, estimateLean(ink).degrees, 170);
    if (warp === null) throw new Error('no warp was found');
    const flat = flattened(picture, degrees, warp);
    for (const y of [900, 1500])
      expect(crooked([270, 690, 1240].map((x) => inkNear(flat, x, y + 20, false)))).toBeLessThan(6);
    for (const x of [250, 950])
      expect(crooked([930, 1250, 1670].map((y) => inkNear(flat, x, y, true)))).toBeLessThan(6);
  });

  it('that lies flat is left as it is', () => {
    const ink = inkOf(page());
    expect(estimateWarp(ink, 0, 170)).toEqual({ degrees: 0, warp: null });
    expect(estimateWarp(inkOf(paper(WIDTH, HEIGHT)), 0, 170)).toEqual({ degrees: 0, warp: null });
  });

  it('leads a spot of the flat sheet back to where it stands in the picture, whichever way up it is read', () => {
    const small = fc.double({ min: -0.05, max: 0.05, noNaN: true });
    const cases = fc.record({
      quarters: fc.constantFrom(0 as const, 1 as const, 2 as const, 3 as const),
      degrees: fc.integer({ min: -6, max: 6 }),
      warp: fc.record({
        across: small,
        down: small,
        shear: small,
        bend: small,
        bow: small,
        scale: fc.double({ min: 1, max: 1.1, noNaN: true }),
      }),
      x: fc.integer({ min: 140, max: 260 }),
      y: fc.integer({ min: 140, max: 360 }),
    });
    fc.assert(
      fc.property(cases, ({ quarters, degrees, warp, x, y }) => {
        const displayed = paper(400, 500);
        fill(displayed, x - 4, y - 4, x + 4, y + 4);
        const flat = flattened(quarterTurn(displayed, quarters), degrees, warp);
        let [sumX, sumY, count] = [0, 0, 0];
        flat.data.forEach((value, i) => {
          if (value >= 128) return;
          sumX += (i % flat.width) + 0.5;
          sumY += Math.floor(i / flat.width) + 0.5;
          count++;
        });
        const [cx, cy] = [sumX / count, sumY / count];
        const [x0, y0, x1, y1] = toDisplayed({ quarters, degrees, warp }, 400, 500)([cx, cy, cx, cy]);
        expect(Math.abs((x0 + x1) / 2 - x)).toBeLessThan(1.5);
        expect(Math.abs((y0 + y1) / 2 - y)).toBeLessThan(1.5);
      }),
      { numRuns: 40 },
    );
  });

  it('is the same page when its picture is turned by half a turn', () => {
    const warp: Warp = { across: 0.04, down: -0.03, shear: 0.02, bend: 0.02, bow: -0.01, scale: 1.02 };
    const picture = photographed(page(), warp);
    const upright = flattened(picture, 0, warp);
    const onHead = quarterTurn(flattened(quarterTurn(picture, 2), 0, turnedAround(warp)), 2);
    expect(differing(upright, onHead)).toBe(0);
  });

  it('without a warp is only set level', () => {
    const leaning = level(page(), -3);
    expect(differing(flattened(leaning, 3, FLAT), level(leaning, 3))).toBeLessThan(0.001 * WIDTH * HEIGHT);
  });
});
