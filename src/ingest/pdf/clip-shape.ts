import type { Box } from '../../document/box.js';
import { apply, type Matrix } from './matrix.js';

/** The corners of a clip that is one four-sided figure. */
export type Corners = readonly (readonly [number, number])[];

/** Points by which a clip may cut into what it is to surround: less than a reader sees. */
const SLACK = 1;
const MOVE = 0;
const LINE = 1;
const CLOSE = 4;

/** Corners of a path of pdf.js's where it is one figure of straight strokes; else null. */
export function cornersOfPath(path: unknown): Corners | null {
  if (!(path instanceof Float32Array)) return null;
  const corners: [number, number][] = [];
  let at = 0;
  for (; path[at] === (corners.length === 0 ? MOVE : LINE); at += 3)
    corners.push([path[at + 1] ?? 0, path[at + 2] ?? 0]);
  const ends = at === path.length || (at === path.length - 1 && path[at] === CLOSE);
  return ends && corners.length >= 4 && corners.length <= 5 ? corners : null;
}

/** Corners of a form's box, a list of four numbers; else null. */
export function cornersOfBox(values: unknown): Corners | null {
  if (!Array.isArray(values) && !ArrayBuffer.isView(values)) return null;
  const [x0, y0, x1, y1] = Array.from(values as unknown as ArrayLike<unknown>);
  if (typeof x0 !== 'number' || typeof y0 !== 'number') return null;
  if (typeof x1 !== 'number' || typeof y1 !== 'number') return null;
  return [
    [x0, y0],
    [x1, y0],
    [x1, y1],
    [x0, y1],
  ];
}

/** Whether the figure, brought to the page by `matrix`, is an upright rectangle around `inside`. */
export function surrounds(corners: Corners, matrix: Matrix, [x0, y0, x1, y1]: Box): boolean {
  const seen = corners.map(([x, y]) => apply(matrix, x, y));
  const xs = seen.map(([x]) => x);
  const ys = seen.map(([, y]) => y);
  const [left, right] = [Math.min(...xs), Math.max(...xs)];
  const [top, bottom] = [Math.min(...ys), Math.max(...ys)];
  if (!(left <= x0 + SLACK && right >= x1 - SLACK && top <= y0 + SLACK && bottom >= y1 - SLACK)) return false;
  // Only a rectangle fills its own bounds.
  let twice = 0;
  for (const [i, [x, y]] of seen.entries()) {
    const [nextX, nextY] = seen[(i + 1) % seen.length] ?? [x, y];
    twice += x * nextY - nextX * y;
  }
  return Math.abs(twice) / 2 >= 0.999 * (right - left) * (bottom - top);
}
