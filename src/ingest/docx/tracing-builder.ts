import { type Place, TextBuilder } from '../../document/text-builder.js';
import { type Piece, textOf } from './story.js';
import type { XmlElement } from './xml-element.js';

/** Text that one element gave: raw[start..start+length) of the builder's raw text. */
export interface Stretch {
  readonly start: number;
  readonly length: number;
  readonly source: XmlElement;
  readonly exact: boolean;
}

/** Builds the same text as its parent and keeps from which element each character came. */
export class TracingBuilder extends TextBuilder {
  #raw = '';
  readonly #stretches: Stretch[] = [];

  /** All text as it was handed in, uncleaned; what the segments' `raw` counts in. */
  get raw(): string {
    return this.#raw;
  }
  /** In order, not overlapping; tabs and breaks lie between them. */
  get stretches(): readonly Stretch[] {
    return this.#stretches;
  }

  /** The place under which the pieces' text is to be appended next. */
  placeOf(pieces: readonly Piece[]): Place {
    const start = this.#raw.length;
    let at = start;
    for (const piece of pieces) {
      if (piece.kind === 'text')
        this.#stretches.push({
          start: at,
          length: piece.text.length,
          source: piece.source,
          exact: piece.exact,
        });
      at += piece.kind === 'text' ? piece.text.length : 1;
    }
    this.#raw += textOf(pieces);
    return { kind: 'raw', start };
  }
}
