import type { Bitmap } from '../grey.js';
import { inkPoints, type Points, strokePoints } from '../ink-points.js';
import { climb, highest, type Numbers, sharpness } from '../sharpest.js';
import type { Warp } from './warp.js';

/** How a page lies in a photograph: the angle by which its lines fall, and what else is not straight. */
export interface Lie {
  readonly degrees: number;
  readonly warp: Warp | null;
}

/** What was searched for, and how much sharper the picture becomes by it. */
interface Found {
  readonly numbers: Numbers;
  readonly gain: number;
}

/** Ink points that the first, wide search looks at. */
const FEW = 5_000;
/** Points of strokes below which columns tell nothing. */
const LEAST_STROKES = 200;
/** How far is looked, in halves of the picture's longer side: as far as a sheet held askew before a phone departs. */
const WIDEST = { turn: 0.06, across: 0.12, bend: 0.06, shear: 0.07, down: 0.1, bow: 0.03 } as const;
/** How much sharper lines or columns must become for the picture to count as warped. */
const GAIN = 1.04;
/** Share of its sharpness that a picture must gain by a number of 1 for it to count. */
const SHY = 0.4;
/** Room for bins: halves of the longer side over which places may lie. */
const ROOM = 2.6;
/** Share of the picture that the flattened sheet may fill, and how much smaller it is made for that at most. */
const FILLED = 0.985;
const SMALLEST = 1.1;
/** How much of the picture's measures is shown at least where a sheet on a desk is made larger. */
const LARGEST = 0.7;

/** Sharpness, a little less where the numbers are large: where there is little ink many are as good. */
const shy = (numbers: Numbers, sharp: number): number =>
  sharp * (1 - SHY * numbers.reduce((sum, number) => sum + Math.abs(number), 0));

/** The turn, `across` and `bend` at which ink falls into the sharpest lines; `pixel` in halves of the longer side. */
function sharpestLines({ xs, ys }: Points, pixel: number): Found {
  const places = new Float32Array(xs.length);
  const counts = new Float64Array(Math.ceil(ROOM / pixel));
  const value = (bin: number, most = xs.length) => {
    const step = Math.max(1, Math.floor(xs.length / most));
    const bins = counts.subarray(0, Math.ceil(ROOM / bin));
    return ([turn = 0, across = 0, bend = 0]: Numbers): number => {
      let count = 0;
      for (let i = 0; i < xs.length; i += step) {
        const x = xs[i] as number;
        const depth = 1 / (1 - across * x);
        places[count++] = ((ys[i] as number) - turn * x) * depth - bend * (x * depth) ** 2;
      }
      return shy([across, bend], sharpness(places, count, bin, bins));
    };
  };
  const axis = (index: number, wide: number, step: number) => ({ index, wide, step: step * pixel });
  const wide = [axis(2, WIDEST.bend, 14), axis(1, WIDEST.across, 14), axis(0, WIDEST.turn, 9)];
  const rough = [axis(0, 12 * pixel, 4), axis(1, 16 * pixel, 4), axis(2, 12 * pixel, 4)];
  const close = [axis(0, 6 * pixel, 1.5), axis(1, 8 * pixel, 1.5), axis(2, 8 * pixel, 1.5)];
  const fine = value(2 * pixel);
  const numbers = climb(climb(highest(wide, value(10 * pixel, FEW)), rough, value(5 * pixel)), close, fine);
  const straight = climb([0, 0, 0], [axis(0, 6 * pixel, 1.5)], fine);
  return { numbers, gain: fine(numbers) / fine(straight) };
}

/** The shear, `down` and `bow` at which upright strokes fall into the sharpest columns. */
function sharpestColumns({ xs, ys }: Points, pixel: number): Found {
  if (xs.length < LEAST_STROKES) return { numbers: [], gain: 1 };
  const places = new Float32Array(xs.length);
  const counts = new Float64Array(Math.ceil(ROOM / pixel));
  const value =
    (bin: number) =>
    ([shear = 0, down = 0, bow = 0]: Numbers): number => {
      for (let i = 0; i < xs.length; i++) {
        const y = ys[i] as number;
        const depth = 1 / (1 - down * y);
        places[i] = ((xs[i] as number) - shear * y) * depth - bow * (y * depth) ** 2;
      }
      const bins = counts.subarray(0, Math.ceil(ROOM / bin));
      return shy([shear, down, bow], sharpness(places, xs.length, bin, bins));
    };
  const axis = (index: number, wide: number, step: number) => ({ index, wide, step: step * pixel });
  const wide = [axis(1, WIDEST.down, 6), axis(0, WIDEST.shear, 6)];
  const rough = [axis(2, WIDEST.bow, 4), axis(1, 16 * pixel, 4), axis(0, 12 * pixel, 4)];
  const close = [axis(0, 6 * pixel, 1.5), axis(1, 8 * pixel, 1.5), axis(2, 8 * pixel, 1.5)];
  const fine = value(2 * pixel);
  const start = highest(wide, value(6 * pixel));
  const numbers = climb(climb([...start, 0], rough, value(5 * pixel)), close, fine);
  return { numbers, gain: fine(numbers) / fine([0, 0, 0]) };
}

/**
 * By how much the sheet, which takes `share` of a picture of `width` x `height`, may be made larger or must be made
 * smaller for its ink to stay there.
 */
function scaleFor(
  { xs, ys }: Points,
  warp: Omit<Warp, 'scale'>,
  width: number,
  height: number,
  share: number,
): number {
  const unit = Math.max(width, height);
  const [right, foot] = [(FILLED * width) / unit, (FILLED * height) / unit];
  let scale = Math.max(LARGEST, share);
  for (let i = 0; i < xs.length; i++) {
    const y = ys[i] as number;
    // Backwards through the perspective; the bend is too small to lead ink out.
    const x = (xs[i] as number) - warp.shear * y;
    const depth = 1 / (1 - warp.across * x - warp.down * y);
    scale = Math.max(scale, (Math.abs(x) * depth) / right, (Math.abs(y) * depth) / foot);
  }
  return Math.min(SMALLEST, scale);
}

/**
 * How a photographed page lies: the perspective and the bend at which its lines, and the columns of its rulings, become
 * sharpest (projection profiles along pencils of lines). `ink` is the picture in black and white at `dpi`, `degrees` the
 * angle by which its lines fall on the average, clockwise, `share` what the sheet takes of the picture's measures: the
 * flattened sheet fills it again. No warp where none makes it sharper and the sheet fills the picture.
 */
export function estimateWarp(ink: Bitmap, degrees: number, dpi: number, share = 1): Lie {
  const points = inkPoints(ink, degrees);
  const pixel = 2 / Math.max(ink.width, ink.height);
  const lines = sharpestLines(points, pixel);
  const columns = sharpestColumns(strokePoints(ink, degrees, dpi), pixel);
  const [turn = 0, across = 0, bend = 0] = lines.gain >= GAIN ? lines.numbers : [];
  const [shear = 0, down = 0, bow = 0] = columns.gain >= GAIN ? columns.numbers : [];
  if (share === 1 && [across, bend, shear, down, bow].every((number) => number === 0))
    return { degrees, warp: null };
  const warp = { across, down, shear: shear + turn, bend, bow };
  return {
    degrees: degrees + (Math.atan(turn) * 180) / Math.PI,
    warp: { ...warp, scale: scaleFor(points, warp, ink.width, ink.height, share) },
  };
}
