import type { SourceDocument } from '../../document/source-document.js';
import type { Span } from '../../document/span.js';
import type { Amount } from '../../record/fields.js';
import { allMatches } from '../all-matches.js';
import { foldSpace, mentionAt } from '../mention.js';
import { type ParsedMoney, parseMoney } from '../money/parse-money.js';
import type { Passage } from '../passage.js';

/** "ĐVT: 1.000 đồng" says in what a table's sums are counted. */
const COUNTED_IN = /(?:đvt|đv\s*tính|đơn\s+vị(?:\s+tính)?)\s*:?\s*\(?\s*$/iu;

const sumsIn = (text: string): readonly ParsedMoney[] =>
  parseMoney(text).filter((m) => !COUNTED_IN.test(text.slice(Math.max(0, m.span.start - 24), m.span.start)));

/** Every sum of money in running text, in order. Sums in tables are the budget's lines. */
export function extractAmounts(document: SourceDocument, passages: readonly Passage[]): readonly Amount[] {
  return passages
    .filter((p) => !p.inTable)
    .flatMap(({ span }) =>
      sumsIn(document.text.slice(span.start, span.end)).map((m): Amount => {
        const at = { start: span.start + m.span.start, end: span.start + m.span.end };
        const { raw, span: own, location, confidence } = mentionAt(document, at);
        return { raw, span: own, location, confidence, value: m.value, per: [...m.per], inWords: m.inWords };
      }),
    );
}

const HEAD = String.raw`(?:[Nn]gân\s+sách|[Kk]inh\s+phí\s+(?:tự\s+chủ|khoán|không\s+tự\s+chủ|sự\s+nghiệp|chi\s+thường\s+xuyên|không\s+thường\s+xuyên|thường\s+xuyên|hoạt\s+động)|[Nn]guồn\s+(?:kinh\s+phí\s+)?(?:sự\s+nghiệp|tự\s+chủ|xã\s+hội\s+hóa|thu|hợp\s+pháp|chi\s+thường\s+xuyên|tài\s+trợ|viện\s+trợ|đóng\s+góp|vốn|phí|lệ\s+phí|cải\s+cách\s+tiền\s+lương|tiết\s+kiệm|lồng\s+ghép|đầu\s+tư|khoa\s+học)|[Dd]ự\s+toán\s+(?:chi(?!\s+tiết)|được\s+giao)|các\s+nguồn\s+(?:kinh\s+phí\s+|vốn\s+|tài\s+chính\s+|thu\s+)?hợp\s+pháp|[Qq]uỹ\s+phát\s+triển|[Vv]ốn\s+(?:đối\s+ứng|sự\s+nghiệp|đầu\s+tư|vay|huy\s+động|xã\s+hội\s+hóa|chương\s+trình|ODA))`;
// A source's name ends where a verb says what the money does, another source follows, or the sentence ends.
const ENDS = String.raw`(?=\s*(?:[.;:,\n(]|$|\s(?:đảm\s+bảo|bảo\s+đảm|theo(?!\s+quy\s+định\s*(?:[.;,\n]|$))|để(?!\s+lại)|được(?!\s+(?:giao|để\s+lại|trích|cấp))|và\s+(?:các\s+)?(?:nguồn|kinh\s+phí|ngân\s+sách|khoản|vốn|đóng\s+góp|huy\s+động|từ)|chi\s+trả|hằng|hàng|trong|hiện\s+hành|do\s|bố\s+trí|phục\s+vụ|đã)(?!\p{L})))`;
const SOURCE = new RegExp(
  String.raw`(?<![\p{L}])(?:(?:từ|bằng|do|sử\s+dụng|trích\s+từ|lấy\s+từ|được\s+bố\s+trí\s+từ)\s+)?(?:nguồn\s+(?:kinh\s+phí\s+)?(?:từ\s+)?(?=${HEAD}))?(?<name>${HEAD}[^.;:\n]{0,120}?)${ENDS}`,
  'gu',
);

/** "Nguồn kinh phí: …": all that follows is the source, whatever its words. */
const LABELLED =
  /[Nn]guồn\s+kinh\s+phí(?:\s+thực\s+hiện)?\s*:\s*(?:(?:từ|do|bằng|sử dụng)\s+)?(?:nguồn\s+)?(?<name>[^.;\n]{4,160})/gu;
const ESTIMATE = /(?:dự\s+toán|lập|quyết\s+toán|thu|chi|[Ll]uật|phân\s+cấp|cân\s+đối|quản\s+lý)\s*$/u;

/** Where sources are looked for: `strict` outside sections on money, where only "từ ngân sách …" names one. */
export interface SourcePlace {
  readonly span: Span;
  readonly strict: boolean;
}

/** The sources of money named in these places, in order, each once. */
export function fundingSourcesIn(text: string, places: readonly SourcePlace[]): readonly string[] {
  const found: string[] = [];
  const add = (name: string): void => {
    if (name !== '' && !found.includes(name)) found.push(name);
  };
  for (const { span, strict } of places) {
    const body = text.slice(span.start, span.end);
    let any = false;
    for (const match of allMatches(body, SOURCE)) {
      const lead = match[0].slice(0, match[0].length - (match.groups?.name ?? '').length);
      if (strict && !/(?:từ|bằng|nguồn)\s/iu.test(lead)) continue;
      // "lập dự toán ngân sách nhà nước": an estimate, not where the money is from
      if (ESTIMATE.test((body.slice(Math.max(0, match.index - 60), match.index) + lead).trimEnd())) continue;
      any = true;
      add(foldSpace(match.groups?.name ?? ''));
    }
    if (!any) for (const match of allMatches(body, LABELLED)) add(foldSpace(match.groups?.name ?? ''));
  }
  return found;
}
