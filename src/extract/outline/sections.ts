import { foldVietnamese } from '../../document/fold.js';
import { between } from '../../document/in-order.js';
import type { Paragraph, SourceDocument } from '../../document/source-document.js';
import type { Span } from '../../document/span.js';
import { closesBody } from './closing.js';
import type { Heading } from './headings.js';
import type { PlanParts } from './parts.js';

/** What a section of a plan is about, told from its heading. */
export type Topic = 'purpose' | 'scope' | 'content' | 'money' | 'organization' | 'other';

export interface Section {
  readonly heading: Heading;
  readonly topic: Topic;
  /** From the heading to the next one that is not deeper. */
  readonly span: Span;
  /** The paragraphs under the heading. */
  readonly paragraphs: readonly Paragraph[];
}

const TOPICS: readonly (readonly [RegExp, Topic])[] = [
  [/to chuc thuc hien|phan cong|trach nhiem (?:cua|thuc hien)|to chuc trien khai/u, 'organization'],
  // anchored: "Ban hành Mục tiêu chất lượng", "Mở rộng phạm vi áp dụng" head work to be done
  [/^.{0,30}(?:kinh phi|du toan|nguon luc tai chinh|nguon von)/u, 'money'],
  [/^(?:ve\s|cac\s|mot so\s)?(?:muc dich|muc tieu|yeu cau|quan diem)/u, 'purpose'],
  [/^(?:ve\s)?(?:pham vi|doi tuong)/u, 'scope'],
  [/noi dung|nhiem vu|giai phap|tien do|hoat dong|cong viec|trien khai|thuc hien/u, 'content'],
];

const topicOf = (title: string): Topic => TOPICS.find(([pattern]) => pattern.test(title))?.[1] ?? 'other';

/** A heading rather than a numbered sentence: short, or in capitals, or without a full stop. */
const isTitle = (title: string): boolean => title.length < 140 && !/[.;]\s*$/u.test(title);

/** The sections down to level 2 ("I." and "1."), in order; a numbered sentence opens none. */
export function sectionsOf(document: SourceDocument, parts: PlanParts): readonly Section[] {
  const titles = parts.headings.filter((h) => {
    const title = document.text.slice(h.title.start, h.title.end);
    return h.level <= 2 && isTitle(title) && h.paragraph.column === 0;
  });
  const end = bodyLimit(document, parts);
  const nexts = nextNotDeeper(titles);
  return titles
    .filter((h) => h.paragraph.span.start < end)
    .map((heading) => {
      const { start } = heading.paragraph.span;
      const span = { start, end: Math.min(nexts.get(heading)?.paragraph.span.start ?? end, end) };
      const title = document.text.slice(heading.title.start, heading.title.end);
      return {
        heading,
        topic: topicOf(foldVietnamese(title)),
        span,
        paragraphs: between(parts.paragraphs, start + 1, span.end, startOf),
      };
    });
}

const startOf = (paragraph: Paragraph): number => paragraph.span.start;

/** For each heading the next one that is not deeper. Linear: from the last to the first, deeper ones forgotten. */
function nextNotDeeper(headings: readonly Heading[]): ReadonlyMap<Heading, Heading> {
  const nexts = new Map<Heading, Heading>();
  const ahead: Heading[] = [];
  for (const heading of headings.toReversed()) {
    while ((ahead.at(-1)?.level ?? 0) > heading.level) ahead.pop();
    const next = ahead.at(-1);
    if (next !== undefined) nexts.set(heading, next);
    ahead.push(heading);
  }
  return nexts;
}

/** Where sections end: at the closing sentence ("Trên đây là Kế hoạch …./."), the recipients or the appendices. */
export function bodyLimit(document: SourceDocument, parts: PlanParts): number {
  const closing = parts.paragraphs.find((p) => {
    const text = document.text.slice(p.span.start, p.span.end);
    return p.span.start >= parts.preambleEnd && (/^\s*Trên đây là/u.test(text) || closesBody(text));
  });
  const recipients = parts.paragraphs[parts.recipientsLine];
  const text = closing === undefined ? '' : document.text.slice(closing.span.start, closing.span.end);
  // a last item that ends in "./." belongs to its section
  const cut =
    closing === undefined ? undefined : /^\s*Trên đây là/u.test(text) ? closing.span.start : closing.span.end;
  return Math.min(cut ?? parts.mainEnd, recipients?.span.start ?? parts.mainEnd, parts.mainEnd);
}
