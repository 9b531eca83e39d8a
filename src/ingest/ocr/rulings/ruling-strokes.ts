import type { Bitmap } from '../grey.js';

/** A straight run of ink: `at` across its direction, [from, to) along it, in pixels. */
export interface Stroke {
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** Breaks of up to this many pixels do not end a run. */
const GAP = 2;

/**
 * Runs of ink of at least `least` pixels along rows ("horizontal") or columns ("vertical"). A run may step one pixel
 * aside, so that a line that leans a little is found as few long runs.
 */
export function longRuns(
  bitmap: Bitmap,
  orientation: 'horizontal' | 'vertical',
  least: number,
): readonly Stroke[] {
  return orientation === 'horizontal' ? alongRows(bitmap, least) : alongColumns(bitmap, least);
}

/** The bytes of a bitmap, to be looked at four by four. */
const foursOf = ({ data }: Bitmap): DataView => new DataView(data.buffer, data.byteOffset, data.byteLength);

function alongRows(bitmap: Bitmap, least: number): readonly Stroke[] {
  const { width, height, data } = bitmap;
  const fours = foursOf(bitmap);
  const found: Stroke[] = [];
  for (let y = 1; y < height - 1; y++) {
    const row = y * width;
    let from = -1;
    let last = -1;
    for (let x = 0; x < width; x++) {
      while (
        x + 4 <= width &&
        (fours.getUint32(row + x, true) |
          fours.getUint32(row + x - width, true) |
          fours.getUint32(row + x + width, true)) ===
          0
      )
        x += 4;
      if (x === width) break;
      if (data[row + x] !== 1 && data[row + x - width] !== 1 && data[row + x + width] !== 1) continue;
      if (from < 0) from = x;
      else if (x - last > GAP + 1) {
        if (last + 1 - from >= least) found.push({ at: y, from, to: last + 1 });
        from = x;
      }
      last = x;
    }
    if (from >= 0 && last + 1 - from >= least) found.push({ at: y, from, to: last + 1 });
  }
  return found;
}

function alongColumns(bitmap: Bitmap, least: number): readonly Stroke[] {
  const { width, height, data } = bitmap;
  const fours = foursOf(bitmap);
  const found: Stroke[] = [];
  const from = new Int32Array(width).fill(-1);
  const last = new Int32Array(width).fill(-1);
  for (let y = 0; y < height; y++) {
    const row = y * width;
    // Columns before this one are done in this row: stretches of ink that touch share one.
    let done = 1;
    for (let x = 0; x < width; x++) {
      while (x + 4 <= width && fours.getUint32(row + x, true) === 0) x += 4;
      if (x === width) break;
      if (data[row + x] !== 1) continue;
      const end = Math.min(width - 2, x + 1);
      for (let column = Math.max(done, x - 1); column <= end; column++) {
        const first = from[column] as number;
        const before = last[column] as number;
        if (first < 0) from[column] = y;
        else if (y - before > GAP + 1) {
          if (before + 1 - first >= least) found.push({ at: column, from: first, to: before + 1 });
          from[column] = y;
        }
        last[column] = y;
      }
      done = Math.max(done, end + 1);
    }
  }
  for (let x = 0; x < width; x++) {
    const end = (last[x] as number) + 1;
    if ((from[x] as number) >= 0 && end - (from[x] as number) >= least)
      found.push({ at: x, from: from[x] as number, to: end });
  }
  return found;
}

/** Strokes that lie in one line (at most `aside` apart across, `gap` along) as groups. */
export function collinear(
  strokes: readonly Stroke[],
  aside: number,
  gap: number,
): readonly (readonly Stroke[])[] {
  const sorted = [...strokes].sort((a, b) => a.at - b.at || a.from - b.from);
  const parent = sorted.map((_, i) => i);
  const root = (i: number): number => {
    let at = i;
    while (parent[at] !== at) {
      parent[at] = parent[parent[at] as number] as number;
      at = parent[at] as number;
    }
    return at;
  };
  for (let i = 0; i < sorted.length; i++) {
    const a = sorted[i] as Stroke;
    for (let j = i + 1; j < sorted.length; j++) {
      const b = sorted[j] as Stroke;
      if (b.at - a.at > aside) break;
      if (b.from - a.to <= gap && a.from - b.to <= gap) parent[root(j)] = root(i);
    }
  }
  const groups = new Map<number, Stroke[]>();
  for (let i = 0; i < sorted.length; i++) {
    const key = root(i);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [sorted[i] as Stroke]);
    else group.push(sorted[i] as Stroke);
  }
  return [...groups.values()];
}
