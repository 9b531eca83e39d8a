const ROMAN: ReadonlyMap<string, number> = new Map([
  ['I', 1],
  ['II', 2],
  ['III', 3],
  ['IV', 4],
]);
// What a recognizer makes of roman numerals: bars (I as 1, l, L with the stop at its foot) and two at once (H). The raw
// text keeps what was read.
const BARS: Readonly<Record<string, number>> = { I: 1, l: 1, L: 1, '1': 1, H: 2 };

/** The quarter that bars stand for: three of them and more can only be III. NaN for what has other letters. */
function barsIn(written: string): number {
  if (/^[Il1L]V$/u.test(written)) return 4;
  let bars = 0;
  for (const letter of written) bars += BARS[letter] ?? Number.NaN;
  return Math.min(3, bars);
}

/** A quarter's number 1..4 from "II" or "2"; NaN for one that no year has; `misread` where letters had to be guessed. */
export function quarterOf(written: string): { readonly value: number; readonly misread: boolean } {
  const exact = ROMAN.get(written.toUpperCase()) ?? (/^[1-4]$/u.test(written) ? Number(written) : undefined);
  if (exact !== undefined) return { value: exact, misread: false };
  const guessed = /^I{4,}$/u.test(written) ? Number.NaN : barsIn(written);
  return { value: guessed, misread: !Number.isNaN(guessed) };
}
