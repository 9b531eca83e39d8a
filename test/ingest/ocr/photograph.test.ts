import { describe, expect, it } from 'vitest';
import type { Grey } from '../../../src/ingest/ocr/grey.js';
import { findDesk, sheetShare, whitenDesk } from '../../../src/ingest/ocr/photo/desk.js';
import { isUnevenlyLit } from '../../../src/ingest/ocr/photo/light.js';
import { withoutShadows } from '../../../src/ingest/ocr/photo/shadows.js';
import { fill, paper, printLines } from './draw.js';

const [WIDTH, HEIGHT] = [800, 1000];

/** A printed page under `light`, the share of it that falls on a place. */
function lit(light: (x: number, y: number) => number): Grey {
  const grey = paper(WIDTH, HEIGHT);
  printLines(grey, 120, 120, 680, 880);
  return {
    ...grey,
    data: grey.data.map((value, i) =>
      Math.round((value === 0 ? 40 : 240) * light(i % WIDTH, Math.floor(i / WIDTH))),
    ),
  };
}

const even = (): number => 1;
const fromTheRight = (x: number): number => 0.7 + (0.3 * x) / WIDTH;
/** A shadow with a border some 20 pixels wide. */
const inShade = (x: number): number => 1 - 0.5 / (1 + Math.exp((x - 300) / 5));

/** A stretch of desk at the left, and a sheet's print beside it. */
function onDesk(): Grey {
  const grey = lit(fromTheRight);
  fill(grey, 0, 0, 70, HEIGHT, 50);
  return grey;
}

describe('light', () => {
  it('falls evenly on a scan, yellowed or grey as it may be', () => {
    expect(isUnevenlyLit(lit(even))).toBe(false);
    expect(isUnevenlyLit(lit(() => 0.7))).toBe(false);
    expect(isUnevenlyLit(paper(WIDTH, HEIGHT))).toBe(false);
  });

  it('falls unevenly on a photograph', () => {
    expect(isUnevenlyLit(lit(fromTheRight))).toBe(true);
    expect(isUnevenlyLit(lit(inShade))).toBe(true);
  });
});

describe('a shadow', () => {
  it('goes, with the print in it left dark', () => {
    const shaded = lit(inShade);
    const out = withoutShadows(shaded);
    const printed = lit(even);
    const wrong = out.data.filter((value, i) => (printed.data[i] === 40 ? value >= 80 : value <= 215));
    expect(wrong).toHaveLength(0);
  });
});

describe('the desk about a sheet', () => {
  it('is whitened, and no print', () => {
    const grey = onDesk();
    const desk = findDesk(grey);
    if (desk === null) throw new Error('the desk was not found');
    const before = Uint8Array.from(grey.data);
    whitenDesk(grey, desk);
    const wrong = grey.data.filter((value, i) => {
      if (i % WIDTH < 70) return value !== 255;
      return i % WIDTH >= 110 && value !== before[i];
    });
    expect(wrong).toHaveLength(0);
  });

  it('tells how much of the picture the sheet takes', () => {
    const atTheSide = findDesk(onDesk());
    expect(atTheSide === null ? null : sheetShare(atTheSide)).toBe(1);
    const grey = onDesk();
    fill(grey, WIDTH - 70, 0, WIDTH, HEIGHT, 50);
    fill(grey, 0, 0, WIDTH, 70, 50);
    fill(grey, 0, HEIGHT - 70, WIDTH, HEIGHT, 50);
    const about = findDesk(grey);
    expect(about === null ? null : sheetShare(about)).toBeCloseTo(0.86, 1);
  });

  it('is found behind a white rim, too', () => {
    const grey = onDesk();
    fill(grey, 0, 0, 10, HEIGHT, 255);
    expect(findDesk(grey)).not.toBeNull();
  });

  it('is not found where a sheet fills the picture, nor in a dark picture amid the page', () => {
    expect(findDesk(lit(fromTheRight))).toBeNull();
    const illustrated = lit(fromTheRight);
    fill(illustrated, 300, 400, 500, 600, 40);
    expect(findDesk(illustrated)).toBeNull();
  });
});
