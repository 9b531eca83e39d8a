const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];
/** A counter beyond this is written in figures: roman numerals and letters would grow without bound. */
const MAX_SPELLED = 5_000;

function roman(value: number): string {
  let rest = value;
  let text = '';
  for (const [step, letters] of ROMAN)
    while (rest >= step) {
      text += letters;
      rest -= step;
    }
  return text;
}

/** a … z, then aa, bb … zz, aaa: Word repeats the letter. */
function letter(value: number): string {
  return String.fromCharCode(97 + ((value - 1) % 26)).repeat(Math.ceil(value / 26));
}

/**
 * A counter written in a `w:numFmt` (ECMA-376 part 1, 17.18.59). Formats of other scripts are written in figures;
 * "none" gives nothing.
 */
export function formatNumber(value: number, format: string): string {
  if (format === 'none' || format === 'bullet') return '';
  const spelled = value >= 1 && value <= MAX_SPELLED;
  switch (format) {
    case 'decimalZero':
      return value >= 0 && value < 10 ? `0${value}` : String(value);
    case 'upperRoman':
      return spelled ? roman(value).toUpperCase() : String(value);
    case 'lowerRoman':
      return spelled ? roman(value) : String(value);
    case 'upperLetter':
      return spelled ? letter(value).toUpperCase() : String(value);
    case 'lowerLetter':
      return spelled ? letter(value) : String(value);
    default:
      return String(value);
  }
}
