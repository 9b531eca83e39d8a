import { convertLegacy, type DecodedPlace } from '../legacy/convert-legacy.js';
import { encodingOfFont, type FontEncoding } from '../legacy/font-encoding.js';
import { cleanOffset } from '../legacy/legacy-text.js';
import type { FontStretch } from '../legacy/legacy-tokens.js';
import { type PdfWord, sameLine } from './pdf-word.js';

/** Words in Unicode, and what was decoded among them. */
export interface UnicodeWords {
  readonly words: readonly PdfWord[];
  readonly decoded: readonly DecodedPlace[];
}

/** Decodes words in TCVN3, VNI or VIQR, by their fonts' names and by content; words come line by line. */
export function unicodeWords(words: readonly PdfWord[]): UnicodeWords {
  const encodings = new Map<string, FontEncoding | null>();
  const fonts: FontStretch[] = [];
  const ends: number[] = [];
  let text = '';
  for (const [i, word] of words.entries()) {
    const before = words[i - 1];
    if (before !== undefined) text += sameLine(before, word) ? ' ' : '\n';
    const start = text.length;
    text += word.text;
    ends.push(text.length);
    let font = encodings.get(word.font);
    if (font === undefined) {
      font = encodingOfFont(word.font);
      encodings.set(word.font, font);
    }
    if (font === null) continue;
    const last = fonts.at(-1);
    if (last?.font === font && last.end === start - 1)
      fonts[fonts.length - 1] = { ...last, end: text.length };
    else fonts.push({ start, end: text.length, font });
  }
  const { decoded, segments, text: unicode } = convertLegacy(text, fonts);
  if (decoded.length === 0) return { words, decoded };
  const converted = words.map((word, i) => {
    const end = ends[i] ?? 0;
    const stop = end === text.length ? unicode.length : cleanOffset(segments, end);
    const own = unicode.slice(cleanOffset(segments, end - word.text.length), stop);
    return own === word.text ? word : { ...word, text: own };
  });
  return { words: converted, decoded };
}
