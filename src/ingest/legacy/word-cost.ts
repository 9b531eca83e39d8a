import { isVietnameseSyllable } from '../../document/vietnamese-syllable.js';
import { UNICODE_ONLY } from './vietnamese-letters.js';

/*
 * What it costs to take a string for text as it stands: 0 is nothing odd, 3 and more is no text. The figures weigh
 * against each other in `convertLegacy` only.
 */

/** Letters with the signs of Latin-1 that legacy encodings put between them. */
const STRINGS = /[\p{L}\p{M}\u00A1-\u00BF\u00D7\u00F7]+/gu;
const SYMBOL = /[\u00A1-\u00A9\u00AB-\u00B4\u00B6-\u00B9\u00BB-\u00BF\u00D7\u00F7]/u;
const SIGN_BEHIND = /[»²³°ºª¹®©·¼½¾]$/u;
/** Of these behind a word, some are letters of TCVN3 that words end in. */
const DOUBTFUL_BEHIND = /[·ª¹®]$/u;
const SIGN_BEFORE = /^[«·¿¡©µ]/u;
const PRIVATE = /[\uE000-\uF8FF\uFFFD\u0080-\u009F]/u;
const ASCII = /^\p{ASCII}*$/u;
const FRENCH = /^[a-zàâäçéèêëîïôöùûüÿæœ]+$/iu;
const CAPITAL_INSIDE = /\p{Ll}[\u00C0-\u00DE]/u;
const SMALL_AMONG_CAPITALS = /\p{Lu}[\u00DF-\u00FF]\p{Lu}/u;
const CONSONANTS = /[bcdfghjklmnpqrstvwxz]{5}/iu;
const VOWEL = /[aeiouyà-æè-ïò-öø-ýÿœ]/iu;
/** Two marked letters in a row, and a marked one behind a vowel that French doesn't put there: as VNI spells. */
const MARKED_PAIR = /[\u00C0-\u00FF](?![Éé])[\u00C0-\u00FF]/u;
const ODD_PAIR = /[aà][âáàåãäêéèúüëùøûõ]|[eé][âáàåãäùøõïêèú]|o[âáàåãäøõ]|[uy][àåãäùøûõïú]|i[ùøûõï]/iu;
/** Marks of VIQR that stand inside a word, on a vowel, or make a đ; those at a word's end may be the sentence's. */
const SHAPED = /[aeo]\^|[ou]\+['`?~.]|\p{L}[`~]\p{L}/iu;
const MARKS_INSIDE = /\p{L}[?(+]\p{L}|[ou]\+$|(?<!\p{L})d[dD][aeiouy]|(?<!\p{L})DD[AEIOUYaeiouy]/iu;
const MARK_BEHIND = /[aeiouy][`~]|[aeiouy]\.\p{Ll}/iu;
const ADDRESS = /:\/\/|@|www\./u;
const CAPITALS = /^[A-ZĂÂĐÊÔƠƯ]{2,10}$/u;
const CAPITAL_VOWEL = /[AĂÂEÊIOÔƠUƯY]/gu;
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/gu;
const WORST = 4;
/** A tone on the wrong vowel, two words run together. */
const MISTYPED = 2;

function costOfLetters(letters: string): number {
  if (ASCII.test(letters)) return 0;
  const composed = letters.normalize('NFC');
  if (isVietnameseSyllable(composed)) return 0;
  if (UNICODE_ONLY.test(composed)) return 0.5;
  if (/[^\u0000-\u024F]/u.test(composed)) return 0;
  if (CAPITAL_INSIDE.test(composed) || SMALL_AMONG_CAPITALS.test(composed)) return 3;
  if (CONSONANTS.test(composed) || !VOWEL.test(composed)) return 3;
  if (MARKED_PAIR.test(composed)) return 3;
  const marked = [...composed].filter((char) => char > '\u007F').length;
  if (ODD_PAIR.test(composed) || (marked * 2 > composed.length && composed.length > 1)) return 2.5;
  return FRENCH.test(composed) ? 1 : 2;
}

function costOfString(string: string): number {
  let rest = string;
  let cost = 0;
  if (SIGN_BEFORE.test(rest) && rest.length > 1) {
    cost += rest.startsWith('·') || rest.startsWith('µ') ? 0.5 : 1;
    rest = rest.slice(1);
  }
  while (SIGN_BEHIND.test(rest) && rest.length > 1) {
    if (DOUBTFUL_BEHIND.test(rest)) cost += 1;
    rest = rest.slice(0, -1);
  }
  if (!/\p{L}/u.test(rest)) return cost;
  return SYMBOL.test(rest) ? cost + 3 : cost + costOfLetters(rest);
}

const strings = (chunk: string, cost: (string: string) => number): number => {
  let sum = 0;
  for (const string of chunk.match(STRINGS) ?? []) sum += cost(string);
  return sum;
};

function costOfMarks(chunk: string): number {
  if (!/[`~^?(+.]|dd/iu.test(chunk) || ADDRESS.test(chunk)) return 0;
  if (SHAPED.test(chunk)) return 3;
  return MARKS_INSIDE.test(chunk) ? 2 : MARK_BEHIND.test(chunk) ? 1 : 0;
}

/** What it costs to take `chunk` (no white space) for Unicode text in any language, as it stands. */
export function costAsIs(chunk: string): number {
  if (PRIVATE.test(chunk)) return 3;
  return Math.min(WORST, costOfMarks(chunk) + strings(chunk, costOfString));
}

/** A space was left out: "đơnvị". */
function isTwoSyllables(letters: string): boolean {
  for (let at = 2; at + 2 <= letters.length; at++)
    if (isVietnameseSyllable(letters.slice(0, at)) && isVietnameseSyllable(letters.slice(at))) return true;
  return false;
}

function costOfDecoded(string: string): number {
  if (SYMBOL.test(string.replace(SIGN_BEHIND, ''))) return string.length > 1 ? WORST : 1;
  const letters = string.replace(SIGN_BEHIND, '');
  if (ASCII.test(letters) || isVietnameseSyllable(letters)) return 0;
  // A list's "đ)", "35.000 đ".
  if (/^đ$/iu.test(letters)) return 0.5;
  const isAbbreviation = CAPITALS.test(letters) && (letters.match(CAPITAL_VOWEL)?.length ?? 0) <= 1;
  if (isAbbreviation) return 0.5;
  const toneless = letters.normalize('NFD').replace(TONES, '').normalize('NFC');
  if (isVietnameseSyllable(toneless)) return MISTYPED;
  return isTwoSyllables(letters) ? MISTYPED : WORST;
}

/** What it costs to take `chunk` for Vietnamese decoded from a legacy encoding. */
export function costDecoded(chunk: string): number {
  if (PRIVATE.test(chunk)) return WORST;
  return Math.min(2 * WORST, strings(chunk, costOfDecoded));
}
