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

/** A power of two above the number of different syllables in any plan. */
const SLOTS = 1 << 14;
/** Longer ones would keep the whole text that they were cut from. */
const LONGEST_KEPT = 12;
const written: string[] = Array.from({ length: SLOTS }, () => '');
const unified: string[] = Array.from({ length: SLOTS }, () => '');

/**
 * `lower[start..end)` with its tone unified; `hash` is of its code units. A text is made of few different syllables:
 * the last of each slot is kept, so that equal ones are mostly one string, which needs no memory of its own and is
 * looked up and compared in half the time.
 */
function unifiedAt(lower: string, start: number, end: number, hash: number): string {
  const slot = hash & (SLOTS - 1);
  if (isWrittenAt(lower, start, end, written[slot] as string)) return unified[slot] as string;
  const cut = lower.slice(start, end);
  const made = withEarlyTone(cut);
  if (end - start <= LONGEST_KEPT) {
    written[slot] = cut;
    unified[slot] = made;
  }
  return made;
}

function isWrittenAt(lower: string, start: number, end: number, syllable: string): boolean {
  if (syllable.length !== end - start) return false;
  for (let i = start; i < end; i++) if (lower.charCodeAt(i) !== syllable.charCodeAt(i - start)) return false;
  return true;
}

/** All syllables of a text, in order, tones unified. Linear. */
export function syllablesOf(text: string): readonly Syllable[] {
  const lower = lowerSameLength(text);
  const found: Syllable[] = [];
  let start = -1;
  let hash = 0;
  for (let i = 0; i <= lower.length; i++) {
    if (isLetterAt(lower, i)) {
      if (start < 0) {
        start = i;
        hash = 0;
      }
      hash = (Math.imul(hash, 31) + lower.charCodeAt(i)) | 0;
    } else if (start >= 0) {
      found.push({ start, end: i, lower: unifiedAt(lower, start, i, hash) });
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
