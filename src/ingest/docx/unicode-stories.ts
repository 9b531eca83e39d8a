import { type Conversion, convertLegacy } from '../legacy/convert-legacy.js';
import { encodingOfFont } from '../legacy/font-encoding.js';
import { cleanOffset } from '../legacy/legacy-text.js';
import type { FontStretch } from '../legacy/legacy-tokens.js';
import type { Piece, StoryBlock, StoryCell, StoryParagraph } from './story.js';

/** Stories in Unicode, and the words that were not, as they were typed and in what. */
export interface UnicodeStories {
  readonly stories: readonly (readonly StoryBlock[])[];
  readonly conversion: Conversion;
  /** The words that were decoded, as typed, joined by spaces. */
  readonly typed: string;
}

type TextPiece = Extract<Piece, { kind: 'text' }>;
type Rewrite = (text: string) => string;

/** Goes through stories in the order of their text; `rewrite` is called for each piece of text, `gap` between. */
class Walk {
  readonly #piece: (piece: TextPiece) => TextPiece;
  readonly #gap: (gap: ' ' | '\n') => void;
  readonly #label: Rewrite;

  constructor(piece: (piece: TextPiece) => TextPiece, label: Rewrite, gap: (gap: ' ' | '\n') => void) {
    this.#piece = piece;
    this.#label = label;
    this.#gap = gap;
  }

  blocks(blocks: readonly StoryBlock[]): readonly StoryBlock[] {
    return blocks.map((block) =>
      block.kind === 'paragraph'
        ? this.#paragraph(block)
        : { ...block, rows: block.rows.map((row) => row.map((cell) => this.#cell(cell))) },
    );
  }

  #cell(cell: StoryCell): StoryCell {
    return { ...cell, blocks: this.blocks(cell.blocks) };
  }

  #paragraph(paragraph: StoryParagraph): StoryParagraph {
    this.#gap('\n');
    let { label } = paragraph;
    if (label !== null) {
      label = { ...label, text: this.#label(label.text) };
      this.#gap(' ');
    }
    const pieces = paragraph.pieces.map((piece) => {
      if (piece.kind === 'text') return this.#piece(piece);
      this.#gap(piece.kind === 'tab' ? ' ' : '\n');
      return piece;
    });
    return { ...paragraph, label, pieces, boxes: paragraph.boxes.map((box) => this.blocks(box)) };
  }
}

/**
 * Decodes what was typed for TCVN3 or VNI fonts, or is by its content in one of the old encodings, stories read
 * together so that short cells follow what stands around them; and sets in capitals what is shown so.
 */
export function unicodeStories(stories: readonly (readonly StoryBlock[])[]): UnicodeStories {
  let text = '';
  const fonts: FontStretch[] = [];
  const collect = new Walk(
    (piece) => {
      const font = piece.font === undefined ? null : encodingOfFont(piece.font);
      const start = text.length;
      text += piece.text;
      if (font !== null) {
        const last = fonts.at(-1);
        const goesOn =
          last?.end === start && last.font.encoding === font.encoding && last.font.capitals === font.capitals;
        if (goesOn) fonts[fonts.length - 1] = { ...last, end: text.length };
        else fonts.push({ start, end: text.length, font });
      }
      return piece;
    },
    (label) => {
      text += label;
      return label;
    },
    (gap) => {
      text += gap;
    },
  );
  for (const story of stories) collect.blocks(story);
  const conversion = convertLegacy(text, fonts);
  let at = 0;
  const slice = (length: number): string => {
    const [start, end] = [at, at + length];
    at = end;
    return conversion.decoded.length === 0
      ? text.slice(start, end)
      : conversion.text.slice(
          cleanOffset(conversion.segments, start),
          end === text.length ? conversion.text.length : cleanOffset(conversion.segments, end),
        );
  };
  const write = new Walk(
    ({ font: _font, caps, ...piece }) => {
      const decoded = slice(piece.text.length);
      const text = caps === true ? decoded.toUpperCase() : decoded;
      return {
        ...piece,
        text,
        exact: piece.exact && decoded === piece.text && text.length === decoded.length,
      };
    },
    (label) => slice(label.length),
    (gap) => {
      at += gap.length;
    },
  );
  return {
    stories: stories.map((story) => write.blocks(story)),
    conversion,
    typed: conversion.decoded.map(({ start, end }) => text.slice(start, end)).join(' '),
  };
}
