import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PdfWord } from '../../../src/ingest/pdf/pdf-word.js';
import { letterShift } from '../../../src/ingest/pdf/shifted-letters.js';
import { joinSpacedLetters } from '../../../src/ingest/pdf/spaced-letters.js';
import { unicodeWords } from '../../../src/ingest/pdf/unicode-words.js';

const SIZE = 10;

/** Words on a line from x = 0 on, each letter 5 points wide; `gaps` stand behind the letters. */
function letters(text: string, letterGap: number, wordGap: number, baseline = 100): readonly PdfWord[] {
  const words: PdfWord[] = [];
  let x = 0;
  for (const char of text) {
    if (char === ' ') {
      x += wordGap - letterGap;
      continue;
    }
    words.push(word(char, x, baseline));
    x += 5 + letterGap;
  }
  return words;
}

const word = (text: string, x: number, baseline = 100, font = 'Times'): PdfWord => ({
  text,
  box: [x, baseline - SIZE, x + 5 * text.length, baseline + 2],
  confidence: 1,
  fontSize: SIZE,
  bold: false,
  italic: false,
  baseline,
  font,
});

const texts = (words: readonly PdfWord[]): readonly string[] => words.map(({ text }) => text);

describe('letters that stand apart', () => {
  it('become the words that wider gaps tell', () => {
    const found = joinSpacedLetters(letters('Quyết định về việc phê duyệt', 4, 11));
    expect(texts(found)).toEqual(['Quyết', 'định', 'về', 'việc', 'phê', 'duyệt']);
    expect(found[0]?.box[0]).toBe(0);
  });

  it('stay apart where all gaps are alike', () => {
    const apart = letters('Quyết định về việc', 4, 4);
    expect(joinSpacedLetters(apart)).toEqual(apart);
  });

  it('stay apart where they make no words: ticks, labels, columns of figures', () => {
    for (const row of ['x x x x x x x x', 'ab cd ef gh ik lm', '1 2 3 4 5 6 7 8 9'])
      for (const gap of [4, 11]) {
        const apart = letters(row, 4, gap);
        expect(joinSpacedLetters(apart)).toEqual(apart);
      }
  });

  it('give rows of figures the gaps of the rows around them', () => {
    const lines = ['Kế hoạch này', 'có hiệu lực', 'thi hành ngay'].flatMap((line, i) =>
      letters(line, 4, 11, 100 + 20 * i),
    );
    const found = joinSpacedLetters([...lines, ...letters('27 2009', 4, 11, 200)]);
    expect(texts(found).slice(-2)).toEqual(['27', '2009']);
  });

  it('never lose a letter', () => {
    const row = fc
      .array(fc.constantFrom(...'Quyếtđịnhvềx1 .  '), { maxLength: 60 })
      .map((chars) => chars.join(''));
    fc.assert(
      fc.property(row, fc.integer({ min: 2, max: 9 }), fc.integer({ min: 2, max: 30 }), (text, near, far) => {
        const apart = letters(text, near, far);
        expect(texts(joinSpacedLetters(apart)).join('')).toBe(texts(apart).join(''));
      }),
    );
  });
});

describe('a shifted character map', () => {
  const words = 'theo quan trong nhanh trung danh trang thanh khoa thi hai ban giao cho khi sau'.split(' ');
  const moved = (by: number): readonly string[] =>
    words.map((text) => Array.from(text, (char) => String.fromCharCode(char.charCodeAt(0) + by)).join(''));

  it.each([-29, -3, 1, 7])('is found: %d', (by) => {
    expect(letterShift(moved(by))).toBe(-by);
  });

  it('is not seen in what is right or is nothing', () => {
    expect(letterShift(words)).toBeNull();
    expect(letterShift(['12/KH', 'x', '2009', '§§', ''])).toBeNull();
  });
});

describe('words in old encodings', () => {
  it('are decoded word by word, and the others are the same objects', () => {
    const raw = ['Céng', 'hßa', 'x·', 'héi', '2009'].map((text, i) => word(text, i * 40));
    const { words, decoded } = unicodeWords(raw);
    expect(texts(words)).toEqual(['Cộng', 'hòa', 'xã', 'hội', '2009']);
    expect(words[4]).toBe(raw[4]);
    expect(decoded).toHaveLength(4);
  });

  it('are decoded by their fonts among words of Unicode', () => {
    const raw = [
      word('Quyết', 0),
      word('định', 40),
      word('sè', 80, 100, '.VnTime'),
      word('kÕ', 100, 100, '.VnTimeH'),
    ];
    expect(texts(unicodeWords(raw).words)).toEqual(['Quyết', 'định', 'số', 'KẾ']);
  });
});
