// Where a quoted title ends inside a sentence though no full stop or semicolon stands there.
const BREAKS: readonly RegExp[] = [
  /[;\n]/u,
  /\.(?=\s+[\p{Lu}"“(-]|\s*$|\/\.)/u,
  /\.\/\./u,
  /,?\s+(?:đã\s+)?(?:được|đã)\s+(?:sửa đổi|bổ sung|thay thế)/u,
  /\s*\((?:được|đã|sau đây|gọi tắt|viết tắt|sửa đổi)/u,
  /\s+và\s+các\s+(?:văn bản|quy định|hướng dẫn)\s+(?:khác|có liên quan|liên quan|hướng dẫn|sửa đổi)/u,
  /,\s+(?:Sở|Ủy ban nhân dân|UBND|Văn phòng|Phòng|Chi cục|Trung tâm|Ban)\s[^,;.]{0,80}?\s(?:ban hành|xây dựng|báo cáo|đề nghị|yêu cầu|đã|tổ chức|triển khai)(?!\p{L})/u,
];

/** No title is longer; the bound keeps the search linear in a text of any shape. */
const LONGEST_TITLE = 1500;

/** End of the clause that begins at `from`, at most at `limit`: where a title quoted there must end. */
export function clauseEnd(text: string, from: number, limit: number): number {
  const clause = text.slice(from, Math.min(limit, from + LONGEST_TITLE));
  let end = clause.length;
  for (const pattern of BREAKS) {
    const hit = pattern.exec(clause.slice(0, end));
    if (hit !== null) end = Math.min(end, hit.index);
  }
  // A bracket that opened before the title began closes it.
  let depth = 0;
  for (let i = 0; i < end; i++) {
    const char = clause.charAt(i);
    if (char === '(') depth++;
    else if (char === ')' && depth-- === 0) {
      end = i;
      break;
    }
  }
  return from + clause.slice(0, end).trimEnd().length;
}
