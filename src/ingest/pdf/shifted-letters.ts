import { isVietnameseSyllable } from '../../document/vietnamese-syllable.js';

/** How far glyphs' numbers lie from their characters in fonts whose map was lost: 29 in most TrueType fonts. */
const FARTHEST = 40;
const LEAST_WORDS = 8;
const LEAST_SHARE = 0.7;
const SAMPLE = 4_000;
const WORD = /(?<![A-Za-z#])[A-Z]?[a-z]{2,}(?![A-Za-z#])/gu;

/** The text moved by `by`, letters beyond ASCII as "#". */
const moved = (text: string, by: number): string =>
  Array.from(text, (char) => {
    const code = char.charCodeAt(0);
    return code > 0x7f ? '#' : char === '\n' ? char : String.fromCharCode(Math.max(0, code + by));
  }).join('');

/** Small words of the moved text, and how many of them are Vietnamese syllables without marks. */
function wordsAt(text: string, by: number): { readonly words: number; readonly syllables: number } {
  const words = moved(text, by).match(WORD) ?? [];
  return { words: words.length, syllables: words.filter(isVietnameseSyllable).length };
}

/**
 * By how much the characters of a text with few plausible words lie from what is drawn (a lost character map: "FKR" for
 * "cho"): the distance that makes syllables of most strings of ASCII letters; null where none does.
 */
export function letterShift(words: readonly string[]): number | null {
  const text = words.join('\n').slice(0, SAMPLE);
  const asIs = wordsAt(text, 0).syllables;
  let best = { by: 0, syllables: asIs };
  for (let by = -FARTHEST; by <= FARTHEST; by++) {
    if (by === 0) continue;
    const found = wordsAt(text, by);
    const isMost = found.syllables >= LEAST_WORDS && found.syllables >= found.words * LEAST_SHARE;
    if (isMost && found.syllables > best.syllables) best = { by, syllables: found.syllables };
  }
  return best.by !== 0 && best.syllables >= asIs * 2 ? best.by : null;
}
