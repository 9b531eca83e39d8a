/** What a list label at the start of a line is. */
export type LabelKind = 'bullet' | 'letter' | 'number' | 'roman' | 'article';

export interface Label {
  readonly kind: LabelKind;
  /** How many words of the line belong to it. */
  readonly words: number;
}

const BULLET = /^[-+•●○▪■◦*–—\uF0B7\uF02D\uF0A7\uF0D8\uF0FC\uF076]$/u;
const GLUED_BULLET = /^[-+•●▪–]\p{L}/u;
const GLUED_ROMAN = /^[IVX]{1,5}\.\p{Lu}\p{L}/u;
const GLUED_NUMBER = /^\d{1,2}[.)]\p{Lu}\p{L}/u;
const LETTER = /^[a-zđ]{1,2}[.)]$/u;
const NUMBER = /^\(?\d{1,3}(?:\.\d{1,2}){0,4}[.)]?$/u;
const STOPPED_NUMBER = /^(?:\(?\d{1,3}(?:\.\d{1,2}){0,4}[.)]|\d{1,2}(?:\.\d{1,2}){1,4})$/u;
/** Recognizers have H for II and L for an I whose foot touches the stop. */
const ROMAN = /^(?:[IVXLĐ]{1,6}|(?=[LlVX1|]{0,3}[IH])[IHLlVX1|]{1,5})[.)]$/u;
const ARTICLE = /^(?:điều|chương|mục|phần|phụ)$/iu;

/**
 * The label that begins a line given as words, or null: "-", "+", "a)", "1.", "2.1", "IV.", "Điều 3.", and a bullet or
 * number typed against its word (then it owns no word). A bare number ("12 tháng") is none.
 */
export function labelOf(words: readonly string[]): Label | null {
  const [first, second] = words;
  if (first === undefined) return null;
  if (BULLET.test(first)) return { kind: 'bullet', words: 1 };
  if (GLUED_BULLET.test(first)) return { kind: 'bullet', words: 0 };
  if (ROMAN.test(first)) return { kind: 'roman', words: 1 };
  if (LETTER.test(first)) return { kind: 'letter', words: 1 };
  if (STOPPED_NUMBER.test(first)) return { kind: 'number', words: 1 };
  if (GLUED_ROMAN.test(first)) return { kind: 'roman', words: 0 };
  if (GLUED_NUMBER.test(first)) return { kind: 'number', words: 0 };
  if (ARTICLE.test(first) && second !== undefined && isArticleNumber(second, words[2]))
    return { kind: 'article', words: 2 };
  return null;
}

/** A number that ends its line, is stopped, or stands before a title in capitals: not "Điều 8 và", "Mục 2 của". */
function isArticleNumber(word: string, next: string | undefined): boolean {
  if (/^lục$/iu.test(word)) return true;
  const number = /^(?:[IVXLC]+|\d{1,3})([.:])?$/iu.exec(word);
  if (number === null) return false;
  return number[1] !== undefined || next === undefined || /^\p{Lu}{2,}$/u.test(next);
}

const OPEN_REFERENCE =
  /(?:^|\s)(?:khoản(?:\s\d{1,2}(?:,\s?\d{1,2}){0,9})?|điểm(?:\s[a-zđ](?:,\s?[a-zđ]){0,9})?|tại|theo|và|hoặc|của|từ|đến|các|với)$|,$/u;
const REFERENCE_START = /^(?:điều|khoản|điểm|mục|chương|phần|phụ lục)(?!\p{L})/iu;

/**
 * Whether a line that begins "Điều 8 …", "khoản 2 …" goes on with a reference that the line before it leaves open:
 * "… theo điểm a khoản 2", "… quy định tại".
 */
export const goesOnWithReference = (before: string, line: string): boolean =>
  REFERENCE_START.test(line) && OPEN_REFERENCE.test(before);

const ITEM_LETTERS = 'abcdđeghiklmnopqrstuvxy';

/** Whether label `b` comes right after label `a` in one list: "1." and "2.", "2.1" and "2.2", "d)" and "đ)". */
export function isNextLabel(a: string, b: string): boolean {
  const [x, y] = [a, b].map((label) => label.replace(/[().]+$/u, '').replace(/^\(/u, ''));
  if (x === undefined || y === undefined) return false;
  const place = ITEM_LETTERS.indexOf(x);
  if (x.length === 1 && place >= 0) return y === ITEM_LETTERS.charAt(place + 1);
  const [i, j] = [x.split('.').map(Number), y.split('.').map(Number)];
  const last = i.length - 1;
  return i.length === j.length && i.every((n, k) => Number.isInteger(n) && j[k] === (k === last ? n + 1 : n));
}

/** Whether the word is a row number as it stands in a TT column: "1", "1.", "2.1", "II", "(3)", "a)". */
export const isRowNumber = (word: string): boolean =>
  NUMBER.test(word) || /^[IVXL]{1,6}[.)]?$/u.test(word) || LETTER.test(word) || /^[A-H]$/u.test(word);

/** Whether text that ends so has come to the end of a sentence or an item. */
export const endsSentence = (text: string): boolean => /[.;:!?…](?:["”’)\]]*|\/\.)$/u.test(text);

/** Whether the text begins with a small letter: it goes on from what stood before. */
export const startsSmall = (text: string): boolean => /^["“(]?\p{Ll}/u.test(text);
