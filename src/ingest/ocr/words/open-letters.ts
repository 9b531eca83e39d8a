import type { InkRuns } from '../components.js';
import type { Bitmap } from '../grey.js';
import type { PieceWord } from '../read-sheet.js';
import { cutOut, glyphsOf, inkUnder } from './word-ink.js';

/** Abbreviations in capitals: the only words that the recognizer's language model cannot help with. */
const CAPITALS = /^[("“]?[A-ZĐ\d]{2,}[)"”.,;:]*$/u;
const DOUBLED = /OC|CO/u;

/** Whether a round glyph is open to the right, as C is and O is not: no ink in the right third at mid height. */
function isOpen({ width, height, data }: Bitmap): boolean {
  if (width < height * 0.55) return false;
  const from = Math.floor(width * 0.67);
  let ink = 0;
  for (let y = Math.floor(height * 0.42); y < Math.ceil(height * 0.58); y++)
    for (let x = from; x < width; x++) ink += data[y * width + x] as number;
  if (ink > 0) return false;
  let left = 0;
  for (let x = 0; x < width * 0.35; x++) left += data[Math.floor(height / 2) * width + x] as number;
  let right = 0;
  for (let y = 0; y < height; y++) for (let x = from; x < width; x++) right += data[y * width + x] as number;
  return left > 0 && right > 0;
}

/**
 * Reads C for O by shape in abbreviations ("TOVN", "TOCVN" for "TCVN"), where each character has its own glyph and
 * the glyph under the O is open to the right. Otherwise gives the text back as it was.
 */
export function withOpenLettersRead(word: PieceWord, runs: InkRuns): string {
  const { text } = word;
  if (!text.includes('O') || !CAPITALS.test(text)) return text;
  const glyphs = glyphsOf(inkUnder(word));
  const single = glyphs.length === text.length - 1 ? text.replace(DOUBLED, 'O') : text;
  if (glyphs.length !== single.length) return text;
  let changed = '';
  for (const [i, char] of [...single].entries()) {
    const glyph = glyphs[i];
    changed += char === 'O' && glyph !== undefined && isOpen(cutOut(glyph, runs)) ? 'C' : char;
  }
  return changed === single && single !== text ? text : changed;
}
