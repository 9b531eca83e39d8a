import type { DecodedPlace } from '../legacy/convert-legacy.js';
import { ENCODING_NAMES, encodingsOf } from '../legacy/decoded-message.js';
import type { Glyph } from './page-content.js';
import type { PdfWord } from './pdf-word.js';
import { isPlausibleWord } from './plausible-word.js';
import { letterShift } from './shifted-letters.js';
import { joinSpacedLetters } from './spaced-letters.js';
import { measureText, type TextQuality } from './text-quality.js';
import { unicodeWords } from './unicode-words.js';

/** A page's text layer, in Unicode and in words as far as it could be brought there, and how good it is then. */
export interface TextLayer {
  readonly words: readonly PdfWord[];
  readonly wordCount: number;
  readonly quality: TextQuality;
  /** What was decoded from old encodings, and their names. */
  readonly decoded: readonly DecodedPlace[];
  readonly encodings: readonly string[];
  /** Most of its letters stood apart and were put back into words. */
  readonly mended: boolean;
  /** How far its characters lie from what is drawn; null where they don't seem to. */
  readonly shift: number | null;
}

/** Below this share of plausible words it is asked what went wrong. */
const DOUBTFUL = 0.75;
const MANY_CAPITALS = 0.5;
const MANY_SINGLE = 0.4;
const MANY_MISPLACED = 0.03;

/** Brings the words of a page's glyphs into Unicode, joins letters that stand apart, and measures what came of it. */
export function textLayer(glyphs: readonly Glyph[], raw: readonly PdfWord[]): TextLayer {
  const { words: unicode, decoded } = unicodeWords(raw);
  const words = joinSpacedLetters(unicode);
  const texts = words.map(({ text }) => text);
  const quality = measureText(glyphs, texts);
  const doubtful =
    quality.plausible < DOUBTFUL || quality.capitals > MANY_CAPITALS || quality.misplaced > MANY_MISPLACED;
  return {
    words,
    wordCount: words.length,
    quality,
    decoded,
    encodings: encodingsOf(decoded).map((encoding) => ENCODING_NAMES[encoding]),
    mended: words.length < unicode.length * (1 - MANY_SINGLE),
    shift: doubtful ? letterShift(texts) : null,
  };
}

/** How sure words of an earlier recognition are taken to be, whose own figures are not known. */
const PLAUSIBLE_RECOGNIZED = 0.85;
const ODD_RECOGNIZED = 0.5;

/** The words of an earlier recognition's layer, with confidence by their plausibility. */
export const recognizedEarlier = (words: readonly PdfWord[]): readonly PdfWord[] =>
  words.map((word) => {
    const strings = word.text.match(/[\p{L}\p{M}]{2,}/gu) ?? [];
    const plausible = strings.every((string) => isPlausibleWord(string));
    return { ...word, confidence: plausible ? PLAUSIBLE_RECOGNIZED : ODD_RECOGNIZED };
  });
