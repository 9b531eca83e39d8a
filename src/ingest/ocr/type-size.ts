import type { Piece } from './piece.js';

/** Heights over the type size in text faces such as Times and Liberation Serif. */
const X_HEIGHT = 0.46;
const CAPITAL = 0.66;

/**
 * The type size of a piece in pixels, from how high its letters stand over the baseline. Two heights far enough
 * apart are small letters and capitals; a single height is that of capitals, or of small letters where the piece is
 * not higher than the page's usual letter (`size`).
 */
export function typeSizeOf(piece: Piece, size: number): number {
  const heights: number[] = [];
  for (const c of piece.components) {
    const standing = Math.abs(c.y1 - piece.baseline) <= 0.12 * size;
    const height = piece.baseline - c.y0;
    if (standing && height >= 0.5 * size) heights.push(height);
  }
  if (heights.length === 0) return size / 0.55;
  heights.sort((a, b) => a - b);
  const low = heights[Math.floor(heights.length * 0.2)] as number;
  const high = heights[Math.floor(heights.length * 0.8)] as number;
  if (high > low * 1.25) return low / X_HEIGHT;
  return low > 0.95 * size ? low / CAPITAL : low / X_HEIGHT;
}
