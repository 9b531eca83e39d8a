import type { Paragraph, SourceDocument } from '../../document/source-document.js';
import type { Span } from '../../document/span.js';
import { capitalShare } from './capital-share.js';

/** How deep a numbered heading lies: "Phần I" 0, "I." 1, "1." 2, "1.1." 3, "a)" 4. */
export type HeadingLevel = 0 | 1 | 2 | 3 | 4;

export interface Heading {
  readonly paragraph: Paragraph;
  /** "I", "2", "1.1", "a"; null for a heading without a number. */
  readonly number: string | null;
  /** The heading without its number. */
  readonly title: Span;
  readonly level: HeadingLevel;
}

const NUMBERED: readonly (readonly [RegExp, HeadingLevel])[] = [
  [/^(?:Phần|PHẦN|Chương|CHƯƠNG)\s+(?<n>[IVXLC]+|\d+|thứ\s+\p{L}+)\s*[.:–-]?\s*/u, 0],
  [/^(?!V\/[vV]\s)(?<n>[IVX]{1,6})\s*[.)/:–-]\s*(?=\S)/u, 1],
  [/^(?<n>\d{1,2}\.\d{1,2}(?:\.\d{1,2})?)\s*[.)]?\s+(?=\S)/u, 3],
  [/^(?<n>\d{1,2})\s*[.)/]\s*(?=\p{L}|["“(])/u, 2],
  [/^(?<n>\d{1,2})\s?[-–]\s?(?=\p{Lu})/u, 2],
  // a stop that was read as a comma
  [/^(?<n>\d{1,2}),\s(?=\p{Lu}\p{Ll})/u, 2],
  [/^\((?<n>\d{1,2})\)\s*(?=\p{L}|["“(])/u, 2],
  [/^(?:Mục|MỤC)\s+(?<n>[IVXLC]+|\d{1,2})\s*[.:–-]\s*/u, 1],
  [/^(?<n>[ivx]{1,4})\s*[.)]\s+(?=\p{L}[^.;]{3,90}$)/u, 1],
  [/^(?:Điều)\s+(?<n>\d{1,3})\s*[.:]\s*/u, 2],
  [/^(?<n>[a-zđ])\s*[.)]\s+(?=\S)/u, 4],
];

/** How all of these begin: most paragraphs don't, and need not be tried on each. */
const MAY_BE_NUMBERED = /^(?:[\dIVX(]|Ph|PH|Ch|CH|M[ụỤ]|Đi|[a-zđ]{1,4}\s*[.)])/u;

/** The number in front of a paragraph, and what is left; null where it has none. */
export function numberedHead(
  text: string,
): { readonly number: string; readonly length: number; readonly level: HeadingLevel } | null {
  if (!MAY_BE_NUMBERED.test(text)) return null;
  for (const [pattern, level] of NUMBERED) {
    const match = pattern.exec(text);
    if (match !== null) return { number: match.groups?.n ?? '', length: match[0].length, level };
  }
  return null;
}

/**
 * The heading that a paragraph is: numbered and short or marked as a heading, or all capitals; null for running text.
 * A numbered sentence ("1. Ban Chỉ đạo … có trách nhiệm …") is a heading as well: its level says how deep it lies.
 */
export function headingOf(document: SourceDocument, paragraph: Paragraph): Heading | null {
  const text = document.text.slice(paragraph.span.start, paragraph.span.end);
  const numbered = numberedHead(text);
  if (numbered !== null)
    return {
      paragraph,
      number: numbered.number,
      title: { start: paragraph.span.start + numbered.length, end: paragraph.span.end },
      level: numbered.level,
    };
  const marked = paragraph.style.heading !== null;
  const shouting = text.length < 160 && text.length > 6 && capitalShare(text) > 0.85;
  if (!marked && !shouting) return null;
  return { paragraph, number: null, title: paragraph.span, level: 1 };
}
