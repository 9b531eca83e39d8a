import type { GoldText } from './gold-record.js';

/** Text as it is compared: lower case, one kind of dash, no spaces around punctuation, no punctuation at its ends. */
export function foldText(text: string | null | undefined): string {
  return (text ?? '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[–—‑]/gu, '-')
    .replaceAll('ð', 'đ')
    .replace(/\s+/gu, ' ')
    .replace(/ ?([:;,./()-]) ?/gu, '$1')
    .replace(/^[\s\-+•.;:,]+|[\s.;:,]+$/gu, '')
    .trim();
}

/** 1 less the Levenshtein distance of the folded texts over the longer one's length: 1 for equals, 0 at worst. */
export function similarity(a: string | null | undefined, b: string | null | undefined): number {
  const left = foldText(a);
  const right = foldText(b);
  if (left === right) return 1;
  if (left === '' || right === '') return 0;
  let previous = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let i = 1; i <= left.length; i += 1) {
    const current = [i];
    for (let j = 1; j <= right.length; j += 1) {
      const swap = (previous[j - 1] ?? 0) + (left[i - 1] === right[j - 1] ? 0 : 1);
      current.push(Math.min((previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1, swap));
    }
    previous = current;
  }
  return 1 - (previous[right.length] ?? 0) / Math.max(left.length, right.length);
}

/** The texts of which any will do. */
export function alternatives(gold: GoldText): (string | null)[] {
  return gold !== null && typeof gold === 'object' ? gold.anyOf : [gold];
}

/** True where the text is, by at least this similarity, one that gold accepts; null wants null or nothing. */
export function sameText(gold: GoldText, got: string | null | undefined, least = 0.95): boolean {
  return alternatives(gold).some((text) =>
    text === null ? got === null || got === undefined || got === '' : similarity(text, got) >= least,
  );
}

/** True where the value is exactly one that gold accepts. */
export function sameValue(gold: GoldText, got: string | null | undefined): boolean {
  return alternatives(gold).some((value) => value === (got ?? null));
}

/** The best similarity to any text that gold accepts. */
export function bestSimilarity(gold: GoldText, got: string | null | undefined): number {
  return Math.max(...alternatives(gold).map((text) => similarity(text, got)));
}
