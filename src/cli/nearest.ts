import distances from 'natural/lib/natural/distance/levenshtein_distance.js';

const plain = (word: string): string => word.toLowerCase().replace(/[-_]/gu, '');

/** The one of `words` that `typed` was most likely meant to be (case, hyphens and two slips aside); null for none. */
export function nearest(typed: string, words: readonly string[]): string | null {
  let best: string | null = null;
  let least = Math.min(3, Math.ceil(typed.length / 2));
  for (const word of words) {
    const far = distances.LevenshteinDistance(plain(typed), plain(word));
    if (far < least) {
      best = word;
      least = far;
    }
  }
  return best;
}
