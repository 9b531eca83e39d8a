import { lowerSameLength } from '../document/fold.js';

/** A run of letters and digits of the text. */
export interface Syllable {
  readonly start: number;
  readonly end: number;
  /** Lower case, the tone where `withEarlyTone` puts it. */
  readonly lower: string;
}

const LETTER = /[\p{L}\p{N}\p{M}]/u;
/** Which code units below U+2000 are letters, digits or marks: all that Vietnamese and its neighbours need. */
const IS_LETTER = Uint8Array.from({ length: 0x2000 }, (_, code) =>
  LETTER.test(String.fromCharCode(code)) ? 1 : 0,
);

/** Whether a letter, digit or mark stands at `at`; false outside the text. */
export const isLetterAt = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at);
  return code < 0x2000 ? IS_LETTER[code] === 1 : LETTER.test(text.charAt(at));
};

/** "oà" for "òa", "uỷ" for "ủy": two schools of placing a tone at the end of an open syllable. */
const LATE_TONE: ReadonlyMap<string, string> = new Map(
  (['oa', 'oe', 'uy'] as const).flatMap((pair) =>
    ['\u0300', '\u0301', '\u0309', '\u0303', '\u0323'].map((tone) => [
      (pair + tone).normalize('NFC'),
      `${pair.charAt(0)}${tone}${pair.charAt(1)}`.normalize('NFC'),
    ]),
  ),
);
/** The letters in which those end, by code unit. */
const IS_LATE_LETTER = new Uint8Array(0x2000);
for (const pair of LATE_TONE.keys()) IS_LATE_LETTER[pair.charCodeAt(1)] = 1;

/** The syllable with its tone where the older school puts it, so that both spellings are one. */
export function withEarlyTone(syllable: string): string {
  const { length } = syllable;
  if (length < 2 || IS_LATE_LETTER[syllable.charCodeAt(length - 1)] !== 1) return syllable;
  const early = LATE_TONE.get(syllable.slice(-2));
  // In "quý" the u belongs to the consonant: the tone can only stand on the y.
  return early === undefined || syllable.at(-3) === 'q' ? syllable : syllable.slice(0, -2) + early;
}

/** All syllables of a text, in order, tones unified. Linear. */
export function syllablesOf(text: string): readonly Syllable[] {
  const lower = lowerSameLength(text);
  const found: Syllable[] = [];
  let start = -1;
  for (let i = 0; i <= lower.length; i++) {
    if (isLetterAt(lower, i)) {
      if (start < 0) start = i;
    } else if (start >= 0) {
      found.push({ start, end: i, lower: withEarlyTone(lower.slice(start, i)) });
      start = -1;
    }
  }
  return found;
}

/** Whether nothing but one space stands between two neighbours. */
export const adjacent = (text: string, left: Syllable, right: Syllable): boolean =>
  right.start === left.end + 1 && text.charCodeAt(left.end) === 0x20;

/** The syllables of a phrase, lower case. */
export const phraseKey = (phrase: string): readonly string[] =>
  syllablesOf(phrase.normalize('NFC')).map((s) => s.lower);
