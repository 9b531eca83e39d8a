import { between } from '../document/in-order.js';
import { contains, type Span } from '../document/span.js';
import type { Citation, StandardReference } from '../record/fields.js';
import { type CheckContext, once } from './rule.js';

/** The citations nested in the one with this index of the record, in text order. */
export const nestedIn = (context: CheckContext, index: number): readonly Citation[] =>
  once(context, nestedCitations).get(index) ?? [];

function nestedCitations({ record }: CheckContext): ReadonlyMap<number, readonly Citation[]> {
  const found = new Map<number, Citation[]>();
  for (const citation of record.citations) {
    if (citation.within === null) continue;
    const others = found.get(citation.within);
    if (others === undefined) found.set(citation.within, [citation]);
    else others.push(citation);
  }
  return found;
}

const startOf = (reference: StandardReference): number => reference.span.start;
const standardsInOrder = ({ record }: CheckContext): readonly StandardReference[] =>
  [...record.standards].sort((a, b) => startOf(a) - startOf(b));

/** The standards named within `span`, in text order. Logarithmic, then linear in what lies there. */
export const standardsWithin = (context: CheckContext, span: Span): readonly StandardReference[] =>
  between(once(context, standardsInOrder), span.start, span.end, startOf).filter((s) =>
    contains(span, s.span),
  );
