function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, n) => n);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++)
      next[j] = Math.min(
        (row[j] ?? 0) + 1,
        (next[j - 1] ?? 0) + 1,
        (row[j - 1] ?? 0) + (a.charAt(i - 1) === b.charAt(j - 1) ? 0 : 1),
      );
    row = next;
  }
  return row[b.length] ?? 0;
}

const plain = (word: string): string => word.toLowerCase().replace(/[-_]/gu, '');

/** The one of `words` that `typed` was most likely meant to be (case, hyphens and two slips aside); null for none. */
export function nearest(typed: string, words: readonly string[]): string | null {
  let best: string | null = null;
  let least = Math.min(3, Math.ceil(typed.length / 2));
  for (const word of words) {
    const far = distance(plain(typed), plain(word));
    if (far < least) {
      best = word;
      least = far;
    }
  }
  return best;
}
