import { foldVietnamese } from '../../document/fold.js';
import type { Paragraph, SourceDocument } from '../../document/source-document.js';
import type { Span } from '../../document/span.js';
import type { OutlineEntry } from '../../record/plan-record.js';
import { allMatches } from '../all-matches.js';
import { anchorsIn, hasAnchor } from '../anchors.js';
import { isBasisLine } from '../citation/roles.js';
import { foldSpace, mentionAt } from '../mention.js';
import { closesBody } from './closing.js';
import type { PlanParts } from './parts.js';

const APPENDIX_NUMBER = /^\s*(?:phụ\s*lục)\s+(?:số\s+)?([IVXLC]+|\d{1,2}|[A-Z])(?![\p{L}\p{N}])/iu;
const APPENDIX_MENTION =
  /(?<![\p{L}])(?:các\s+)?[Pp](?:hụ|HỤ)\s*(?:lục|LỤC)(?:\s+(?:số\s+)?(?<list>(?:[IVX]{1,5}|\d{1,2})(?:\s*(?:,|và|;|-|–|đến)\s*(?:phụ lục\s+)?(?:[IVX]{1,5}|\d{1,2}))*)(?![\p{L}\p{N}]))?/gu;

/** What every mention of an appendix holds. */
const NAMES_APPENDIX = /[Pp](?:hụ|HỤ)\s*(?:lục|LỤC)/gu;

/** The document's parts that checks of its form look for, in text order. */
export function extractOutline(document: SourceDocument, parts: PlanParts): readonly OutlineEntry[] {
  const { text } = document;
  const entries: OutlineEntry[] = [];
  const add = (kind: OutlineEntry['kind'], at: Span, number: string | null = null, title?: Span): void => {
    const named = title ?? at;
    const { raw, span, location, confidence } = mentionAt(document, at);
    entries.push({
      raw,
      span,
      location,
      confidence,
      kind,
      number,
      title: foldSpace(text.slice(named.start, named.end)).slice(0, 300),
    });
  };
  const headed = new Map(parts.headings.map((h) => [h.paragraph, h]));
  const named = anchorsIn(text, NAMES_APPENDIX);
  const appendixHeads = new Set<Paragraph>(parts.appendices);
  parts.paragraphs.forEach((p, i) => {
    const line = text.slice(p.span.start, p.span.end);
    const folded = foldVietnamese(line.slice(0, 200));
    if (folded.includes('cong hoa xa hoi chu nghia viet nam')) add('national-title', p.span);
    if (folded.includes('doc lap') && /doc lap\s*[-–]\s*tu do\s*[-–]\s*hanh phuc/u.test(folded))
      add('motto', p.span);
    if (appendixHeads.has(p)) {
      add('appendix', p.span, APPENDIX_NUMBER.exec(line)?.[1] ?? null);
      return;
    }
    if (i > parts.typeLine && p.span.start < parts.preambleEnd && isBasisLine(text, p.span))
      add('basis', p.span);
    const heading = headed.get(p);
    if (heading !== undefined && p.span.start < parts.mainEnd)
      add('heading', p.span, heading.number, heading.title);
    if (closesBody(line)) add('closing', p.span);
    if (i === parts.recipientsLine) add('recipients', p.span);
    if (/^\s*\(\s*(?:Ban hành\s+)?[Kk]èm theo/u.test(line)) return;
    if (!hasAnchor(named, p.span)) return;
    for (const match of allMatches(line, APPENDIX_MENTION)) mentions(match, p, add);
  });
  return entries;
}

function mentions(
  match: RegExpMatchArray,
  p: Paragraph,
  add: (kind: 'appendix-mention', span: Span, number: string | null) => void,
): void {
  const start = p.span.start + (match.index ?? 0);
  const span = { start, end: start + match[0].length };
  const numbers = match.groups?.list?.match(/[IVX]{1,5}|\d{1,2}/gu) ?? [];
  if (numbers.length === 0) add('appendix-mention', span, null);
  for (const number of numbers) add('appendix-mention', span, number);
}
