import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { excerptAround, lineAndColumn } from '../../src/report/excerpt.js';

describe('an excerpt', () => {
  test('holds the marked words and whole words of their line around them', () => {
    const text = 'dòng trước\nCăn cứ Quyết định số 19 ngày 05 tháng 3 năm 2014 của Thủ tướng\ndòng sau';
    const start = text.indexOf('số 19');
    expect(excerptAround(text, { start, end: start + 5 }, 12)).toEqual({
      before: 'cứ Quyết định ',
      marked: 'số 19',
      after: ' ngày 05 tháng',
      cutBefore: true,
      cutAfter: true,
    });
  });

  test('is none for a thing that is absent', () => {
    expect(excerptAround('KẾ HOẠCH', { start: 0, end: 0 })).toBeNull();
  });

  test('is a piece of the text, whatever the span', () => {
    const spans = fc.tuple(fc.string({ unit: fc.constantFrom('a', ' ', '\n', 'ế') }), fc.nat(60), fc.nat(60));
    fc.assert(
      fc.property(spans, ([text, a, b]) => {
        const excerpt = excerptAround(text, { start: Math.min(a, b), end: Math.max(a, b) }, 5);
        if (excerpt !== null && !excerpt.marked.includes('…'))
          expect(text).toContain(excerpt.before + excerpt.marked + excerpt.after);
      }),
    );
  });
});

test('lines and columns count from one', () => {
  const text = 'ab\n\ncd';
  expect([0, 2, 3, 4, 6].map((offset) => lineAndColumn(text, offset))).toEqual([
    { line: 1, column: 1 },
    { line: 1, column: 3 },
    { line: 2, column: 1 },
    { line: 3, column: 1 },
    { line: 3, column: 3 },
  ]);
});
