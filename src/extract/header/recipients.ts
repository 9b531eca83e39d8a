import type { Paragraph, SourceDocument } from '../../document/source-document.js';
import { type Span, trimSpan } from '../../document/span.js';
import { allMatches } from '../all-matches.js';
import { capitalShare } from '../outline/capital-share.js';
import type { PlanParts } from '../outline/parts.js';

/** A dash or what a recognizer has for one. */
const DASH = /^\s*[-–+•*_—~¬]\s*/u;
/** Words that the end of an entry has on a line of its own, and lines of dirt that may stand between two entries. */
const LAST_WORDS = 3;
const DIRT_LINES = 4;
const HEAD = /^\s*Nơi\s+nhận\s*:?\s*/iu;

/** The entries of "Nơi nhận", each without its dash and its closing ";" or "."; [] where there is no such list. */
export function readRecipients(document: SourceDocument, parts: PlanParts): readonly Span[] {
  if (parts.recipientsLine < 0) return [];
  const found: Span[] = [];
  const head = parts.paragraphs[parts.recipientsLine];
  let dashed: boolean | null = null;
  for (const paragraph of parts.paragraphs.slice(parts.recipientsLine)) {
    if (paragraph.span.start >= parts.mainEnd || paragraph.column !== head?.column) {
      if (found.length > 0) break;
      if (paragraph.span.start >= parts.mainEnd) break;
      continue;
    }
    const whole = document.text.slice(paragraph.span.start, paragraph.span.end);
    const lead = paragraph === head ? (HEAD.exec(whole)?.[0].length ?? 0) : 0;
    const text = whole.slice(lead);
    if (text.trim() === '') continue;
    const dash = DASH.exec(text);
    if (dash === null) {
      const inline = paragraph === head && text.includes(';');
      if (dashed === null && (inline || /[;]\s*$/u.test(text)) && capitalShare(text) < 0.8) dashed = false;
      const last = found.at(-1);
      const goesOn = last !== undefined && /^\s*[\p{Ll}(]/u.test(text);
      if (goesOn && !/[;.]\s*$/u.test(document.text.slice(last.start, last.end))) {
        found[found.length - 1] = { start: last.start, end: paragraph.span.end };
        continue;
      }
      // the end of an entry whose first letter was read as a capital, or a seal's dirt
      const more = dashed === true && dashFollows(document, parts, paragraph);
      const open = last !== undefined && !/[;.,]\s*$/u.test(document.text.slice(last.start, last.end));
      if (more && open && text.trim().split(/\s+/u).length <= LAST_WORDS && capitalShare(text) < 0.8) {
        found[found.length - 1] = { start: last.start, end: paragraph.span.end };
        continue;
      }
      const before = last === undefined ? '' : document.text.slice(last.start, last.end);
      const isEntry = /;\s*$/u.test(before) && /;\s*$|^\s*L[ưu]u\s*[:.]/u.test(text);
      if ((dashed !== false && !isEntry) || capitalShare(text) > 0.8) {
        if (found.length > 0 && paragraph.column !== 0 && !more) break;
        continue;
      }
    } else dashed ??= true;
    for (const entry of splitEntries(text)) {
      const start = paragraph.span.start + lead + entry.start;
      found.push({ start, end: paragraph.span.start + lead + entry.end });
    }
  }
  return found.map((span) => bare(document.text, span)).filter((s) => s.end > s.start);
}

/** Whether another entry with a dash stands a few lines below in the same column. */
function dashFollows(document: SourceDocument, parts: PlanParts, paragraph: Paragraph): boolean {
  const at = parts.paragraphs.indexOf(paragraph);
  return parts.paragraphs
    .slice(at + 1, at + 1 + DIRT_LINES)
    .some(
      ({ span, column }) =>
        span.start < parts.mainEnd &&
        column === paragraph.column &&
        DASH.test(document.text.slice(span.start, span.end)),
    );
}

/** Several entries that were run together: "- Như Điều 3; - Lưu: VT." */
function splitEntries(text: string): readonly Span[] {
  const oneLine = !DASH.test(text) && /;.*;/u.test(text);
  const cuts = allMatches(text, oneLine ? /;\s*(?=\p{L})/gu : /;\s*(?=[-–+•]\s*\p{L})/gu).map(
    (m) => m.index + m[0].length,
  );
  const places = [0, ...cuts, text.length];
  return places.slice(0, -1).map((start, i) => ({ start, end: places[i + 1] ?? text.length }));
}

function bare(text: string, span: Span): Span {
  const body = text.slice(span.start, span.end);
  const lead = DASH.exec(body)?.[0].length ?? 0;
  const tail = /[\s;.,]*$/u.exec(body)?.[0].length ?? 0;
  return trimSpan(text, { start: span.start + lead, end: Math.max(span.start + lead, span.end - tail) });
}
