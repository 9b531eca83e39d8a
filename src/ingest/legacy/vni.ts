import type { CleanText } from '../../document/clean-text.js';
import { LegacyText } from './legacy-text.js';
import { isCapital } from './vietnamese-letters.js';

/** VNI for Windows: a vowel and one character for all its marks (circumflex or breve, then the tone). */
const MARKS: ReadonlyMap<string, string> = new Map([
  ['ù', '\u0301'],
  ['ø', '\u0300'],
  ['û', '\u0309'],
  ['õ', '\u0303'],
  ['ï', '\u0323'],
  ['â', '\u0302'],
  ['á', '\u0302\u0301'],
  ['à', '\u0302\u0300'],
  ['å', '\u0302\u0309'],
  ['ã', '\u0302\u0303'],
  ['ä', '\u0302\u0323'],
  ['ê', '\u0306'],
  ['é', '\u0306\u0301'],
  ['è', '\u0306\u0300'],
  ['ú', '\u0306\u0309'],
  ['ü', '\u0306\u0303'],
  ['ë', '\u0306\u0323'],
]);
/** Letters that stand at one character. */
const SINGLES: ReadonlyMap<string, string> = new Map([
  ['ñ', 'đ'],
  ['ô', 'ơ'],
  ['ö', 'ư'],
  ['í', 'í'],
  ['ì', 'ì'],
  ['æ', 'ỉ'],
  ['ó', 'ĩ'],
  ['ò', 'ị'],
  ['î', 'ỵ'],
]);
const TONES = /^[\u0300\u0301\u0303\u0309\u0323]$/u;
const SHAPES = /^[\u0302\u0306]$/u;
/** The vowels that bear a mark: which shapes, and tones. */
const BEARS_CIRCUMFLEX = /^[aeo]$/iu;
const BEARS_BREVE = /^a$/iu;
const BEARS_TONE = /^[aeiouyôö]$/iu;

const sameCase = (letter: string, as: string): string => (isCapital(as) ? letter.toUpperCase() : letter);

/** Whether the vowel can bear these marks. */
function bears(vowel: string, marks: string): boolean {
  if (marks.includes('\u0306') && !BEARS_BREVE.test(vowel)) return false;
  if (marks.includes('\u0302') && !BEARS_CIRCUMFLEX.test(vowel)) return false;
  return BEARS_TONE.test(vowel);
}

/**
 * The marks from `at` on that belong to `vowel`, and how many characters they take: one for all, or one for the
 * shape and one for the tone, in either order, as some converters wrote them.
 */
function marksAt(
  text: string,
  at: number,
  vowel: string,
): { readonly marks: string; readonly length: number } {
  const first = MARKS.get(text.charAt(at).toLowerCase());
  if (first === undefined || !bears(vowel, first)) return { marks: '', length: 0 };
  const second = MARKS.get(text.charAt(at + 1).toLowerCase());
  if (second !== undefined && bears(vowel, second)) {
    if (SHAPES.test(first) && TONES.test(second)) return { marks: first + second, length: 2 };
    if (TONES.test(first) && SHAPES.test(second)) return { marks: second + first, length: 2 };
  }
  return { marks: first, length: 1 };
}

/** Whether a character is one of VNI's marks or letters. */
export const isVniCode = (char: string): boolean =>
  MARKS.has(char.toLowerCase()) || SINGLES.has(char.toLowerCase());

/**
 * VNI for Windows that was read as Latin-1, in Unicode; the vowel decides the case, whatever its mark's is. A mark
 * behind a letter that can't bear it stays, as do all other characters.
 */
export function decodeVni(text: string): CleanText {
  const out = new LegacyText();
  for (let i = 0; i < text.length; ) {
    const char = text.charAt(i);
    const single = SINGLES.get(char.toLowerCase());
    const letter = single === undefined ? char : sameCase(single, char);
    const { marks, length } = marksAt(text, i + 1, char);
    out.add(length === 0 ? letter : (letter + marks).normalize('NFC'), i, length === 0);
    i += 1 + length;
  }
  return out.finish();
}

/** How a letter's marks are spelled: as one character, or shape and tone apart in this order. */
export type VniSpelling = 'joined' | 'shape-first' | 'tone-first';

const inverse = (map: ReadonlyMap<string, string>): ReadonlyMap<string, string> =>
  new Map([...map].map(([code, letter]) => [letter, code]));
const SINGLE_OF = inverse(SINGLES);
const MARK_OF = inverse(MARKS);

function spell(shape: string, tone: string, spelling: VniSpelling): string {
  const parts = [MARK_OF.get(shape) ?? '', MARK_OF.get(tone) ?? ''];
  if (spelling === 'shape-first') return parts.join('');
  if (spelling === 'tone-first') return parts.reverse().join('');
  return MARK_OF.get(shape + tone) ?? parts.join('');
}

/**
 * NFC text in VNI for Windows, as Latin-1 characters show it. `smallMarks`: marks of capitals as behind small
 * letters ("Où"), as they were often typed; else as VNI has them ("OÙ").
 */
export function encodeVni(
  text: string,
  options: { readonly spelling?: VniSpelling; readonly smallMarks?: boolean } = {},
): string {
  let encoded = '';
  for (const char of text) {
    const single = SINGLE_OF.get(char.toLowerCase());
    if (single !== undefined) {
      encoded += sameCase(single, char);
      continue;
    }
    const apart = char.normalize('NFD');
    const tone = /[\u0300\u0301\u0303\u0309\u0323]/u.exec(apart)?.[0] ?? '';
    const shape = /[\u0302\u0306]/u.exec(apart)?.[0] ?? '';
    if (tone === '' && shape === '' && !apart.includes('\u031B')) {
      encoded += char;
      continue;
    }
    const base = apart.charAt(0) + (apart.includes('\u031B') ? '\u031B' : '');
    const letter = base.normalize('NFC');
    const vowel = SINGLE_OF.get(letter.toLowerCase());
    const marks = spell(shape, tone, options.spelling ?? 'joined');
    encoded += vowel === undefined ? letter : sameCase(vowel, char);
    encoded += isCapital(char) && options.smallMarks !== true ? marks.toUpperCase() : marks;
  }
  return encoded;
}
