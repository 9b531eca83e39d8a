import type { Bitmap } from '../grey.js';
import type { Stroke } from './ruling-strokes.js';

/** A ruling in a picture, in pixels: `position` across, [from, to) along, mean `thickness`. */
export interface RasterRuling {
  readonly orientation: 'horizontal' | 'vertical';
  readonly position: number;
  readonly from: number;
  readonly to: number;
  readonly thickness: number;
}

/** A ruling with the way that it takes. */
export interface Line extends RasterRuling {
  /** Where the line runs: its course across for each pixel along it, beginning at `from`. */
  readonly course: Int16Array;
}

/** No ruling is thicker than this many inches. */
const THICKEST = 0.055;
/** Pixels over its length that a line may lean or bend; arcs of seals bend more. */
const BEND = 0.02;
/** Share of a line's length that must be thin: print that looks like a line is thick almost everywhere. */
const THIN_SHARE = 0.55;

/** The extent of ink through (along, across): [first, last] across, or null where there is none within `reach`. */
export function inkThrough(
  bitmap: Bitmap,
  vertical: boolean,
  along: number,
  across: number,
  reach: number,
  cap: number,
): readonly [number, number] | null {
  const { width, height, data } = bitmap;
  const step = vertical ? 1 : width;
  const base = vertical ? along * width : along;
  const most = vertical ? width : height;
  let hit = -1;
  for (let d = 0; d <= reach && hit < 0; d++) {
    if (across + d < most && data[base + (across + d) * step] === 1) hit = across + d;
    else if (across - d >= 0 && data[base + (across - d) * step] === 1) hit = across - d;
  }
  if (hit < 0) return null;
  let first = hit;
  let last = hit;
  while (first > 0 && hit - first < cap && data[base + (first - 1) * step] === 1) first--;
  while (last < most - 1 && last - hit < cap && data[base + (last + 1) * step] === 1) last++;
  return [first, last];
}

function courseOf(group: readonly Stroke[], from: number, to: number): Int16Array {
  const sums = new Float64Array(to - from);
  const counts = new Uint16Array(to - from);
  for (const stroke of group)
    for (let u = stroke.from; u < stroke.to; u++) {
      sums[u - from] = (sums[u - from] as number) + stroke.at;
      counts[u - from] = (counts[u - from] as number) + 1;
    }
  const course = new Int16Array(to - from);
  let known = group[0]?.at ?? 0;
  for (let i = 0; i < course.length; i++) {
    const count = counts[i] as number;
    if (count > 0) known = Math.round((sums[i] as number) / count);
    course[i] = known;
  }
  return course;
}

/** The middle value of a stretch of the course. */
function middleOf(course: Int16Array, from: number, to: number): number {
  const sorted = course.slice(from, to).sort();
  return sorted[sorted.length >> 1] ?? 0;
}

/** Whether the course keeps to the straight between its ends, and that straight to the page's direction. */
function isStraight(course: Int16Array): boolean {
  const { length } = course;
  const part = Math.ceil(length / 8);
  const start = middleOf(course, 0, part);
  const end = middleOf(course, length - part, length);
  if (Math.abs(end - start) > Math.max(3, length * BEND)) return false;
  const slack = Math.max(2, length * BEND * 0.5);
  const rise = (end - start) / (length - part);
  let off = 0;
  for (let i = 0; i < length; i++) {
    const straight = start + rise * (i - part / 2);
    if (Math.abs((course[i] as number) - straight) > slack) off++;
  }
  return off <= length * 0.1;
}

/**
 * The line that collinear strokes make, `shortest` pixels long at least; null where they are too short, too crooked
 * or mostly as thick as print.
 */
export function measureLine(
  bitmap: Bitmap,
  orientation: RasterRuling['orientation'],
  group: readonly Stroke[],
  dpi: number,
  shortest: number,
): Line | null {
  let from = Number.POSITIVE_INFINITY;
  let to = 0;
  for (const stroke of group) {
    from = Math.min(from, stroke.from);
    to = Math.max(to, stroke.to);
  }
  if (to - from < shortest) return null;
  const course = courseOf(group, from, to);
  if (!isStraight(course)) return null;
  const thickest = Math.max(4, THICKEST * dpi);
  const widths: number[] = [];
  let looked = 0;
  let position = 0;
  for (let u = from; u < to; u += 3) {
    looked++;
    const at = course[u - from] as number;
    position += at;
    const ink = inkThrough(bitmap, orientation === 'vertical', u, at, 2, thickest * 2);
    if (ink !== null && ink[1] - ink[0] + 1 <= thickest) widths.push(ink[1] - ink[0] + 1);
  }
  if (widths.length < looked * THIN_SHARE) return null;
  widths.sort((a, b) => a - b);
  return {
    orientation,
    position: position / looked,
    from,
    to,
    thickness: widths[widths.length >> 1] ?? 1,
    course,
  };
}
