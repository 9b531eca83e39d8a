import { foldVietnamese } from '../../document/fold.js';

const plain = (text: string): string => foldVietnamese(text.normalize('NFC')).replace(/[^\p{L}\p{N}]+/gu, '');

const digits = (text: string): string => text.replace(/[^\p{N}]+/gu, '');

/**
 * Whether two printed texts are the same but for a recognizer's slips in letters: the same digits, and a share of
 * common letter pairs (Dice) of 0.8 or more.
 */
export function isSameText(a: string, b: string): boolean {
  const [x, y] = [plain(a), plain(b)];
  if (x === y) return true;
  if (x.length < 4 || y.length < 4 || digits(a) !== digits(b)) return false;
  const pairs = new Map<string, number>();
  for (let i = 1; i < x.length; i++) {
    const pair = x.slice(i - 1, i + 1);
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  let common = 0;
  for (let i = 1; i < y.length; i++) {
    const pair = y.slice(i - 1, i + 1);
    const left = pairs.get(pair) ?? 0;
    if (left > 0) {
      common += 1;
      pairs.set(pair, left - 1);
    }
  }
  return (2 * common) / (x.length + y.length - 2) >= 0.8;
}
