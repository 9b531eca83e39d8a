import { componentsOf } from '../components.js';
import { RED_LEAD } from '../grey.js';
import type { Raster } from '../recognizer.js';

/** A rectangle in pixels, ends excluded. */
export interface PixelBox {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

/** Lengths in inches. Round seals of offices are 32 to 42 mm wide, stamps with a frame up to 70 mm. */
const FIELD = 0.032;
const JOINED = 0.1;
const SMALLEST = 0.55;
const WIDEST = 3;
/** Share of a field that must be red. */
const RED_FIELD = 0.08;
/** Share of its fields that a seal fills at least: its ring, its letters and its star. */
const LEAST_FILLED = 0.18;

/**
 * The red seals and stamps of a coloured page: patches of red ink of a seal's size. Red headings are too flat, red
 * pictures and desks too large or at the page's edge. `dpi` is the raster's resolution.
 */
export function findSeals(raster: Raster, dpi: number): readonly PixelBox[] {
  const { width, height, channels, data } = raster;
  if (channels === 1) return [];
  const side = Math.max(2, Math.round(FIELD * dpi));
  const columns = Math.ceil(width / side);
  const rows = Math.ceil(height / side);
  const counts = new Uint16Array(columns * rows);
  for (let y = 0; y < height; y++) {
    const base = Math.floor(y / side) * columns;
    for (let x = 0, at = y * width * channels; x < width; x++, at += channels) {
      const lead = (data[at] as number) - Math.max(data[at + 1] as number, data[at + 2] as number);
      if (lead > RED_LEAD) {
        const field = base + Math.floor(x / side);
        counts[field] = (counts[field] as number) + 1;
      }
    }
  }
  const least = RED_FIELD * side * side;
  const reach = Math.max(1, Math.round(JOINED / FIELD / 2));
  const near = new Uint8Array(columns * rows);
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      if ((counts[row * columns + column] as number) < least) continue;
      for (let r = Math.max(0, row - reach); r <= Math.min(rows - 1, row + reach); r++)
        near.fill(
          1,
          r * columns + Math.max(0, column - reach),
          r * columns + Math.min(columns, column + reach + 1),
        );
    }
  const seals: PixelBox[] = [];
  for (const c of componentsOf({ width: columns, height: rows, data: near }).components) {
    const [x0, y0, x1, y1] = [c.x0 + reach, c.y0 + reach, c.x1 - reach, c.y1 - reach];
    const across = ((x1 - x0) * side) / dpi;
    const down = ((y1 - y0) * side) / dpi;
    if (Math.min(across, down) < SMALLEST || Math.max(across, down) > WIDEST) continue;
    if (c.x0 === 0 || c.y0 === 0 || c.x1 === columns || c.y1 === rows) continue;
    let filled = 0;
    for (let row = y0; row < y1; row++)
      for (let column = x0; column < x1; column++)
        if ((counts[row * columns + column] as number) >= least) filled++;
    if (filled < LEAST_FILLED * (x1 - x0) * (y1 - y0)) continue;
    seals.push({ x0: x0 * side, y0: y0 * side, x1: x1 * side, y1: y1 * side });
  }
  return seals;
}
