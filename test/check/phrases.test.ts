import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findPhrases, indexPhrases, NAME_GLUE } from '../../src/check/phrases.js';
import { syllablesOf } from '../../src/check/syllables.js';

const found = (text: string, phrases: readonly string[]) => {
  const syllables = syllablesOf(text);
  const index = indexPhrases(phrases.map((phrase) => [phrase, phrase] as const));
  return findPhrases(text, syllables, index, syllables.keys(), NAME_GLUE);
};

describe('phrases in a text', () => {
  it('are found whole, the longest first, whatever the case and the place of the tone', () => {
    const text = 'Uỷ ban nhân dân huyện và UỶ BAN NHÂN DÂN các huyện; ban nhân dânx';
    const phrases = ['Ủy ban nhân dân', 'Ủy ban nhân dân các huyện', 'ban nhân dân'];
    expect(found(text, phrases).map(({ span }) => text.slice(span.start, span.end))).toEqual([
      'Uỷ ban nhân dân',
      'UỶ BAN NHÂN DÂN các huyện',
    ]);
  });

  it('do not go on over a stop or a line end', () => {
    expect(found('Sở Kế hoạch.\nĐầu tư', ['Kế hoạch Đầu tư'])).toEqual([]);
    expect(found('Bà Rịa - Vũng Tàu', ['Bà Rịa Vũng Tàu'])).toHaveLength(1);
  });

  it('never overlap, lie in the text and come in its order', () => {
    const word = fc.constantFrom('ủy', 'ban', 'nhân', 'dân', 'các', '-', ',', '.');
    fc.assert(
      fc.property(fc.array(word, { maxLength: 40 }), (words) => {
        const text = words.join(' ');
        let end = 0;
        for (const { span } of found(text, ['ủy ban', 'ủy ban nhân dân', 'ban nhân', 'dân'])) {
          expect(span.start).toBeGreaterThanOrEqual(end);
          expect(span.end).toBeGreaterThan(span.start);
          end = span.end;
        }
        expect(end).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});
