/* What the cells of a table of costs say: figures, measures, totals, and the note over it that names the unit. */

const MEASURES: ReadonlySet<string> = new Set(
  `cái bộ gói buổi người chiếc lượt quyển cuốn tháng năm đợt cuộc lớp ngày lần phiếu tập bài hệ+thống hội+nghị tờ trang bản
  báo+cáo hồ+sơ giờ quý hợp+đồng đề+tài chương+trình thùng ram gram hộp chai suất phòng xe chuyến tiết học+viên
  đại+biểu dự+án khóa khoá km m m2 m3 m² kg lít túi cặp đôi chuyên+đề đơn+vị phần+mềm chứng+chỉ giấy+chứng+nhận quy+trình
  thủ+tục máy trọn+gói đồng đĩa cây bình thẻ tin bảng biển đoàn hội+thảo tổ nhóm tuần lô module mẫu điểm danh+mục
  vòng xuất tài+khoản license ca công ngày+công trọn+bộ người+ngày người+buổi người/ngày người/buổi lượt+người
  buổi/người ngày/người người/tháng tháng/người người/lượt xe/ngày bộ/người phòng/ngày km/lượt cuộc/năm lần/năm
  văn+bản sản+phẩm video clip ảnh băng+rôn pano cơ+sở địa+điểm doanh+nghiệp lượt/người chuyên+gia giảng+viên mô+hình
  bộ+tài+liệu bộ+hồ+sơ hạng+mục nội+dung kỳ vị+trí tài+liệu`
    .split(/\s+/u)
    .map((measure) => measure.replaceAll('+', '')),
);

const unspaced = (text: string): string => text.toLowerCase().replace(/\s+/gu, '');

/** Whether the words name what is counted ("Cái", "Buổi", "Hệ thống"). */
export const isMeasure = (text: string): boolean => MEASURES.has(unspaced(text));

/** Whether the text may be the beginning of a measure that a narrow column broke ("Hệ", "Thán"). */
export function beginsMeasure(text: string): boolean {
  const begun = unspaced(text);
  if (begun.length < 2 || !/^\p{Lu}/u.test(text)) return false;
  for (const measure of MEASURES) if (measure !== begun && measure.startsWith(begun)) return true;
  return false;
}

/** "Đơn vị tính: nghìn đồng": a note over the table, and none of its cells. */
export const isUnitNote = (text: string): boolean =>
  /^\(?\s*(?:đơn vị(?:\s+tính)?|đvt)\s*:?\s*(?:1[.,]?000|1[.,]000[.,]000|ngàn|nghìn|triệu|tỷ)?\s*(?:đồng|vnđ|vnd|đ)\s*[).]?$/iu.test(
    text.trim(),
  );

/** "Tổng cộng (I + II)", "CỘNG": a row that sums up others. */
export const isTotal = (text: string): boolean =>
  /^(?:tổng\s+(?:cộng|số|kinh\s+phí|tiền|dự\s+toán)(?!\p{L})|(?:tổng|cộng)\s*(?:$|[(:.]|[ABIVX]+(?!\p{L})|mục|nhóm|phần|chi\s+phí))/iu.test(
    text.trim(),
  );

const GROUPED = /^\d{1,3}(?:([.,])\d{3})(?:\1\d{3})*(?:[.,]\d{1,3})?$/u;

/** The value of a figure as it is written in such tables: "2.500.000", "24,6", "01". Null for anything else. */
export function figureOf(text: string): number | null {
  if (/^\d{1,12}$/u.test(text)) return Number(text);
  const grouped = GROUPED.exec(text);
  if (grouped !== null) {
    const mark = grouped[1] ?? '.';
    const other = mark === '.' ? ',' : '.';
    return Number(text.replaceAll(mark, '').replace(other, '.'));
  }
  return /^\d{1,6}[.,]\d{1,2}$/u.test(text) ? Number(text.replace(',', '.')) : null;
}

/** A figure whose last digits a narrow column put on the next line: how many they are; 0 for other words. */
export function digitsLeft(text: string): number {
  const cut = /^\d{1,3}(?:\.\d{3})*\.(\d{0,2})$|^\d{1,3}(?:,\d{3})+,(\d{0,2})$/u.exec(text);
  return cut === null ? 0 : 3 - (cut[1] ?? cut[2] ?? '').length;
}

/** What a row's numeral is: "7", "1.2", "IV", "B", with the marks that stand after it. */
export interface Numeral {
  readonly kind: 'plain' | 'part' | 'heading';
  /** Its place in its own sequence. */
  readonly value: number;
  /** The marks around it: numerals of a table are written alike. */
  readonly style: string;
  /** "1.2" goes on with "1". */
  readonly parent: string;
}

const ROMAN: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10 };

function roman(text: string): number {
  const digits = [...text].map((letter) => ROMAN[letter] ?? 0);
  return digits.reduce((sum, digit, i) => sum + (digit < (digits[i + 1] ?? 0) ? -digit : digit), 0);
}

/** The word as a row's numeral, or null. */
export function numeralOf(word: string): Numeral | null {
  const found = /^(\(?)(\d{1,3}|\d{1,2}(?:\.[1-9]\d?){1,2}|[IVX]{1,5}|[A-H])([.)/]*)$/u.exec(word);
  if (found === null) return null;
  const [, open = '', body = '', close = ''] = found;
  const style = `${open}${close}`;
  if (/^\d+$/u.test(body)) return { kind: 'plain', value: Number(body), style, parent: '' };
  if (/^\d/u.test(body)) {
    const at = body.lastIndexOf('.');
    return { kind: 'part', value: Number(body.slice(at + 1)), style, parent: body.slice(0, at) };
  }
  const value = /^[IVX]+$/u.test(body) ? roman(body) : (body.codePointAt(0) ?? 64) - 64;
  return { kind: 'heading', value, style, parent: '' };
}
