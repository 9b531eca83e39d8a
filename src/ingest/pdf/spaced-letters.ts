import { boxAround } from '../../document/box.js';
import { isVietnameseSyllable } from '../../document/vietnamese-syllable.js';
import { type PdfWord, sameLine } from './pdf-word.js';

/** Fewer single letters in a row are labels, ticks or columns of a table. */
const LEAST_LETTERS = 6;
/** How many times as wide as between letters the gaps between words are at least. */
const WORD_GAP = 1.5;
const NEXT_KIND = 1.2;
/** Gaps of more than so many times that bound part columns; a space in print, in ems. */
const WIDEST = 2.2;
const SPACE = 0.25;
/** The share of joined strings that must be syllables or figures. */
const LEAST_WORDS = 0.75;
/** A page of which more than this is single letters is one of letters apart, where so many rows make words. */
const MOSTLY = 0.6;
const LEAST_ROWS = 3;
const LETTER = /^[\p{L}\p{N}](?:[\p{M}]*)[.,;:)!?”"]?$|^[(“"‘\-–/.,;:)!?”%&+]$/u;
const LETTERS = /[\p{L}\p{M}]+/gu;

const isLetter = (word: PdfWord): boolean => word.text.length <= 3 && LETTER.test(word.text.normalize('NFC'));

/** The gap from which on words part, where the gaps are of two kinds, narrow ones in the majority; else null. */
function wordGap(gaps: readonly number[]): number | null {
  const sorted = [...gaps].sort((a, b) => a - b);
  const half = Math.floor((sorted.length - 1) / 2);
  const middle = sorted[half] ?? 0;
  for (let i = half; i + 1 < sorted.length; i++) {
    const [low, high] = [sorted[i] ?? 0, sorted[i + 1] ?? 0];
    if (high >= middle * WORD_GAP && high >= low * NEXT_KIND) return (low + high) / 2;
  }
  return null;
}

function joined(letters: readonly PdfWord[]): PdfWord {
  const first = letters[0] as PdfWord;
  return {
    ...first,
    text: letters.map(({ text }) => text).join(''),
    box: boxAround(letters.map(({ box }) => box)),
  };
}

/**
 * A row of letters parted where they stand more than `least` points apart. Words that only a word's gap parts come as
 * close to each other as in print, lest the gap, wide for the size of the letters, be taken for one between columns.
 */
function parted(row: readonly PdfWord[], least: number): readonly PdfWord[] {
  const groups: PdfWord[][] = [];
  for (const [i, word] of row.entries()) {
    const before = row[i - 1];
    if (before === undefined || word.box[0] - before.box[2] > least) groups.push([word]);
    else groups.at(-1)?.push(word);
  }
  const words = groups.map(joined);
  return words.map((word, i) => {
    const next = words[i + 1];
    const [x0, y0, x1, y1] = word.box;
    const gap = next === undefined ? 0 : next.box[0] - x1;
    const space = Math.min(gap, word.fontSize * SPACE);
    return gap === 0 || gap > least * WIDEST ? word : { ...word, box: [x0, y0, x1 + gap - space, y1] };
  });
}

/** Whether most strings are syllables, and some of three letters are among them. */
function areWords(words: readonly PdfWord[]): boolean {
  const strings = words.flatMap(({ text }) => text.normalize('NFC').match(LETTERS) ?? []);
  const right = strings.filter(isVietnameseSyllable).length;
  return strings.some((string) => string.length >= 3) && right >= strings.length * LEAST_WORDS;
}

/** Letters in a row on one line; a word that is no letter is a row of its own. */
function rowsOf(words: readonly PdfWord[]): readonly (readonly PdfWord[])[] {
  const rows: PdfWord[][] = [];
  let last: PdfWord | null = null;
  for (const word of words) {
    const single = isLetter(word);
    const goesOn = single && last !== null && sameLine(last, word) && word.box[0] >= last.box[0];
    if (goesOn) rows.at(-1)?.push(word);
    else rows.push([word]);
    last = single ? word : null;
  }
  return rows;
}

/** The gap between words in ems by which a row of letters makes words; null where it makes none. */
function gapOfRow(row: readonly PdfWord[]): number | null {
  if (row.length < LEAST_LETTERS) return null;
  const least = wordGap(row.slice(1).map((word, i) => word.box[0] - (row[i] as PdfWord).box[2]));
  if (least === null || !areWords(parted(row, least))) return null;
  return least / Math.max(1, (row[0] as PdfWord).fontSize);
}

/**
 * Puts words back together whose letters stand apart ("Q u y ế t   đ ị n h") where wider gaps tell the words and most
 * of them are syllables. On a page that is mostly such letters, rows of figures and short rows follow the others. Words
 * come line by line, left to right.
 */
export function joinSpacedLetters(words: readonly PdfWord[]): readonly PdfWord[] {
  const single = words.filter(isLetter).length;
  if (single < LEAST_LETTERS) return words;
  const rows = rowsOf(words);
  const gaps = rows.map(gapOfRow);
  const known = gaps.filter((gap) => gap !== null).sort((a, b) => a - b);
  const usual = known[Math.floor(known.length / 2)];
  if (usual === undefined) return words;
  const isPageOfLetters = single > words.length * MOSTLY && known.length >= LEAST_ROWS;
  return rows.flatMap((row, i) => {
    const gap = gaps[i] ?? (isPageOfLetters ? usual : null);
    return gap === null ? row : parted(row, gap * Math.max(1, (row[0] as PdfWord).fontSize));
  });
}
