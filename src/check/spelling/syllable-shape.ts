import { isVietnameseSyllable } from '../../document/vietnamese-syllable.js';

const TONES = /[\u0300\u0301\u0303\u0309\u0323]/gu;
/** Letters of Vietnamese; of other marks ("naïve", "señor") none is a slip. */
const ALPHABET = /^[a-zăâđêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]+$/u;
const STOPPED = /(?:c|ch|p|t)$/u;

/**
 * Whether a lower-case syllable that bears Vietnamese marks can be one at all: an onset, a rime and a tone that go
 * together, the tone on its letter. True for whatever is not judged: other alphabets, no mark, no vowel.
 */
export function isPossibleSyllable(syllable: string): boolean {
  if (!/[^a-z]/u.test(syllable) || /[^\p{L}\p{M}]/u.test(syllable)) return true;
  if (!ALPHABET.test(syllable.normalize('NFC'))) return true;
  const apart = syllable.normalize('NFD');
  const bare = apart.replace(/\p{M}/gu, '');
  if (!/^[a-zđ]+$/u.test(bare) || /[fjwz]/u.test(bare) || !/[aeiouy]/u.test(bare)) return true;
  // Behind a stop there are two tones, both written; only text without any marks leaves them out.
  if (STOPPED.test(bare) && apart.search(TONES) < 0) return false;
  return isVietnameseSyllable(syllable.normalize('NFC'));
}

/** The syllable with its tone on the letter where it belongs; null where that does not make it a possible one. */
export function withToneInPlace(syllable: string): string | null {
  const apart = syllable.normalize('NFD');
  const [tone, second] = apart.match(TONES) ?? [];
  if (tone === undefined || second !== undefined) return null;
  const letters = [...apart.replace(TONES, '').normalize('NFC')];
  for (let at = 0; at < letters.length; at++) {
    if (!/[aăâeêioôơuưy]/u.test(letters[at] ?? '')) continue;
    const moved = letters
      .map((letter, i) => (i === at ? letter + tone : letter))
      .join('')
      .normalize('NFC');
    if (moved !== syllable && isPossibleSyllable(moved)) return moved;
  }
  return null;
}
