import type { Box } from '../../document/box.js';
import type { Bitmap, Grey } from './grey.js';

/** A turn of a picture about its middle. `quarters` of 90 degrees clockwise first, then `degrees` clockwise. */
export interface Turn {
  readonly quarters: 0 | 1 | 2 | 3;
  readonly degrees: number;
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

/** `grey` turned by `-degrees` about its middle, so that lines falling by `degrees` become level. Same size, white corners. */
export function level(grey: Grey, degrees: number): Grey {
  if (degrees === 0) return grey;
  const { width, height, data } = grey;
  const out = new Uint8Array(data.length).fill(255);
  const cos = Math.cos((degrees * Math.PI) / 180);
  const sin = Math.sin((degrees * Math.PI) / 180);
  const cx = (width - 1) / 2;
  const cy = (height - 1) / 2;
  for (let y = 0; y < height; y++) {
    let sx = cx - cos * cx - sin * (y - cy);
    let sy = cy - sin * cx + cos * (y - cy);
    const row = y * width;
    for (let x = 0; x < width; x++, sx += cos, sy += sin) {
      if (sx < 0 || sy < 0 || sx >= width - 1 || sy >= height - 1) continue;
      const x0 = sx | 0;
      const y0 = sy | 0;
      const at = y0 * width + x0;
      const a = data[at] as number;
      const b = data[at + 1] as number;
      const c = data[at + width] as number;
      const d = data[at + width + 1] as number;
      if (a === 255 && b === 255 && c === 255 && d === 255) continue;
      const fx = sx - x0;
      const top = a + (b - a) * fx;
      out[row + x] = top + (c + (d - c) * fx - top) * (sy - y0) + 0.5;
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
  const map = (x: number, y: number): readonly [number, number] => {
    const dx = x - uw / 2;
    const dy = y - uh / 2;
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
