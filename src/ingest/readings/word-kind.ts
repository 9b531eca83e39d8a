import { isVietnameseSyllable } from '../../document/vietnamese-syllable.js';

/**
 * What a recognized word is by its letters: "syllable" as Vietnamese spells them, "capitals" an abbreviation, "code" and
 * "number" with digits, "sign" without letters or digits, "broken" letters that are none of these, and
 * what has signs in it that no paper has.
 */
export type WordKind = 'syllable' | 'capitals' | 'code' | 'number' | 'sign' | 'broken';

const DIGIT = /\p{Nd}/u;
const LETTERS = /[\p{L}\p{M}]+/gu;
const NUMBER = /^[(“"]?\p{Nd}+(?:[.,/:-]\p{Nd}+)*[.,;:)%”"]*$/u;
const CAPITALS = /^[\p{Lu}&.-]{1,12}$/u;
const ROMAN = /^[IVX]{1,5}$/u;
/** Signs that stand in no word of an office paper. */
const ODD = /[^\p{L}\p{M}\p{N}\s.,;:!?()"“”'‘’/&%+–—…*-]/u;
/** A stop or comma between the letters of a word: a speck, or two words without their space. */
const SPLIT = /\p{Ll}[.,;:]+\p{L}/u;
const SHAPE = /^(?:\p{Lu}?\p{Ll}*|\p{Lu}+)$/u;

const STOPPED = /(?:c|ch|p|t)$/u;
const VOWEL_MARK = /[\u0302\u0306\u031B]/u;
const TONE = /[\u0300\u0301\u0303\u0309\u0323]/u;

/** The kind of a word as it stands between spaces. */
export function wordKind(text: string): WordKind {
  if (ODD.test(text) || SPLIT.test(text)) return 'broken';
  if (DIGIT.test(text)) return NUMBER.test(text) ? 'number' : 'code';
  const runs = text.match(LETTERS) ?? [];
  if (runs.length === 0) return 'sign';
  if (runs.every(isSpelled)) return 'syllable';
  return runs.every((run) => CAPITALS.test(run) || ROMAN.test(run) || isSpelled(run)) ? 'capitals' : 'broken';
}

const isSpelled = (run: string): boolean => SHAPE.test(run) && isVietnameseSyllable(run) && !lostItsTone(run);

/** Behind a stop a syllable with a marked vowel bears its tone ("nhất", "được"): without one ("nhât") a mark was lost. */
const lostItsTone = (run: string): boolean => {
  const letters = run.toLowerCase().normalize('NFD');
  return STOPPED.test(letters) && VOWEL_MARK.test(letters) && !TONE.test(letters);
};
