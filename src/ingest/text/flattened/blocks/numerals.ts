/** Numerals that stand before a heading over rows. */
export const HEADING_NUMERAL = /^(?:[IVX]{1,5}|[A-H])[.)]?$/u;

/** The value of a row's number ("7", "07.", "(7)"), or null. */
export function rowNumber(word: string): number | null {
  const digits = /^\(?(\d{1,3})[.)/]*$/u.exec(word);
  return digits === null ? null : Number(digits[1]);
}
