/** Whether a UTF-16 code unit is white space (what `\s` matches). Asked of every letter: for Vietnamese it needs no pattern. */
export const isWhiteSpace = (code: number): boolean =>
  code < 0x1680
    ? code === 0x20 || (code <= 0x0d && code >= 0x09) || code === 0xa0
    : (code < 0x1e00 || code > 0x1fff) && /\s/u.test(String.fromCharCode(code));
