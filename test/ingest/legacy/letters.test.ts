import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CleanText } from '../../../src/document/clean-text.js';
import { rawOffset } from '../../../src/ingest/legacy/legacy-text.js';
import { decodeTcvn3, encodeTcvn3 } from '../../../src/ingest/legacy/tcvn3.js';
import { MARKED_LETTERS } from '../../../src/ingest/legacy/vietnamese-letters.js';
import { decodeViqr, encodeViqr } from '../../../src/ingest/legacy/viqr.js';
import { decodeVni, encodeVni } from '../../../src/ingest/legacy/vni.js';

interface Spelling {
  readonly name: string;
  readonly encode: (text: string) => string;
  readonly decode: (text: string) => CleanText;
}

const VNI_SPELLINGS = ['joined', 'shape-first', 'tone-first'] as const;

const SPELLINGS: readonly Spelling[] = [
  { name: 'TCVN3, capitals with marks', encode: encodeTcvn3, decode: decodeTcvn3 },
  ...VNI_SPELLINGS.flatMap((spelling) =>
    [false, true].map((smallMarks) => ({
      name: `VNI, ${spelling}${smallMarks ? ', small marks' : ''}`,
      encode: (text: string) => encodeVni(text, { spelling, smallMarks }),
      decode: decodeVni,
    })),
  ),
  ...[false, true].flatMap((toneFirst) =>
    [false, true].map((star) => ({
      name: `VIQR${toneFirst ? ', tone first' : ''}${star ? ', star' : ''}`,
      encode: (text: string) => encodeViqr(text, { toneFirst, star }),
      decode: decodeViqr,
    })),
  ),
];

/** What may stand between letters in any of the encodings without being one of its codes. */
const PLAIN = 'abcdeghiklmnopqrstuvxyABCDEGHIKLMNOPQRSTUVXY0123456789 ,;:!-/"\n';
const text = fc
  .array(fc.constantFrom(...MARKED_LETTERS, ...PLAIN, '.', '?', "'", '(', '+'), { maxLength: 40 })
  .map((letters) => letters.join(''));

describe.each(SPELLINGS)('$name', ({ encode, decode }) => {
  it('gives every letter with every tone back, in both cases', () => {
    expect(MARKED_LETTERS).toHaveLength(134);
    for (const letter of MARKED_LETTERS) expect(decode(encode(letter)).text).toBe(letter);
  });

  it('gives every word of marked letters and ASCII back', () => {
    fc.assert(
      fc.property(text, (written) => {
        expect(decode(encode(written)).text).toBe(written);
      }),
    );
  });

  it('maps every letter to where its code begins', () => {
    fc.assert(
      fc.property(text, (written) => {
        const raw = encode(written);
        const { segments } = decode(raw);
        let at = 0;
        for (const [i, char] of [...written].entries()) {
          const start = rawOffset(segments, i);
          expect(start).toBeGreaterThanOrEqual(at);
          // Behind a backslash the letter stands for itself only together with it.
          const code = raw.slice(raw.charAt(start - 1) === '\\' ? start - 1 : start);
          expect(decode(code).text.startsWith(char)).toBe(true);
          at = start + 1;
        }
      }),
    );
  });

  it('takes any text without failing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (any) => {
        const { text: decoded, segments } = decode(any);
        const covered = segments.reduce((sum, { length }) => sum + length, 0);
        expect(covered).toBe(decoded.length);
      }),
    );
  });
});

describe('TCVN3', () => {
  it('has the codes of TCVN 5712:1993', () => {
    expect(decodeTcvn3('Céng hßa X· héi chñ nghÜa ViÖt Nam').text).toBe('Cộng hòa Xã hội chủ nghĩa Việt Nam');
    expect(decodeTcvn3('tr\u00ADêng, ­u ®iÓm, §¶ng, ¡n, ¢u, £m, ¤ng, ¥n, ¦u').text).toBe(
      'trường, ưu điểm, Đảng, Ăn, Âu, Êm, Ông, Ơn, Ưu',
    );
  });

  it('gives every letter back through fonts that draw capitals', () => {
    for (const letter of MARKED_LETTERS) {
      const typed = encodeTcvn3(letter, { capitals: 'font' });
      expect(decodeTcvn3(typed, { capitals: true }).text).toBe(letter.toUpperCase());
      expect(decodeTcvn3(typed).text.toLowerCase()).toBe(letter.toLowerCase());
    }
  });
});

describe('VIQR', () => {
  it('reads marks in either order, d and its capitals, and backslashes', () => {
    expect(
      decodeViqr("Co^.ng ho`a xa~ ho^.i chu? nghi~a Vie^.t Nam. DDo^.c la^'p, ddu+o+`ng, u*o*'c").text,
    ).toBe('Cộng hòa xã hội chủ nghĩa Việt Nam. Độc lấp, đường, ước');
    expect(decodeViqr("a'^ a.( o?+ la`\\. Ddi? a\\^").text).toBe('ấ ặ ở là. Đỉ a^');
  });
});
