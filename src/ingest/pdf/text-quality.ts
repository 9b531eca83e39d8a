import { isVietnameseSyllable } from '../../document/vietnamese-syllable.js';
import type { Glyph } from './page-content.js';
import { isPlausibleWord } from './plausible-word.js';

/** How good a page's text layer is. Shares are of 1; those of an empty layer are 0. */
export interface TextQuality {
  /** Characters that are no white space, seen or hidden. */
  readonly characters: number;
  /** Share of characters drawn with rendering mode 3 (text put under a picture by a recognizer). */
  readonly hidden: number;
  /** Share of replacement, private-use and control characters. */
  readonly misplaced: number;
  /** Strings of two letters or more. */
  readonly strings: number;
  /** Share of those that can be words of a Vietnamese paper. */
  readonly plausible: number;
  /** Share of those that are spelled as Vietnamese syllables, with marks or without. */
  readonly syllables: number;
  /** Share of the syllables that bear marks: some three quarters in Vietnamese text. */
  readonly marked: number;
  /** Share of strings that are capitals and no syllable, as abbreviations are. */
  readonly capitals: number;
  /** Share of strings that are a single letter. */
  readonly single: number;
}

const MISPLACED = /[\uFFFD\uE000-\uF8FF\u0000-\u0008\u000E-\u001F\u007F-\u009F\u{F0000}-\u{10FFFD}]/u;
const LETTER_STRING = /[\p{L}\p{M}]+/gu;
const ASCII = /^\p{ASCII}*$/u;
/** Bullets of symbol fonts stand in the private area in good files, too. */
const BULLETS = new Set(['\uF0B7', '\uF02D', '\uF0A7', '\uF0D8', '\uF0FC', '\uF076', '\uF02B', '\uF06F']);

interface Counts {
  strings: number;
  plausible: number;
  syllables: number;
  marked: number;
  capitals: number;
  single: number;
}

/** What a string of letters counts for; a paper's words repeat. */
interface Kind {
  readonly single: boolean;
  readonly plausible: boolean;
  readonly syllable: boolean;
  readonly marked: boolean;
}
const kinds = new Map<string, Kind>();
const MOST_KINDS = 20_000;

function kindOf(letters: string): Kind {
  const known = kinds.get(letters);
  if (known !== undefined) return known;
  if (kinds.size >= MOST_KINDS) kinds.clear();
  const composed = letters.normalize('NFC');
  const syllable = isVietnameseSyllable(composed);
  const kind = {
    single: [...composed].length < 2,
    plausible: syllable || isPlausibleWord(composed),
    syllable,
    marked: syllable && !ASCII.test(composed),
  };
  kinds.set(letters, kind);
  return kind;
}

function count(letters: string, counts: Counts): void {
  const { single, plausible, syllable, marked } = kindOf(letters);
  if (single) {
    counts.single += 1;
    return;
  }
  counts.strings += 1;
  if (plausible) counts.plausible += 1;
  if (syllable) counts.syllables += 1;
  if (marked) counts.marked += 1;
  if (!syllable && letters === letters.toUpperCase()) counts.capitals += 1;
}

function misplacedIn(word: string): number {
  if (ASCII.test(word) && !MISPLACED.test(word)) return 0;
  let misplaced = 0;
  for (const char of word)
    if (char > '\u007E' || char < ' ') misplaced += MISPLACED.test(char) && !BULLETS.has(char) ? 1 : 0;
  return misplaced;
}

/** Measures a page's text layer: `words` are the strings that its glyphs gave, in Unicode as far as they could be. */
export function measureText(glyphs: readonly Glyph[], words: readonly string[]): TextQuality {
  let characters = 0;
  let hidden = 0;
  for (const { text, run } of glyphs) {
    const code = text.charCodeAt(0);
    const isPlain = text.length === 1 && ((code > 0x20 && code < 0x7f) || (code > 0xa0 && code < 0x1680));
    if (!isPlain && text.trim() === '') continue;
    characters += 1;
    if (run.hidden) hidden += 1;
  }
  const counts: Counts = { strings: 0, plausible: 0, syllables: 0, marked: 0, capitals: 0, single: 0 };
  let misplaced = 0;
  for (const word of words) {
    misplaced += misplacedIn(word);
    for (const letters of word.match(LETTER_STRING) ?? []) count(letters, counts);
  }
  const share = (part: number, whole: number): number => (whole === 0 ? 0 : Math.min(1, part / whole));
  return {
    characters,
    hidden: share(hidden, characters),
    misplaced: share(misplaced, characters),
    strings: counts.strings,
    plausible: share(counts.plausible, counts.strings),
    syllables: share(counts.syllables, counts.strings),
    marked: share(counts.marked, counts.syllables),
    capitals: share(counts.capitals, counts.strings),
    single: share(counts.single, counts.single + counts.strings),
  };
}
