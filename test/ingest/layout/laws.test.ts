import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LayoutPage, LayoutWord, Ruling } from '../../../src/ingest/layout/layout-page.js';
import { layout, page } from './page-builder.js';

const coordinate = (most: number): fc.Arbitrary<number> => fc.double({ min: -20, max: most, noNaN: true });
const TEXTS = [
  'TT',
  'Nội',
  'dung',
  '1',
  '2.',
  'a)',
  '-',
  'Quý',
  'I',
  '19/2014/QĐ-',
  'TTg',
  '|',
  '.',
  'Nơi',
  'nhận:',
  'e\u0302\u0301',
  '\u0301',
  ' ',
  'Thời gian',
];

const word: fc.Arbitrary<LayoutWord> = fc
  .record({
    text: fc.oneof(fc.constantFrom(...TEXTS), fc.string({ maxLength: 8 })),
    x: coordinate(620),
    y: coordinate(820),
    width: fc.double({ min: 0, max: 200, noNaN: true }),
    height: fc.double({ min: 0, max: 60, noNaN: true }),
    confidence: fc.double({ min: 0, max: 1, noNaN: true }),
    bold: fc.boolean(),
    fontSize: fc.constantFrom(0, 8, 12, 14),
  })
  .map(({ text, x, y, width, height, confidence, bold, fontSize }) => ({
    text,
    box: [x, y, x + width, y + height],
    confidence,
    fontSize,
    bold,
    italic: !bold,
    baseline: y + height,
  }));

/** Near a coarse raster, so that rulings meet and make grids. */
const ruling: fc.Arbitrary<Ruling> = fc
  .record({
    orientation: fc.constantFrom('horizontal' as const, 'vertical' as const),
    position: fc.integer({ min: 0, max: 10 }),
    jitter: fc.double({ min: -2, max: 2, noNaN: true }),
    ends: fc.tuple(fc.integer({ min: 0, max: 10 }), fc.integer({ min: 0, max: 10 })),
  })
  .map(({ orientation, position, jitter, ends: [a, b] }) => ({
    orientation,
    position: position * 60 + jitter,
    from: Math.min(a, b) * 60 + jitter,
    to: Math.max(a, b) * 60 - jitter,
  }));

const aPage: fc.Arbitrary<LayoutPage> = fc
  .record({ words: fc.array(word, { maxLength: 60 }), rulings: fc.array(ruling, { maxLength: 40 }) })
  .map(({ words, rulings }) => page(1, words, rulings));

const numbered = (pages: readonly LayoutPage[]): readonly LayoutPage[] =>
  pages.map((each, i) => ({ ...each, number: i + 1 }));

describe('layoutDocument', () => {
  it('keeps the laws of spans whatever stands on the pages', () => {
    fc.assert(
      fc.property(fc.array(aPage, { maxLength: 4 }), (pages) => {
        layout(...numbered(pages));
      }),
      { numRuns: 300 },
    );
  });

  it('says each word at most once, and loses none but specks and repeated heads', () => {
    fc.assert(
      fc.property(fc.array(word, { maxLength: 80 }), (words) => {
        const sure = words.map((each, i) => ({ ...each, text: `w${i}x`, confidence: 1 }));
        const document = layout(page(1, sure));
        const said = document.words.map(({ span }) => document.text.slice(span.start, span.end));
        expect([...said].sort()).toEqual(sure.map((each) => each.text).sort());
      }),
    );
  });

  it('gives the same document for every order of words and rulings', () => {
    fc.assert(
      fc.property(aPage, fc.array(fc.nat(), { minLength: 1, maxLength: 20 }), (each, keys) => {
        const unequal = each.words.map((w, i) => ({
          ...w,
          text: `w${i}`,
          box: nudged(w.box, i),
          confidence: 1,
        }));
        const shuffle = <T>(list: readonly T[]): T[] =>
          list
            .map((item, i) => ({ item, key: ((keys[i % keys.length] ?? 0) * (i + 1)) % 97 }))
            .sort((a, b) => a.key - b.key)
            .map(({ item }) => item);
        const straight = layout(page(1, unequal, each.rulings));
        const mixed = layout(page(1, shuffle(unequal), shuffle(each.rulings)));
        expect(mixed.text).toBe(straight.text);
      }),
      { numRuns: 60 },
    );
  });

  it('survives rulings and words that are not finite', () => {
    const bad = {
      ...(page(1, []).words[0] ?? {}),
      text: 'x',
      box: [Number.NaN, 0, 1, Number.POSITIVE_INFINITY] as const,
    };
    const word: LayoutWord = {
      ...bad,
      confidence: 1,
      fontSize: 12,
      bold: false,
      italic: false,
      baseline: Number.NaN,
    };
    const rule: Ruling = { orientation: 'vertical', position: Number.NaN, from: 0, to: 10 };
    expect(layout(page(1, [word], [rule])).text).toBe('');
  });

  it('gives an empty document for no pages', () => {
    expect(layout()).toMatchObject({ text: '', blocks: [], words: [], pages: [] });
  });
});

/** Makes all coordinates different, so that no order depends on ties. */
const nudged = (box: readonly number[], i: number): readonly [number, number, number, number] => {
  const by = i * 0.0137;
  return [(box[0] ?? 0) + by, (box[1] ?? 0) + by, (box[2] ?? 0) + by, (box[3] ?? 0) + by];
};
