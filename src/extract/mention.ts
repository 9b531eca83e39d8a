import { confidenceOf, locate } from '../document/locate.js';
import type { SourceDocument } from '../document/source-document.js';
import { type Span, trimSpan } from '../document/span.js';
import type { Mention } from '../record/primitives.js';

/** The mention of `span`: its text, place and confidence. White space at the span's ends is left out. */
export function mentionAt(document: SourceDocument, span: Span): Mention {
  const trimmed = trimSpan(document.text, span);
  return {
    raw: document.text.slice(trimmed.start, trimmed.end),
    span: { ...trimmed },
    location: locate(document, trimmed).map(({ page, bbox }) => ({ page, bbox: [...bbox] })),
    confidence: confidenceOf(document, trimmed),
  };
}

/** A field's value from text: white space (line ends of a passage too) folded to one space. */
export const foldSpace = (text: string): string =>
  UNFOLDED.test(text) ? text.replace(/\s+/gu, ' ').trim() : text.trim();

/** White space that is more than single spaces: most text has none. */
const UNFOLDED = /\s\s|[^\S ]/u;
