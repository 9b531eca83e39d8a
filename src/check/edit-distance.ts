import natural from 'natural/lib/natural/distance/levenshtein_distance.js';

/**
 * How many letters must be put in, taken out, changed or swapped with their neighbour to get from `a` to `b`. Only for
 * short strings: time and memory grow with the product of the lengths.
 */
export const editDistance = (a: string, b: string): number =>
  a === b ? 0 : natural.DamerauLevenshteinDistance(a, b, { restricted: true });
