import { foldVietnamese } from '../../document/fold.js';
import { LIKELY_SLIPS } from './office-words.js';
import { type Vocabulary, vocabularyOf } from './vocabulary.js';
import { wordKind } from './word-kind.js';

/** A recognized word among its neighbours. */
export interface WordInLine {
  readonly text: string;
  /** The recognizer's figure. */
  readonly confidence: number;
  /** Whether it goes on with the text of the word before it, with one space between. */
  readonly follows: boolean;
}

/** What the vocabulary says of a word: it stands in a known pair, and what it would read instead. */
export interface Judgement {
  readonly known: boolean;
  readonly suggestion: string | null;
}

interface Core {
  readonly before: string;
  readonly letters: string;
  readonly after: string;
  readonly lower: string;
}

/** The recognizer's own figure above which a word may teach the vocabulary. */
const TEACHES = 0.9;
/** How often a pair must stand in the document to be known from there. */
const OFTEN = 3;

const CORE = /^([^\p{L}\p{N}]*)(\p{L}+)([^\p{L}\p{N}]*)$/u;

function coreOf(text: string): Core | null {
  const [, before, letters, after] = CORE.exec(text) ?? [];
  if (before === undefined || letters === undefined || after === undefined) return null;
  return { before, letters, after, lower: letters.toLowerCase() };
}

/** `lower` in the case of `like`: capitals, a first capital, or as it is. */
function inCaseOf(lower: string, like: string): string {
  if (like.length > 1 && like === like.toUpperCase()) return lower.toUpperCase();
  const first = like.charAt(0);
  return first === first.toUpperCase() ? lower.charAt(0).toUpperCase() + lower.slice(1) : lower;
}

/** Pairs that the document itself writes often and surely, and never otherwise so often. */
function ownPairs(
  words: readonly WordInLine[],
  cores: readonly (Core | null)[],
): readonly (readonly [string, string])[] {
  const counts = new Map<string, { readonly pair: readonly [string, string]; count: number }>();
  for (let i = 1; i < words.length; i++) {
    const [left, right] = [cores[i - 1], cores[i]];
    if (left == null || right == null || words[i]?.follows !== true) continue;
    const sure = [words[i - 1], words[i]].every((word) => word !== undefined && word.confidence >= TEACHES);
    if (!sure || wordKind(left.letters) !== 'syllable' || wordKind(right.letters) !== 'syllable') continue;
    const key = `${left.lower} ${right.lower}`;
    const counted = counts.get(key);
    if (counted === undefined) counts.set(key, { pair: [left.lower, right.lower], count: 1 });
    else counted.count++;
  }
  return [...counts.values()].filter(({ count }) => count >= OFTEN).map(({ pair }) => pair);
}

/** For each word: "" where it stands in a known pair, else what a pair with its letters has instead, else null. */
function proposals(
  words: readonly WordInLine[],
  cores: readonly (Core | null)[],
  vocabulary: Vocabulary,
): readonly (string | null)[] {
  const known = new Array<boolean>(cores.length).fill(false);
  const wanted = new Array<string | null>(cores.length).fill(null);
  for (let i = 1; i < cores.length; i++) {
    const [left, right] = [cores[i - 1], cores[i]];
    if (left == null || right == null || left.after !== '' || right.before !== '') continue;
    if (words[i]?.follows !== true) continue;
    if (vocabulary.has(left.lower, right.lower)) {
      known[i - 1] = true;
      known[i] = true;
      continue;
    }
    const like = vocabulary.like(left.lower, right.lower);
    if (like === null) continue;
    if (like[0] !== left.lower) wanted[i - 1] ??= like[0];
    if (like[1] !== right.lower) wanted[i] ??= like[1];
  }
  return wanted.map((word, i) =>
    known[i] === true ? '' : (word ?? LIKELY_SLIPS.get(cores[i]?.lower ?? '') ?? null),
  );
}

/**
 * What the office's vocabulary and the words' own say of each of them, in text order. A word that one of its
 * neighbours knows as it stands is never put in question by the other.
 */
export function judgeByVocabulary(words: readonly WordInLine[]): readonly Judgement[] {
  const cores = words.map(({ text }) => coreOf(text));
  const vocabulary = vocabularyOf(ownPairs(words, cores));
  return proposals(words, cores, vocabulary).map((wanted, i): Judgement => {
    const core = cores[i];
    if (wanted === '') return { known: true, suggestion: null };
    if (wanted === null || core == null || foldVietnamese(wanted) !== foldVietnamese(core.lower))
      return { known: false, suggestion: null };
    return {
      known: false,
      suggestion: core.before + inCaseOf(wanted, core.letters) + core.after,
    };
  });
}
