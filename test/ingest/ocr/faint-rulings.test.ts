import { describe, expect, it } from 'vitest';
import type { Grey } from '../../../src/ingest/ocr/grey.js';
import { type RasterRuling, takeRulings } from '../../../src/ingest/ocr/rulings/raster-rulings.js';
import { fill, inkOf, paper, printLines } from './draw.js';

const DPI = 250;
const ROWS = [200, 260, 320, 500];
const COLUMNS = [150, 260, 560, 900];

/** A grid of rules that `stroke` draws: a horizontal one from x0 to x1 at y, or an upright one. */
function grid(stroke: (grey: Grey, x0: number, y0: number, x1: number, y1: number) => void): Grey {
  const grey = paper(1100, 800);
  for (const y of ROWS) stroke(grey, 150, y, 902, y + 2);
  for (const x of COLUMNS) stroke(grey, x, 200, x + 2, 502);
  return grey;
}

const pieces =
  (length: number, gap: number) =>
  (grey: Grey, x0: number, y0: number, x1: number, y1: number): void => {
    const level = x1 - x0 > y1 - y0;
    const [from, to] = level ? [x0, x1] : [y0, y1];
    for (let at = from; at < to; at += length + gap) {
      const end = Math.min(to, at + length);
      if (level) fill(grey, at, y0, end, y1);
      else fill(grey, x0, at, x1, end);
    }
  };

const take = (grey: Grey): readonly RasterRuling[] => takeRulings(grey, inkOf(grey), inkOf(grey), DPI);

function expectGrid(rulings: readonly RasterRuling[]): void {
  const at = (orientation: RasterRuling['orientation'], place: number): number =>
    rulings
      .filter((r) => r.orientation === orientation && Math.abs(r.position - place) < 4)
      .reduce((sum, r) => sum + r.to - r.from, 0);
  for (const y of ROWS) expect(at('horizontal', y)).toBeGreaterThan(700);
  for (const x of COLUMNS) expect(at('vertical', x)).toBeGreaterThan(270);
  const places = new Set(rulings.map((r) => `${r.orientation} ${Math.round(r.position / 8)}`));
  expect(places.size).toBeLessThanOrEqual((ROWS.length + COLUMNS.length) * 2);
}

describe('rulings that are not solid ink', () => {
  it('are found where they are dotted', () => {
    expectGrid(take(grid(pieces(2, 3))));
  });

  it('are found where they are dashed', () => {
    expectGrid(take(grid(pieces(12, 6))));
  });

  it('are found where they are too pale to be ink', () => {
    expectGrid(take(grid((grey, x0, y0, x1, y1) => fill(grey, x0, y0, x1, y1, 225))));
  });

  it('are not seen in print', () => {
    const grey = paper(1100, 800);
    printLines(grey, 100, 100, 1000, 700);
    expect(take(grey)).toEqual([]);
  });

  it('are not seen in a line of dots that belongs to no grid', () => {
    const grey = paper(1100, 800);
    pieces(2, 3)(grey, 150, 300, 900, 302);
    expect(take(grey)).toEqual([]);
  });
});

describe('upright rulings one row high', () => {
  it('are found between the rulings that they touch', () => {
    const grey = paper(1100, 800);
    for (const y of [200, 240, 280]) fill(grey, 150, y, 902, y + 2);
    for (const x of [150, 900]) fill(grey, x, 200, x + 2, 282);
    fill(grey, 400, 200, 402, 242);
    const found = take(grey).filter((r) => r.orientation === 'vertical' && Math.abs(r.position - 401) < 3);
    expect(found).toHaveLength(1);
    expect(found[0]?.from).toBeGreaterThan(190);
    expect(found[0]?.to).toBeLessThan(250);
  });
});
