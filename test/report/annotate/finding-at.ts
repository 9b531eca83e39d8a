import { createHash } from 'node:crypto';
import type { SourceDocument } from '../../../src/document/source-document.js';
import { extractPlan } from '../../../src/extract/extract-plan.js';
import type { Finding, Severity } from '../../../src/record/finding.js';
import type { PlanRecord } from '../../../src/record/plan-record.js';

/** A finding about `quote` (its first occurrence) in a text; about the whole document where it is "". */
export function findingAt(
  text: string,
  quote: string,
  more: { readonly suggestion?: string; readonly ruleId?: string; readonly severity?: Severity } = {},
): Finding {
  const start = quote === '' ? 0 : text.indexOf(quote);
  if (start < 0) throw new Error(`the text has no “${quote}”`);
  const { suggestion = null, ruleId = 'text/misspelling', severity = 'error' } = more;
  return {
    ruleId,
    severity,
    message: `Sai: ${quote}.`,
    suggestion,
    evidence: null,
    english: { message: `Wrong: ${quote}.`, evidence: null },
    raw: quote,
    span: { start, end: start + quote.length },
    location: [],
    confidence: 1,
    fingerprint: createHash('sha256').update(`${ruleId} ${quote}`).digest('hex').slice(0, 32),
  };
}

/** The record of a document with these findings. */
export const recordWith = (document: SourceDocument, findings: readonly Finding[]): PlanRecord => ({
  ...extractPlan(document),
  findings: [...findings],
});
