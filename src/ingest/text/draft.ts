import type { Layer, ParagraphStyle, Table } from '../../document/source-document.js';

/** A stretch of the decoded file that goes into the text; `joint` stands before it unless it comes first. */
export interface Piece {
  readonly start: number;
  readonly end: number;
  readonly joint: '' | ' ';
}

/** A paragraph before its text is written: pieces of the file in reading order. */
export interface DraftParagraph {
  readonly kind: 'paragraph';
  readonly pieces: readonly Piece[];
  readonly layer: Layer;
  readonly style: ParagraphStyle;
  readonly column: number;
}

/** A cell's paragraphs; [] for an empty cell. `colSpan` counts the grid columns it covers. */
export interface DraftCell {
  readonly paragraphs: readonly (readonly Piece[])[];
  readonly colSpan: number;
}

/** A table before its text is written. Every row's cells cover `columns` grid columns from the left. */
export interface DraftTable {
  readonly kind: 'table';
  readonly columns: number;
  readonly headRows: number;
  readonly rows: readonly (readonly DraftCell[])[];
  readonly origin: Table['origin'];
  readonly certainty: number;
}

export type Draft = DraftParagraph | DraftTable;

export const PLAIN_STYLE: ParagraphStyle = {
  heading: null,
  align: null,
  bold: false,
  italic: false,
  fontSize: null,
};
