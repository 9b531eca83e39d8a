import type { Box } from '../../document/box.js';
import type { Bitmap, Grey } from './grey.js';
import { type Warp, warped } from './photo/warp.js';

/**
 * How a sheet lies in its picture, about the picture's middle: `quarters` of 90 degrees clockwise first, then `degrees`
 * clockwise; what is warped in the level picture is flattened last.
 */
export interface Turn {
  readonly quarters: 0 | 1 | 2 | 3;
  readonly degrees: number;
  readonly warp: Warp | null;
}

/** Largest lean that is looked for, in degrees. */
const WIDEST = 10;

/** Ink points of a picture, one in `across` columns of every row, without the rim where scanners leave shadows. */
function inkPoints(bitmap: Bitmap, across: number): { readonly xs: Float32Array; readonly ys: Float32Array } {
  const { width, height, data } = bitmap;
  const xs: number[] = [];
  const ys: number[] = [];
  const margin = Math.round(Math.min(width, height) * 0.02);
  for (let y = margin; y < height - margin; y++)
    for (let x = margin + (y % across); x < width - margin; x += across)
      if (data[y * width + x] === 1) {
        xs.push(x);
        ys.push(y);
      }
  return { xs: Float32Array.from(xs), ys: Float32Array.from(ys) };
}

/** How sharply the points fall into lines when seen along `slope` (dy/dx): the sum of squared line counts. */
function sharpness(
  xs: Float32Array,
  ys: Float32Array,
  slope: number,
  bin: number,
  counts: Int32Array,
): number {
  counts.fill(0);
  const most = counts.length;
  // Half a bin is added so that cutting off the fraction rounds; what lies before the first bin comes out below 1.
  const offset = (most >> 2) + 1.5;
  const [across, down] = [slope / bin, 1 / bin];
  for (let i = 0; i < xs.length; i++) {
    const at = (((ys[i] as number) * down - (xs[i] as number) * across + offset) | 0) - 1;
    if (at >= 0 && at < most) counts[at] = (counts[at] as number) + 1;
  }
  let sum = 0;
  for (let i = 0; i < most; i++) sum += (counts[i] as number) ** 2;
  return sum;
}

/**
 * The angle in degrees by which the lines of a page fall clockwise (0 when too little ink), and how much sharper its
 * lines are than its columns: below 1 the page likely lies on its side. Projection profiles (Postl), coarse to fine.
 */
export function estimateLean(bitmap: Bitmap): { readonly degrees: number; readonly lineToColumn: number } {
  const { xs, ys } = inkPoints(bitmap, Math.max(2, Math.round(bitmap.width / 300)));
  if (xs.length < 200) return { degrees: 0, lineToColumn: 1 };
  const coarse = Math.max(2, Math.round(bitmap.width / 620));
  const counts = new Int32Array(2 * Math.max(bitmap.width, bitmap.height));
  const at = (us: Float32Array, vs: Float32Array, angle: number, bin: number): number =>
    sharpness(us, vs, Math.tan((angle * Math.PI) / 180), bin, counts);
  const search = (
    us: Float32Array,
    vs: Float32Array,
    around: number,
    wide: number,
    step: number,
    bin: number,
  ) => {
    let degrees = around;
    let best = at(us, vs, around, bin);
    for (let k = -Math.round(wide / step); k <= Math.round(wide / step); k++) {
      const value = at(us, vs, around + k * step, bin);
      if (value > best) {
        best = value;
        degrees = around + k * step;
      }
    }
    return { degrees, best };
  };
  const lines = search(xs, ys, 0, WIDEST, 0.5, coarse);
  const columns = search(ys, xs, 0, WIDEST, 0.5, coarse);
  const near = search(xs, ys, lines.degrees, 0.5, 0.1, coarse);
  const { degrees } = search(xs, ys, near.degrees, 0.12, 0.02, 1);
  return {
    degrees: Math.abs(degrees) < 0.04 ? 0 : Math.round(degrees * 100) / 100,
    lineToColumn: near.best / columns.best,
  };
}

/** `grey` turned by whole quarters, clockwise. */
export function quarterTurn(grey: Grey, quarters: Turn['quarters']): Grey {
  if (quarters === 0) return grey;
  const { width, height, data } = grey;
  const out = new Uint8Array(data.length);
  if (quarters === 2) {
    for (let i = 0, j = data.length - 1; j >= 0; i++, j--) out[i] = data[j] as number;
    return { width, height, data: out };
  }
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const at = quarters === 1 ? x * height + (height - 1 - y) : (width - 1 - x) * height + y;
      out[at] = data[y * width + x] as number;
    }
  return { width: height, height: width, data: out };
}

