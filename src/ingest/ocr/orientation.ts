import type { Component } from './components.js';
import { Neighbours } from './neighbours.js';

/** Letters looked at; more do not change the answer. */
const ENOUGH = 1500;
/** How far a neighbour is looked for, in letter heights. */
const REACH = 1.5;

/**
 * Whether print runs down the picture instead of across: letters then have their next neighbour above or below.
 * `size` is the letter height. False where there are too few letters to tell.
 */
export function runsDown(components: readonly Component[], size: number): boolean {
  const letters: number[] = [];
  for (const [i, c] of components.entries()) {
    const long = Math.max(c.x1 - c.x0, c.y1 - c.y0);
    const short = Math.min(c.x1 - c.x0, c.y1 - c.y0);
    if (long >= 0.5 * size && long <= 2 * size && short >= 0.2 * size) letters.push(i);
  }
  const grid = new Neighbours(components, letters, size * 2);
  const step = Math.max(1, Math.floor(letters.length / ENOUGH));
  let across = 0;
  let down = 0;
  for (let k = 0; k < letters.length; k += step) {
    const i = letters[k] as number;
    const a = components[i] as Component;
    const reach = REACH * size;
    let right = Number.POSITIVE_INFINITY;
    let below = Number.POSITIVE_INFINITY;
    for (const j of grid.near(a.x0, a.y0, a.x1 + reach, a.y1 + reach)) {
      if (j === i) continue;
      const b = components[j] as Component;
      const commonY = Math.min(a.y1, b.y1) - Math.max(a.y0, b.y0);
      const commonX = Math.min(a.x1, b.x1) - Math.max(a.x0, b.x0);
      if (b.x0 >= a.x1 - 1 && commonY * 2 > Math.min(a.y1 - a.y0, b.y1 - b.y0))
        right = Math.min(right, b.x0 - a.x1);
      if (b.y0 >= a.y1 - 1 && commonX * 2 > Math.min(a.x1 - a.x0, b.x1 - b.x0))
        below = Math.min(below, b.y0 - a.y1);
    }
    if (right < below) across++;
    else if (below < right) down++;
  }
  return across + down >= 30 && down > across;
}
