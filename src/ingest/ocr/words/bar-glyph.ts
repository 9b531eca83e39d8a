import type { Bitmap } from '../grey.js';

/** What an upright bar is by its top: "I" reaches out to both sides alike, "1" to the left only. */
export type Bar = 'I' | '1' | 'unclear';

/** Shares of the glyph's height: between them only stems are inked in I and 1; H has its bar there, U its bow. */
const BAND_FROM = 0.35;
const BAND_TO = 0.88;
const TOP = 0.16;
/** Pixels across a pixel down: italics lean less than the second, a slash more. */
const UPRIGHT = 0.07;
const STEEPEST = 0.3;
/** An L's foot reaches out to the right by more of its height; an I's, with the stop that it touches, by less. */
const FOOT_OF_L = 0.42;

interface Stem {
  readonly from: number;
  readonly to: number;
}

/** Where a stem is cut, as rows of the glyph. */
function bandOf(height: number): readonly [number, number] {
  return [Math.floor(height * BAND_FROM), Math.ceil(height * BAND_TO)];
}

/** How far the ink moves to the left a row down, by the middle of the ink in each row of the band. */
function slantOf({ width, height, data }: Bitmap): number {
  const [first, last] = bandOf(height);
  let [n, sumY, sumX, sumYY, sumXY] = [0, 0, 0, 0, 0];
  for (let y = first; y < last; y++) {
    let ink = 0;
    let at = 0;
    for (let x = 0; x < width; x++)
      if (data[y * width + x] === 1) {
        ink++;
        at += x;
      }
    if (ink === 0) continue;
    const middle = at / ink;
    n++;
    sumY += y;
    sumX += middle;
    sumYY += y * y;
    sumXY += y * middle;
  }
  const spread = n * sumYY - sumY * sumY;
  return spread === 0 ? 0 : -(n * sumXY - sumY * sumX) / spread;
}

/** The glyph with its slant taken out. */
function setUpright({ width, height, data }: Bitmap, slant: number): Bitmap {
  const wider = width + Math.ceil(Math.abs(slant) * height) + 1;
  const out = new Uint8Array(wider * height);
  const base = slant > 0 ? 0 : Math.ceil(-slant * (height - 1));
  for (let y = 0; y < height; y++) {
    const shift = base + Math.round(slant * y);
    for (let x = 0; x < width; x++)
      if (data[y * width + x] === 1 && x + shift < wider) out[y * wider + x + shift] = 1;
  }
  return { width: wider, height, data: out };
}

function stemsOf({ width, height, data }: Bitmap): readonly Stem[] | null {
  const [first, last] = bandOf(height);
  const rows = last - first;
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

/** Pixels that a stem reaches out to one side at its top or foot; at most `limit`. */
function reach(ink: Bitmap, stem: Stem, side: -1 | 1, end: 'top' | 'foot', limit: number): number {
  const { width, height, data } = ink;
  const rows = Math.max(2, Math.round(height * TOP));
  const first = end === 'top' ? 0 : height - rows;
  const start = side < 0 ? stem.from - 1 : stem.to;
  let far = 0;
  for (let d = 0; d < limit; d++) {
    const x = start + side * d;
    if (x < 0 || x >= width) break;
    let inked = false;
    for (let y = first; y < first + rows && !inked; y++) inked = data[y * width + x] === 1;
    if (!inked) break;
    far = d + 1;
  }
  return far;
}

/**
 * The bars of a glyph that is made of nothing but upright or italic bars (I, 1, and several of them whose serifs
 * touch), left to right; null for any other glyph.
 */
export function barsOf(glyph: Bitmap): readonly Bar[] | null {
  const { width, height } = glyph;
  if (height < 10 || width > height * 2.4) return null;
  const slant = slantOf(glyph);
  if (Math.abs(slant) > STEEPEST) return null;
  const italic = Math.abs(slant) > UPRIGHT;
  const ink = italic ? setUpright(glyph, slant) : glyph;
  const stems = stemsOf(ink);
  if (stems === null) return null;
  const last = stems.at(-1);
  if (last !== undefined && reach(ink, last, 1, 'foot', height) > height * FOOT_OF_L) return null;
  const least = Math.max(1, Math.floor(height * 0.04));
  const bars: Bar[] = [];
  for (const [i, stem] of stems.entries()) {
    // Where serifs touch, each stem owns half of the way to its neighbour.
    const most = height * 0.3;
    const toLeft = Math.min(most, (stem.from - (stems[i - 1]?.to ?? Number.NEGATIVE_INFINITY)) / 2);
    const toRight = Math.min(most, ((stems[i + 1]?.from ?? Number.POSITIVE_INFINITY) - stem.to) / 2);
    const left = reach(ink, stem, -1, 'top', toLeft);
    const right = reach(ink, stem, 1, 'top', toRight);
    const foot = Math.max(reach(ink, stem, -1, 'foot', toLeft), reach(ink, stem, 1, 'foot', toRight));
    const [less, more] = left < right ? [left, right] : [right, left];
    const bare = more < least && foot < least;
    // A bar without serifs that leans is a slash; one with arms is a T.
    if (italic && bare) return null;
    if (stems.length === 1 && less > height * 0.24) return null;
    if (bare || (less >= least && less * 2 >= more)) bars.push('I');
    else bars.push(left > right ? '1' : 'unclear');
  }
  return bars;
}
