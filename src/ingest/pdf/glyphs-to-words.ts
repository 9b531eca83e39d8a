import type { Box } from '../../document/box.js';
import type { Glyph } from './page-content.js';
import type { PdfWord } from './pdf-word.js';

/** Gaps in ems of the font. Word spaces of text faces are 0.2 to 0.3; kerning stays below 0.1. */
const SPACE = 0.18;
const KERNING = 0.1;
const BACKWARDS = -0.5;
const MARK = /^\p{M}+$/u;
const BLANK = /^[\s\u00A0]*$/u;

/** Letters that stand together, in the frame where their baseline runs to the right. */
interface Fragment {
  text: string;
  x0: number;
  x1: number;
  readonly baseline: number;
  size: number;
  ascent: number;
  descent: number;
  letters: number;
  bold: number;
  italic: number;
  spaceBefore: boolean;
  spaceAfter: boolean;
  readonly font: string;
}

/** The point (x, y) in the frame that is turned so that text of direction `turn` runs to the right. */
const level = (turn: number, x: number, y: number): readonly [number, number] =>
  turn === 0 ? [x, y] : turn === 1 ? [y, -x] : turn === 2 ? [-x, -y] : [-y, x];
const unlevel = (turn: number, x: number, y: number): readonly [number, number] =>
  turn === 0 ? [x, y] : turn === 1 ? [-y, x] : turn === 2 ? [-x, -y] : [y, -x];

function fragmentsOf(glyphs: readonly Glyph[]): readonly Fragment[] {
  const fragments: Fragment[] = [];
  let current: Fragment | null = null;
  let spaced = false;
  for (const glyph of glyphs) {
    const { run } = glyph;
    const [x, y] = run.turn === 0 ? [glyph.x, glyph.y] : level(run.turn, glyph.x, glyph.y);
    const endX = run.turn === 0 ? glyph.endX : level(run.turn, glyph.endX, glyph.endY)[0];
    const last: Fragment | null = current;
    const code = glyph.text.charCodeAt(0);
    const isPlain = code > 0x20 && code < 0xa0;
    const blank = !isPlain && BLANK.test(glyph.text);
    if (blank) {
      if (last !== null && Math.abs(last.baseline - y) < last.size * 0.3) last.spaceAfter = true;
      current = null;
      spaced = true;
      continue;
    }
    const gap = last === null ? 0 : (x - last.x1) / Math.max(last.size, 1);
    const joins: boolean =
      last !== null &&
      (!isPlain && MARK.test(glyph.text)
        ? Math.abs(y - last.baseline) < last.size
        : Math.abs(y - last.baseline) < last.size * 0.25 && gap < SPACE && gap > BACKWARDS);
    if (last === null || !joins) {
      current = {
        text: glyph.text,
        x0: Math.min(x, endX),
        x1: Math.max(x, endX),
        baseline: y,
        size: run.size,
        ascent: run.ascent,
        descent: run.descent,
        letters: 1,
        bold: run.bold ? 1 : 0,
        italic: run.italic ? 1 : 0,
        spaceBefore: spaced,
        spaceAfter: false,
        font: run.font.name,
      };
      fragments.push(current);
    } else {
      last.text += glyph.text;
      last.x1 = Math.max(last.x1, endX);
      last.size = Math.max(last.size, run.size);
      last.ascent = Math.max(last.ascent, run.ascent);
      last.descent = Math.min(last.descent, run.descent);
      last.letters += 1;
      if (run.bold) last.bold += 1;
      if (run.italic) last.italic += 1;
    }
    spaced = false;
  }
  return fragments;
}

/** Joins what belongs together though it was drawn apart, and drops what was drawn twice to look bold. */
function mend(fragments: readonly Fragment[]): readonly Fragment[] {
  const sorted = [...fragments].sort(
    (a, b) => Math.round(a.baseline) - Math.round(b.baseline) || a.x0 - b.x0 || a.x1 - b.x1,
  );
  const mended: Fragment[] = [];
  for (const fragment of sorted) {
    const last = mended.at(-1);
    const sameLine = last !== undefined && Math.abs(last.baseline - fragment.baseline) < last.size * 0.25;
    if (last === undefined || !sameLine) {
      mended.push(fragment);
      continue;
    }
    const shift = Math.abs(fragment.x0 - last.x0);
    if (fragment.text === last.text && shift < last.size * 0.12) {
      last.bold = last.letters;
      continue;
    }
    const gap = (fragment.x0 - last.x1) / Math.max(last.size, 1);
    if (!last.spaceAfter && !fragment.spaceBefore && gap < KERNING && gap > -KERNING * 2) {
      last.text += fragment.text;
      last.x1 = Math.max(last.x1, fragment.x1);
      last.letters += fragment.letters;
      last.bold += fragment.bold;
      last.italic += fragment.italic;
      last.spaceAfter = fragment.spaceAfter;
    } else mended.push(fragment);
  }
  return mended;
}

function wordOf(fragment: Fragment, turn: number): PdfWord {
  const top = fragment.baseline - fragment.ascent * fragment.size;
  const bottom = fragment.baseline - fragment.descent * fragment.size;
  const [ax, ay] = unlevel(turn, fragment.x0, top);
  const [bx, by] = unlevel(turn, fragment.x1, bottom);
  const box: Box = [Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by)];
  return {
    text: fragment.text,
    box,
    confidence: 1,
    fontSize: Math.round(fragment.size * 100) / 100,
    bold: fragment.bold * 2 > fragment.letters,
    italic: fragment.italic * 2 > fragment.letters,
    baseline: turn === 0 ? fragment.baseline : box[3],
    font: fragment.font,
  };
}

/** Upright strings of words turned on their side become one entry a line, so that they keep their order. */
function phrases(fragments: readonly Fragment[]): readonly Fragment[] {
  const joined: Fragment[] = [];
  for (const fragment of fragments) {
    const last = joined.at(-1);
    const near =
      last !== undefined &&
      Math.abs(last.baseline - fragment.baseline) < last.size * 0.25 &&
      fragment.x0 - last.x1 < last.size &&
      fragment.x0 > last.x0;
    if (near) {
      last.text += ` ${fragment.text}`;
      last.x1 = Math.max(last.x1, fragment.x1);
      last.letters += fragment.letters;
      last.bold += fragment.bold;
      last.italic += fragment.italic;
    } else joined.push({ ...fragment });
  }
  return joined;
}

/**
 * Words from a page's glyphs, by the gaps between them as drawn; boxes in the glyphs' own coordinates. Text that
 * runs up or down beside level text comes as one entry a line, blanks included.
 */
export function glyphsToWords(glyphs: readonly Glyph[]): readonly PdfWord[] {
  const words: PdfWord[] = [];
  for (const turn of [0, 1, 2, 3] as const) {
    const group = glyphs.filter((glyph) => glyph.run.turn === turn);
    if (group.length === 0) continue;
    const mended = mend(fragmentsOf(group));
    for (const fragment of turn === 0 ? mended : phrases(mended)) words.push(wordOf(fragment, turn));
  }
  return words;
}
