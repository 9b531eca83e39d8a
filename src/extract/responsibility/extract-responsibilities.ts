import type { Paragraph, SourceDocument } from '../../document/source-document.js';
import type { Span } from '../../document/span.js';
import type { Responsibility } from '../../record/fields.js';
import { foldSpace, mentionAt } from '../mention.js';
import { numberedHead } from '../outline/headings.js';
import type { Section } from '../outline/sections.js';
import { beginsUnit, looksLikeUnit, readUnits, unitEnd, unitsOfHeading } from '../unit/read-units.js';

/** A paragraph that gives duties to units: the units' spans, and where the duty's own words begin. */
export interface DutyHead {
  readonly paragraph: Paragraph;
  readonly units: readonly Span[];
  readonly dutyStart: number;
}

const BULLET = /^\s*[-–+•*]\s*/u;
const GIVES = /^(?:Giao(?:\s+cho)?|Đề nghị|Yêu cầu|Đối với|Trách nhiệm của)\s+/u;
const REASON =
  /^(?:Căn cứ|Trên cơ sở|Theo|Hằng năm|Hàng năm|Định kỳ|Khi|Để|Ngoài)(?!\p{L})[^.;]{0,160}?,\s+/u;
const DUTY = /\s+(?:có|chịu)\s+trách\s+nhiệm/u;

/** Reads who a numbered or bulleted paragraph of the organization section gives work to; null where no unit leads it. */
export function dutyHead(document: SourceDocument, paragraph: Paragraph): DutyHead | null {
  const { text } = document;
  const whole = text.slice(paragraph.span.start, paragraph.span.end);
  let lead = numberedHead(whole)?.length ?? BULLET.exec(whole)?.[0].length ?? 0;
  const reason = REASON.exec(whole.slice(lead))?.[0].length ?? 0;
  lead += reason;
  lead += GIVES.exec(whole.slice(lead))?.[0].length ?? 0;
  const body = whole.slice(lead);
  // behind a reason's comma only a name or "các …" leads a clause; "…, ban, trung tâm" goes on with a list
  if (reason > 0 && !beginsUnit(body) && !/^các\s/u.test(body)) return null;
  const start = paragraph.span.start + lead;
  if (!looksLikeUnit(body.replace(/^các\s+/u, 'Các '))) return null;
  const sentence = /[.;]\s*$/u.test(body) || body.length > 140;
  if (!sentence) {
    const duty = DUTY.exec(body);
    const end = start + (duty?.index ?? body.replace(/[:\s]+$/u, '').length);
    const colon = body.slice(0, end - start).search(/:(?!\s?\d)/u);
    const stop = colon < 0 ? end : start + colon;
    return {
      paragraph,
      units: unitsOfHeading(text, start, stop),
      dutyStart: duty === null && colon < 0 ? paragraph.span.end : stop,
    };
  }
  const first = unitEnd(text, start, paragraph.span.end);
  const units = readUnits(text, start, first);
  return units.length === 0 ? null : { paragraph, units, dutyStart: first };
}

/** Who the organization sections make responsible for what, in order. */
export function extractResponsibilities(
  document: SourceDocument,
  sections: readonly Section[],
): readonly Responsibility[] {
  return sections
    .filter((s) => s.topic === 'organization' && s.heading.level <= 1)
    .flatMap((s) => ofSection(document, s));
}

/** The paragraphs that head duties: the numbered ones where there are any, else the bullets, else all. */
export function dutyHeadsOf(document: SourceDocument, section: Section): readonly DutyHead[] {
  const textOf = (p: Paragraph): string => document.text.slice(p.span.start, p.span.end);
  const numbered = section.paragraphs.filter((p) => numberedHead(textOf(p))?.level === 2);
  const bullets = section.paragraphs.filter((p) => BULLET.test(textOf(p)));
  const candidates = numbered.length > 0 ? numbered : bullets.length > 0 ? bullets : section.paragraphs;
  return candidates.flatMap((p) => dutyHead(document, p) ?? []);
}

function ofSection(document: SourceDocument, section: Section): readonly Responsibility[] {
  const heads = dutyHeadsOf(document, section);
  return heads.flatMap((head, i) => {
    const next = heads[i + 1]?.paragraph.span.start ?? section.span.end;
    const own = foldSpace(document.text.slice(head.dutyStart, head.paragraph.span.end)).replace(
      /^[:,\s]+/u,
      '',
    );
    const below = section.paragraphs
      .filter((p) => p.span.start > head.paragraph.span.start && p.span.start < next)
      .map((p) => foldSpace(document.text.slice(p.span.start, p.span.end)));
    const duties = [own, ...below].filter((d) => d !== '' && !/^(?:có|chịu)\s+trách\s+nhiệm\s*:?$/u.test(d));
    return head.units.map((span): Responsibility => {
      const mention = mentionAt(document, span);
      return { ...mention, unit: foldSpace(mention.raw), duties };
    });
  });
}
