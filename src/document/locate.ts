import type { Box } from './box.js';
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

/**
 * Where `span` stands on the pages, a box a line ([] for sources without pages), and how likely all words
 * under it were read right (1 where the text was read from the file).
 */
export function placed(
  document: Pick<SourceDocument, 'words'>,
  span: Span,
): { readonly location: readonly PagePlace[]; readonly confidence: number } {
  const words = wordsIn(document.words, span);
  return { location: linesOf(words), confidence: jointConfidence(words) };
}

function linesOf(words: readonly Word[]): readonly PagePlace[] {
  const places: PagePlace[] = [];
  for (let from = 0, to = 1; from < words.length; from = to, to = from + 1) {
    const first = words[from] as Word;
    let [x0, y0, x1, y1] = first.box;
    for (; to < words.length && isOnLine(words[to] as Word, words[to - 1] as Word); to++) {
      const { box } = words[to] as Word;
      x0 = Math.min(x0, box[0]);
      y0 = Math.min(y0, box[1]);
      x1 = Math.max(x1, box[2]);
      y1 = Math.max(y1, box[3]);
    }
    places.push({ page: first.page, bbox: [round(x0), round(y0), round(x1), round(y1)] });
  }
  return places;
}

/** Whether a word goes on with the printed line of the word before it. */
function isOnLine({ page, box }: Word, before: Word): boolean {
  const middle = (box[1] + box[3]) / 2;
  return before.page === page && middle > before.box[1] && middle < before.box[3] && box[0] >= before.box[0];
}

/** How likely all words are right: the product of their confidences. */
function jointConfidence(words: readonly Word[]): number {
  let joint = 1;
  for (const word of words) joint *= word.confidence;
  return Math.round(joint * 1000) / 1000;
}
