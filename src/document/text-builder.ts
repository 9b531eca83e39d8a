import type { Box } from './box.js';
import { cleanText } from './clean-text.js';
import type { SourceSegment, Word } from './source-document.js';
import type { Span } from './span.js';

/** Where appended text stands: in the decoded file (plain text) or on a page. */
export type Place =
  | { readonly kind: 'raw'; readonly start: number }
  | { readonly kind: 'page'; readonly page: number; readonly box: Box; readonly confidence: number };

const RANK = { '': 0, ' ': 1, '\t': 2, '\n': 3 } as const;
export type Separator = keyof typeof RANK;

/**
 * Builds a document's text together with its words and its map back, so that spans are right by construction.
 * Separators are written only when text follows, the strongest of those asked for; text is cleaned on the way in.
 */
export class TextBuilder {
  #text = '';
  #pending: Separator = '';
  readonly #words: Word[] = [];
  readonly #segments: SourceSegment[] = [];
  readonly #open: { start: number }[] = [];

  /** The text so far, without pending separators. */
  get text(): string {
    return this.#text;
  }
  get words(): readonly Word[] {
    return this.#words;
  }
  get segments(): readonly SourceSegment[] {
    return this.#segments;
  }

  /** Asks for a separator before the next text; the strongest one asked for wins ("\n" over "\t" over " "). */
  separate(by: Separator): void {
    if (RANK[by] > RANK[this.#pending]) this.#pending = by;
  }

  /**
   * Appends cleaned text and returns its span (empty where nothing was left after cleaning). With a page place it
   * becomes one Word; with a raw place it adds to the map back to the file.
   */
  append(raw: string, place?: Place): Span {
    const cleaned = cleanText(raw);
    if (cleaned.text === '') return { start: this.#text.length, end: this.#text.length };
    if (this.#text !== '') this.#text += this.#pending;
    this.#pending = '';
    const start = this.#text.length;
    for (const frame of this.#open) if (frame.start < 0) frame.start = start;
    this.#text += cleaned.text;
    const span = { start, end: this.#text.length };
    if (place?.kind === 'page')
      this.#words.push({ span, page: place.page, box: place.box, confidence: place.confidence });
    else if (place?.kind === 'raw')
      for (const s of cleaned.segments)
        this.#segments.push({ clean: start + s.clean, raw: place.start + s.raw, length: s.length });
    return span;
  }

  /** Runs `write` and returns the span of all text that it appended; empty at the end where it appended none. */
  group(write: () => void): Span {
    const frame = { start: -1 };
    this.#open.push(frame);
    try {
      write();
    } finally {
      this.#open.pop();
    }
    return { start: frame.start < 0 ? this.#text.length : frame.start, end: this.#text.length };
  }
}
