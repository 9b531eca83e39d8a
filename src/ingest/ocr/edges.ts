import type { Grey } from './grey.js';

/** Share of the page that a dark edge reaches in at most. */
const DEEPEST = 0.2;
/** Pixels of light that do not end an edge: noise, dust on black. */
const GAP = 3;
/** Pixels beyond the dark that are its soft rim. */
const RIM = 3;

/** Pixels from the edge that are dark without a break, 0 where the first are light. */
function depth(dark: (step: number) => boolean, most: number): number {
  let last = -1;
  for (let step = 0; step < most && step - last <= GAP; step++) if (dark(step)) last = step;
  return last + 1;
}

/**
 * Whitens what is dark from the picture's edge inwards: scanner lids, the desk under a photographed page. Changes
 * `grey`. What is dark all the way to `DEEPEST` is a picture, not an edge, and stays. Tells whether there was any.
 */
export function whitenEdges(grey: Grey, threshold: number): boolean {
  const { width, height, data } = grey;
  let any = false;
  const clean = (lines: number, across: number, at: (line: number, step: number) => number): void => {
    const most = Math.floor(across * DEEPEST);
    for (let line = 0; line < lines; line++) {
      const deep = depth((step) => (data[at(line, step)] as number) <= threshold, most);
      if (deep === 0 || deep >= most) continue;
      any = true;
      const end = Math.min(across, deep + RIM);
      for (let step = 0; step < end; step++) data[at(line, step)] = 255;
    }
  };
  clean(height, width, (y, step) => y * width + step);
  clean(height, width, (y, step) => y * width + width - 1 - step);
  clean(width, height, (x, step) => step * width + x);
  clean(width, height, (x, step) => (height - 1 - step) * width + x);
  return any;
}
