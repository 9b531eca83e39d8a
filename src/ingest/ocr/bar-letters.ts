import type { InkRuns } from './components.js';
import type { Bitmap } from './grey.js';
import type { PieceWord } from './read-sheet.js';
import { cutOut, glyphsOf, inkUnder } from './word-ink.js';

/** What the recognizer writes for upright bars: Roman I, II, III come out as 1, l, |, H and the like. */
const BAR_RUN = /[I1l|!HJ[\]¡]+/gu;
const OTHER_SMALL = /(?!l)\p{Ll}/u;
/** Bars, or what stands as high as a capital and is none. */
const TALL = /[I1l|!HJ[\]¡]+|[\p{Lu}\p{N}/()]/gu;
const BAR = /^[I1l|!HJ[\]¡]/u;

/** Shares of the glyph's height: between them only stems are inked in I and 1, while H has its bar there. */
const BAND_FROM = 0.35;
const BAND_TO = 0.88;
const TOP = 0.16;

interface Stem {
  readonly from: number;
  readonly to: number;
}

/** The stems of a glyph that is made of stems only, else null. */
function stemsOf({ width, height, data }: Bitmap): readonly Stem[] | null {
  const first = Math.floor(height * BAND_FROM);
  const last = Math.ceil(height * BAND_TO);
  const rows = last - first;
  if (rows < 5 || width > height * 2.4) return null;
  const stems: Stem[] = [];
  let from = -1;
  let between = 0;
  for (let x = 0; x <= width; x++) {
    let ink = 0;
    if (x < width) for (let y = first; y < last; y++) ink += data[y * width + x] as number;
    if (ink >= rows * 0.85) {
      if (from < 0) from = x;
      continue;
    }
    if (from >= 0) stems.push({ from, to: x });
    from = -1;
    if (ink > 0) between++;
  }
  // The column on either side of a stem may be inked in part; a bar from stem to stem has more.
  if (stems.length === 0 || stems.length > 4 || between > stems.length * 2) return null;
  return stems.some(({ from: a, to: b }) => b - a > height * 0.32) ? null : stems;
}

/** Pixels that the top of a stem reaches out to one side, at most to half way to the next stem. */
function reach(ink: Bitmap, stem: Stem, side: -1 | 1): number {
  const { width, height, data } = ink;
  const rows = Math.max(2, Math.round(height * TOP));
  const start = side < 0 ? stem.from - 1 : stem.to;
  let far = 0;
  for (let d = 0; d < height * 0.3; d++) {
    const x = start + side * d;
    if (x < 0 || x >= width) break;
    let inked = false;
    for (let y = 0; y < rows && !inked; y++) inked = data[y * width + x] === 1;
    if (!inked) break;
    far = d + 1;
  }
  return far;
}

/**
 * How many Roman I a glyph is: stems that reach out to both sides at the top alike, or to neither. Null for anything
 * else; a 1 reaches out to the left only.
 */
function romanOnes(ink: Bitmap): number | null {
  const stems = stemsOf(ink);
  if (stems === null) return null;
  for (const stem of stems) {
    const left = reach(ink, stem, -1);
    const right = reach(ink, stem, 1);
    const least = Math.max(1, Math.floor(ink.height * 0.04));
    const serifs = Math.min(left, right) >= least && Math.min(left, right) * 3 >= Math.max(left, right);
    const bare = left < least && right < least;
    if (!serifs && !bare) return null;
    if (stems.length === 1 && Math.max(left, right) > ink.height * 0.24) return null;
  }
  return stems.length;
}

interface InkBars {
  /** How many Roman I stand in each run of bars; null for a run with a bar that is none. */
  readonly runs: readonly (number | null)[];
  /** The tall glyphs in order: "B" for a run of bars, "o" for each other one. */
  readonly pattern: string;
}

function inkBars(word: PieceWord, runs: InkRuns, size: number): InkBars {
  const found: (number | null)[] = [];
  let open = false;
  let pattern = '';
  for (const glyph of glyphsOf(inkUnder(word))) {
    const top = Math.min(...glyph.map((c) => c.y0));
    const bottom = Math.max(...glyph.map((c) => c.y1));
    const tall = bottom - top >= 0.85 * size;
    const ink = cutOut(glyph, runs);
    if (!tall || glyph.length > 1 || stemsOf(ink) === null) {
      open = false;
      if (tall) pattern += 'o';
      continue;
    }
    const ones = romanOnes(ink);
    const last = found.at(-1);
    if (!open) pattern += 'B';
    if (!open || last === undefined) found.push(ones);
    else found[found.length - 1] = last === null || ones === null ? null : last + ones;
    open = true;
  }
  return { runs: found, pattern };
}

/**
 * Reads upright bars by their shape where the recognizer guesses by context ("Quý 1" for "Quý I", "H" for "II"):
 * stems with like serifs on both sides are Roman I. Looks only at words without small letters, changes only runs of
 * bars, only where ink and text agree on how many there are and on the glyphs between them, and never towards a
 * digit. Gives the text back as it was where the shapes leave a doubt.
 */
export function withBarsRead(word: PieceWord, runs: InkRuns, size: number): string {
  const { text } = word;
  const inText = text.match(BAR_RUN);
  if (inText === null || OTHER_SMALL.test(text)) return text;
  const ink = inkBars(word, runs, size);
  const pattern = (text.match(TALL) ?? []).map((part) => (BAR.test(part) ? 'B' : 'o')).join('');
  if (ink.pattern !== pattern) return text;
  let i = 0;
  return text.replace(BAR_RUN, (run) => {
    const ones = ink.runs[i++];
    return ones === null || ones === undefined || ones > 3 ? run : 'I'.repeat(ones);
  });
}
