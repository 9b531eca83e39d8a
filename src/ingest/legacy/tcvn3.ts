import type { CleanText } from '../../document/clean-text.js';
import { LegacyText } from './legacy-text.js';

/**
 * TCVN 5712:1993 (VN3, "ABC") as Latin-1 characters show it: what fonts named ".Vn…" draw at these codes. The
 * capitals with tones behind the bar stand in the standard's larger sets; fonts seldom have them.
 */
const CODES =
  'µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉË®ÌÐÎÏÑªÒÕÓÔÖ×ÝØÜÞßãáâä«åèæçé¬êíëìîïóñòô\u00ADõøö÷ùúýûüþ¡¢§£¤¥¦' + '¯ºÀ¿ÁÄÂÃÅÚÍÙÛÿàð';
const LETTERS =
  'àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵĂÂĐÊÔƠƯ' + 'ẰẲẮẴẦẤẨẪỀẾỂỄỒỐỔỖ';
/** Tones that follow their vowel: how the standard writes the capitals that have no code. */
const MARKS = '°³±²´';
const MARK_TONES = '\u0300\u0301\u0309\u0303\u0323';

const both = (from: string, to: string): readonly (readonly [string, string])[] => {
  const target = [...to];
  return [...from].map((char, index) => [char, target[index] ?? char] as const);
};

const LETTER_OF: ReadonlyMap<string, string> = new Map([
  ...both(CODES, LETTERS),
  // What PDF producers and pdf.js give for the code of a soft hyphen, and Greek letters in place of their twins.
  ['\u2212', 'ư'],
  ['\u2010', 'ư'],
  ['\u2011', 'ư'],
  ['\u03BC', 'à'],
  ['\u03B2', 'ò'],
  ['\u2219', 'ã'],
]);
const TONE_OF: ReadonlyMap<string, string> = new Map(both(MARKS, MARK_TONES));
const CODE_OF: ReadonlyMap<string, string> = new Map(both(LETTERS, CODES));
const MARK_OF: ReadonlyMap<string, string> = new Map(both(MARK_TONES, MARKS));
const MARKABLE = /^[AEIOUYĂÂÊÔƠƯaeiouyăâêôơư]$/u;

/** Whether a character stands for another one in TCVN3. */
export const isTcvn3Code = (char: string): boolean => LETTER_OF.has(char) || TONE_OF.has(char);

/**
 * TCVN3 that was read as Latin-1, in Unicode. `capitals`: typed for a font whose name ends in "H", which draws all
 * letters as capitals. Other characters stay.
 */
export function decodeTcvn3(text: string, options: { readonly capitals?: boolean } = {}): CleanText {
  const out = new LegacyText();
  for (let i = 0; i < text.length; ) {
    const char = text.charAt(i);
    const tone = TONE_OF.get(text.charAt(i + 1));
    let letter = LETTER_OF.get(char) ?? char;
    let length = 1;
    if (tone !== undefined && MARKABLE.test(letter)) {
      letter = (letter + tone).normalize('NFC');
      length = 2;
    }
    out.add(options.capitals === true ? letter.toUpperCase() : letter, i, length === 1);
    i += length;
  }
  return out.finish();
}

/**
 * NFC text in TCVN3, as Latin-1 characters show it. Capitals with tones become their vowel and its mark, or with
 * `capitals: "font"`, as offices typed them for ".VnTimeH", the codes of the small letters, which loses their case.
 */
export function encodeTcvn3(text: string, options: { readonly capitals?: 'marks' | 'font' } = {}): string {
  let encoded = '';
  for (const char of text) {
    const code = CODE_OF.get(char);
    const small = CODE_OF.get(char.toLowerCase());
    const isToned = char !== 'Đ' && /[\u0300\u0301\u0303\u0309\u0323]/u.test(char.normalize('NFD'));
    if (options.capitals === 'font' && isToned && small !== undefined) encoded += small;
    else if (code !== undefined) encoded += code;
    else encoded += small === undefined ? char : markedCapital(char);
  }
  return encoded;
}

function markedCapital(char: string): string {
  const apart = char.normalize('NFD');
  const tone = /[\u0300\u0301\u0303\u0309\u0323]/u.exec(apart)?.[0] ?? '';
  const vowel = apart.replace(tone, '').normalize('NFC');
  return (CODE_OF.get(vowel) ?? vowel) + (MARK_OF.get(tone) ?? tone);
}
