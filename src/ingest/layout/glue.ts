const OPEN_END = /[\p{L}\p{N}][-/]$/u;
const WORD_START = /^[\p{L}\p{N}]/u;
const SLASH_START = /^\/[\p{L}\p{N}]/u;
const WORD_END = /[\p{L}\p{N}]$/u;

/**
 * Whether a line's last word and the next line's first are one string that the line's end broke: "19/2014/QĐ-" and
 * "TTg", "2026-" and "2030", "12" and "/KH-UBND". Vietnamese is not hyphenated, so a hyphen against a letter at a
 * line's end is the string's own.
 */
export const isBrokenString = (last: string, first: string): boolean =>
  (OPEN_END.test(last) && WORD_START.test(first)) || (SLASH_START.test(first) && WORD_END.test(last));
