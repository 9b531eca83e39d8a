import type { Paragraph, SourceDocument } from '../../document/source-document.js';
import { coverOf, type Span } from '../../document/span.js';
import type { Header } from '../../record/plan-record.js';
import type { Mention } from '../../record/primitives.js';
import { allMatches } from '../all-matches.js';
import { foldSpace, mentionAt } from '../mention.js';
import { capitalShare } from '../outline/capital-share.js';
import { closesBody } from '../outline/closing.js';
import type { PlanParts } from '../outline/parts.js';
import { agenciesIn, isNationalLine, issuerInText } from './agency.js';
import { isoOrNull, readNumberLine, readOwnReference, readPlaceDate } from './number-and-date.js';
import { readRecipients } from './recipients.js';
import { readSignature } from './signature.js';
import { readSubject, readType } from './subject.js';

/** Where the plan's body ends: behind its closing "./.", else at the list of recipients, else nowhere in particular. */
export function bodyEnd(document: SourceDocument, parts: PlanParts): number {
  const closing = parts.paragraphs.find(
    (p) => p.span.start < parts.mainEnd && closesBody(document.text.slice(p.span.start, p.span.end)),
  );
  const recipients = parts.paragraphs[parts.recipientsLine];
  return closing?.span.end ?? recipients?.span.start ?? Math.floor(parts.mainEnd / 2);
}

/** The document's head, signature and recipients. What is not there is null or empty; nothing is guessed. */
export function extractHeader(document: SourceDocument, parts: PlanParts): Header {
  const { text } = document;
  const places: Record<string, Mention> = {};
  const put = (name: string, span: Span | null): string | null => {
    if (span === null || span.end <= span.start) return null;
    const mention = mentionAt(document, span);
    places[name] = mention;
    return foldSpace(mention.raw);
  };
  const head = headLines(document, parts);
  const inHead = agenciesIn(document, head);
  const bodies = inHead.length > 0 ? inHead : agenciesIn(document, strayLines(document, parts));
  const agencies = bodies.map((spans) => coverOf(spans));
  const own = readOwnReference(text);
  const selfNamed = issuerInText(
    text,
    parts.paragraphs[Math.max(parts.typeLine, 0)]?.span.end ?? 0,
    parts.mainEnd,
  );
  const headEnd = head.at(-1)?.span.end ?? 0;
  const headStart = head[0]?.span.start ?? 0;
  const number =
    head.length > 0 ? (readNumberLine(text, headStart, headEnd) ?? strayNumber(text, head)) : null;
  const end = bodyEnd(document, parts);
  const dated =
    placeDateIn(text, head) ??
    placeDateIn(
      text,
      parts.paragraphs.filter((p) => p.span.start >= end && p.span.start < parts.mainEnd),
    );
  const numbered = number ?? own?.number ?? null;
  const type = readType(document, parts);
  const subject = put('subject', readSubject(document, parts, type));
  const signature = readSignature(document, parts, end);
  const recipients = readRecipients(document, parts);
  const issuedOn = isoOrNull(dated?.date ?? own?.date ?? null);
  if (dated !== null) put('issuedOn', dated.span);
  else if (own?.date != null) put('issuedOn', own.span);
  if (numbered !== null) put('number', numbered.span);
  return {
    parentAgency: put('parentAgency', agencies.at(-2) ?? null),
    issuingAgency: put('issuingAgency', agencies.at(-1) ?? own?.issuer ?? selfNamed),
    number: numbered?.number ?? null,
    symbol: numbered?.symbol ?? null,
    place: put('place', dated?.place ?? null),
    issuedOn,
    documentType: put('documentType', type),
    subject,
    planYear: planYear(text, parts, subject, issuedOn),
    signatory:
      signature === null
        ? null
        : {
            onBehalf:
              signature.onBehalf.length === 0
                ? null
                : signature.onBehalf.map((s) => foldSpace(text.slice(s.start, s.end))).join('; '),
            position: foldSpace(text.slice(signature.position.start, signature.position.end)),
            name: put('signatory', signature.name) ?? '',
          },
    recipients: recipients.map((span, i) => put(`recipients.${i}`, span) ?? ''),
    places,
  };
}

