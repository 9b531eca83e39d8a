import distances from 'natural/lib/natural/distance/levenshtein_distance.js';
import type { Mention } from '../record/primitives.js';

/** Two readings of the same words differ by at most this share of their letters. */
const MOST_CHANGED = 0.25;
/** Words beyond this length are compared by their beginning: an edit distance is quadratic. */
const COMPARED = 400;

const alikeness = (a: string, b: string): number => {
  const [x, y] = [a.slice(0, COMPARED), b.slice(0, COMPARED)];
  const most = Math.max(x.length, y.length);
  return most === 0 ? 0 : distances.LevenshteinDistance(x, y) / most;
};

/**
 * Which of `items` the words `raw` mean after the file was read again: the only one that differs little enough.
 * Null where none or several do: then a person has to say. `free` tells which items are not spoken for.
 */
export function nearestItem(
  raw: string,
  items: readonly Pick<Mention, 'raw'>[],
  free: (index: number) => boolean,
): number | null {
  if (raw === '') return null;
  const near: { readonly index: number; readonly distance: number }[] = [];
  for (const [index, { raw: other }] of items.entries()) {
    if (!free(index)) continue;
    const distance = alikeness(raw, other);
    if (distance <= MOST_CHANGED) near.push({ index, distance });
  }
  near.sort((a, b) => a.distance - b.distance);
  const [best, next] = near;
  return best === undefined || next?.distance === best.distance ? null : best.index;
}
