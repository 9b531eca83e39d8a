const ROMAN: ReadonlyMap<string, number> = new Map([
  ['I', 1],
  ['II', 2],
  ['III', 3],
  ['IV', 4],
]);
// What a recognizer makes of roman numerals. The raw text keeps what was read.
const MISREAD: ReadonlyMap<string, number> = new Map([
  ['l', 1],
  ['11', 2],
  ['ll', 2],
  ['Il', 2],
  ['lI', 2],
  ['1I', 2],
  ['I1', 2],
  ['111', 3],
  ['lll', 3],
  ['IIl', 3],
  ['1V', 4],
  ['lV', 4],
]);

/** A quarter's number 1..4 from "II" or "2"; NaN for one that no year has; `misread` where letters had to be guessed. */
export function quarterOf(written: string): { readonly value: number; readonly misread: boolean } {
  const exact = ROMAN.get(written.toUpperCase()) ?? (/^[1-4]$/u.test(written) ? Number(written) : undefined);
  if (exact !== undefined) return { value: exact, misread: false };
  const guessed = MISREAD.get(written);
  return guessed === undefined ? { value: Number.NaN, misread: false } : { value: guessed, misread: true };
}
