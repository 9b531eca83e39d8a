import { type Component, componentsOf } from '../components.js';
import type { Grey } from '../grey.js';
import type { Raster } from '../recognizer.js';
import type { PixelBox } from './seals.js';

/** How far blue must stand above red and green for a pixel to count as pen ink. */
const BLUE_LEAD = 24;
/** Inches: a stroke of a signature is longer than any letter. */
const LONGEST_LETTER = 0.3;
/** Share of its rectangle that a pen stroke inks at most. */
const HOLLOW = 0.3;
/** Inches between strokes of one signature. */
const APART = 0.25;
const RIM = 2;

/** A page without its blue signatures, and where those stood. */
export interface WithoutPenStrokes {
  readonly grey: Grey;
  readonly signatures: readonly PixelBox[];
}

function isStroke(c: Component, least: number): boolean {
  const width = c.x1 - c.x0;
  const height = c.y1 - c.y0;
  return Math.max(width, height) >= least && c.area < HOLLOW * width * height;
}

/** Boxes at most `gap` apart taken together. */
function together(boxes: readonly PixelBox[], gap: number): readonly PixelBox[] {
  const found: PixelBox[] = [];
  for (const box of boxes) {
    let whole = box;
    for (let i = found.length - 1; i >= 0; i--) {
      const other = found[i] as PixelBox;
      const apart =
        other.x0 > whole.x1 + gap ||
        whole.x0 > other.x1 + gap ||
        other.y0 > whole.y1 + gap ||
        whole.y0 > other.y1 + gap;
      if (apart) continue;
      whole = {
        x0: Math.min(whole.x0, other.x0),
        y0: Math.min(whole.y0, other.y0),
        x1: Math.max(whole.x1, other.x1),
        y1: Math.max(whole.y1, other.y1),
      };
      found.splice(i, 1);
      i = found.length;
    }
    found.push(whole);
  }
  return found;
}

/**
 * `grey` without the blue pen strokes of `raster` (signatures): long thin blue lines and the bits of blue about them
 * turn to paper; black print that they cross stays. Blue print stays too: its letters are short. Both pictures have
 * the same size; a raster without colour gives `grey` back.
 */
export function withoutPenStrokes(grey: Grey, raster: Raster, dpi: number): WithoutPenStrokes {
  const { width, height, channels, data } = raster;
  if (channels === 1) return { grey, signatures: [] };
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
  if (inked < dpi) return { grey, signatures: [] };
  const { components, runs } = componentsOf({ width, height, data: blue });
  const strokes = components.filter((c) => isStroke(c, LONGEST_LETTER * dpi));
  if (strokes.length === 0) return { grey, signatures: [] };
  const out = Uint8Array.from(grey.data);
  const near = 0.04 * dpi;
  const parts: Component[] = [];
  for (const c of components) {
    const x = (c.x0 + c.x1) / 2;
    const y = (c.y0 + c.y1) / 2;
    const belongs = strokes.some(
      (s) => x > s.x0 - near && x < s.x1 + near && y > s.y0 - near && y < s.y1 + near,
    );
    if (!belongs) continue;
    parts.push(c);
    for (const run of c.runs) {
      const row = runs.y[run] as number;
      const from = Math.max(0, (runs.from[run] as number) - RIM);
      const to = Math.min(width, (runs.to[run] as number) + RIM);
      for (let r = Math.max(0, row - RIM); r <= Math.min(height - 1, row + RIM); r++)
        for (let i = r * width + from; i < r * width + to; i++)
          if (blue[i] === 1 || (out[i] as number) > 100) out[i] = 255;
    }
  }
  return { grey: { width, height, data: out }, signatures: together(parts, APART * dpi) };
}
