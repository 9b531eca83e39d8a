import { type Box, boxAround } from './box.js';
import type { SourceDocument, Word } from './source-document.js';
import type { Span } from './span.js';

/** A piece of a page: one entry a printed line that a span touches. */
export interface PagePlace {
  readonly page: number;
  readonly bbox: Box;
}

/** The words that overlap `span`, in order. Logarithmic search, then linear in what it returns. */
export function wordsIn(words: readonly Word[], span: Span): readonly Word[] {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((words[middle] as Word).span.end <= span.start) low = middle + 1;
    else high = middle;
  }
  const found: Word[] = [];
  for (let i = low; i < words.length; i++) {
    const word = words[i] as Word;
    if (word.span.start >= span.end) break;
    found.push(word);
  }
  return found;
}

const round = (value: number): number => Math.round(value * 100) / 100;

/** Where `span` stands on the pages, a box a line; [] for sources without pages. */
export function locate(document: Pick<SourceDocument, 'words'>, span: Span): readonly PagePlace[] {
  const lines: { page: number; boxes: Box[] }[] = [];
  for (const word of wordsIn(document.words, span)) {
    const last = lines.at(-1);
    const lastBox = last?.boxes.at(-1);
    const middle = (word.box[1] + word.box[3]) / 2;
    const sameLine =
      last !== undefined &&
      lastBox !== undefined &&
      last.page === word.page &&
      middle > lastBox[1] &&
      middle < lastBox[3] &&
      word.box[0] >= lastBox[0];
    if (sameLine) last.boxes.push(word.box);
    else lines.push({ page: word.page, boxes: [word.box] });
  }
  return lines.map(({ page, boxes }) => {
    const [x0, y0, x1, y1] = boxAround(boxes);
    return { page, bbox: [round(x0), round(y0), round(x1), round(y1)] as const };
  });
}

/** The least confidence of the words under `span`; 1 where the text was read from the file. */
export function confidenceOf(document: Pick<SourceDocument, 'words'>, span: Span): number {
  let least = 1;
  for (const word of wordsIn(document.words, span)) least = Math.min(least, word.confidence);
  return Math.round(least * 1000) / 1000;
}
