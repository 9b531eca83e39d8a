import { type DraftParagraph, PLAIN_STYLE } from './draft.js';
import { beginsItem, labelLength } from './labels.js';
import type { TextLine } from './lines.js';
import type { Measure } from './measure.js';

const ENDS = /[.;:!?…]["”’)\]]*$/u;
const STARTS_LOW = /^[("“‘[]?[\p{Ll}\d%]/u;
const AGENCY =
  /^(?:UBND|ỦY BAN|UỶ BAN|HĐND|HỘI ĐỒNG|SỞ|BỘ|CỘNG HÒA|CỘNG HOÀ|VĂN PHÒNG|CHI CỤC|CỤC|TRUNG TÂM|BAN|PHÒNG|KẾ HOẠCH|PHỤ LỤC|GIÁM ĐỐC|PHÓ|CHÁNH|CHỦ TỊCH|ĐẢNG|BỆNH VIỆN|TRƯỜNG|VIỆN|TM\.|T\/M|KT\.|TL\.|TUQ\.|Q\.)/u;
const STANDS_ALONE =
  /^(?:Độc lập\s*[-–]\s*Tự do|Số\s*(?::|\d{1,5}\s?-\s?\p{Lu})|Nơi nhận|NƠI NHẬN|Căn cứ|Kính gửi|Trên đây là|(?:Thực hiện|Triển khai|Theo)\s(?:các\s)?(?:[Ll]uật|[Nn]ghị quyết|[Nn]ghị định|[Qq]uyết định|[Tt]hông tư|[Cc]hỉ thị|[Kk]ế hoạch|[Cc]ông văn|[Hh]ướng dẫn|[Vv]ăn bản|[Cc]hương trình)\s+số|\((?:Ban hành\s)?[Kk]èm theo\s)/u;
const PLACE_DATE = /^\p{Lu}[\p{L} .-]{1,40}, ngày/u;

/** Words after which a sentence can't end. */
const DANGLING = /(?<![\p{L}])(?:của|và|các|theo|cho|tại|về|với|từ|đến|trong|những|hoặc|là|do|bằng|thuộc)$/u;

const firstWord = (text: string): number => {
  const end = text.indexOf(' ');
  return end < 0 ? text.length : end;
};

/** Letters, all of them capitals, and at least one word longer than an abbreviation's. */
export function isCapitals(text: string): boolean {
  return /\p{Lu}\p{Lu}/u.test(text) && !/\p{Ll}/u.test(text);
}

/** A line of the page's head or the signature block: capitals that name an agency or an office. */
export const isHeadLine = (text: string): boolean =>
  isCapitals(text) &&
  AGENCY.test(text) &&
  !/[.;]$/u.test(text) &&
  /\p{Lu}{2,} \p{Lu}{2,}|\p{M}|[À-Ỹ]/u.test(text);

/** A page number on a line of its own: "3", "- 3 -", "Trang 2/5". */
export const isPageNumber = (text: string): boolean =>
  /^(?:[-–—]\s*)?\d{1,3}(?:\s*[-–—])?$|^(?:Trang|trang|Page)\s*:?\s*\d{1,3}(?:\s*(?:\/|trên|of)\s*\d{1,3})?$/u.test(
    text,
  );

/** Whether `next` goes on with the sentence of `line`, which was broken by the page's width. */
export function goesOn(line: TextLine, next: TextLine, measure: Measure): boolean {
  const [a, b] = [line.text, next.text];
  if (line.heading !== null || next.heading !== null) return false;
  if (beginsItem(b, a) || STANDS_ALONE.test(b) || PLACE_DATE.test(b) || PLACE_DATE.test(a)) return false;
  if (isHeadLine(b)) return false;
  const ended = ENDS.test(a);
  const low = STARTS_LOW.test(b);
  const wide = measure.width !== null && a.length + 1 + firstWord(b) > measure.width - measure.slack;
  const apart = next.gap >= measure.breakGap;
  if (isCapitals(a)) {
    if (!isCapitals(b)) return low && !ended && !apart && wide;
    return labelLength(a) > 0 && !ended && !apart && wide;
  }
  if (apart && next.gap > 1 && next.gap >= measure.breakGap + 1 && !low) return false;
  if (!ended && (low || DANGLING.test(a))) return true;
  if (!ended && !apart) return wide && next.indent < line.indent + 4;
  if (!ended) return wide && /,$/u.test(a);
  return !apart && wide && (low || next.indent < 3);
}

/** A paragraph of whole lines. */
export function paragraphOf(
  lines: readonly TextLine[],
  layer: DraftParagraph['layer'] = 'body',
): DraftParagraph {
  const first = lines[0];
  return {
    kind: 'paragraph',
    pieces: lines.flatMap((line) => line.pieces),
    layer,
    style: { ...PLAIN_STYLE, heading: first?.heading ?? null, bold: first?.bold ?? false },
    column: 0,
  };
}

/**
 * Joins lines that were broken by the page's width. Heads that slid between two lines of a sentence are set behind
 * that sentence's paragraph; lone page numbers are given back apart.
 */
export function joinLines(
  lines: readonly TextLine[],
  measure: Measure,
): { readonly paragraphs: readonly DraftParagraph[]; readonly pageNumbers: readonly DraftParagraph[] } {
  const paragraphs: DraftParagraph[] = [];
  const pageNumbers: DraftParagraph[] = [];
  let open: TextLine[] = [];
  let slid: TextLine[] = [];
  const close = (): void => {
    if (open.length > 0) paragraphs.push(paragraphOf(open));
    for (const line of slid) paragraphs.push(paragraphOf([line]));
    open = [];
    slid = [];
  };
  for (const line of lines) {
    const last = open.at(-1);
    if (isPageNumber(line.text) && line.heading === null) {
      pageNumbers.push(paragraphOf([line], 'header'));
      continue;
    }
    if (last === undefined) open = [line];
    else if (slid.length > 0) {
      const unfinished = !ENDS.test(last.text) && STARTS_LOW.test(line.text) && goesOn(last, line, measure);
      if (unfinished) open.push(line);
      else if (isHeadLine(line.text)) slid.push(line);
      else {
        close();
        open = [line];
      }
    } else if (isHeadLine(line.text) && !isCapitals(last.text)) slid = [line];
    else if (goesOn(last, line, measure)) open.push(line);
    else {
      close();
      open = [line];
    }
  }
  close();
  return { paragraphs, pageNumbers };
}
