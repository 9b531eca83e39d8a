import fc from 'fast-check';
import { expect, it } from 'vitest';
import { coveredBy, isCovered, isTouched } from '../../src/document/cover.js';
import { between, firstFrom } from '../../src/document/in-order.js';
import { overlaps, type Span } from '../../src/document/span.js';

const places = fc.array(fc.nat(40)).map((list) => list.sort((a, b) => a - b));
const spans = fc.array(
  fc
    .tuple(fc.nat(60), fc.integer({ min: 1, max: 9 }))
    .map(([start, length]) => ({ start, end: start + length })),
);
const itself = (place: number): number => place;

it('finds the first place from a place on, and all between two', () => {
  fc.assert(
    fc.property(places, fc.nat(45), fc.nat(45), (list, from, to) => {
      const first = list.findIndex((place) => place >= from);
      expect(firstFrom(list, from, itself)).toBe(first < 0 ? list.length : first);
      expect(between(list, from, to, itself)).toEqual(list.filter((place) => place >= from && place < to));
    }),
  );
});

it('tells of a span what the covering spans say one by one', () => {
  const holds = (list: readonly Span[], at: number): boolean => list.some((s) => s.start <= at && at < s.end);
  fc.assert(
    fc.property(spans, fc.nat(60), fc.integer({ min: 1, max: 9 }), (list, start, length) => {
      const span = { start, end: start + length };
      const cover = coveredBy(list);
      expect(isTouched(cover, span)).toBe(list.some((s) => overlaps(s, span)));
      const all = Array.from({ length }, (_, i) => start + i).every((at) => holds(list, at));
      expect(isCovered(cover, span)).toBe(all);
    }),
  );
});
