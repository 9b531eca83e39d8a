/** The marks that make another letter, in the alphabet's order: ă before â, ô before ơ; a tone makes none. */
const LETTER_MARKS: Readonly<Record<string, string>> = { '\u0306': '{', '\u0302': '|', '\u031b': '}' };
/** The tones in their order: à ả ã á ạ. */
const TONE_ORDER: Readonly<Record<string, string>> = {
  '\u0300': '1',
  '\u0309': '2',
  '\u0303': '3',
  '\u0301': '4',
  '\u0323': '5',
};
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/gu;

/**
 * A key that comes before another's where the text stands before the other's in a Vietnamese list: a ă â b c d đ e ê …,
 * capitals as small letters, a tone only where all letters are the same. Compare keys by their code points.
 */
export function vietnameseOrder(text: string): string {
  const apart = text.normalize('NFD').toLowerCase();
  const letters = apart
    .replace(TONES, '')
    .replace(/đ/gu, 'd{')
    .replace(/[\u0302\u0306\u031b]/gu, (mark) => LETTER_MARKS[mark] ?? mark);
  return `${letters}\u0001${apart.replace(TONES, (tone) => TONE_ORDER[tone] ?? tone)}`;
}