/** Binary places of coordinates in `level`. Half of them are reckoned with, so that products fit in 31 bits. */
const PLACES = 16;
const ONE = 1 << PLACES;
/** Four white pixels. */
const WHITE = -1;

/** The steps [from, to) of `count` in which `start + i * step` lies in [0, `most`), which it may do for one stretch only. */
function within(start: number, step: number, most: number, count: number): readonly [number, number] {
  if (step === 0) return start >= 0 && start < most ? [0, count] : [0, 0];
  const [near, far] =
    step > 0 ? [-start / step, (most - 1 - start) / step] : [(most - 1 - start) / step, -start / step];
  return [Math.max(0, Math.ceil(near)), Math.min(count, Math.floor(far) + 1)];
}

/** `grey` turned by `-degrees` about its middle, so that lines falling by `degrees` become level. Same size, white corners. */
export function level(grey: Grey, degrees: number): Grey {
  if (degrees === 0) return grey;
  const { width, height, data } = grey;
  const out = new Uint8Array(data.length).fill(255);
  const fours = new DataView(data.buffer, data.byteOffset, data.byteLength);
  const cos = Math.cos((degrees * Math.PI) / 180);
  const sin = Math.sin((degrees * Math.PI) / 180);
  const [across, down] = [Math.round(cos * ONE), Math.round(sin * ONE)];
  const cx = (width - 1) / 2;
  const cy = (height - 1) / 2;
  for (let y = 0; y < height; y++) {
    let sx = Math.round((cx - cos * cx - sin * (y - cy)) * ONE);
    let sy = Math.round((cy - sin * cx + cos * (y - cy)) * ONE);
    const [left, right] = within(sx, across, (width - 1) * ONE, width);
    const [top, bottom] = within(sy, down, (height - 1) * ONE, width);
    const from = Math.max(left, top);
    const to = y * width + Math.min(right, bottom);
    sx += from * across;
    sy += from * down;
    for (let x = y * width + from; x < to; x++, sx += across, sy += down) {
      const at = Math.imul(sy >> PLACES, width) + (sx >> PLACES);
      if (x + 4 <= to && fours.getInt32(at) === WHITE && fours.getInt32(at + width) === WHITE) {
        x += 2;
        sx += 2 * across;
        sy += 2 * down;
        continue;
      }
      const a = data[at] as number;
      const c = data[at + width] as number;
      const fx = (sx >> 8) & 255;
      const upper = (a << 8) + Math.imul((data[at + 1] as number) - a, fx);
      const lower = (c << 8) + Math.imul((data[at + width + 1] as number) - c, fx);
      out[x] = ((upper << 8) + Math.imul(lower - upper, (sy >> 8) & 255) + ONE / 2) >> PLACES;
    }
  }
  return { width, height, data: out };
}

/**
 * Maps a box of the upright frame back to the page as displayed, both in points from the top left corner.
 * `width` and `height` are those of the page as displayed. The result is clipped to the page.
 */
export function toDisplayed(turn: Turn, width: number, height: number): (box: Box) => Box {
  const sideways = turn.quarters % 2 === 1;
  const [uw, uh] = sideways ? [height, width] : [width, height];
  const cos = Math.cos((turn.degrees * Math.PI) / 180);
  const sin = Math.sin((turn.degrees * Math.PI) / 180);
  const clip = (value: number, most: number): number => Math.min(most, Math.max(0, value));
  const unit = Math.max(uw, uh) / 2;
  const { warp } = turn;
  const flat = (x: number, y: number): readonly [number, number] => {
    if (warp === null) return [x, y];
    const [levelX, levelY] = warped(warp, x / unit, y / unit);
    return [levelX * unit, levelY * unit];
  };
  const map = (x: number, y: number): readonly [number, number] => {
    const [dx, dy] = flat(x - uw / 2, y - uh / 2);
    const tx = uw / 2 + cos * dx - sin * dy;
    const ty = uh / 2 + sin * dx + cos * dy;
    if (turn.quarters === 1) return [ty, height - tx];
    if (turn.quarters === 2) return [width - tx, height - ty];
    if (turn.quarters === 3) return [width - ty, tx];
    return [tx, ty];
  };
  return ([x0, y0, x1, y1]) => {
    const corners = [map(x0, y0), map(x1, y0), map(x0, y1), map(x1, y1)];
    const xs = corners.map(([x]) => x);
    const ys = corners.map(([, y]) => y);
    return [
      clip(Math.min(...xs), width),
      clip(Math.min(...ys), height),
      clip(Math.max(...xs), width),
      clip(Math.max(...ys), height),
    ];
  };
}
