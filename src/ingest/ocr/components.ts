import type { Bitmap } from './grey.js';

/** A connected stretch of ink. Bounds in pixels, `x1` and `y1` excluded. `runs` index into the runs of the page. */
export interface Component {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
  readonly area: number;
  readonly runs: readonly number[];
}

/** Horizontal runs of ink, row by row: run i covers [from[i], to[i]) in row y[i]. */
export interface InkRuns {
  readonly y: Int32Array;
  readonly from: Int32Array;
  readonly to: Int32Array;
}

function runsOf({ width, height, data }: Bitmap): InkRuns & { readonly rowStart: Int32Array } {
  let size = 1 << 16;
  let y = new Int32Array(size);
  let from = new Int32Array(size);
  let to = new Int32Array(size);
  let count = 0;
  const rowStart = new Int32Array(height + 1);
  let next = data.indexOf(1);
  for (let row = 0; row < height; row++) {
    rowStart[row] = count;
    const base = row * width;
    if (next >= 0 && next < base) next = data.indexOf(1, base);
    let x = next < 0 ? width : next - base;
    while (x < width) {
      let end = x + 1;
      while (end < width && data[base + end] === 1) end++;
      if (count === size) {
        size *= 2;
        const grow = (old: Int32Array): Int32Array<ArrayBuffer> => {
          const wider = new Int32Array(size);
          wider.set(old);
          return wider;
        };
        y = grow(y);
        from = grow(from);
        to = grow(to);
      }
      y[count] = row;
      from[count] = x;
      to[count] = end;
      count++;
      x = end;
      while (x < width && data[base + x] === 0) x++;
    }
  }
  rowStart[height] = count;
  return { y: y.subarray(0, count), from: from.subarray(0, count), to: to.subarray(0, count), rowStart };
}

/** The 8-connected components of a picture with the runs that they are made of. Linear in the number of runs. */
export function componentsOf(bitmap: Bitmap): {
  readonly components: readonly Component[];
  readonly runs: InkRuns;
} {
  const runs = runsOf(bitmap);
  const { y, from, to, rowStart } = runs;
  const parent = new Int32Array(y.length);
  for (let i = 0; i < parent.length; i++) parent[i] = i;
  const root = (i: number): number => {
    let at = i;
    while (parent[at] !== at) {
      parent[at] = parent[parent[at] as number] as number;
      at = parent[at] as number;
    }
    return at;
  };
  for (let row = 1; row < bitmap.height; row++) {
    let above = rowStart[row - 1] as number;
    const aboveEnd = rowStart[row] as number;
    for (let i = aboveEnd; i < (rowStart[row + 1] as number); i++) {
      while (above < aboveEnd && (to[above] as number) < (from[i] as number)) above++;
      for (let j = above; j < aboveEnd && (from[j] as number) <= (to[i] as number); j++) {
        const a = root(i);
        const b = root(j);
        if (a !== b) parent[Math.max(a, b)] = Math.min(a, b);
      }
    }
  }
  const byRoot = new Map<
    number,
    { x0: number; y0: number; x1: number; y1: number; area: number; runs: number[] }
  >();
  for (let i = 0; i < parent.length; i++) {
    const key = root(i);
    const own = byRoot.get(key);
    const a = from[i] as number;
    const b = to[i] as number;
    const row = y[i] as number;
    if (own === undefined) byRoot.set(key, { x0: a, y0: row, x1: b, y1: row + 1, area: b - a, runs: [i] });
    else {
      own.x0 = Math.min(own.x0, a);
      own.x1 = Math.max(own.x1, b);
      own.y1 = row + 1;
      own.area += b - a;
      own.runs.push(i);
    }
  }
  return { components: [...byRoot.values()], runs };
}
