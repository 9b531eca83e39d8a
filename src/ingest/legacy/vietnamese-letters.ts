/** The vowels that Vietnamese writes, without tones. */
export const VOWELS = 'aăâeêioôơuưy';

/** The tones as combining marks: huyền, sắc, hỏi, ngã, nặng. */
export const TONE_MARKS = ['\u0300', '\u0301', '\u0309', '\u0303', '\u0323'] as const;

const lower: readonly string[] = [
  ...[...VOWELS].flatMap((vowel) => ['', ...TONE_MARKS].map((tone) => (vowel + tone).normalize('NFC'))),
  'đ',
];

/** Every letter that Vietnamese has beyond ASCII, each case, NFC: 134. */
export const MARKED_LETTERS: readonly string[] = [
  ...lower,
  ...lower.map((letter) => letter.toUpperCase()),
].filter((letter) => letter > '\u007F');

/** Letters that no legacy encoding shows as Latin-1 characters: what holds one was typed in Unicode. */
export const UNICODE_ONLY =
  /[\u0300-\u0303\u0309\u0323\u0102\u0103\u0110\u0111\u0128\u0129\u0168\u0169\u01A0\u01A1\u01AF\u01B0\u1EA0-\u1EF9]/u;

/** Whether `char` is a letter in upper case. */
export const isCapital = (char: string): boolean => char !== char.toLowerCase();
