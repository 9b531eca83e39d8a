import { foldVietnamese } from '../../document/fold.js';
import type { SourceDocument } from '../../document/source-document.js';
import type { Citation } from '../../record/fields.js';
import type { RecordWarning } from '../../record/plan-record.js';
import { hasAnchor } from '../anchors.js';
import type { Passage } from '../passage.js';
import { citationAnchors, citationsIn, toCitation } from './find-citations.js';
import { isBasisLine, placeCitations } from './roles.js';
import { fullCitations, shortFormAnchors, shortFormsIn } from './short-forms.js';

export interface CitationContext {
  /** Offset where the preamble ends (the first section's heading). */
  readonly preambleEnd: number;
  /** The plan's own type ("KẾ HOẠCH") and number, which are no citations. */
  readonly ownType: string | null;
  readonly ownNumber: string | null;
}

/**
 * Every mention of another legal or administrative document, in text order, full, named and short forms, each with
 * its role; and warnings for short forms that stay open.
 */
export function extractCitations(
  document: SourceDocument,
  passages: readonly Passage[],
  context: CitationContext,
): { readonly citations: readonly Citation[]; readonly warnings: readonly RecordWarning[] } {
  const full: Citation[] = [];
  const named = citationAnchors(document.text);
  for (const passage of passages) {
    if (!hasAnchor(named, passage.span)) continue;
    const basis =
      !passage.inTable &&
      passage.span.start < context.preambleEnd &&
      isBasisLine(document.text, passage.span);
    const placed = placeCitations(document.text, citationsIn(document, passage), basis);
    const kept = placed.filter(({ found }) => found.number === null || found.number !== context.ownNumber);
    const base = full.length;
    for (const { found, role, within } of kept) {
      const outer = within === null ? undefined : placed[within];
      const index = outer === undefined ? -1 : kept.indexOf(outer);
      full.push(toCitation(document, found, role, index < 0 ? null : base + index));
    }
  }
  const own = context.ownType === null ? null : canonicalType(context.ownType);
  const citations: Citation[] = [...full];
  const warnings: RecordWarning[] = [];
  const shortened = shortFormAnchors(document.text);
  const asked = fullCitations(full);
  for (const passage of passages) {
    if (!hasAnchor(shortened, passage.span)) continue;
    const found = shortFormsIn(document, passage, asked, own);
    citations.push(...found.citations);
    warnings.push(...found.warnings);
  }
  return { citations: inTextOrder(citations), warnings };
}

const canonicalType = (type: string): string => (foldVietnamese(type) === 'ke hoach' ? 'Kế hoạch' : type);

/** Sorts by place and keeps `within` pointing at the same outer citation. */
function inTextOrder(citations: readonly Citation[]): readonly Citation[] {
  const order = citations
    .map((_, i) => i)
    .sort((a, b) => (citations[a]?.span.start ?? 0) - (citations[b]?.span.start ?? 0) || a - b);
  const placeOf = new Map(order.map((old, now) => [old, now]));
  return order.flatMap((old) => {
    const citation = citations[old];
    if (citation === undefined) return [];
    return [
      { ...citation, within: citation.within === null ? null : (placeOf.get(citation.within) ?? null) },
    ];
  });
}
