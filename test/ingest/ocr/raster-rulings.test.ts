import { describe, expect, it } from 'vitest';
import type { Grey } from '../../../src/ingest/ocr/grey.js';
import { type RasterRuling, takeRulings } from '../../../src/ingest/ocr/rulings/raster-rulings.js';
import { level } from '../../../src/ingest/ocr/upright.js';
import { fill, inkOf, paper, printLines } from './draw.js';

const DPI = 200;
const ROWS = [200, 260, 320, 480];
const COLUMNS = [150, 230, 500, 850];

function grid(): Grey {
  const grey = paper(1000, 700);
  for (const y of ROWS) fill(grey, 150, y, 852, y + 2);
  for (const x of COLUMNS) fill(grey, x, 200, x + 2, 482);
  return grey;
}

function take(grey: Grey): { rulings: readonly RasterRuling[]; left: number } {
  const bitmap = inkOf(grey);
  const rulings = takeRulings(grey, bitmap, inkOf(grey), DPI);
  return { rulings, left: bitmap.data.reduce((sum, ink) => sum + ink, 0) };
}

const positions = (rulings: readonly RasterRuling[], orientation: RasterRuling['orientation']): number[] =>
  rulings
    .filter((r) => r.orientation === orientation)
    .map((r) => r.position)
    .sort((a, b) => a - b);

function expectGrid(rulings: readonly RasterRuling[], slack: number): void {
  const rows = positions(rulings, 'horizontal');
  const columns = positions(rulings, 'vertical');
  expect(rows).toHaveLength(ROWS.length);
  expect(columns).toHaveLength(COLUMNS.length);
  for (const [i, y] of ROWS.entries()) expect(Math.abs((rows[i] ?? 0) - y)).toBeLessThan(slack);
  for (const [i, x] of COLUMNS.entries()) expect(Math.abs((columns[i] ?? 0) - x)).toBeLessThan(slack);
}

describe('rulings of a picture', () => {
  it('are found where they stand and wiped off', () => {
    const { rulings, left } = take(grid());
    expectGrid(rulings, 2);
    expect(left).toBe(0);
  });

  it('are not the arms of letters that touch', () => {
    const grey = paper(400, 200);
    for (let i = 0; i < 4; i++) {
      fill(grey, 100 + 22 * i, 80, 122 + 22 * i, 83);
      fill(grey, 109 + 22 * i, 80, 114 + 22 * i, 106);
    }
    const before = inkOf(grey).data.reduce((sum, ink) => sum + ink, 0);
    const { rulings, left } = take(grey);
    expect(rulings).toEqual([]);
    expect(left).toBe(before);
  });

  it('are short lines under print that touches them', () => {
    const grey = paper(400, 200);
    fill(grey, 100, 106, 188, 108);
    for (let i = 0; i < 4; i++) fill(grey, 109 + 22 * i, 80, 114 + 22 * i, 106);
    expect(positions(take(grey).rulings, 'horizontal')).toHaveLength(1);
  });

  it('are found through small breaks', () => {
    const grey = grid();
    for (let x = 180; x < 850; x += 97) fill(grey, x, 195, x + 4, 490, 255);
    expectGrid(take(grey).rulings, 2);
  });

  it('are found with a rest of lean', () => {
    expectGrid(take(level(grid(), 0.15)).rulings, 4);
  });

  it('are found with ends that fray', () => {
    const grey = grid();
    for (const x of COLUMNS) fill(grey, x - 3, 481, x + 1, 485);
    for (const y of ROWS) fill(grey, 147, y - 3, 151, y + 1);
    expectGrid(take(grey).rulings, 2);
  });

  it('leave the print between them alone', () => {
    const grey = grid();
    const clean = paper(1000, 700);
    for (const sheet of [grey, clean]) printLines(sheet, 240, 210, 480, 470);
    const print = inkOf(clean).data.reduce((sum, ink) => sum + ink, 0);
    const { rulings, left } = take(grey);
    expectGrid(rulings, 2);
    expect(left).toBeGreaterThan(print * 0.97);
    expect(left).toBeLessThanOrEqual(print);
  });

  it('are not seen in the ring of a seal, in print or in a black field', () => {
    const grey = paper(1000, 700);
    for (let t = 0; t < 6.3; t += 0.0005) {
      const x = Math.round(300 + 140 * Math.cos(t));
      const y = Math.round(350 + 140 * Math.sin(t));
      fill(grey, x, y, x + 3, y + 3);
    }
    printLines(grey, 500, 100, 950, 400);
    fill(grey, 600, 450, 800, 600);
    expect(take(grey).rulings).toEqual([]);
  });
});
