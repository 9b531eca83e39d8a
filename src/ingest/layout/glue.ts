const OPEN_END = /[\p{L}\p{N}][-/]$/u;
const WORD_START = /^[\p{L}\p{N}]/u;
const SLASH_START = /^\/[\p{L}\p{N}]/u;
const WORD_END = /[\p{L}\p{N}]$/u;

/** A date or number of a year that a cell too narrow for it broke: "15/3/202" and "6", "10/02/20" and "26". */
const CUT_YEAR = /\d{1,2}[/.-](\d{1,3})$/u;
const REST_OF_YEAR = /^(\d{1,3})(?!\d)/u;
const YEAR = /^(?:19|20)\d\d$/u;

function isCutYear(last: string, first: string): boolean {
  const start = CUT_YEAR.exec(last)?.[1];
  const rest = REST_OF_YEAR.exec(first)?.[1];
  return start !== undefined && rest !== undefined && YEAR.test(start + rest);
}

/** The head of the column of row numbers, broken by its own narrowness: "ST" and "T". */
const isCutHead = (last: string, first: string): boolean =>
  /^(?:S|ST|T)$/u.test(last) && /^T{1,2}$/u.test(first) && /^S?TT$/u.test(last + first);

/** The final consonant of a syllable, which no word is by itself; a cell too narrow breaks "Tháng" to "Thán" and "g". */
const isCutSyllable = (last: string, first: string): boolean =>
  (/[aeiouyăâêôơưáàảãạắằẳẵặấầẩẫậéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ]$/iu.test(last) &&
    /^(?:ch|ng|nh|[cmnpt])(?!\p{L})/u.test(first)) ||
  (/\p{L}{2}[nN]$/u.test(last) && /^[gh](?!\p{L})/u.test(first));

/**
 * Whether a line's last word and the next line's first are one string that the line's end broke: "19/2014/QĐ-" and
 * "TTg", "2026-" and "2030", "12" and "/KH-UBND". Vietnamese is not hyphenated, so a hyphen against a letter at a
 * line's end is the string's own.
 */
export const isBrokenString = (last: string, first: string): boolean =>
  (OPEN_END.test(last) && WORD_START.test(first)) ||
  (SLASH_START.test(first) && WORD_END.test(last)) ||
  isCutYear(last, first) ||
  isCutHead(last, first) ||
  isCutSyllable(last, first);
