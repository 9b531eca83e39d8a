/**
 * Folds Vietnamese for matching: lower case, no diacritics, đ as d. The result has exactly as many UTF-16 units as
 * `text` where `text` is NFC, so offsets stay valid.
 */
export function foldVietnamese(text: string): string {
  let folded = '';
  for (const char of text) {
    const base = char.normalize('NFD').charAt(0);
    const plain = char.length > 1 ? char : base === 'đ' || base === 'Đ' ? 'd' : base.toLowerCase();
    folded += plain.length === char.length ? plain : char;
  }
  return folded;
}

/** Lower case with diacritics kept, same length as `text` (characters whose lower case is longer stay). */
export function lowerSameLength(text: string): string {
  const lower = text.toLowerCase();
  if (lower.length === text.length) return lower;
  let out = '';
  for (const char of text) out += char.toLowerCase().length === char.length ? char.toLowerCase() : char;
  return out;
}
