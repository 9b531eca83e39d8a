import { foldVietnamese } from '../../document/fold.js';
import type { Paragraph, SourceDocument } from '../../document/source-document.js';

/** In folded text: the title of the stamp that an office puts on what comes in, as the rules for clerks have it. */
const TITLE = /^\W*(?:(?:cong van|van ban)\s+)?den\W*$/u;
/** What stands in it: "Số: 381", "Ngày: 24/10/2026", "Chuyển:", "Lưu hồ sơ số:". */
const ENTRY = /^\W*s\s?o(?![a-z])[^a-z]*$|ngay|^\W*(?:chuyen|luu ho so|kinh chuyen)/u;
/** A plan's own number: "Số: 12/KH-UBND", "Số 31-KH/ĐU". */
const OWN_NUMBER = /[/-]\s?\p{Lu}{1,5}[/-]|\/\s?\p{Lu}{2}|\p{Lu}{2}\s?\/\s?\p{Lu}/u;
/** The stamp stands among a document's first lines, and has so many at most. */
const TOP = 14;
const LINES = 5;
const LONGEST = 60;

/**
 * The paragraphs without the stamp of incoming mail ("CÔNG VĂN ĐẾN", "Số: …", "Ngày: …"), which belongs to who
 * received the paper and would be taken for its type, its number and its date. Place and date ("Huế, ngày …") stay.
 */
export function withoutIncomingStamp(
  { text }: Pick<SourceDocument, 'text'>,
  paragraphs: readonly Paragraph[],
): readonly Paragraph[] {
  const title = paragraphs
    .slice(0, TOP)
    .findIndex(({ span }) => TITLE.test(foldVietnamese(text.slice(span.start, span.end))));
  if (title < 0) return paragraphs;
  const belongs = ({ span }: Paragraph): boolean => {
    const line = text.slice(span.start, span.end);
    const folded = foldVietnamese(line);
    return (
      line.length <= LONGEST &&
      ENTRY.test(folded) &&
      !OWN_NUMBER.test(line) &&
      !/,\s*ngay|thang.*nam/u.test(folded)
    );
  };
  return paragraphs.filter(
    (paragraph, i) => i !== title && !(i > title && i <= title + LINES && belongs(paragraph)),
  );
}
