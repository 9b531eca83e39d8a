import type { SourceSegment } from './source-document.js';

/** Cleaned text with the map back: `segments` cover it in order; `raw` counts in the text that was given. */
export interface CleanText {
  readonly text: string;
  readonly segments: readonly SourceSegment[];
}

const DROPPED =
  /[\u00AD\u200B-\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF\u0000-\u0008\u000E-\u001F\u007F]/u;
const WHITE = /\s/u;
/** What NFC may join to the letter before it: marks, and the vowels and finals of Hangul syllables. */
const JOINS = /[\p{M}\u1160-\u11FF]/u;

/**
 * Signs that look like another and are typed for it: letters for Vietnamese ones (U+00D0, U+0110 look the same in
 * print; the small ones are what converters and changes of case make of them), and hyphens.
 */
const LOOK_ALIKE: ReadonlyMap<string, string> = new Map([
  ['\u00D0', 'Đ'],
  ['\u0189', 'Đ'],
  ['\u00F0', 'đ'],
  ['\u0256', 'đ'],
  // Hyphens that differ from the usual one in where a line may be broken only.
  ['\u2010', '-'],
  ['\u2011', '-'],
]);

/**
 * NFC, white-space runs folded to one space and dropped at both ends, invisible characters dropped, look-alike
 * letters and hyphens unified. The map back to `raw` is built on the way. Linear in the length.
 */
export function cleanText(raw: string): CleanText {
  let text = '';
  const segments: { clean: number; raw: number; length: number }[] = [];
  let pendingSpace = -1;
  const emit = (piece: string, at: number): void => {
    const last = segments.at(-1);
    if (
      last !== undefined &&
      piece.length === 1 &&
      last.raw + last.length === at &&
      last.clean + last.length === text.length
    )
      last.length += 1;
    else segments.push({ clean: text.length, raw: at, length: piece.length });
    text += piece;
  };
  for (let i = 0; i < raw.length; ) {
    const char = String.fromCodePoint(raw.codePointAt(i) as number);
    if (WHITE.test(char)) {
      if (pendingSpace < 0) pendingSpace = i;
      i += char.length;
      continue;
    }
    if (DROPPED.test(char)) {
      i += char.length;
      continue;
    }
    // the letter with its marks, over invisible characters that stand between them
    let end = i + char.length;
    let cluster = char;
    for (let ahead = end; ahead < raw.length && raw.charCodeAt(ahead) > 0xac; ) {
      const next = String.fromCodePoint(raw.codePointAt(ahead) as number);
      ahead += next.length;
      if (DROPPED.test(next)) continue;
      if (!JOINS.test(next)) break;
      cluster += next;
      end = ahead;
    }
    if (pendingSpace >= 0 && text !== '') emit(' ', pendingSpace);
    pendingSpace = -1;
    emit(LOOK_ALIKE.get(cluster) ?? cluster.normalize('NFC'), i);
    i = end;
  }
  return { text, segments };
}
