import type { Grey } from '../grey.js';
import type { Raster } from '../recognizer.js';
import type { PixelBox } from './seals.js';

/** How far apart a pixel's channels must be for it to be coloured ink, not print. */
const COLOURED = 34;
/** Pixels about coloured ink that belong to it: JPEG keeps colour at half the resolution, its strokes have grey edges. */
const REACH = 3;
/** Print is dark in all channels; red ink is light in one, a blue pen's less so. */
const DARK_AT_RED = 145;
const DARK_AT_BLUE = 112;
/** Inches about a mark that are looked at as well. */
const AROUND = 0.05;

/**
 * For each pixel of the box, rows of the box's width: how light its lightest channel may be as print. 255 where no
 * colour is near.
 */
function printLevels({ width, channels, data }: Raster, { x0, y0, x1, y1 }: PixelBox): Uint8Array {
  const wide = x1 - x0;
  const high = y1 - y0;
  const across = new Uint8Array(wide * high).fill(255);
  const levels = new Uint8Array(wide * high).fill(255);
  for (let y = 0; y < high; y++)
    for (let x = 0; x < wide; x++) {
      const at = ((y + y0) * width + x + x0) * channels;
      const [r, g, b] = [data[at] as number, data[at + 1] as number, data[at + 2] as number];
      if (Math.max(r, g, b) - Math.min(r, g, b) <= COLOURED) continue;
      const level = b > r ? DARK_AT_BLUE : DARK_AT_RED;
      for (let i = y * wide + Math.max(0, x - REACH); i < y * wide + Math.min(wide, x + REACH + 1); i++)
        if (level < (across[i] as number)) across[i] = level;
    }
  for (let y = 0; y < high; y++)
    for (let d = Math.max(0, y - REACH); d <= Math.min(high - 1, y + REACH); d++)
      for (let x = 0; x < wide; x++) {
        const level = across[d * wide + x] as number;
        if (level < (levels[y * wide + x] as number)) levels[y * wide + x] = level;
      }
  return levels;
}

/**
 * `grey` without what is left of seals and signatures in its `marks`: whatever lies at coloured ink and is not as dark
 * as print turns to paper. Both pictures have the same size, in which `marks` are given; a raster without colour, or
 * without marks, gives `grey` back.
 */
export function withoutResidue(grey: Grey, raster: Raster, marks: readonly PixelBox[], dpi: number): Grey {
  const { width, height, channels, data } = raster;
  if (channels === 1 || marks.length === 0) return grey;
  const out = Uint8Array.from(grey.data);
  const around = Math.round(AROUND * dpi);
  for (const mark of marks) {
    const box = {
      x0: Math.max(0, mark.x0 - around),
      y0: Math.max(0, mark.y0 - around),
      x1: Math.min(width, mark.x1 + around),
      y1: Math.min(height, mark.y1 + around),
    };
    const levels = printLevels(raster, box);
    let i = 0;
    for (let y = box.y0; y < box.y1; y++)
      for (let x = box.x0; x < box.x1; x++, i++) {
        const level = levels[i] as number;
        if (level === 255) continue;
        const at = (y * width + x) * channels;
        if (Math.max(data[at] as number, data[at + 1] as number, data[at + 2] as number) > level)
          out[y * width + x] = 255;
      }
  }
  return { width, height, data: out };
}
