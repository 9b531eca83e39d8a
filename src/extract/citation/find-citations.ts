import type { SourceDocument } from '../../document/source-document.js';
import { contains, type Span } from '../../document/span.js';
import type { Citation, Locator } from '../../record/fields.js';
import { type Anchors, anchorsIn } from '../anchors.js';
import { exists, isoOf } from '../calendar.js';
import { foldSpace, mentionAt } from '../mention.js';
import type { Passage } from '../passage.js';
import { clauseEnd } from './clause.js';
import { typeOfNumber } from './document-type.js';
import { type Lead, locatorsFor, readLead, readTail, type Tail } from './head.js';
import { findNamedLaws } from './named-law.js';
import { findNumbers } from './number.js';
import { readTitle } from './title.js';

/** A citation before it has its record's form: its parts as spans of the document's text. */
export interface FoundCitation {
  readonly type: string | null;
  readonly typeSpan: Span | null;
  readonly number: string | null;
  readonly numberSpan: Span | null;
  readonly short: boolean;
  readonly tail: Tail;
  readonly issuer: Span | null;
  readonly title: Span | null;
  readonly locators: readonly Locator[];
  /** From the locators or the type to the end of number, date and issuer. */
  readonly head: Span;
  /** `head` with the title. */
  readonly span: Span;
}

interface Head {
  readonly at: Span;
  readonly number: string | null;
  readonly lead: Lead | null;
  readonly type: string | null;
}

/** The plan's own number: "(Kèm theo Kế hoạch số …)" names the document that the page belongs to. */
const OWN = /[Kk]èm\s+theo\s+Kế\s+hoạch\s*(?:số)?\s*:?\s*$/u;

/** What every number ("…/QĐ-…") and every law's name holds. */
const NUMBER_OR_LAW = /\/(?=\s?\p{Lu})|uật(?=\s)|Pháp lệnh(?=\s)/gu;

/** Where numbers and laws may be named in a document's text. */
export const citationAnchors = (text: string): Anchors => anchorsIn(text, NUMBER_OR_LAW);

/** Every full citation and every law named without a number in one passage, in text order. */
export function citationsIn(document: SourceDocument, passage: Passage): readonly FoundCitation[] {
  const { text } = document;
  const { start, end } = passage.span;
  const body = text.slice(0, end);
  const heads: Head[] = [];
  let floor = start;
  for (const token of findNumbers(text.slice(start, end), start, document.method === 'text')) {
    const before = text.slice(floor, token.span.start);
    const lead = readLead(text, token.span.start, floor);
    const previous = heads.at(-1);
    const list = previous !== undefined && /^\s*(?:,|;|và|hoặc|,\s*và)\s*(?:số)?\s*:?\s*$/u.test(before);
    const own = OWN.test(before);
    floor = token.span.end;
    if (own) continue;
    const type =
      lead?.type ?? (list ? (typeOfNumber(token.value) ?? previous.type) : typeOfNumber(token.value));
    // without a type in front and without one in its code it may be any number with letters
    if (type === null) continue;
    if (
      lead === null &&
      !list &&
      !/\s*số\s*:?\s*$/u.test(before) &&
      !/\/\d{4}\//u.test(token.value) &&
      type === 'Công văn'
    )
      continue;
    heads.push({ at: token.span, number: token.value, lead, type });
  }
  for (const law of findNamedLaws(text.slice(start, end), start)) {
    if (
      heads.some(
        (h) =>
          h.lead?.name !== null &&
          h.lead !== null &&
          contains({ start: h.lead.typeSpan.start, end: h.at.end }, law.span),
      )
    )
      continue;
    heads.push({
      at: law.span,
      number: null,
      lead: { type: law.type, typeSpan: law.typeSpan, name: law.name, issuer: null },
      type: law.type,
    });
  }
  heads.sort((a, b) => a.at.start - b.at.start);
  return heads.map((head, index) => assemble(body, passage.span, heads, head, index));
}

function assemble(
  text: string,
  passage: Span,
  heads: readonly Head[],
  head: Head,
  index: number,
): FoundCitation {
  const next = heads[index + 1];
  const nextStart = next === undefined ? passage.end : (next.lead?.typeSpan.start ?? next.at.start);
  const previousEnd = heads[index - 1]?.at.end ?? passage.start;
  const headStart = head.lead?.typeSpan.start ?? head.at.start;
  const joint = /liên tịch/u.test(head.type ?? '');
  let tail = readTail(text, head.at.end, nextStart, joint);
  const located = locatorsFor(text, previousEnd, headStart, tail.end);
  if (tail.date === null && tail.issuer === null && located.end > tail.end)
    tail = readTail(text, located.end, nextStart, joint);
  const headEnd = Math.max(tail.end, located.end);
  const limit = clauseEnd(text, headEnd, passage.end);
  const quoted = readTitle(text, headEnd, limit);
  const name = head.lead?.name ?? null;
  const title = quoted ?? (name !== null && name.end > name.start ? name : null);
  return {
    type: head.type,
    typeSpan: head.lead?.typeSpan ?? null,
    number: head.number,
    numberSpan: head.number === null ? null : head.at,
    short: false,
    tail,
    issuer: tail.issuer ?? head.lead?.issuer ?? null,
    title,
    locators: located.phrases.flatMap((p) => p.locators),
    head: { start: Math.min(headStart, located.start), end: headEnd },
    span: { start: Math.min(headStart, located.start), end: Math.max(headEnd, quoted?.end ?? headEnd) },
  };
}

/** The record's form of a found citation, with its role and, for a nested one, the index of the outer one. */
export function toCitation(
  document: SourceDocument,
  found: FoundCitation,
  role: Citation['role'],
  within: number | null,
): Citation {
  const { text } = document;
  const slice = (span: Span): string => foldSpace(text.slice(span.start, span.end));
  const { date } = found.tail;
  const { raw, span, location, confidence } = mentionAt(document, found.span);
  return {
    raw,
    span,
    location,
    confidence,
    type: found.type,
    number: found.number,
    short: found.short,
    issuer: found.issuer === null ? null : slice(found.issuer),
    issuedOn: date !== null && exists(date) ? isoOf(date) : null,
    title: found.title === null ? null : slice(found.title),
    locators: found.locators.map((l) => ({ ...l })),
    role,
    parts: partsOf(document, found),
    within,
  };
}

/** A mention of each part that the citation has. */
function partsOf(document: SourceDocument, found: FoundCitation): Citation['parts'] {
  const parts: Citation['parts'] = {};
  if (found.typeSpan !== null) parts.type = mentionAt(document, found.typeSpan);
  if (found.numberSpan !== null) parts.number = mentionAt(document, found.numberSpan);
  if (found.issuer !== null) parts.issuer = mentionAt(document, found.issuer);
  if (found.tail.dateSpan !== null) parts.issuedOn = mentionAt(document, found.tail.dateSpan);
  if (found.title !== null) parts.title = mentionAt(document, found.title);
  return parts;
}
