import type { Layer, ParagraphStyle } from '../../document/source-document.js';
import type { Line } from './line.js';

/** A paragraph before its text is written: its lines in order, over page breaks too. */
export interface DraftParagraph {
  readonly kind: 'paragraph';
  readonly lines: readonly Line[];
  readonly layer: Layer;
  readonly align: ParagraphStyle['align'];
  readonly column: number;
}
