import { foldVietnamese } from '../../document/fold.js';
import { isVietnameseSyllable } from '../../document/vietnamese-syllable.js';

/** All letters that Vietnamese writes with, with ASCII for foreign names and abbreviations. */
const LETTERS = /^[a-zàáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ]+$/iu;
const TONED = /[^\p{ASCII}]/u;
/** A Vietnamese syllable without its marks: onset, vowels, coda. */
const SYLLABLE =
  /^(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdghklmnpqrstvx])?(?:[aeiouy]{1,3})(?:ch|ng|nh|[ckmnpt])?$/u;
const FOREIGN = /^(?=.*[aeiouy])[a-z]+$/u;
const CLUSTER = /[bcdfghjklmnpqrstvwxz]{5}/u;

/** Judgements so far: a paper's words repeat. */
const known = new Map<string, boolean>();
const MOST_KNOWN = 20_000;

/**
 * Whether a string of letters can be a word of a Vietnamese office paper: a syllable, an abbreviation in capitals,
 * or a word of another Latin language. A word with Vietnamese marks must be a syllable.
 */
export function isPlausibleWord(word: string): boolean {
  const judged = known.get(word);
  if (judged !== undefined) return judged;
  if (known.size >= MOST_KNOWN) known.clear();
  const judgement = judge(word);
  known.set(word, judgement);
  return judgement;
}

function judge(word: string): boolean {
  const composed = word.normalize('NFC');
  if (!LETTERS.test(composed)) return false;
  const capitals = composed === composed.toUpperCase();
  const folded = foldVietnamese(composed);
  if (TONED.test(composed)) return isVietnameseSyllable(composed) || (capitals && folded.length <= 10);
  if (SYLLABLE.test(folded)) return true;
  if (capitals) return folded.length <= 10;
  return folded.length === 1 || (FOREIGN.test(folded) && !CLUSTER.test(folded));
}
