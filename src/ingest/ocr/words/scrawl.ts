import type { Component } from '../components.js';
import type { PieceWord } from '../read-sheet.js';
import { inkUnder } from './word-ink.js';

/** Words read with less than this from pen strokes are taken for strokes. */
const DOUBTFUL = 0.7;
/** Letters that a doubtful word must have to be kept all the same. */
const WORD_LIKE = /[\p{L}\p{N}]{3}/u;

/** Whether a component is a pen stroke rather than a letter: far larger than the print and mostly hollow. */
function isStroke(component: Component, size: number): boolean {
  const width = component.x1 - component.x0;
  const height = component.y1 - component.y0;
  const large = height > 1.9 * size || width > 3 * size;
  return large && component.area < 0.22 * width * height;
}

/**
 * Whether a word is what the recognizer made of a signature or of a seal's rim: a short reading of low confidence
 * on ink with a stroke in it. `size` is the page's letter height.
 */
export function isScrawl(word: PieceWord, size: number): boolean {
  if (word.confidence >= DOUBTFUL || WORD_LIKE.test(word.text)) return false;
  return inkUnder(word).some((component) => isStroke(component, size));
}
