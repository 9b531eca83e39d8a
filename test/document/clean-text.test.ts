import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanText } from '../../src/document/clean-text.js';
import { foldVietnamese } from '../../src/document/fold.js';
import { TextBuilder } from '../../src/document/text-builder.js';

describe('cleanText', () => {
  it.each([
    ['Hệ thống'.normalize('NFD'), 'Hệ thống'],
    ['  a\u00a0\t b \n', 'a b'],
    ['e\u200b\u0301', 'é'],
    ['so\u00adạn', 'soạn'],
    ['\u00d0ồng Nai', 'Đồng Nai'],
    ['26/2014/TT\u2010BKHCN, 19/2014/QĐ\u2011TTg', '26/2014/TT-BKHCN, 19/2014/QĐ-TTg'],
    ['\u200b \u200b', ''],
  ])('%j', (raw, clean) => {
    expect(cleanText(raw).text).toBe(clean);
  });
  it('is NFC, folded, and maps every stretch back to where it came from', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (raw) => {
        const { text, segments } = cleanText(raw);
        expect(text).toBe(text.normalize('NFC'));
        expect(/^\s|\s$|\s\s/u.test(text)).toBe(false);
        let at = 0;
        let before = -1;
        for (const s of segments) {
          expect(s.clean).toBe(at);
          expect(s.raw).toBeGreaterThan(before);
          expect(s.raw).toBeLessThan(raw.length);
          before = s.raw;
          at += s.length;
        }
        expect(at).toBe(text.length);
      }),
      { numRuns: 1000 },
    );
  });
  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (raw) => {
        const once = cleanText(raw).text;
        expect(cleanText(once).text).toBe(once);
      }),
    );
  });
});

describe('foldVietnamese', () => {
  it('folds every letter, đ included', () => {
    expect(foldVietnamese('Công bố lại hệ thống, ĐƯỜNG, được, quỹ')).toBe(
      'cong bo lai he thong, duong, duoc, quy',
    );
  });
  it('keeps offsets', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (t) => {
        const nfc = t.normalize('NFC');
        expect(foldVietnamese(nfc)).toHaveLength(nfc.length);
      }),
    );
  });
});

describe('TextBuilder', () => {
  it('writes the strongest separator asked for, only between texts', () => {
    const builder = new TextBuilder();
    builder.separate('\n');
    const span = builder.group(() => {
      builder.append(' a ');
      builder.separate(' ');
      builder.separate('\t');
      builder.append('b');
    });
    builder.separate('\n');
    expect(builder.text).toBe('a\tb');
    expect(span).toEqual({ start: 0, end: 3 });
  });
});
