import { type Component, componentsOf } from './components.js';
import type { Grey } from './grey.js';
import type { Raster } from './recognizer.js';

/** How far blue must stand above red and green for a pixel to count as pen ink. */
const BLUE_LEAD = 24;
/** Inches: a stroke of a signature is longer than any letter. */
const LONGEST_LETTER = 0.3;
/** Share of its rectangle that a pen stroke inks at most. */
const HOLLOW = 0.3;
const RIM = 2;

function isStroke(c: Component, least: number): boolean {
  const width = c.x1 - c.x0;
  const height = c.y1 - c.y0;
  return Math.max(width, height) >= least && c.area < HOLLOW * width * height;
}

/**
 * `grey` without the blue pen strokes of `raster` (signatures): long thin blue lines and the bits of blue about them
 * turn to paper; black print that they cross stays. Blue print stays too: its letters are short. Both pictures have
 * the same size; a raster without colour gives `grey` back.
 */
export function withoutPenStrokes(grey: Grey, raster: Raster, dpi: number): Grey {
  const { width, height, channels, data } = raster;
  if (channels === 1) return grey;
  const blue = new Uint8Array(width * height);
  let inked = 0;
  for (let i = 0, at = 0; i < blue.length; i++, at += channels) {
    const r = data[at] as number;
    const g = data[at + 1] as number;
    if ((data[at + 2] as number) - Math.max(r, g) > BLUE_LEAD) {
      blue[i] = 1;
      inked++;
    }
  }
  if (inked < dpi) return grey;
  const { components, runs } = componentsOf({ width, height, data: blue });
  const strokes = components.filter((c) => isStroke(c, LONGEST_LETTER * dpi));
  if (strokes.length === 0) return grey;
  const out = Uint8Array.from(grey.data);
  const near = 0.04 * dpi;
  for (const c of components) {
    const x = (c.x0 + c.x1) / 2;
    const y = (c.y0 + c.y1) / 2;
    const belongs = strokes.some(
      (s) => x > s.x0 - near && x < s.x1 + near && y > s.y0 - near && y < s.y1 + near,
    );
    if (!belongs) continue;
    for (const run of c.runs) {
      const row = runs.y[run] as number;
      const from = Math.max(0, (runs.from[run] as number) - RIM);
      const to = Math.min(width, (runs.to[run] as number) + RIM);
      for (let r = Math.max(0, row - RIM); r <= Math.min(height - 1, row + RIM); r++)
        for (let i = r * width + from; i < r * width + to; i++)
          if (blue[i] === 1 || (out[i] as number) > 100) out[i] = 255;
    }
  }
  return { width, height, data: out };
}
