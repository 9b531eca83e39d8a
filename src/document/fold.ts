const FOLDED = new Map<string, string>();

function foldOne(char: string): string {
  if (char.length > 1) return char;
  const base = char.normalize('NFD').charAt(0);
  const plain = base === 'đ' || base === 'Đ' ? 'd' : base.toLowerCase();
  return plain.length === 1 ? plain : char;
}

/**
 * Folds Vietnamese for matching: lower case, no diacritics, đ as d. The result has exactly as many UTF-16 units as
 * `text` where `text` is NFC, so offsets stay valid.
 */
export function foldVietnamese(text: string): string {
  let folded = '';
  for (const char of text) {
    let plain = FOLDED.get(char);
    if (plain === undefined) {
      plain = foldOne(char);
      FOLDED.set(char, plain);
    }
    folded += plain;
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
