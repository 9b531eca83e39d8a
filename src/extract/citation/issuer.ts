import type { Span } from '../../document/span.js';

// Words with which a title, a verb or the next part of the sentence begins: an issuer's name ends before them.
const STOP_WORDS = [
  'về', 'v/v', 'quy định', 'quy đinh', 'hướng dẫn', 'công bố', 'ban hành', 'phê duyệt', 'sửa đổi', 'bổ sung',
  'thi hành', 'chi tiết', 'bãi bỏ', 'thay thế', 'triển khai', 'thực hiện', 'giao', 'cho', 'tại', 'đã', 'được',
  'là', 'trong', 'để', 'theo', 'năm', 'ngày', 'số', 'có', 'với', 'nêu', 'này', 'nói', 'khi', 'đến', 'từ',
  'yêu cầu', 'đối với', 'áp dụng', 'trên địa bàn', 'hiện hành', 'chấp thuận', 'thành lập', 'kiện toàn',
  'đề nghị', 'giải thích', 'tăng cường', 'nhằm', 'như', 'khoá', 'khóa', 'kỳ', 'gồm', 'cụ thể', 'xây dựng',
  'duy trì', 'nước cộng hòa', 'nước cộng hoà', 'đang', 'sẽ', 'liên quan', 'không', 'kèm', 'ký', 'gửi', 'V/v', 'Về',
  'kết luận', 'thông báo', 'phát động', 'giải quyết', 'trả lời', 'thống nhất', 'phân bổ', 'công nhận', 'bổ nhiệm', 'đính chính', 'điều chỉnh', 'nhắc', 'đôn đốc',
  'phân công', 'phân cấp', 'ủy quyền', 'nâng cao', 'đẩy mạnh', 'bảo đảm', 'đảm bảo', 'chấn chỉnh', 'quán triệt', 'mở', 'tiếp tục', 'định hướng', 'thông qua', 'giao',
]; // biome-ignore format: a table of words
const STOP = new RegExp(String.raw`(?:${STOP_WORDS.join('|')})(?![\p{L}\p{N}])`, 'uy');
const TYPES_NEXT =
  /(?:các|những|một số|Luật|Nghị|Quyết định|Thông tư|Công văn|Chỉ thị|Kế hoạch|Hướng dẫn|Thông báo|Kết luận)(?![\p{L}\p{N}])/uy;
const TOKEN = /[\p{L}\p{M}\p{N}&./-]*[\p{L}\p{M}\p{N}&]/uy;

const matches = (pattern: RegExp, text: string, from: number): RegExpExecArray | null => {
  pattern.lastIndex = from;
  return pattern.exec(text);
};

/**
 * The issuer's name that begins at `from` in `text` (behind "của"), title of its head included: "Thủ tướng Chính
 * phủ", "Bộ trưởng Bộ Tài chính", "Ủy ban nhân dân tỉnh". Null where no capitalized name stands there. With `joint`,
 * further bodies behind commas belong to it.
 */
export function readIssuer(text: string, from: number, joint = false): Span | null {
  if (!/\p{Lu}/u.test(text.charAt(from))) return null;
  let cursor = from;
  let end = from;
  for (let words = 0; words < 24; words++) {
    if (words > 0 && matches(STOP, text, cursor) !== null) break;
    const token = matches(TOKEN, text, cursor);
    if (token === null) break;
    if (token[0] === 'và' || token[0] === 'và,') {
      const rest = cursor + token[0].length + 1;
      if (!/\p{Lu}/u.test(text.charAt(rest)) || matches(TYPES_NEXT, text, rest) !== null) break;
    }
    cursor += token[0].length;
    end = cursor;
    if (/^\s*,\s*\p{Lu}/u.test(text.slice(cursor, cursor + 4))) {
      // "Bộ Văn hóa, Thể thao và Du lịch" goes on; "Bộ Tài chính, Sở …" is another body's clause
      const comma = /^\s*,\s*/u.exec(text.slice(cursor, cursor + 4))?.[0].length ?? 1;
      const after = text.slice(cursor + comma, cursor + comma + 40);
      if (
        !(joint && /^(?:Bộ|Liên|Ủy ban|Tổng|Ngân hàng|Viện|Tòa án)(?!\p{L})/u.test(after)) &&
        /^(?:Sở|Ủy ban|UBND|Văn phòng|Phòng|Chi cục|Cục|Trung tâm|Ban|Bộ|Luật|Nghị|Quyết|Thông tư|Công văn)(?!\p{L})/u.test(
          after,
        )
      )
        break;
      if (!joint && !/^\p{Lu}\p{Ll}+(?:\s\p{Ll}+)?\s(?:và|,)/u.test(after)) break;
      cursor += comma;
      continue;
    }
    const space = /^\s{1,3}/u.exec(text.slice(cursor, cursor + 3));
    if (space === null) break;
    cursor += space[0].length;
  }
  return end > from ? { start: from, end } : null;
}
