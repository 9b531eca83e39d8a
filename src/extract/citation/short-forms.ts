import type { SourceDocument } from '../../document/source-document.js';
import { overlaps, type Span } from '../../document/span.js';
import type { Citation } from '../../record/fields.js';
import type { RecordWarning } from '../../record/plan-record.js';
import { mentionAt } from '../mention.js';
import type { Passage } from '../passage.js';
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

/** A text without any of these names no document by its type. */
const NAMES_TYPE =
  /(?:[Tt]hông|[Nn]ghị|[Qq]uyết|[Cc]hỉ thị|[Cc]hương|[Kk]ế hoạch|[Cc]ông|[Hh]ướng|[Kk]ết luận|[Bb]áo cáo|[Bb]iên bản|[Tt]ờ trình|[Qq]uy|[Pp]h|[Đđ]ề án|[Dd]ự án|[Vv]ăn bản|[Hh]|[Gg]iấy|[Ll]uật|[Ll]ệnh)[\s\p{L}]{0,24}\s(?:số\s+)?(?:\d|nêu|nói|trên|này)/u;

/** The documents of one type cited before `at`, each once, nearest last. */
function earlier(citations: readonly Citation[], type: string, at: number): readonly string[] {
  const numbers = citations
    .filter(
      (c) =>
        c.span.start < at && c.number !== null && !c.short && c.type?.toLowerCase() === type.toLowerCase(),
    )
    .map((c) => c.number as string);
  return [...new Set(numbers)];
}

/**
 * Short forms in one passage. They resolve to the only document of that type (and number) cited before them; where
 * there is none or more than one, the number stays null and a warning says so. `own` is the plan's own type: "Kế
 * hoạch này" in a Kế hoạch means the plan itself and is no citation.
 */
export function shortFormsIn(
  document: SourceDocument,
  passage: Passage,
  full: readonly Citation[],
  own: string | null,
): { readonly citations: readonly Citation[]; readonly warnings: readonly RecordWarning[] } {
  const body = document.text.slice(passage.span.start, passage.span.end);
  const citations: Citation[] = [];
  const warnings: RecordWarning[] = [];
  if (!NAMES_TYPE.test(body)) return { citations, warnings };
  const add = (
    match: RegExpExecArray | RegExpMatchArray,
    candidates: readonly string[],
    type: string,
  ): void => {
    const start = passage.span.start + (match.index ?? 0);
    const span: Span = { start, end: start + match[0].length };
    if (full.some((c) => overlaps(c.span, span))) return;
    const [only] = candidates;
    const number = candidates.length === 1 && only !== undefined ? only : null;
    if (number === null)
      warnings.push({
        code: 'citation-open',
        message: `Không xác định được văn bản mà “${match[0]}” nhắc đến.`,
        page: null,
        span,
      });
    const located = locatorsFor(document.text, passage.span.start, span.start, span.end);
    const whole = { start: Math.min(span.start, located.start), end: span.end };
    citations.push({
      ...mentionAt(document, whole),
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
  for (const match of body.matchAll(BY_NUMBER)) {
    const type = (match.groups?.type ?? '').replace(/\s/gu, ' ');
    const n = match.groups?.n ?? '';
    const found = earlier(full, type, passage.span.start + match.index).filter((x) =>
      new RegExp(`^0*${Number(n)}[/-]`, 'u').test(x),
    );
    if (match.groups?.so === undefined && found.length === 0) continue;
    add(match, found, type);
  }
  for (const match of body.matchAll(BY_POINTING)) {
    const type = (match.groups?.type ?? '').replace(/\s/gu, ' ');
    if (type.toLowerCase() === own?.toLowerCase()) continue;
    const candidates = earlier(full, type, passage.span.start + match.index);
    // "Thông tư này" with nothing before it may be any word's end; "nêu trên" always points back
    if (candidates.length === 0 && /này$/u.test(match[0])) continue;
    add(match, candidates, type);
  }
  return { citations, warnings };
}
