/** What readers say of a page that they couldn't read, and the same in Vietnamese. The first that fits counts. */
const REASONS: readonly (readonly [pattern: RegExp, vietnamese: string])[] = [
  [/recognition is switched off/u, 'trang cần nhận dạng chữ nhưng việc nhận dạng đang tắt'],
  [/recognition took over (?<figure>\d+) s/u, 'nhận dạng trang này quá $<figure> giây'],
  [/has \d+ pixels|limit of pixels/u, 'hình trên trang quá lớn, cần quét lại ở độ phân giải thấp hơn'],
  [/cut short/u, 'tệp thiếu phần cuối, trang không còn nội dung'],
  [/too noisy/u, 'hình trên trang nhiễu quá, cần quét lại'],
  [/no word in the picture/u, 'không tìm thấy chữ nào trong hình của trang'],
  [/recognition failed|SIG[A-Z]+|recogniz/u, 'bộ nhận dạng chữ bị hỏng giữa chừng'],
  [/broken|premature|decod|cannot be (?:read|opened)/u, 'hình hoặc nội dung của trang bị hỏng'],
];

/** Why a page could not be read, in Vietnamese, of a reader's English reason; the reason itself where it is not known. */
export function unreadableReason(reason: string): string {
  for (const [pattern, vietnamese] of REASONS) {
    const found = pattern.exec(reason);
    if (found !== null) return vietnamese.replace('$<figure>', found.groups?.figure ?? '');
  }
  return reason;
}
