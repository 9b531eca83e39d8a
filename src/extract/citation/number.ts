import type { Span } from '../../document/span.js';
import { allMatches } from '../all-matches.js';

/** A document number found in text; `value` is without the spaces that a line end or a hand left in it. */
export interface NumberToken {
  readonly span: Span;
  readonly value: string;
}

// A part of the code behind the number: capitals, with small letters as in "TTg", "CTr", "VPĐU", "KHCN&MT".
const PART = String.raw`\p{Lu}[\p{Lu}\p{Ll}\d&]{0,14}`;
// A hyphen that a line end broke may have a space on one side, then only capitals may follow it. Papers of around
// 2000 part the codes by a stop: "27/CT.UB".
const HYPHEN = String.raw`(?:[-–‑]|\s[-–‑](?=\p{Lu}{2})|[-–‑]\s(?=\p{Lu}{2})|\.(?=\p{Lu}{2}))`;
const SLASH = String.raw`\s?/\s?`;
const COUNT = String.raw`\d{1,6}(?:\.\d{1,3})?[a-zđ]?`;
const YEAR = String.raw`(?:19|20)\d{2}`;

/** In order of trial: the first that fits at a place wins. Each with what it must and must not match. */
const FAMILIES: readonly string[] = [
  // 68/2006/QH11, 202/2025/QH15, 12/2008/PL-UBTVQH12; 19/2014/QĐ-TTg, 27/2015/TTLT-BKHCN-BTC, 66.22/2026/NQ-CP
  `${COUNT}${SLASH}${YEAR}${SLASH}${PART}(?:${HYPHEN}${PART}){0,4}`,
  // 57-NQ/TW, 191-KH/TU, 402-CV/VPĐU, 12-NQ-TW is none
  String.raw`${COUNT}\s?[-–‑]\s?\p{Lu}[\p{Lu}\p{Ll}]{1,5}${SLASH}\p{Lu}[\p{Lu}\p{Ll}]{1,9}(?:${HYPHEN}${PART})?`,
  // 101/QĐ-BKHCN, 3003/BKHCN-TĐC, 67/VBHN-VPQH, 385/KH-UBND; 03/UBND is one, 15/6 is none
  String.raw`${COUNT}${SLASH}\p{Lu}[\p{Lu}\p{Ll}&]{1,14}(?:${HYPHEN}${PART}){0,4}`,
];
const NUMBER = new RegExp(String.raw`(?<![\p{L}\p{N}/.])(?:${FAMILIES.join('|')})(?![\p{L}\p{N}])`, 'gu');

// A type's code that runs straight into an agency's: "QĐTTg", "TTBTC", "KHSKHCN", "SKHCNTĐC".
const GLUED =
  /(?<=\/)(QĐ|TTLT|TT|NĐ|NQ|CT|KH|HD|TB|BC|TTr|CTr)(TTg|CP|UBND|HĐND|UBTVQH|VPCP|TW|TU|[BS]\p{Lu}{2,8})$|(?<=\/)([BS]\p{Lu}{3,7}|UBND|VPCP)(TĐC|VP|KGVX|VX|NC|KT|TH|KSTT|TCCB|HCSN|KHTC|CCHC)$/u;

const MINISTRY =
  '(?:BTC|BKHCN|BNV|BYT|BCT|BTP|BXD|BCA|BQP|BGDĐT|BGTVT|BKHĐT|BTTTT|BTNMT|BNNPTNT|BLĐTBXH|BVHTTDL)';
/** Two ministries' codes in a joint circular's number that run into each other: "TTLT-BTCBKHCN". */
const JOINT = new RegExp(`(?<=TTLT-)(${MINISTRY})(${MINISTRY})$`, 'u');

/**
 * Every document number in `text`, in order, without overlaps. `offset` is added to the spans. `lostHyphens`: the text
 * is from a program that drops a hyphen at a line's end (pdftotext); it is put back in the value where both codes are
 * plain.
 */
export function findNumbers(text: string, offset = 0, lostHyphens = false): readonly NumberToken[] {
  if (!text.includes('/')) return [];
  const found: NumberToken[] = [];
  for (const match of allMatches(text, NUMBER)) {
    const tight = match[0].replace(/\s+/gu, '').replace(/[–‑]/gu, '-');
    const value = lostHyphens
      ? tight.replace(GLUED, (_, a, b, c, d) => `${a ?? c}-${b ?? d}`).replace(JOINT, '$1-$2')
      : tight;
    const code = value.slice(value.search(/[/-]/u) + 1);
    // "12/Phòng", "5/Ban": a word, not a code. A code has two capitals or the form of a party's.
    if (!/\p{Lu}[\p{Ll}&]?\p{Lu}/u.test(code) && !/^\d{4}\/\p{Lu}/u.test(code)) continue;
    if (/^\p{Lu}\p{Ll}{2,}/u.test(code)) continue;
    found.push({ span: { start: match.index + offset, end: match.index + match[0].length + offset }, value });
  }
  return found;
}
