import type { SourceDocument } from '../../document/source-document.js';
import type { Span } from '../../document/span.js';
import { allMatches } from '../all-matches.js';
import { numberedHead } from '../outline/headings.js';
import type { Section } from '../outline/sections.js';
import { beginsUnit, looksLikeUnit, readUnits, unitEnd, unitsOfHeading } from '../unit/read-units.js';

/** A stretch of text that gives duties to units: the units' spans, and where the duty's own words begin. */
export interface DutyHead {
  readonly span: Span;
  readonly units: readonly Span[];
  readonly dutyStart: number;
}

const BULLET = /^\s*[-–+•*]\s*/u;
const GIVES = /^(?:Giao(?:\s+cho)?|Đề nghị|Yêu cầu|Đối với|Trách nhiệm của)\s+/u;
const REASON =
  /^(?:Căn cứ|Trên cơ sở|Theo|Hằng năm|Hàng năm|Định kỳ|Khi|Để|Ngoài)(?!\p{L})[^.;]{0,160}?,\s+/u;
const DUTY =
  /\s+(?:có|chịu)\s+trách\s+nhiệm|\s+là\s+(?:đơn\s+vị|cơ\s+quan|bộ\s+phận|đầu\s+mối|thường\s+trực)/u;

/** Reads who a numbered or bulleted stretch of text gives work to; null where no unit leads it. */
export function dutyHead(document: SourceDocument, span: Span): DutyHead | null {
  const { text } = document;
  const whole = text.slice(span.start, span.end);
  let lead = numberedHead(whole)?.length ?? BULLET.exec(whole)?.[0].length ?? 0;
  const reason = REASON.exec(whole.slice(lead))?.[0].length ?? 0;
  lead += reason;
  lead += GIVES.exec(whole.slice(lead))?.[0].length ?? 0;
  const body = whole.slice(lead);
  // behind a reason's comma only a name or "các …" leads a clause; "…, ban, trung tâm" goes on with a list
  if (reason > 0 && !beginsUnit(body) && !/^các\s/u.test(body)) return null;
  const start = span.start + lead;
  if (!looksLikeUnit(body.replace(/^các\s+/u, 'Các '))) return null;
  const sentence = /[.;]\s*$/u.test(body) || body.length > 140;
  if (!sentence) {
    const duty = DUTY.exec(body);
    const end = start + (duty?.index ?? body.replace(/[:\s]+$/u, '').length);
    const colon = body.slice(0, end - start).search(/:(?!\s?\d)/u);
    const stop = colon < 0 ? end : start + colon;
    return {
      span,
      units: unitsOfHeading(text, start, stop),
      dutyStart: duty === null && colon < 0 ? span.end : stop,
    };
  }
  const first = unitEnd(text, start, span.end);
  const units = readUnits(text, start, first);
  return units.length === 0 ? null : { span, units, dutyStart: first };
}

/** The stretches that head duties: numbered paragraphs where there are any, else bullets, else clauses of prose. */
export function dutyHeadsOf(document: SourceDocument, section: Section): readonly DutyHead[] {
  const textOf = (span: Span): string => document.text.slice(span.start, span.end);
  const spans = section.paragraphs.map((p) => p.span);
  const numbered = spans.filter((s) => numberedHead(textOf(s))?.level === 2);
  const bullets = spans.filter((s) => BULLET.test(textOf(s)));
  const candidates =
    numbered.length > 0
      ? numbered
      : bullets.length > 0
        ? bullets
        : spans.flatMap((s) => clausesOf(textOf(s), s));
  return candidates.flatMap((s) => dutyHead(document, s) ?? []);
}

/** "Phòng A theo dõi, tổng hợp; các khoa báo cáo …": the clauses between semicolons. */
function clausesOf(text: string, span: Span): readonly Span[] {
  const starts = [0, ...allMatches(text, /;\s+/gu).map((m) => m.index + m[0].length), text.length];
  return starts.slice(0, -1).map((start, i) => {
    const end = starts[i + 1] ?? text.length;
    return { start: span.start + start, end: span.start + text.slice(0, end).trimEnd().length };
  });
}
