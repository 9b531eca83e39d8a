import { firstFrom } from '../document/in-order.js';
import type { Span } from '../document/span.js';
import { allMatches } from './all-matches.js';

/** Places of a document's text at which something of a kind may stand, ascending. */
export type Anchors = readonly number[];

/**
 * Where `pattern` (global) stands in the whole text. A cheap pattern run once over a document tells a costly grammar
 * which of its hundreds of passages it need look at; what the grammar takes must begin with or hold an anchor. The
 * pattern should look ahead rather than take what may lie in the next passage.
 */
export const anchorsIn = (text: string, pattern: RegExp): Anchors =>
  allMatches(text, pattern).map((match) => match.index);

const itself = (place: number): number => place;

/** Whether an anchor lies in `span`. Logarithmic. */
export function hasAnchor(anchors: Anchors, span: Span): boolean {
  const next = anchors[firstFrom(anchors, span.start, itself)];
  return next !== undefined && next < span.end;
}
