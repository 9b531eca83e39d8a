import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildRecord } from '../../src/check/cases/build-record.js';
import { contextOf } from '../../src/check/check.js';
import { loadRegisters } from '../../src/check/registers/load-registers.js';
import { replacements, titleWords, wordsShared } from '../../src/check/title-words.js';

const registers = loadRegisters();
const words = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 12 });

describe('titles', () => {
  it('are compared with abbreviations written out, those of the document too', () => {
    const record = buildRecord({ abbreviations: [{ short: 'MHK', long: 'Mô hình khung' }] });
    const context = contextOf(record, registers);
    expect(titleWords('về việc công bố MHK HTQLCL', context)).toEqual(
      titleWords('Công bố Mô hình khung Hệ thống quản lý chất lượng', context),
    );
  });

  it('share all words with themselves and none with nothing', () => {
    fc.assert(
      fc.property(words, (given) => {
        expect(wordsShared(given, given)).toBe(1);
        if (given.length > 0) expect(wordsShared(given, [])).toBe(0);
      }),
    );
  });

  it('differ nowhere from themselves, and everywhere else by exactly what is not common', () => {
    fc.assert(
      fc.property(words, words, (given, official) => {
        expect(replacements(given, given)).toEqual([]);
        const differing = replacements(given, official);
        const removed = differing.flatMap((r) => r.given).length;
        const added = differing.flatMap((r) => r.official).length;
        expect(given.length - removed).toBe(official.length - added);
      }),
    );
  });
});
