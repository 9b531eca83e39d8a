import type { Span } from '../../document/span.js';

const ABOUT = /^\s*,?\s*(?:(?:V\/v|v\/v|[Vv]ề\s+việc|[Vv]ề)\s*:?\s+)/u;
const VERB =
  /^\s*,?\s*(?=["“]?(?:quy định|quy đinh|qui định|công bố|ban hành|phê duyệt|hướng dẫn|sửa đổi|bổ sung|thi hành|bãi bỏ|thay thế|thành lập|kiện toàn|triển khai|thực hiện|tổ chức|giao|chấp thuận|tăng cường|đẩy mạnh|điều chỉnh|công nhận)(?![\p{L}\p{N}]))/iu;

/**
 * The quoted title that begins at `from`: what follows "về việc", "về", "V/v", or begins with its own verb ("quy định
 * …", "công bố …"). It ends at `limit`. Null where none is given.
 */
export function readTitle(text: string, from: number, limit: number): Span | null {
  const clause = text.slice(from, limit);
  const about = ABOUT.exec(clause);
  const lead = about?.[0].length ?? VERB.exec(clause)?.[0].length;
  if (lead === undefined) return null;
  let start = from + lead;
  let end = limit;
  while (start < end && /["“\s]/u.test(text.charAt(start))) start++;
  while (end > start && /["”\s,]/u.test(text.charAt(end - 1))) end--;
  return end - start >= 3 ? { start, end } : null;
}
