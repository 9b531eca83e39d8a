import { isLegacyVietnamese } from './font-face.js';
import type { Glyph, GlyphRun } from './page-content.js';
import { isPlausibleWord } from './plausible-word.js';

/** How good a page's text layer is. Shares are of 1; those of an empty layer are 0. */
export interface TextQuality {
  /** Characters that are no white space, seen or hidden. */
  readonly characters: number;
  /** Share of characters drawn with rendering mode 3 (text put under a picture by a recognizer). */
  readonly hidden: number;
  /** Share of replacement, private-use and control characters. */
  readonly misplaced: number;
  /** Share of letter strings (two letters or more) that can be words of a Vietnamese paper. */
  readonly plausible: number;
  /** Share of strings that are a single letter. */
  readonly single: number;
  /** Share of characters in TCVN3 or VNI fonts, and the names of those fonts. */
  readonly legacy: number;
  readonly legacyFonts: readonly string[];
}

const MISPLACED = /[\uFFFD\uE000-\uF8FF\u0000-\u0008\u000E-\u001F\u007F-\u009F\u{F0000}-\u{10FFFD}]/u;
const LETTER_STRING = /[\p{L}\p{M}]+/gu;
/** Bullets of symbol fonts stand in the private area in good files, too. */
const BULLETS = new Set(['\uF0B7', '\uF02D', '\uF0A7', '\uF0D8', '\uF0FC', '\uF076', '\uF02B', '\uF06F']);

/** Measures a page's text layer; `words` are the strings that its glyphs gave. */
export function measureText(glyphs: readonly Glyph[], words: readonly string[]): TextQuality {
  let characters = 0;
  let hidden = 0;
  let misplaced = 0;
  let legacy = 0;
  const legacyFonts = new Set<string>();
  let run: GlyphRun | null = null;
  let isLegacy = false;
  for (const glyph of glyphs) {
    const { text } = glyph;
    const code = text.charCodeAt(0);
    const isPlain = text.length === 1 && ((code > 0x20 && code < 0x7f) || (code > 0xa0 && code < 0x1680));
    if (!isPlain && text.trim() === '') continue;
    characters += 1;
    if (glyph.run !== run) {
      run = glyph.run;
      isLegacy = isLegacyVietnamese(run.font.name);
      if (isLegacy) legacyFonts.add(run.font.name);
    }
    if (run.hidden) hidden += 1;
    if (isLegacy) legacy += 1;
    if (!isPlain && MISPLACED.test(text) && !BULLETS.has(text)) misplaced += 1;
  }
  let strings = 0;
  let plausible = 0;
  let single = 0;
  for (const word of words)
    for (const letters of word.match(LETTER_STRING) ?? []) {
      if (letters.length < 2 || [...letters].length < 2) single += 1;
      else {
        strings += 1;
        if (isPlausibleWord(letters)) plausible += 1;
      }
    }
  const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);
  return {
    characters,
    hidden: share(hidden, characters),
    misplaced: share(misplaced, characters),
    plausible: share(plausible, strings),
    single: share(single, single + strings),
    legacy: share(legacy, characters),
    legacyFonts: [...legacyFonts],
  };
}