/** The lines above the type line. */
function headLines(document: SourceDocument, parts: PlanParts): readonly Paragraph[] {
  if (parts.typeLine > 0) return parts.paragraphs.slice(0, parts.typeLine);
  if (parts.typeLine === 0) return [];
  return parts.paragraphs
    .slice(0, 12)
    .filter(
      (p) => p.span.end - p.span.start < 120 && !/[;.]$/u.test(document.text.slice(p.span.start, p.span.end)),
    );
}

/** Lines in capitals that slid out of the head into the text: they carry no number and name a body. */
const strayLines = (document: SourceDocument, parts: PlanParts): readonly Paragraph[] =>
  parts.paragraphs.filter((p) => {
    const line = document.text.slice(p.span.start, p.span.end);
    return (
      p.span.start < parts.mainEnd &&
      line.length > 6 &&
      line.length < 90 &&
      capitalShare(line) > 0.9 &&
      !isNationalLine(line) &&
      /^(?:UBND|ỦY BAN NHÂN DÂN|UỶ BAN NHÂN DÂN|SỞ|VĂN PHÒNG|CHI CỤC|TRUNG TÂM|BỘ)\s/u.test(line)
    );
  });

function placeDateIn(text: string, head: readonly Paragraph[]): ReturnType<typeof readPlaceDate> {
  for (const [i, line] of head.entries()) {
    const whole = text.slice(line.span.start, line.span.end);
    if (whole.length > 110) continue;
    // on a line with the number, the place stands behind it
    const number = readNumberLine(text, line.span.start, line.span.end);
    const from = number?.span.end ?? line.span.start;
    // "Lạng Sơn, ngày" and "tháng 8 năm 2025" may have come apart
    const next = /ngày[\s\d.…]*$/u.test(whole) ? head[i + 1] : undefined;
    const found = readPlaceDate(text, from, next?.span.end ?? line.span.end);
    if (found !== null) return found;
  }
  return null;
}

/** "/KH-TTHC" on a line of its own: what is left of a blank "Số:      /KH-TTHC" that came apart. */
function strayNumber(text: string, head: readonly Paragraph[]): ReturnType<typeof readNumberLine> {
  if (!head.some((p) => /^\s*Số\s*:?\s*$/u.test(text.slice(p.span.start, p.span.end)))) return null;
  for (const { span } of head) {
    const line = text.slice(span.start, span.end);
    const match = /^[\s.…]*\/\s?(\p{Lu}{2,6}(?:-\p{Lu}[\p{L}\d]{1,14}){1,4})\s*$/u.exec(line);
    if (match?.[1] !== undefined) return { span, number: null, numberSpan: null, symbol: match[1] };
  }
  return null;
}

/** The year the plan is for: named in its subject, else in its closing, else most often in its text, else its date's. */
function planYear(
  text: string,
  parts: PlanParts,
  subject: string | null,
  issuedOn: string | null,
): number | null {
  const years = allMatches(subject ?? '', /năm\s+((?:19|20)\d{2})(?!\d)/giu).map((m) => Number(m[1]));
  const issued = issuedOn === null ? null : Number(issuedOn.slice(0, 4));
  // "năm 2023 và năm 2024": the plan begins in the year in which it was issued
  const named = years.find((year) => year === issued) ?? years.at(-1);
  if (named !== undefined) return named;
  const period = /giai\s+đoạn\s+((?:19|20)\d{2})/iu.exec(subject ?? '');
  if (period !== null) return Number(period[1]);
  const counts = new Map<number, number>();
  for (const match of allMatches(
    text.slice(0, parts.mainEnd),
    /(?:năm|[IV]\/|tháng\s\d{1,2}\/)\s?((?:19|20)\d{2})(?!\d)/giu,
  )) {
    const before = text.slice(Math.max(0, match.index - 16), match.index);
    // "ngày … tháng … năm 2014" dates a document, it does not name the plan's year
    if (/tháng\s*\d{0,2}\s*$/u.test(before)) continue;
    counts.set(Number(match[1]), (counts.get(Number(match[1])) ?? 0) + 1);
  }
  const [most] = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0]);
  return most?.[0] ?? issued;
}
