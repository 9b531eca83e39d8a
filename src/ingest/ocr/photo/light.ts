import type { Grey } from '../grey.js';

/** Tiles across and down that a picture's light is looked at in. */
const TILES = 12;
/** One pixel in so many of each row and column is looked at. */
const STEP = 4;
/** Tiles darker than this are desk, print or pictures, not paper. */
const DARKEST_PAPER = 96;
/** How much lighter the lightest tenth of the paper is than the darkest where light falls unevenly. */
const UNEVEN = 1.12;

/** The grey that a fifth of a tile's pixels lie above. */
function paperOf(
  { width, data }: Grey,
  left: number,
  top: number,
  right: number,
  bottom: number,
  counts: Uint32Array,
): number {
  counts.fill(0);
  let total = 0;
  for (let y = top; y < bottom; y += STEP)
    for (let x = left; x < right; x += STEP, total++) {
      const value = data[y * width + x] as number;
      counts[value] = (counts[value] as number) + 1;
    }
  let lighter = total / 5;
  let value = 255;
  while (value > 0 && lighter > (counts[value] as number)) lighter -= counts[value--] as number;
  return value;
}

/**
 * Whether the paper of a picture is lit unevenly, as photographed pages are; a scanner's lamp lights all of it the
 * same. `grey` is the picture as it was taken, its paper not yet whitened.
 */
export function isUnevenlyLit(grey: Grey): boolean {
  const { width, height } = grey;
  const counts = new Uint32Array(256);
  const paper: number[] = [];
  for (let row = 0; row < TILES; row++)
    for (let column = 0; column < TILES; column++) {
      const value = paperOf(
        grey,
        Math.floor((column * width) / TILES),
        Math.floor((row * height) / TILES),
        Math.floor(((column + 1) * width) / TILES),
        Math.floor(((row + 1) * height) / TILES),
        counts,
      );
      if (value >= DARKEST_PAPER) paper.push(value);
    }
  if (paper.length < TILES) return false;
  paper.sort((a, b) => a - b);
  const tenth = Math.floor(paper.length / 10);
  return (paper[paper.length - 1 - tenth] as number) > UNEVEN * (paper[tenth] as number);
}
