// By its file: the package's root loads database clients, reads the environment and takes a second.
import distances from 'natural/lib/natural/distance/levenshtein_distance.js';

/**
 * Whether `b` can be had from `a` by putting in, taking out or changing a letter, or swapping two neighbours, at most
 * `most` times (restricted Damerau-Levenshtein). What the strings share at both ends costs nothing.
 */
export function isWithinEdits(a: string, b: string, most: number): boolean {
  if (a === b) return true;
  if (Math.abs(a.length - b.length) > most) return false;
  let start = 0;
  let [endA, endB] = [a.length, b.length];
  while (start < endA && start < endB && a.charCodeAt(start) === b.charCodeAt(start)) start++;
  while (endA > start && endB > start && a.charCodeAt(endA - 1) === b.charCodeAt(endB - 1)) {
    endA--;
    endB--;
  }
  const left = Math.max(endA, endB) - start;
  // a single edit leaves one letter, or the two of a swapped pair
  if (most === 1 && left > 2) return false;
  if (left <= 1) return most >= left;
  const [restA, restB] = [a.slice(start, endA), b.slice(start, endB)];
  return distances.DamerauLevenshteinDistance(restA, restB, { restricted: true }) <= most;
}
