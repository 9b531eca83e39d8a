import type { Component } from '../components.js';
import type { Piece } from '../piece.js';
import type { PieceWord } from '../read-sheet.js';
import { typeSizeOf } from '../type-size.js';
import { inkUnder, isDash } from './word-ink.js';

const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;
/** A dash over this share of the type size is an en dash: it has half of it, a hyphen a third. */
const EN_DASH = 0.42;
const SEEN = 0.9;

const dashText = (component: Component, piece: Piece, size: number): string =>
  component.x1 - component.x0 > EN_DASH * typeSizeOf(piece, size) ? '–' : '-';

/** A word that is nothing but one dash, however the recognizer wrote it ("-_", "~"), as that dash. */
export function asDash(word: PieceWord, size: number): PieceWord {
  if (LETTER_OR_DIGIT.test(word.text)) return word;
  const ink = inkUnder(word);
  const [only] = ink;
  if (only === undefined || ink.length > 1 || !isDash(only, word.piece.baseline, size)) return word;
  return { ...word, text: dashText(only, word.piece, size), confidence: Math.max(word.confidence, SEEN) };
}

/**
 * Dashes in front of a line that the recognizer passed over: flat strokes left of every word of their piece. The
 * bullets of lists stand so, and a list without its bullets is read as running text.
 */
export function missedDashes(
  pieces: readonly Piece[],
  words: readonly PieceWord[],
  size: number,
): readonly PieceWord[] {
  const starts = new Map<Piece, number>();
  for (const word of words)
    starts.set(word.piece, Math.min(starts.get(word.piece) ?? Number.POSITIVE_INFINITY, word.x0));
  const found: PieceWord[] = [];
  for (const piece of pieces) {
    const start = starts.get(piece);
    if (start === undefined) continue;
    const leading = piece.components.filter((c) => c.x1 <= start && isDash(c, piece.baseline, size));
    const [dash] = leading;
    if (dash === undefined || leading.length > 1) continue;
    if (piece.components.some((c) => c !== dash && c.x0 < dash.x1)) continue;
    const { x0, y0, x1, y1 } = dash;
    found.push({ text: dashText(dash, piece, size), x0, y0, x1, y1, confidence: SEEN, piece });
  }
  return found;
}
