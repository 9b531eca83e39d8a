import { wordsShared } from '../title-words.js';

/** Things of an older and a newer list that are the same one, and what is left of each, in their own order. */
export interface Pairing<Item> {
  readonly pairs: readonly { readonly older: Item; readonly newer: Item; readonly likeness: number }[];
  readonly dropped: readonly Item[];
  readonly added: readonly Item[];
}

/** How alike two word lists are, from 0 to 1: twice the words that they share over all words (Dice 1945). */
export function likenessOf(a: readonly string[], b: readonly string[]): number {
  if (a.length + b.length === 0) return 1;
  return (2 * wordsShared(a, b) * a.length) / (a.length + b.length);
}

/**
 * Pairs items by the likeness of their words, the most alike first, none below `least`; of equally alike ones the
 * nearest in order. Time grows with the product of both lists, which are the tasks of a plan: some dozens.
 */
export function pairAlike<Item>(
  older: readonly Item[],
  newer: readonly Item[],
  wordsOf: (item: Item, side: 'older' | 'newer') => readonly string[],
  least: number,
  mayPair: (older: Item, newer: Item) => boolean = () => true,
): Pairing<Item> {
  const olderWords = older.map((item) => wordsOf(item, 'older'));
  const newerWords = newer.map((item) => wordsOf(item, 'newer'));
  const candidates = older.flatMap((before, i) =>
    newer.flatMap((after, j) => {
      const likeness = likenessOf(olderWords[i] ?? [], newerWords[j] ?? []);
      return likeness >= least && mayPair(before, after) ? [{ i, j, likeness }] : [];
    }),
  );
  candidates.sort((a, b) => b.likeness - a.likeness || Math.abs(a.i - a.j) - Math.abs(b.i - b.j));
  const pairOf = new Map<number, { readonly j: number; readonly likeness: number }>();
  const taken = new Set<number>();
  for (const { i, j, likeness } of candidates) {
    if (pairOf.has(i) || taken.has(j)) continue;
    pairOf.set(i, { j, likeness });
    taken.add(j);
  }
  return {
    pairs: older.flatMap((item, i) => {
      const pair = pairOf.get(i);
      const after = pair === undefined ? undefined : newer[pair.j];
      return pair === undefined || after === undefined
        ? []
        : [{ older: item, newer: after, likeness: pair.likeness }];
    }),
    dropped: older.filter((_, i) => !pairOf.has(i)),
    added: newer.filter((_, j) => !taken.has(j)),
  };
}
