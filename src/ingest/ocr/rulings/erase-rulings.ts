import type { Bitmap, Grey } from '../grey.js';
import { inkThrough, type Line } from './ruling-line.js';

/** Whitens the line in `grey` and `bitmap`; strokes of print that cross it stay. */
export function eraseLine(line: Line, grey: Grey, bitmap: Bitmap, dpi: number): void {
  const vertical = line.orientation === 'vertical';
  const { width, height } = grey;
  const step = vertical ? 1 : width;
  const most = vertical ? width : height;
  const along = vertical ? height : width;
  const limit = line.thickness + Math.max(2, 0.008 * dpi);
  const half = Math.ceil(line.thickness / 2) + 1;
  const wipe = (u: number, first: number, last: number, rim: number): void => {
    for (let v = Math.max(0, first - rim); v <= Math.min(most - 1, last + rim); v++) {
      const at = vertical ? u * width + v : v * step + u;
      grey.data[at] = 255;
      bitmap.data[at] = 0;
    }
  };
  for (let u = Math.max(0, line.from - 3); u < Math.min(along, line.to + 3); u++) {
    const i = Math.min(line.course.length - 1, Math.max(0, u - line.from));
    const at = line.course[i] as number;
    const ink = inkThrough(bitmap, vertical, u, at, 2, Math.round(0.3 * dpi));
    if (ink === null) continue;
    const [first, last] = ink;
    if (last - first + 1 <= limit) wipe(u, first, last, 2);
    else if (first >= at - half) wipe(u, first, Math.min(last, first + line.thickness - 1), 0);
    else if (last <= at + half) wipe(u, Math.max(first, last - line.thickness + 1), last, 0);
  }
}
