import type { Piece } from './piece.js';

/** More stretches of print than the densest table has. */
const MOST_PIECES = 2_500;
/** Letter heights: print in which some lines touch stays below. */
const TALLEST = 8;

/**
 * Whether a page's "print" is none: countless scraps, or ink that hangs together over many lines (a photograph, a
 * raster, static). Recognizing it would take minutes and give nothing. `size` is the page's letter height.
 */
export function isNoise(page: { readonly pieces: readonly Piece[]; readonly size: number }): boolean {
  if (page.pieces.length > MOST_PIECES) return true;
  let all = 0;
  let tall = 0;
  for (const piece of page.pieces) {
    let area = 0;
    for (const component of piece.components) area += component.area;
    all += area;
    if (piece.y1 - piece.y0 > TALLEST * page.size) tall += area;
  }
  return tall * 2 > all;
}
