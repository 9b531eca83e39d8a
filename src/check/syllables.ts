import { lowerSameLength } from '../document/fold.js';
import type { Span } from '../document/span.js';

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

const isLetterAt = (text: string, at: number): boolean => {
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

/** The syllable with its tone where the older school puts it, so that both spellings are one. */
export function withEarlyTone(syllable: string): string {
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
    if (i < lower.length && isLetterAt(lower, i)) {
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
  right.start === left.end + 1 && text.charAt(left.end) === ' ';

/** The syllables of a phrase, lower case. */
export const phraseKey = (phrase: string): readonly string[] =>
  syllablesOf(phrase.normalize('NFC')).map((s) => s.lower);

/** Phrases by their first syllable, longest first: a look-up for scanning a text once. */
export type PhraseIndex<T> = ReadonlyMap<
  string,
  readonly { readonly key: readonly string[]; readonly value: T }[]
>;

/** Builds the index; `phrases` pairs a phrase with what is found under it. */
export function indexPhrases<T>(phrases: Iterable<readonly [string, T]>): PhraseIndex<T> {
  const index = new Map<string, { key: readonly string[]; value: T }[]>();
  for (const [phrase, value] of phrases) {
    const key = phraseKey(phrase);
    const first = key[0];
    if (first === undefined) continue;
    const list = index.get(first) ?? [];
    list.push({ key, value });
    index.set(first, list);
  }
  for (const list of index.values()) list.sort((a, b) => b.key.length - a.key.length);
  return index;
}

/**
 * Every place where a phrase of the index stands, longest first at one place, places not overlapping. `glue` says
 * what may stand between two syllables of one phrase (default: one space).
 */
export function* findPhrases<T>(
  text: string,
  syllables: readonly Syllable[],
  index: PhraseIndex<T>,
  glue: RegExp = /^ $/u,
): Generator<{ readonly span: Span; readonly value: T; readonly at: number }> {
  for (let i = 0; i < syllables.length; i++) {
    const candidates = index.get((syllables[i] as Syllable).lower);
    if (candidates === undefined) continue;
    for (const { key, value } of candidates) {
      if (!matchesAt(text, syllables, i, key, glue)) continue;
      const last = syllables[i + key.length - 1] as Syllable;
      yield { span: { start: (syllables[i] as Syllable).start, end: last.end }, value, at: i };
      i += key.length - 1;
      break;
    }
  }
}

function matchesAt(
  text: string,
  syllables: readonly Syllable[],
  at: number,
  key: readonly string[],
  glue: RegExp,
): boolean {
  for (let k = 1; k < key.length; k++) {
    const here = syllables[at + k];
    const before = syllables[at + k - 1] as Syllable;
    if (here === undefined || here.lower !== key[k]) return false;
    if (!glue.test(text.slice(before.end, here.start))) return false;
  }
  return true;
}
