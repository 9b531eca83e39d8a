import { describe, expect, it } from 'vitest';
import { componentsOf } from '../../../src/ingest/ocr/components.js';
import type { Grey } from '../../../src/ingest/ocr/grey.js';
import type { PieceWord } from '../../../src/ingest/ocr/read-sheet.js';
import { withBarsRead } from '../../../src/ingest/ocr/words/bar-letters.js';
import { withOpenLettersRead } from '../../../src/ingest/ocr/words/open-letters.js';
import { fill, inkOf, paper } from './draw.js';

const SIZE = 26;
const TOP = 20;
const BASE = 50;

/** Serif letters drawn with rectangles, 30 pixels high; each gives its width. */
const GLYPHS: Readonly<Record<string, (grey: Grey, x: number) => number>> = {
  I: (grey, x) => {
    fill(grey, x + 3, TOP, x + 8, BASE);
    fill(grey, x, TOP, x + 11, TOP + 2);
    fill(grey, x, BASE - 2, x + 11, BASE);
    return 11;
  },
  '1': (grey, x) => {
    fill(grey, x + 4, TOP, x + 9, BASE);
    fill(grey, x, TOP + 2, x + 5, TOP + 5);
    fill(grey, x + 1, BASE - 2, x + 12, BASE);
    return 12;
  },
  L: (grey, x) => {
    fill(grey, x + 3, TOP, x + 8, BASE);
    fill(grey, x, TOP, x + 11, TOP + 2);
    fill(grey, x, BASE - 2, x + 25, BASE);
    return 25;
  },
  H: (grey, x) => {
    fill(grey, x, TOP, x + 5, BASE);
    fill(grey, x + 15, TOP, x + 20, BASE);
    fill(grey, x, 33, x + 20, 36);
    return 20;
  },
  '2': (grey, x) => {
    fill(grey, x, TOP, x + 15, TOP + 4);
    fill(grey, x + 11, TOP, x + 15, 35);
    fill(grey, x, 32, x + 15, 36);
    fill(grey, x, 32, x + 4, BASE);
    fill(grey, x, BASE - 4, x + 15, BASE);
    return 15;
  },
  '/': (grey, x) => {
    for (let y = TOP; y < BASE; y++)
      fill(grey, x + Math.round((BASE - y) / 2), y, x + Math.round((BASE - y) / 2) + 3, y + 1);
    return 18;
  },
  C: (grey, x) => {
    fill(grey, x, TOP, x + 22, TOP + 4);
    fill(grey, x, TOP, x + 5, BASE);
    fill(grey, x, BASE - 4, x + 22, BASE);
    return 22;
  },
  O: (grey, x) => {
    GLYPHS.C?.(grey, x);
    fill(grey, x + 18, TOP, x + 22, BASE);
    return 22;
  },
};

/** A drawn word that the recognizer read as `text`; letters `gap` pixels apart. */
function word(
  drawn: string,
  text: string,
  gap = 3,
  slant = 0,
): { word: PieceWord; runs: ReturnType<typeof componentsOf>['runs'] } {
  const grey = paper(400, 80);
  let x = 20;
  for (const letter of drawn) x += (GLYPHS[letter]?.(grey, x) ?? 0) + gap;
  const leaning = paper(400, 80);
  for (let y = 0; y < 80; y++)
    for (let i = 0; i < 400; i++) {
      const from = i - Math.round((BASE - y) * slant);
      if (from >= 0 && from < 400) leaning.data[y * 400 + i] = grey.data[y * 400 + from] as number;
    }
  const { components, runs } = componentsOf(inkOf(leaning));
  const piece = { x0: 20, y0: TOP, x1: x, y1: BASE, baseline: BASE, tall: false, components };
  return { word: { text, x0: 20, y0: TOP, x1: x + 10, y1: BASE, confidence: 0.9, piece }, runs };
}

describe('upright bars are read by their shape', () => {
  it.each([
    ['I', '1', 'I'],
    ['I', '|', 'I'],
    ['II', '11', 'II'],
    ['II', 'H', 'II'],
    ['III', 'HI', 'III'],
    ['III', 'II', 'III'],
    ['IC', '1C', 'IC'],
    ['I2', '12', '12'],
    ['1', '1', '1'],
    ['11', '11', '11'],
    ['11', '1', '11'],
    ['11', '1"', '11'],
    ['12', '12', '12'],
    ['H', 'H', 'H'],
    ['HI', 'HI', 'HI'],
    ['1I', '11', '11'],
    ['I', 'L', 'I'],
    ['III', 'LIL', 'III'],
    ['L', 'L', 'L'],
    ['LI', 'LI', 'LI'],
  ])('%s read as %s gives %s', (drawn, text, expected) => {
    const { word: read, runs } = word(drawn, text);
    expect(withBarsRead(read, runs, SIZE)).toBe(expected);
  });

  it.each([
    ['2/C1', '2/CI', '2/C1'],
    ['2/CI', '2/CI', '2/CI'],
    ['C1', 'CI', 'CI'],
  ])('a document number alone is told 1 from I: %s read as %s gives %s', (drawn, text, expected) => {
    const { word: read, runs } = word(drawn, text);
    expect(withBarsRead(read, runs, SIZE)).toBe(expected);
  });

  it('also where serifs touch', () => {
    const { word: read, runs } = word('III', 'HI', -1);
    expect(withBarsRead(read, runs, SIZE)).toBe('III');
  });

  it.each([0.15, 0.25])('also in italics of slant %d', (slant) => {
    const { word: read, runs } = word('IC', '1C', 6, slant);
    expect(withBarsRead(read, runs, SIZE)).toBe('IC');
  });

  it('and words with small letters stay', () => {
    const { word: read, runs } = word('I2', 'lý');
    expect(withBarsRead(read, runs, SIZE)).toBe('lý');
  });
});

describe('round letters are read by their shape', () => {
  it.each([
    ['2CH', '2OH', '2CH'],
    ['2CH', '2OCH', '2CH'],
    ['2OH', '2OH', '2OH'],
    ['OC', 'OC', 'OC'],
    ['2OCH', '2OCH', '2OCH'],
  ])('%s read as %s gives %s', (drawn, text, expected) => {
    const { word: read, runs } = word(drawn, text);
    expect(withOpenLettersRead(read, runs)).toBe(expected);
  });
});
