import { READERS } from './time-readers.js';

/** All words, figures and signs with which a token can begin. */
export const BEGINNINGS: readonly string[] = [...new Set(READERS.flatMap(({ begins }) => begins))];

/** Code units below this hold all letters and digits of Vietnamese; of the others the readers' patterns judge. */
const TABLED = 0x2000;
/** The lower case of each letter and digit; 0 for what is neither. */
const LOWER = Uint16Array.from({ length: TABLED }, (_, code) => {
  const char = String.fromCharCode(code);
  return /[\p{L}\p{N}]/u.test(char) ? char.toLowerCase().charCodeAt(0) : 0;
});
/** 0 behind the text's end as well. */
const lowerAt = (text: string, at: number): number => {
  const code = text.charCodeAt(at);
  return code < TABLED ? (LOWER[code] as number) : 0;
};

/** The end of the run of letters and digits that goes on at `at`; `at` itself where none does. */
export function wordEnd(text: string, at: number): number {
  let end = at;
  while (lowerAt(text, end) !== 0) end++;
  return end;
}

const NONE = -1;
/** Each beginning's place in BEGINNINGS by its one code unit, for figures, signs, "t" and "q". */
const SINGLE = new Int8Array(0x10000).fill(NONE);
/** The same for words, by their hash: cutting a word out of the text to look it up is ten times as dear. */
const SLOTS = 1 << 12;
const hashed = (hash: number, lower: number): number => (hash * 33 + lower) & (SLOTS - 1);
const words: number[][] = Array.from({ length: SLOTS }, () => []);
/** First letters of words. */
const BEGINS_WORD = new Uint8Array(0x10000);
BEGINNINGS.forEach((beginning, place) => {
  const first = beginning.charCodeAt(0);
  if (beginning.length === 1) SINGLE[first] = place;
  else {
    words[[...beginning].reduce((hash, letter) => hashed(hash, letter.charCodeAt(0)), 0)]?.push(place);
    BEGINS_WORD[first] = 1;
  }
});

/**
 * Which of BEGINNINGS stands at `at`, where a run of letters and digits up to `end` or a sign begins; -1 where none
 * does. A figure counts by its first digit, "t" and "q" only before what can make them short for "tháng" and "quý".
 */
export function beginningAt(text: string, at: number, end: number): number {
  if (end === at) return SINGLE[text.charCodeAt(at)] as number;
  const first = lowerAt(text, at);
  if (BEGINS_WORD[first] === 1) {
    const word = wordAt(text, at, end);
    if (word !== NONE) return word;
  }
  if (first === T || first === Q)
    return MAKES_SHORT[lowerAt(text, at + 1)] === 1 ? (SINGLE[first] as number) : NONE;
  return SINGLE[first] as number;
}

const T = 't'.charCodeAt(0);
const Q = 'q'.charCodeAt(0);
/** What may follow "t" and "q": no letter or digit, a digit, a roman numeral. */
const MAKES_SHORT = new Uint8Array(TABLED);
for (const code of [0, ...[...'iv0123456789'].map((char) => char.charCodeAt(0))]) MAKES_SHORT[code] = 1;

function wordAt(text: string, at: number, end: number): number {
  let hash = 0;
  for (let i = at; i < end; i++) hash = hashed(hash, lowerAt(text, i));
  for (const place of words[hash] as readonly number[])
    if (isAt(BEGINNINGS[place] as string, text, at, end)) return place;
  return NONE;
}

function isAt(word: string, text: string, at: number, end: number): boolean {
  if (word.length !== end - at) return false;
  for (let i = 0; i < word.length; i++) if (word.charCodeAt(i) !== lowerAt(text, at + i)) return false;
  return true;
}
