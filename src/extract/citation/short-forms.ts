import { type Cover, coveredBy, isTouched } from '../../document/cover.js';
import type { SourceDocument } from '../../document/source-document.js';
import type { Span } from '../../document/span.js';
import type { Citation } from '../../record/fields.js';
import type { RecordWarning } from '../../record/plan-record.js';
import { allMatches } from '../all-matches.js';
import { type Anchors, anchorsIn } from '../anchors.js';
import { mentionAt } from '../mention.js';
import type { Passage } from '../passage.js';
import { type CitedNumbers, citedBefore, citedNumbers } from './cited-numbers.js';
import { DOCUMENT_TYPES } from './document-type.js';
import { locatorsFor } from './head.js';

const TYPE_NAMES = DOCUMENT_TYPES.map((t) => t.replace(/ /gu, String.raw`\s`)).join('|');
// "Quyết định số 19", "Quyết định 19"; not "Quyết định số 19/2014/…", not "Kế hoạch năm 2026"
const BY_NUMBER = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?<type>${TYPE_NAMES})\s+(?<so>số\s+)?(?<n>\d{1,5})(?![\p{L}\p{N}]|\s?[/.,:-]\s?[\p{L}\p{N}])`,
  'gu',
);
// "Thông tư nêu trên", "Quyết định nói trên", "Thông tư này"
const BY_POINTING = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?<type>${TYPE_NAMES})\s+(?:nêu\s+trên|nói\s+trên|trên\s+đây|này)(?![\p{L}\p{N}])`,
  'gu',
);

/** A type's name before what a short form goes on with; whether it is one, the patterns above tell. */
const MAY_BE_SHORT = new RegExp(
  String.raw`(?:${TYPE_NAMES})(?=\s+(?:(?:số\s+)?\d|nêu\s|nói\s|trên\s|này))`,
  'gu',
);

/** Where short forms may stand in a document's text. */
export const shortFormAnchors = (text: string): Anchors => anchorsIn(text, MAY_BE_SHORT);

/** The citations that are written out, in the form in which short forms ask for them. */
export interface FullCitations {
  readonly numbers: CitedNumbers;
  readonly cover: Cover;
}

/** Makes full citations ready to be asked. */
export const fullCitations = (citations: readonly Citation[]): FullCitations => ({
  numbers: citedNumbers(citations),
  cover: coveredBy(citations.map((c) => c.span)),
});

/**
 * Short forms in one passage. They resolve to the only document of that type (and number) cited before them; where
 * there is none or more than one, the number stays null and a warning says so. `own` is the plan's own type: "Kế
 * hoạch này" in a Kế hoạch means the plan itself and is no citation.
 */
export function shortFormsIn(
  document: SourceDocument,
  passage: Passage,
  full: FullCitations,
  own: string | null,
): { readonly citations: readonly Citation[]; readonly warnings: readonly RecordWarning[] } {
  const body = document.text.slice(passage.span.start, passage.span.end);
  const citations: Citation[] = [];
  const warnings: RecordWarning[] = [];
  const add = (match: RegExpExecArray, number: string | null, type: string): void => {
    const start = passage.span.start + match.index;
    const span: Span = { start, end: start + match[0].length };
    if (isTouched(full.cover, span)) return;
    if (number === null)
      warnings.push({
        code: 'citation-open',
        message: `Không xác định được văn bản mà “${match[0]}” nhắc đến.`,
        page: null,
        span,
      });
    const located = locatorsFor(document.text, passage.span.start, span.start, span.end);
    const whole = { start: Math.min(span.start, located.start), end: span.end };
    const mention = mentionAt(document, whole);
    citations.push({
      raw: mention.raw,
      span: mention.span,
      location: mention.location,
      confidence: mention.confidence,
      type,
      number,
      short: true,
      issuer: null,
      issuedOn: null,
      title: null,
      locators: located.phrases.flatMap((p) => p.locators.map((l) => ({ ...l }))),
      role: 'reference',
      parts: {},
      within: null,
    });
  };
  for (const match of allMatches(body, BY_NUMBER)) {
    const type = (match.groups?.type ?? '').replace(/\s/gu, ' ');
    const at = passage.span.start + match.index;
    const { count, only } = citedBefore(full.numbers, at, type, Number(match.groups?.n));
    if (match.groups?.so === undefined && count === 0) continue;
    add(match, only, type);
  }
  for (const match of allMatches(body, BY_POINTING)) {
    const type = (match.groups?.type ?? '').replace(/\s/gu, ' ');
    if (type.toLowerCase() === own?.toLowerCase()) continue;
    const { count, only } = citedBefore(full.numbers, passage.span.start + match.index, type, null);
    // "Thông tư này" with nothing before it may be any word's end; "nêu trên" always points back
    if (count === 0 && /này$/u.test(match[0])) continue;
    add(match, only, type);
  }
  return { citations, warnings };
}
