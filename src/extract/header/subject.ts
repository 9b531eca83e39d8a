import type { SourceDocument } from '../../document/source-document.js';
import { coverOf, type Span } from '../../document/span.js';
import { capitalShare } from '../outline/capital-share.js';
import { numberedHead } from '../outline/headings.js';
import type { PlanParts } from '../outline/parts.js';

const BASIS_WORD = /^[\s"“]*(?:Căn cứ|Thực hiện|Theo|Triển khai|Xét|Trên cơ sở|Để)(?!\p{L})/u;
const TYPE_WORDS = /^\s*\p{Lu}{2,}(?:\s\p{Lu}{2,}){0,4}(?=\s|$)/u;
const RULE = /^[\s_\-–—=*.]+$/u;

/** "(Ban hành kèm theo Quyết định số …)": how the plan was issued, no part of what it is about. */
const ANNEXED = /^\s*\(\s*(?:ban\s+hành\s+)?kèm\s+theo\s/iu;

/** The type's words of the type line ("KẾ HOẠCH"). */
export function readType(document: SourceDocument, parts: PlanParts): Span | null {
  const line = parts.paragraphs[parts.typeLine];
  if (line === undefined) return null;
  const text = document.text.slice(line.span.start, line.span.end);
  const match =
    /^\s*(KẾ HOẠCH|CHƯƠNG TRÌNH|PHƯƠNG ÁN|ĐỀ ÁN|QUYẾT ĐỊNH|THÔNG BÁO|BÁO CÁO|TỜ TRÌNH|HƯỚNG DẪN|CÔNG VĂN|NGHỊ QUYẾT|QUY CHẾ|BIÊN BẢN)/u.exec(
      text,
    );
  const whole = line.span.end - line.span.start < 40 && capitalShare(text) > 0.9;
  const words = whole ? TYPE_WORDS.exec(text) : (match ?? TYPE_WORDS.exec(text));
  if (words === null) return null;
  const lead = words[0].length - words[0].trimStart().length;
  return { start: line.span.start + lead, end: line.span.start + words[0].trimEnd().length };
}

/**
 * The subject (trích yếu): the lines under the type, up to the preamble. The first line belongs to it whatever word it
 * begins with; further ones while they go on with a title rather than begin a sentence.
 */
export function readSubject(document: SourceDocument, parts: PlanParts, type: Span | null): Span | null {
  const spans: Span[] = [];
  const line = parts.paragraphs[parts.typeLine];
  if (line === undefined) return null;
  if (type !== null && line.span.end - type.end > 8) spans.push({ start: type.end, end: line.span.end });
  for (const paragraph of parts.paragraphs.slice(parts.typeLine + 1)) {
    const text = document.text.slice(paragraph.span.start, paragraph.span.end);
    if (RULE.test(text)) continue;
    if (ANNEXED.test(text)) break;
    if (spans.length > 0 && !goesOn(document, spans, text, paragraph.style.align)) break;
    if (spans.length === 0 && /^\s*(?:Căn cứ|Kính gửi)/u.test(text)) return null;
    spans.push(paragraph.span);
    if (spans.length > 6) break;
  }
  if (spans.length === 0) return null;
  const cover = coverOf(spans);
  const lead = /^[\s:–-]*/u.exec(document.text.slice(cover.start, cover.end))?.[0].length ?? 0;
  return { start: cover.start + lead, end: cover.end };
}

function goesOn(
  document: SourceDocument,
  spans: readonly Span[],
  text: string,
  align: string | null,
): boolean {
  const so = spans.map((s) => document.text.slice(s.start, s.end)).join(' ');
  if (so.length + text.length > 480 || numberedHead(text) !== null) return false;
  if (/[;.:]\s*$/u.test(text) || /[;.:]\s*$/u.test(so)) return false;
  if (
    BASIS_WORD.test(text) &&
    (/\s(?:số|Luật|Nghị|Quyết|Thông tư|Công văn)\s/u.test(text) || align === 'justify')
  )
    return false;
  if (/^\s*[\p{Ll}\d(]/u.test(text)) return true;
  if (/(?:\s(?:của|và|theo|tại|về|các|cho|trên|trong|thuộc|năm|giai đoạn|vào|,)|,|-|–)\s*$/u.test(so))
    return true;
  if (align === 'center') return true;
  return text.length < 110 && !/năm\s+20\d{2}\s*$/u.test(so) && !/\s(?:ban hành|xây dựng)\s/u.test(text);
}
