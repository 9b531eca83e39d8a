import fc from 'fast-check';
import { expect, it } from 'vitest';
import { allMatches } from '../../src/extract/all-matches.js';
import { anchorsIn, hasAnchor } from '../../src/extract/anchors.js';
import { citedBefore, citedNumbers } from '../../src/extract/citation/cited-numbers.js';
import { capitalShare } from '../../src/extract/outline/capital-share.js';
import type { Citation } from '../../src/record/fields.js';

const PATTERN = /(?<n>[ab])b?/gu;
const letters = fc.string({ unit: fc.constantFrom('a', 'b', ' ', 'Ế', 'ế', '😀') });

it('gives what matchAll gives, call after call', () => {
  fc.assert(
    fc.property(letters, (text) => {
      expect(allMatches(text, PATTERN).map((m) => [m.index, ...m])).toEqual(
        [...text.matchAll(PATTERN)].map((m) => [m.index, ...m]),
      );
    }),
  );
});

it('refuses a pattern that matches nothing at all', () => {
  expect(() => allMatches('b', /a*/gu)).toThrow(RangeError);
});

it('tells which stretches hold an anchor', () => {
  fc.assert(
    fc.property(letters, fc.nat(10), fc.nat(10), (text, start, length) => {
      const span = { start, end: start + length };
      const stretch = [...text.slice(start, start + length)].includes('a');
      expect(hasAnchor(anchorsIn(text, /a/gu), span)).toBe(stretch);
    }),
  );
});

it('counts capitals among letters, marks and pictures apart', () => {
  fc.assert(
    fc.property(letters, (text) => {
      const all = text.match(/\p{L}/gu)?.length ?? 0;
      expect(capitalShare(text)).toBe(all === 0 ? 0 : (text.match(/\p{Lu}/gu)?.length ?? 0) / all);
    }),
  );
});

it('says what a short form can mean: the documents of its type and number cited before it', () => {
  const cited = (number: string, type: string, start: number): Citation => ({
    raw: number,
    span: { start, end: start + 5 },
    location: [],
    confidence: 1,
    type,
    number,
    short: false,
    issuer: null,
    issuedOn: null,
    title: null,
    locators: [],
    role: 'reference',
    parts: {},
    within: null,
  });
  const numbers = citedNumbers([
    cited('19/2014/QĐ-TTg', 'Quyết định', 10),
    cited('019/2014/QĐ-TTg', 'quyết định', 90),
    cited('101/QĐ-BKHCN', 'Quyết định', 50),
    cited('19/2014/QĐ-TTg', 'Quyết định', 60),
  ]);
  expect(citedBefore(numbers, 5, 'Quyết định', null)).toEqual({ count: 0, only: null });
  expect(citedBefore(numbers, 40, 'Quyết định', null)).toEqual({ count: 1, only: '19/2014/QĐ-TTg' });
  expect(citedBefore(numbers, 80, 'QUYẾT ĐỊNH', 19)).toEqual({ count: 1, only: '19/2014/QĐ-TTg' });
  expect(citedBefore(numbers, 80, 'Quyết định', null).count).toBe(2);
  expect(citedBefore(numbers, 99, 'Quyết định', 19)).toEqual({ count: 2, only: null });
  expect(citedBefore(numbers, 99, 'Thông tư', null).count).toBe(0);
});
