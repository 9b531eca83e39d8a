import type { Page, SourceDocument, Word } from '../../document/source-document.js';
import { type FigureSuggestion, suggestFigures } from './suggest-figures.js';
import { judgeByVocabulary, type WordInLine } from './suggest-words.js';
import { wordConfidence } from './word-confidence.js';
import { wordKind } from './word-kind.js';

/** The suggested text of a word that lies in a suggested range, the rest of the word as it is. */
function figureIn(word: Word, text: string, figures: readonly FigureSuggestion[]): string | null {
  for (const { span, text: wanted } of figures) {
    if (span.start < word.span.start || span.end > word.span.end) continue;
    return text.slice(word.span.start, span.start) + wanted + text.slice(span.end, word.span.end);
  }
  return null;
}

const isMarked = ({ page, box }: Word, pages: readonly Page[]): boolean =>
  pages
    .find(({ number }) => number === page)
    ?.marks?.some(
      ({ box: mark }) => box[0] < mark[2] && box[2] > mark[0] && box[1] < mark[3] && box[3] > mark[1],
    ) === true;

const wordsInLine = ({ text, words }: SourceDocument): readonly WordInLine[] =>
  words.map(({ span, confidence }, i) => {
    const before = words[i - 1];
    const follows =
      before !== undefined && span.start === before.span.end + 1 && text.charAt(before.span.end) === ' ';
    return { text: text.slice(span.start, span.end), confidence, follows };
  });

/**
 * Judges the words of recognized pages by spelling, vocabulary and place: `confidence` becomes the share of words of
 * such standing that were right when measured, `suggestion` what the word would be read as. Text and spans stay as
 * they are, words that were decoded too.
 */
export function judgeReadings(document: SourceDocument): SourceDocument {
  const recognized = new Set(
    document.pages.filter(({ method }) => method === 'ocr').map(({ number }) => number),
  );
  if (recognized.size === 0) return document;
  const { text } = document;
  const judgements = judgeByVocabulary(wordsInLine(document));
  const figures = suggestFigures(document);
  const words = document.words.map((word, i): Word => {
    if (!recognized.has(word.page)) return word;
    const read = text.slice(word.span.start, word.span.end);
    const { known, suggestion } = judgements[i] ?? { known: false, suggestion: null };
    const wanted = figureIn(word, text, figures) ?? suggestion;
    const confidence = wordConfidence({
      kind: wordKind(read),
      engine: word.confidence,
      known,
      contested: wanted !== null,
      marked: isMarked(word, document.pages),
    });
    return { ...word, confidence, ...(wanted === null || wanted === read ? {} : { suggestion: wanted }) };
  });
  return { ...document, words };
}
