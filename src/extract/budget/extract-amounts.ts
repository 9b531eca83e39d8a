import type { SourceDocument } from '../../document/source-document.js';
import type { Amount } from '../../record/fields.js';
import { foldSpace, mentionAt } from '../mention.js';
import { parseMoney } from '../money/parse-money.js';
import type { Passage } from '../passage.js';

/** Every sum of money in running text, in order. Sums in tables are the budget's lines. */
export function extractAmounts(document: SourceDocument, passages: readonly Passage[]): readonly Amount[] {
  return passages
    .filter((p) => !p.inTable)
    .flatMap(({ span }) =>
      parseMoney(document.text.slice(span.start, span.end)).map((m) => ({
        ...mentionAt(document, { start: span.start + m.span.start, end: span.start + m.span.end }),
        value: m.value,
        per: [...m.per],
        inWords: m.inWords,
      })),
    );
}

const SOURCE_VERBS = String.raw`(?:từ|bằng|do|sử\s+dụng|trích\s+từ|lấy\s+từ|được\s+bố\s+trí\s+từ)`;
const SOURCE = new RegExp(
  String.raw`(?<![\p{L}])(?:${SOURCE_VERBS}\s+)?(?:nguồn\s+(?:kinh\s+phí\s+)?(?:từ\s+)?)?(?<name>(?:[Nn]gân\s+sách|[Kk]inh\s+phí\s+(?:tự\s+chủ|khoán|không\s+tự\s+chủ|sự\s+nghiệp|chi\s+thường\s+xuyên|không\s+thường\s+xuyên|thường\s+xuyên|hoạt\s+động)|[Nn]guồn\s+(?:kinh\s+phí\s+)?(?:sự\s+nghiệp|tự\s+chủ|xã\s+hội\s+hóa|thu\s+hợp\s+pháp|hợp\s+pháp|chi\s+thường\s+xuyên)|các\s+nguồn\s+(?:kinh\s+phí\s+|vốn\s+|tài\s+chính\s+|thu\s+)?hợp\s+pháp|[Qq]uỹ\s+phát\s+triển)[^.;:\n]{0,120}?)(?=\s*(?:[.;:,\n(]|$|\s(?:đảm\s+bảo|bảo\s+đảm|theo|để|được|và|chi|cấp|năm|hằng|hàng|trong|hiện|giao|do\s|bố\s+trí|phục\s+vụ|đã)(?!\p{L})))`,
  'gu',
);

/** The sources of money named in the plan's sections on money, in order, each once. */
export function fundingSourcesIn(
  text: string,
  sections: readonly { readonly start: number; readonly end: number }[],
): readonly string[] {
  const found: string[] = [];
  for (const { start, end } of sections) {
    const body = text.slice(start, end);
    for (const match of body.matchAll(SOURCE)) {
      const before =
        body.slice(Math.max(0, match.index - 60), match.index) +
        match[0].slice(0, match[0].length - (match.groups?.name ?? '').length);
      // "lập dự toán ngân sách nhà nước", "thời điểm lập dự toán": an estimate, not where the money is from
      if (
        /(?:dự\s+toán|lập|quyết\s+toán|thu|chi|[Ll]uật|phân\s+cấp|cân\s+đối|quản\s+lý)\s*$/u.test(
          before.trimEnd(),
        )
      )
        continue;
      const name = foldSpace(match.groups?.name ?? '');
      if (name !== '' && !found.includes(name)) found.push(name);
    }
  }
  return found;
}
