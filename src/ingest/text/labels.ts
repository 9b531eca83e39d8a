import { goesOnWithReference } from '../layout/label.js';

const LABEL =
  /^(?:[-–—•●▪■◦○*+✓➢❖]|[IVXLC]{1,7}[.)/]|\(?\d{1,3}(?:\.\d{1,3}){0,4}[.)]|\d{1,3}(?:\.\d{1,3}){1,4}(?=\s)|\d{1,2}\s?[-–](?=\s\p{Lu}\p{Ll})|\(?\p{Ll}[.)]|\p{Lu}[.)])(?=\s|\p{L})/u;
const NAMED =
  /^(?:Điều|ĐIỀU|Chương|CHƯƠNG|Mục|MỤC|Phần|PHẦN|Phụ lục|PHỤ LỤC)\s+(?:[IVXLC]+|\d{1,3})(?![\p{L}\p{N}])[.:]?/u;

/** Length of the list label that `text` begins with ("-", "a)", "1.1.", "II.", "Điều 3."); 0 where there is none. */
export function labelLength(text: string): number {
  const found = NAMED.exec(text) ?? LABEL.exec(text);
  if (found === null) return 0;
  const label = found[0];
  const next = text.charAt(label.length);
  if (next === '' || /\s/u.test(next)) return label.length;
  return /^[-–—•●▪■+✓➢❖]$/u.test(label) || /^[IVXLC]+[.)]$|^\d+[.)]$/u.test(label) ? label.length : 0;
}

const AWAITS_NUMBER =
  /(?<![\p{L}\p{N}])(?:điều|khoản|điểm|mục|số|ngày|tháng|năm|quý|chương|phần|phụ lục|iso)\s*:?$/iu;

/** Whether `text` begins a list item or a numbered part, given the line that ends in front of it. */
export function beginsItem(text: string, before: string): boolean {
  if (NAMED.test(text) && goesOnWithReference(before, text)) return false;
  return labelLength(text) > 0 && !AWAITS_NUMBER.test(before);
}
