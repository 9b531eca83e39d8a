import type { Ruling } from '../layout/layout-page.js';
import { apply, type Matrix } from './matrix.js';

/** pdf.js 5.5's codes in a path's number buffer; not exported by it, other numbers in other versions. */
const MOVE = 0;
const LINE = 1;
const CURVE = 2;
const QUADRATIC = 3;
const CLOSE = 4;

/** Filled strips up to this many points thick are rules. */
const THICKEST_RULE = 3;
const SHORTEST = 0.5;

interface Subpath {
  readonly points: (readonly [number, number])[];
  curved: boolean;
}

/** The subpaths of pdf.js's number buffer, mapped by `matrix`. Stops at a code it doesn't know. */
function subpaths(buffer: ArrayLike<number>, matrix: Matrix): readonly Subpath[] {
  const found: Subpath[] = [];
  let current: Subpath | null = null;
  const at = (i: number): readonly [number, number] => apply(matrix, buffer[i] ?? 0, buffer[i + 1] ?? 0);
  const extend = (point: readonly [number, number]): void => {
    if (current === null) {
      current = { points: [], curved: false };
      found.push(current);
    }
    current.points.push(point);
  };
  for (let i = 0; i < buffer.length; ) {
    const code = buffer[i];
    if (code === MOVE) {
      current = null;
      extend(at(i + 1));
      i += 3;
    } else if (code === LINE) {
      extend(at(i + 1));
      i += 3;
    } else if (code === CURVE || code === QUADRATIC) {
      const length = code === CURVE ? 7 : 5;
      extend(at(i + length - 2));
      if (current !== null) (current as Subpath).curved = true;
      i += length;
    } else if (code === CLOSE) {
      const first: readonly [number, number] | undefined = (current as Subpath | null)?.points[0];
      if (first !== undefined) {
        extend(first);
        current = null;
      }
      i += 1;
    } else break;
  }
  return found;
}

function segmentRuling(a: readonly [number, number], b: readonly [number, number]): Ruling | null {
  const dx = Math.abs(a[0] - b[0]);
  const dy = Math.abs(a[1] - b[1]);
  if (Math.max(dx, dy) < SHORTEST) return null;
  if (dy <= 0.3 + dx * 0.02 && dx > dy)
    return {
      orientation: 'horizontal',
      position: (a[1] + b[1]) / 2,
      from: Math.min(a[0], b[0]),
      to: Math.max(a[0], b[0]),
    };
  if (dx <= 0.3 + dy * 0.02 && dy > dx)
    return {
      orientation: 'vertical',
      position: (a[0] + b[0]) / 2,
      from: Math.min(a[1], b[1]),
      to: Math.max(a[1], b[1]),
    };
  return null;
}

/** The rules in a stroked path: every segment that runs along the page's axes. */
export function strokedRulings(buffer: ArrayLike<number>, matrix: Matrix): readonly Ruling[] {
  const rulings: Ruling[] = [];
  for (const { points, curved } of subpaths(buffer, matrix)) {
    if (curved) continue;
    for (let i = 1; i < points.length; i++) {
      const a = points[i - 1];
      const b = points[i];
      const ruling = a === undefined || b === undefined ? null : segmentRuling(a, b);
      if (ruling !== null) rulings.push(ruling);
    }
  }
  return rulings;
}

/** The rules in a filled path: thin strips. Larger areas are shading and give none. */
export function filledRulings(buffer: ArrayLike<number>, matrix: Matrix): readonly Ruling[] {
  const rulings: Ruling[] = [];
  for (const { points, curved } of subpaths(buffer, matrix)) {
    if (curved || points.length < 2) continue;
    let [x0, y0, x1, y1] = [Infinity, Infinity, -Infinity, -Infinity];
    for (const [x, y] of points) {
      x0 = Math.min(x0, x);
      y0 = Math.min(y0, y);
      x1 = Math.max(x1, x);
      y1 = Math.max(y1, y);
    }
    const width = x1 - x0;
    const height = y1 - y0;
    if (height <= THICKEST_RULE && width > height * 2 && width >= SHORTEST)
      rulings.push({ orientation: 'horizontal', position: (y0 + y1) / 2, from: x0, to: x1 });
    else if (width <= THICKEST_RULE && height > width * 2 && height >= SHORTEST)
      rulings.push({ orientation: 'vertical', position: (x0 + x1) / 2, from: y0, to: y1 });
  }
  return rulings;
}
