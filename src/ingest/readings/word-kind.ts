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

/** The kind of a word as it stands between spaces. */
export function wordKind(text: string): WordKind {
  if (ODD.test(text) || SPLIT.test(text)) return 'broken';
  if (DIGIT.test(text)) return NUMBER.test(text) ? 'number' : 'code';
  const runs = text.match(LETTERS) ?? [];
  if (runs.length === 0) return 'sign';
  if (runs.every((run) => isVietnameseSyllable(run) && SHAPE.test(run))) return 'syllable';
  return runs.every((run) => CAPITALS.test(run) || ROMAN.test(run) || isSpelled(run)) ? 'capitals' : 'broken';
}

const isSpelled = (run: string): boolean => isVietnameseSyllable(run) && SHAPE.test(run);
