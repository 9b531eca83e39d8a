import type { CleanText } from '../../document/clean-text.js';
import { LegacyText } from './legacy-text.js';

/** VIQR (RFC 1456): marks written behind their vowel; "*" for "+" as VIQR* has it. */
const SHAPES: ReadonlyMap<string, string> = new Map([
  ['(', '\u0306'],
  ['^', '\u0302'],
  ['+', '\u031B'],
  ['*', '\u031B'],
]);
const TONES: ReadonlyMap<string, string> = new Map([
  ['`', '\u0300'],
  ["'", '\u0301'],
  ['?', '\u0309'],
  ['~', '\u0303'],
  ['.', '\u0323'],
]);
const VOWEL = /^[aeiouy]$/iu;
const BEARS: ReadonlyMap<string, RegExp> = new Map([
  ['\u0306', /^a$/iu],
  ['\u0302', /^[aeo]$/iu],
  ['\u031B', /^[ou]$/iu],
]);
const MARK = /[(^+*`'?~.]/u;

const shapeAt = (text: string, at: number, vowel: string): string => {
  const shape = SHAPES.get(text.charAt(at));
  return shape !== undefined && BEARS.get(shape)?.test(vowel) === true ? shape : '';
};

/** The marks of `vowel` from `at` on: a shape and a tone, in either order. */
function marksAt(
  text: string,
  at: number,
  vowel: string,
): { readonly marks: string; readonly length: number } {
  const shape = shapeAt(text, at, vowel);
  if (shape !== '') {
    const tone = TONES.get(text.charAt(at + 1)) ?? '';
    return { marks: shape + tone, length: 1 + (tone === '' ? 0 : 1) };
  }
  const tone = TONES.get(text.charAt(at)) ?? '';
  if (tone === '') return { marks: '', length: 0 };
  const late = shapeAt(text, at + 1, vowel);
  return { marks: late + tone, length: 1 + (late === '' ? 0 : 1) };
}

/**
 * VIQR in Unicode, by the letter: a mark behind a vowel is its mark, even at the end of a sentence, unless a
 * backslash stands before it. dd, DD and Dd are đ and Đ.
 */
export function decodeViqr(text: string): CleanText {
  const out = new LegacyText();
  for (let i = 0; i < text.length; ) {
    const char = text.charAt(i);
    const next = text.charAt(i + 1);
    if (char === '\\' && (MARK.test(next) || next === '\\' || /[dD]/u.test(next))) {
      out.add(next, i + 1, true);
      i += 2;
    } else if (/[dD]/u.test(char) && (next === 'd' || (char === 'D' && next === 'D'))) {
      out.add(char === 'd' ? 'đ' : 'Đ', i, false);
      i += 2;
    } else {
      const { marks, length } = VOWEL.test(char) ? marksAt(text, i + 1, char) : { marks: '', length: 0 };
      out.add(length === 0 ? char : (char + marks).normalize('NFC'), i, length === 0);
      i += 1 + length;
    }
  }
  return out.finish();
}

const inverse = (map: ReadonlyMap<string, string>): ReadonlyMap<string, string> =>
  new Map([...map].reverse().map(([code, mark]) => [mark, code]));
const CODE_OF = new Map([...inverse(SHAPES), ...inverse(TONES)]);

/** How VIQR is spelled: the tone behind the shape as RFC 1456 has it or before it; "+" or "*" for the horn. */
export interface ViqrSpelling {
  readonly toneFirst?: boolean;
  readonly star?: boolean;
}

/** NFC text in VIQR. Marks and d that would be read as part of a letter get a backslash. */
export function encodeViqr(text: string, spelling: ViqrSpelling = {}): string {
  let encoded = '';
  const letters = [...text];
  for (const [i, char] of letters.entries()) {
    if (char === 'đ' || char === 'Đ') {
      encoded += char === 'đ' ? 'dd' : 'DD';
      continue;
    }
    const apart = char.normalize('NFD');
    const shape = /[\u0302\u0306\u031B]/u.exec(apart)?.[0] ?? '';
    const tone = /[\u0300\u0301\u0303\u0309\u0323]/u.exec(apart)?.[0] ?? '';
    if ((shape === '' && tone === '') || !VOWEL.test(apart.charAt(0))) {
      encoded += needsEscape(encoded, char, letters[i + 1]) ? `\\${char}` : char;
      continue;
    }
    const shapeCode = spelling.star === true && shape === '\u031B' ? '*' : (CODE_OF.get(shape) ?? '');
    const toneCode = CODE_OF.get(tone) ?? '';
    encoded += apart.charAt(0) + (spelling.toneFirst === true ? toneCode + shapeCode : shapeCode + toneCode);
  }
  return encoded;
}

/** Whether `char` would be taken for a mark or for half of a đ between what is written already and what comes. */
function needsEscape(before: string, char: string, next: string | undefined): boolean {
  if (char === '\\') return true;
  if (/[dD]/u.test(char)) return /[dD]$/u.test(before) || next === 'đ' || next === 'Đ';
  return MARK.test(char) && /[aeiouy][(^+*`'?~.]?$/iu.test(before);
}
