import { readToken } from './read-token.js';
import type { TimeToken } from './time-token.js';

/** The words with which a token can begin. */
const BEGINNING_WORDS: readonly string[] = [
  'ngày', 'tháng', 'quý', 'quí', 'qúy', 'năm', 'trước', 'chậm', 'muộn', 'đến', 'tới', 'hết', 'hạn', 'từ', 'hoàn', 'xong', 'định',
  'nếu', 'khi', 'đột', 'theo', 'thường', 'làm', 'liên', 'hằng', 'hàng', 'mỗi', 'một', 'hai', 'ba', 'bốn', 'sáu', 'chín', 'trong',
  'cả', 'suốt', 'toàn', 'các', 'cuối', 'và', 'hoặc',
]; // biome-ignore format: a table of words

/** Every word or sign with which a token can begin: elsewhere no reader need be tried. */
const BEGINNING = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:\d|T(?=[\s\d])|Q(?=[\s.IV\d])|(?:${BEGINNING_WORDS.join('|')})(?![\p{L}\p{N}]))|[-–,&+]`,
  'iuy',
);

/** Code units below this hold all letters and digits of Vietnamese; of the others the pattern judges. */
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

/** What a code unit can be to BEGINNING: the first letter of a word, a digit or a sign that always is one. */
const WORD = 1;
const SIGN = 2;
const KINDS = new Uint8Array(0x10000);
for (const word of [...BEGINNING_WORDS, 't', 'q'])
  for (const char of [word.charAt(0), word.charAt(0).toUpperCase()]) KINDS[char.charCodeAt(0)] = WORD;
for (const char of '0123456789-–,&+') KINDS[char.charCodeAt(0)] = SIGN;

/** A word's place in a table of words that may be one of those above: asking the pattern is ten times as dear. */
const HASHES = 1 << 12;
const hashed = (hash: number, lower: number): number => (hash * 33 + lower) & (HASHES - 1);
const MAY_BEGIN = new Uint8Array(HASHES);
for (const word of BEGINNING_WORDS)
  MAY_BEGIN[[...word].reduce((hash, letter) => hashed(hash, letter.charCodeAt(0)), 0)] = 1;

/** Whether one of the words above, or "T1", "QIV", "Q. 2", may begin at `at`. */
function mayBegin(text: string, at: number): boolean {
  if (at > 0 && lowerAt(text, at - 1) !== 0) return false;
  const first = lowerAt(text, at);
  let hash = 0;
  for (let end = at, lower = first; lower !== 0; lower = lowerAt(text, ++end)) hash = hashed(hash, lower);
  return (
    MAY_BEGIN[hash] === 1 || ((first === T || first === Q) && IS_BEHIND_SHORT[lowerAt(text, at + 1)] === 1)
  );
}

const T = 't'.charCodeAt(0);
const Q = 'q'.charCodeAt(0);
const IS_BEHIND_SHORT = new Uint8Array(TABLED);
for (const code of [0, ...[...'iv0123456789'].map((char) => char.charCodeAt(0))]) IS_BEHIND_SHORT[code] = 1;

const COUNTS = /lần/iu;

/** The tokens of a time phrase in order; what is none is passed over. Linear in the length. */
export function timeTokens(text: string): readonly TimeToken[] {
  const tokens: TimeToken[] = [];
  let counts: boolean | null = null;
  for (let at = 0; at < text.length; at++) {
    const kind = KINDS[text.charCodeAt(at)];
    if (kind === 0 || (kind === WORD && !mayBegin(text, at))) continue;
    BEGINNING.lastIndex = at;
    if (!BEGINNING.test(text)) continue;
    counts ??= COUNTS.test(text);
    const token = readToken(text, at, counts);
    if (token === null) continue;
    tokens.push(token);
    at = token.span.end - 1;
  }
  return tokens;
}
