import type { Grey } from '../grey.js';
import { DARKEST_PAPER, paperIn } from '../paper.js';

/** Tiles across and down that a picture's light is looked at in. */
const TILES = 12;
/** One pixel in so many of each row and column is looked at. */
const STEP = 4;
/** How much lighter the lightest tenth of the paper is than the darkest where light falls unevenly. */
const UNEVEN = 1.12;

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
      const looks = {
        left: Math.floor((column * width) / TILES),
        top: Math.floor((row * height) / TILES),
        right: Math.floor(((column + 1) * width) / TILES),
        bottom: Math.floor(((row + 1) * height) / TILES),
        step: STEP,
      };
      const value = paperIn(grey, looks, counts);
      if (value >= DARKEST_PAPER) paper.push(value);
    }
  if (paper.length < TILES) return false;
  paper.sort((a, b) => a - b);
  const tenth = Math.floor(paper.length / 10);
  return (paper[paper.length - 1 - tenth] as number) > UNEVEN * (paper[tenth] as number);
}
