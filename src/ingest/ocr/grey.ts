import type { Raster } from './recognizer.js';

/** An 8-bit grey picture, rows top down, 0 black, 255 white. */
export interface Grey {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** A black and white picture, one byte a pixel: 1 ink, 0 paper. */
export interface Bitmap {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** How far the red channel must stand above the others for a pixel to count as seal ink. */
export const RED_LEAD = 36;

/**
 * The picture in grey for reading black text. Red ink (seals, red stamps) turns to paper while black print under it
 * stays dark. Everything else is luma. Transparent pixels count as paper.
 */
export function toGrey(raster: Raster): Grey {
  const { width, height, channels, data } = raster;
  const pixels = width * height;
  if (channels === 1) return { width, height, data };
  const grey = new Uint8Array(pixels);
  for (let i = 0, at = 0; i < pixels; i++, at += channels) {
    const r = data[at] as number;
    const g = data[at + 1] as number;
    const b = data[at + 2] as number;
    const lead = r - Math.max(g, b);
    const value = lead > RED_LEAD ? Math.min(255, r + lead) : (r * 77 + g * 151 + b * 28) >> 8;
    if (channels === 4) {
      const alpha = data[at + 3] as number;
      grey[i] = alpha === 255 ? value : 255 - (((255 - value) * alpha) >> 8);
    } else grey[i] = value;
  }
  return { width, height, data: grey };
}

/** `grey` smoothed by the 3x3 binomial kernel: single specks fade, strokes stay. Edge pixels stay as they are. */
export function soften(grey: Grey): Grey {
  const { width, height, data } = grey;
  const out = Uint8Array.from(data);
  for (let y = 1; y < height - 1; y++) {
    const row = y * width;
    const [above, below] = [row - width, row + width];
    let before = (data[above] as number) + 2 * (data[row] as number) + (data[below] as number);
    let here = (data[above + 1] as number) + 2 * (data[row + 1] as number) + (data[below + 1] as number);
    for (let x = 2; x < width; x++) {
      const next = (data[above + x] as number) + 2 * (data[row + x] as number) + (data[below + x] as number);
      out[row + x - 1] = (before + 2 * here + next) >> 4;
      before = here;
      here = next;
    }
  }
  return { width, height, data: out };
}
