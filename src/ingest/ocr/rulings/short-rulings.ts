import type { Bitmap } from '../grey.js';
import type { Line } from './ruling-line.js';

/** Inches between the two lines; farther apart, a piece between them is long enough to be found by itself. */
const NEAREST = 0.07;
const FARTHEST = 0.45;
/** Share of the way between the two lines that must be inked. */
const INKED = 0.93;
const THICKEST = 0.04;

/** Where the line runs at `along`. */
const courseAt = (line: Line, along: number): number =>
  line.course[Math.min(line.course.length - 1, Math.max(0, along - line.from))] ?? line.position;

/** Whether ink runs down column x from y0 to y1, up to a pixel aside. */
function isInkedDown({ width, data }: Bitmap, x: number, y0: number, y1: number): boolean {
  const inked = (y: number): boolean => {
    const at = y * width + x;
    return data[at] === 1 || data[at - 1] === 1 || data[at + 1] === 1;
  };
  if (!inked((y0 + y1) >> 1) || !inked((3 * y0 + y1) >> 2) || !inked((y0 + 3 * y1) >> 2)) return false;
  let white = 0;
  const most = (y1 - y0) * (1 - INKED);
  for (let y = y0; y < y1; y++) if (!inked(y) && ++white > most) return false;
  return true;
}

const isKnown = (known: readonly Line[], x: number, y0: number, y1: number): boolean =>
  known.some(
    (line) =>
      line.orientation === 'vertical' &&
      line.from <= (3 * y0 + y1) / 4 &&
      line.to >= (y0 + 3 * y1) / 4 &&
      Math.abs(courseAt(line, (y0 + y1) >> 1) - x) < 6,
  );

/** The upright pieces between two level lines, one under the other. */
function piecesBetween(
  bitmap: Bitmap,
  above: Line,
  below: Line,
  known: readonly Line[],
  dpi: number,
): Line[] {
  const found: Line[] = [];
  const first = Math.max(1, above.from - 2, below.from - 2);
  const last = Math.min(bitmap.width - 2, above.to + 2, below.to + 2);
  let start = -1;
  for (let x = first; x <= last + 1; x++) {
    const y0 = Math.round(courseAt(above, x) + above.thickness / 2) + 1;
    const y1 = Math.round(courseAt(below, x) - below.thickness / 2);
    const inked = x <= last && y1 - y0 > NEAREST * dpi && isInkedDown(bitmap, x, y0, y1);
    if (inked && start < 0) start = x;
    if (inked || start < 0) continue;
    const thickness = Math.max(1, x - start - 2);
    const position = (start + x - 1) / 2;
    const from = Math.round(courseAt(above, Math.round(position)));
    const to = Math.round(courseAt(below, Math.round(position)));
    start = -1;
    if (thickness > THICKEST * dpi || isKnown(known, position, from, to)) continue;
    const course = new Int16Array(to - from).fill(Math.round(position));
    found.push({ orientation: 'vertical', position, from, to, thickness, course });
  }
  return found;
}

/**
 * Upright rulings that run from one level line to the next one below and are too short to be told from letters by
 * their length: what tells them is that they touch both. `known`: the lines found so far; those come out no more.
 */
export function shortRulings(bitmap: Bitmap, known: readonly Line[], dpi: number): readonly Line[] {
  const level = known
    .filter((line) => line.orientation === 'horizontal')
    .sort((a, b) => a.position - b.position);
  const found: Line[] = [];
  for (const [i, above] of level.entries())
    for (let j = i + 1; j < level.length; j++) {
      const below = level[j] as Line;
      const gap = below.position - above.position;
      if (gap > FARTHEST * dpi) break;
      if (gap < NEAREST * dpi || Math.min(above.to, below.to) <= Math.max(above.from, below.from)) continue;
      found.push(...piecesBetween(bitmap, above, below, [...known, ...found], dpi));
    }
  return found;
}

/** Inches that a gap between two pieces of a line may be wide, and share of it that must be inked. */
const WIDEST_GAP = 0.5;
const GAP_INKED = 0.6;

/** Share of the way from one end to the other at which there is ink, up to a pixel aside. */
function inkedShare({ width, height, data }: Bitmap, a: Line, b: Line): number {
  const vertical = a.orientation === 'vertical';
  const [start, end] = [courseAt(a, a.to), courseAt(b, b.from)];
  let inked = 0;
  for (let u = a.to; u < b.from; u++) {
    const v = Math.round(start + ((end - start) * (u - a.to)) / (b.from - a.to));
    const isInk = [-1, 0, 1].some((aside) => {
      const [x, y] = vertical ? [v + aside, u] : [u, v + aside];
      return x >= 0 && x < width && y >= 0 && y < height && data[y * width + x] === 1;
    });
    if (isInk) inked += 1;
  }
  return inked / (b.from - a.to);
}

/** The pieces of ink between two pieces of one line, each too short to be found by itself: white streaks cut it. */
export function bridgingRulings(bitmap: Bitmap, known: readonly Line[], dpi: number): readonly Line[] {
  const sorted = [...known].sort((a, b) => a.from - b.from);
  return sorted.flatMap((a, i): readonly Line[] => {
    const b = sorted.find(
      (next, j) =>
        j > i &&
        next.orientation === a.orientation &&
        next.from > a.to &&
        next.from - a.to < WIDEST_GAP * dpi &&
        Math.abs(courseAt(next, next.from) - courseAt(a, a.to)) <= 3,
    );
    if (b === undefined || inkedShare(bitmap, a, b) < GAP_INKED) return [];
    const course = new Int16Array(b.from - a.to).fill(courseAt(a, a.to));
    return [{ ...a, position: (a.position + b.position) / 2, from: a.to, to: b.from, course }];
  });
}
