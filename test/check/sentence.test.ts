import fc from 'fast-check';
import { expect, it } from 'vitest';
import { lineAround, sentenceAround } from '../../src/check/sentence.js';

const text = fc.string({ unit: fc.constantFrom('a', '.', ';', ' ', '\n'), minLength: 1 });

it('gives the sentence around a place: from the stop before it to the stop behind it, within its line', () => {
  fc.assert(
    fc.property(text, fc.nat(), fc.nat(4), (raw, at, length) => {
      const whole = `a${raw}`;
      const start = at % whole.length;
      const span = { start, end: Math.min(whole.length, start + length) };
      const line = lineAround(whole, span);
      const stops = [...whole.slice(line.start, start).matchAll(/[.;](?=\s)/gu)];
      const stop = /[.;](?=\s|$)/u.exec(whole.slice(span.end, line.end));
      expect(sentenceAround(whole, span)).toEqual({
        start: line.start + (stops.at(-1) === undefined ? 0 : (stops.at(-1)?.index ?? 0) + 1),
        end: stop === null ? line.end : span.end + stop.index,
      });
    }),
  );
});
