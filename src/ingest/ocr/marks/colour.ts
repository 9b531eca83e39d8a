import type { Grey } from '../grey.js';
import type { Raster } from '../recognizer.js';

/** How far apart a pixel's channels must be for it to count as coloured. */
const COLOURED = 40;
/** Pixels looked at of a page. */
const LOOKS = 400_000;
/** Share of coloured pixels below which a page is grey: an initial in blue ink has more. */
const LEAST = 0.000_05;

/** Whether a raster has coloured print, ink or seals on it; one channel never has. */
export function isColoured({ width, height, channels, data }: Raster): boolean {
  if (channels === 1) return false;
  const pixels = width * height;
  // A step that is no divisor of the width, so that the looks do not stand in columns.
  const step = Math.max(1, Math.floor(pixels / LOOKS)) | 1;
  let coloured = 0;
  let looks = 0;
  for (let i = 0; i < pixels; i += step, looks++) {
    const at = i * channels;
    const r = data[at] as number;
    const g = data[at + 1] as number;
    const b = data[at + 2] as number;
    if (Math.max(r, g, b) - Math.min(r, g, b) > COLOURED) coloured++;
  }
  return coloured > looks * LEAST;
}

/** A raster without colour as one channel; transparent pixels count as paper. */
export function withoutColour({ width, height, channels, data }: Raster): Grey {
  if (channels === 1) return { width, height, data };
  const grey = new Uint8Array(width * height);
  for (let i = 0, at = 1; i < grey.length; i++, at += channels) grey[i] = data[at] as number;
  if (channels === 4)
    for (let i = 0, at = 3; i < grey.length; i++, at += 4) {
      const alpha = data[at] as number;
      if (alpha !== 255) grey[i] = 255 - (((255 - (grey[i] as number)) * alpha) >> 8);
    }
  return { width, height, data: grey };
}
