import { describe, expect, it } from 'vitest';
import type { Grey } from '../../../src/ingest/ocr/grey.js';
import { withoutResidue } from '../../../src/ingest/ocr/marks/colour-residue.js';
import { takeGreySeals } from '../../../src/ingest/ocr/marks/grey-seals.js';
import type { Raster } from '../../../src/ingest/ocr/recognizer.js';
import { fill, inkOf, paper } from './draw.js';

const DPI = 100;

/** A ring of `level` about (x, y), 5 pixels thick. */
function ring(grey: Grey, x: number, y: number, radius: number, level: number): void {
  for (let py = 0; py < grey.height; py++)
    for (let px = 0; px < grey.width; px++) {
      const distance = Math.hypot(px - x, py - y);
      if (distance > radius || distance < radius - 5) continue;
      const at = py * grey.width + px;
      grey.data[at] = Math.min(grey.data[at] as number, level);
    }
}

/** Two lines of blocks as dark as `level`, the second across a ring's foot. */
function print(grey: Grey, level: number): void {
  for (const y of [40, 205]) for (let x = 120; x < 380; x += 14) fill(grey, x, y, x + 8, y + 12, level);
}

function sealed(ringLevel: number): { before: Grey; grey: Grey; seals: number } {
  const before = paper(420, 300);
  print(before, 20);
  const grey = paper(420, 300);
  print(grey, 20);
  ring(grey, 200, 150, 66, ringLevel);
  const bitmap = { ...inkOf(grey), data: grey.data.map((value) => (value < 190 ? 1 : 0)) };
  return { before, seals: takeGreySeals(grey, bitmap, DPI).length, grey };
}

describe('a seal on a page without colour', () => {
  it('is taken off where it is lighter than print, and the print under it stays', () => {
    const { before, grey, seals } = sealed(130);
    expect(seals).toBe(1);
    let lost = 0;
    let left = 0;
    for (let i = 0; i < grey.data.length; i++) {
      if (before.data[i] === 20 && grey.data[i] !== 20) lost++;
      if (before.data[i] === 255 && (grey.data[i] as number) < 190) left++;
    }
    expect(lost).toBe(0);
    expect(left).toBeLessThan(200);
  });

  it('stays where it is as dark as print', () => {
    const { grey, seals } = sealed(20);
    expect(seals).toBe(0);
    expect(grey.data[150 * 420 + 136]).toBe(20);
  });

  it('is no table and no line of print', () => {
    const grey = paper(420, 300);
    print(grey, 20);
    for (const at of [60, 140, 220]) fill(grey, at, 60, at + 2, 222, 130);
    for (const at of [60, 140, 220]) fill(grey, 60, at, 222, at + 2, 130);
    const bitmap = { ...inkOf(grey), data: grey.data.map((value) => (value < 190 ? 1 : 0)) };
    expect(takeGreySeals(grey, bitmap, DPI)).toEqual([]);
  });
});

describe('what a red seal and a blue pen leave behind', () => {
  /** A page of one column of pixels wide enough: red ring pixel, its grey edge, print, paper. */
  const raster = (pixels: readonly (readonly [number, number, number])[]): Raster => ({
    width: pixels.length,
    height: 1,
    channels: 3,
    data: Uint8Array.from(pixels.flat()),
  });
  const RED = [210, 60, 70] as const;
  const EDGE = [180, 165, 165] as const;
  const PRINT = [70, 50, 55] as const;
  const PAPER = [250, 250, 250] as const;

  it('turns to paper at the coloured ink alone, and print stays', () => {
    const page = raster([EDGE, RED, EDGE, PRINT, PAPER, PAPER, PAPER, PAPER, EDGE]);
    const grey: Grey = {
      width: 9,
      height: 1,
      data: Uint8Array.from([170, 255, 170, 55, 250, 250, 250, 250, 170]),
    };
    const clean = withoutResidue(grey, page, [{ x0: 0, y0: 0, x1: 9, y1: 1 }], 20);
    expect([...clean.data]).toEqual([255, 255, 255, 55, 255, 250, 250, 250, 170]);
  });

  it('is not looked for where there is no mark', () => {
    const page = raster([RED, EDGE]);
    const grey: Grey = { width: 2, height: 1, data: Uint8Array.from([255, 170]) };
    expect(withoutResidue(grey, page, [], 20)).toBe(grey);
  });
});
