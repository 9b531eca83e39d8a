import type { SourceSegment } from './source-document.js';

/** Cleaned text with the map back: `segments` cover it in order; `raw` counts in the text that was given. */
export interface CleanText {
  readonly text: string;
  readonly segments: readonly SourceSegment[];
}

const DROPPED =
  /[\u00AD\u200B-\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF\u0000-\u0008\u000E-\u001F\u007F]/u;
const WHITE = /\s/u;
const MARK = /\p{M}/u;

/** Letters that look like a Vietnamese letter and are typed for it (U+00D0, U+0110 look the same in print). */
const LOOK_ALIKE: ReadonlyMap<string, string> = new Map([
  ['\u00D0', 'Đ'],
  ['\u0189', 'Đ'],
]);

/**
 * NFC, white-space runs folded to one space and dropped at both ends, invisible characters dropped, look-alike
 * letters unified. The map back to `raw` is built on the way. Linear in the length.
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
    let end = i + char.length;
    while (end < raw.length && raw.charCodeAt(end) > 0x2ff) {
      const next = String.fromCodePoint(raw.codePointAt(end) as number);
      if (!MARK.test(next)) break;
      end += next.length;
    }
    if (pendingSpace >= 0 && text !== '') emit(' ', pendingSpace);
    pendingSpace = -1;
    const cluster = raw.slice(i, end);
    emit(LOOK_ALIKE.get(cluster) ?? cluster.normalize('NFC'), i);
    i = end;
  }
  return { text, segments };
}
