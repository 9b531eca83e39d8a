import type { Span } from '../../document/span.js';
import { allMatches } from '../all-matches.js';

/** A law named without its number: "Luật Ngân sách nhà nước ngày 25 tháng 6 năm 2015". */
export interface NamedLaw {
  readonly span: Span;
  readonly type: string;
  readonly typeSpan: Span;
  readonly name: Span;
}

const LAW = /(?<![\p{L}\p{N}])(Bộ luật|Luật|Pháp lệnh)\s+(?=\p{Lu}|sửa đổi)/gu;
const END =
  /[;:.()\n"”]|,(?!\s\p{Ll}[\p{L} ]{2,40}\svà\s)|\s(?=(?:ngày|năm|số|được|đã|có|về|của|để|theo|trong|hiện hành|và\s+(?:điểm|khoản|[Đđ]iều|các|những|Luật|Nghị|Quyết|Thông|Chỉ|Pháp|Bộ luật)|này|nêu|trên|tại|cho|quy định|thì|là|nhằm|khi)(?![\p{L}\p{N}]))/u;

/** Every law that is named without a number in `text`. `offset` is added to the spans. */
export function findNamedLaws(text: string, offset = 0): readonly NamedLaw[] {
  const found: NamedLaw[] = [];
  if (!text.includes('uật') && !text.includes('Pháp lệnh')) return found;
  for (const hit of allMatches(text, LAW)) {
    const nameStart = hit.index + hit[0].length;
    const rest = text.slice(nameStart, nameStart + 160);
    const length = rest.slice(0, END.exec(rest)?.index ?? rest.length).trimEnd().length;
    if (length < 4 || !/\s/u.test(rest.slice(0, length))) continue;
    const end = nameStart + length + offset;
    found.push({
      span: { start: hit.index + offset, end },
      type: hit[1] ?? '',
      typeSpan: { start: hit.index + offset, end: hit.index + (hit[1]?.length ?? 0) + offset },
      name: { start: nameStart + offset, end },
    });
  }
  return found;
}
