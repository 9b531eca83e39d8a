/** A tone's mark on the second vowel of an open oa, oe, uy, and the same syllable end with it on the first. */
const TWINS: readonly (readonly [second: string, first: string])[] = [
  ['oà', 'òa'],
  ['oá', 'óa'],
  ['oả', 'ỏa'],
  ['oã', 'õa'],
  ['oạ', 'ọa'],
  ['oè', 'òe'],
  ['oé', 'óe'],
  ['oẻ', 'ỏe'],
  ['oẽ', 'õe'],
  ['oẹ', 'ọe'],
  ['uỳ', 'ùy'],
  ['uý', 'úy'],
  ['uỷ', 'ủy'],
  ['uỹ', 'ũy'],
  ['uỵ', 'ụy'],
];
const FIRST = new Map(TWINS.map(([second, first]) => [second, first]));
const SECOND_AT_END = /(?<!q)(?:o[àáảãạèéẻẽẹ]|u[ỳýỷỹỵ])(?!\p{L})/giu;

/**
 * Lower-case text in which both schools of placing a tone ("hoà", "hòa"; "uỷ", "ủy") are written one way, so that
 * either finds the other. For matching only. `text` is lower case and NFC; the result has the same length.
 */
export function unifyTonePlacement(text: string): string {
  return text.replace(SECOND_AT_END, (ending) => FIRST.get(ending) ?? ending);
}
