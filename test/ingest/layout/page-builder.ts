import type { SourceDocument } from '../../../src/document/source-document.js';
import type { Span } from '../../../src/document/span.js';
import { layoutDocument } from '../../../src/ingest/layout/layout-document.js';
import type { LayoutPage, LayoutWord, Ruling } from '../../../src/ingest/layout/layout-page.js';
import { assertSpanLaws } from '../../span-laws.js';

export interface TypeStyle {
  readonly size?: number;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly confidence?: number;
}

/** Letters of these tests are half an em wide, blanks a quarter. */
export const widthOf = (text: string, size = 12): number =>
  [...text].reduce((sum, c) => sum + (c === ' ' ? 0.25 : 0.5) * size, 0);

/** The words of a line that begins at x on the baseline y. */
export function line(x: number, y: number, text: string, style: TypeStyle = {}): LayoutWord[] {
  const { size = 12, bold = false, italic = false, confidence = 1 } = style;
  let at = x;
  return text.split(' ').map((word) => {
    const width = widthOf(word, size);
    const made: LayoutWord = {
      text: word,
      box: [at, y - 0.9 * size, at + width, y + 0.2 * size],
      confidence,
      fontSize: size,
      bold,
      italic,
      baseline: y,
    };
    at += width + 0.25 * size;
    return made;
  });
}

export const centred = (y: number, text: string, style: TypeStyle = {}): LayoutWord[] =>
  line(300 - widthOf(text, style.size) / 2, y, text, style);

/** Sets prose between x 80 and 520, broken where the next word has no room; returns the words and the next y. */
export function prose(
  y: number,
  text: string,
  indent = 30,
  style: TypeStyle = {},
): { words: LayoutWord[]; y: number } {
  const words: LayoutWord[] = [];
  let current = '';
  let at = y;
  let x = 80 + indent;
  const flush = (): void => {
    if (current !== '') words.push(...line(x, at, current, style));
    at += 18;
    current = '';
    x = 80;
  };
  for (const word of text.split(' ')) {
    const longer = current === '' ? word : `${current} ${word}`;
    if (x + widthOf(longer) > 520) {
      flush();
      current = word;
    } else current = longer;
  }
  flush();
  return { words, y: at };
}

/** Rulings of a full grid. */
export function grid(xs: readonly number[], ys: readonly number[]): Ruling[] {
  const [left = 0] = xs;
  const right = xs.at(-1) ?? 0;
  const [top = 0] = ys;
  const bottom = ys.at(-1) ?? 0;
  return [
    ...ys.map((position): Ruling => ({ orientation: 'horizontal', position, from: left, to: right })),
    ...xs.map((position): Ruling => ({ orientation: 'vertical', position, from: top, to: bottom })),
  ];
}

export const page = (
  number: number,
  words: readonly LayoutWord[],
  rulings: readonly Ruling[] = [],
  more: Partial<LayoutPage> = {},
): LayoutPage => ({
  number,
  width: 600,
  height: 800,
  method: 'text-layer',
  reason: 'test',
  confidence: 1,
  words,
  rulings,
  ...more,
});

/** Lays out the pages and asserts the laws of spans. */
export function layout(...pages: readonly LayoutPage[]): SourceDocument {
  const document = layoutDocument(pages, {
    file: 'a.pdf',
    sha256: '0'.repeat(64),
    mediaType: 'application/pdf',
    method: 'pdf-text',
  });
  assertSpanLaws(document);
  return document;
}

export const slice = (document: SourceDocument, { start, end }: Span): string =>
  document.text.slice(start, end);

/** Paragraphs as text, tables as rows of cells. */
export const outline = (document: SourceDocument): readonly (string | readonly (readonly string[])[])[] =>
  document.blocks.map((block) =>
    block.kind === 'paragraph'
      ? slice(document, block.span)
      : block.rows.map((row) => row.cells.map((cell) => slice(document, cell.span))),
  );
