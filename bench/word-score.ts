/** How many of the true words were found and how many of the found ones are true, page by page. */
export interface WordScore {
  readonly recall: number;
  readonly precision: number;
}

const counts = (words: readonly string[]): Map<string, number> => {
  const found = new Map<string, number>();
  for (const word of words) found.set(word, (found.get(word) ?? 0) + 1);
  return found;
};

/** Words as they stand between spaces, marks and signs included, each counted as often as it is on its page. */
export function scoreWords(
  truth: readonly (readonly string[])[],
  read: readonly (readonly string[])[],
): WordScore {
  let [right, wanted, got] = [0, 0, 0];
  for (const [page, words] of truth.entries()) {
    const there = counts(words);
    const own = read[page] ?? [];
    wanted += words.length;
    got += own.length;
    for (const [word, count] of counts(own)) right += Math.min(count, there.get(word) ?? 0);
  }
  return { recall: right / Math.max(1, wanted), precision: right / Math.max(1, got) };
}

/** The words of a text, in NFC. */
export const wordsOf = (text: string): readonly string[] =>
  text.normalize('NFC').split(/\s+/u).filter(Boolean);
