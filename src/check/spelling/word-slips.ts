import { foldVietnamese } from '../../document/fold.js';
import type { Span } from '../../document/span.js';
import { isVietnameseSyllable } from '../../document/vietnamese-syllable.js';
import type { Registers } from '../registers/load-registers.js';
import type { CheckContext } from '../rule.js';
import { adjacent, phraseKey, type Syllable } from '../syllables.js';
import { isPossibleSyllable, withToneInPlace } from './syllable-shape.js';

/** A syllable that is wrong where it stands. */
export interface Slip {
  readonly span: Span;
  /** What is meant; null where nobody can tell. */
  readonly right: string | null;
  /** "shape": no Vietnamese syllable is written so; "word": beside its neighbour another one is meant. */
  readonly kind: 'shape' | 'word';
}

interface Lexicon {
  /** Folded first syllable -> folded second -> the words. */
  readonly words: ReadonlyMap<string, ReadonlyMap<string, readonly (readonly [string, string])[]>>;
  readonly known: ReadonlySet<string>;
  readonly standAlone: ReadonlySet<string>;
  readonly borrowed: ReadonlySet<string>;
}

const lexica = new WeakMap<Registers, Lexicon>();

function lexiconOf(registers: Registers): Lexicon {
  const built = lexica.get(registers);
  if (built !== undefined) return built;
  const { commonWords, standAlone, borrowed } = registers.phrases;
  const words = new Map<string, Map<string, (readonly [string, string])[]>>();
  const known = new Set<string>();
  for (const word of commonWords) {
    const [first = '', second = ''] = phraseKey(word);
    known.add(`${first} ${second}`);
    const byFirst = words.get(folded(first)) ?? new Map<string, (readonly [string, string])[]>();
    words.set(folded(first), byFirst);
    byFirst.set(folded(second), [...(byFirst.get(folded(second)) ?? []), [first, second]]);
  }
  const made: Lexicon = { words, known, standAlone: new Set(standAlone), borrowed: new Set(borrowed) };
  lexica.set(registers, made);
  return made;
}

/** What is asked of every syllable of a text. */
interface Judged {
  readonly folded: string;
  readonly possible: boolean;
}

const KEPT = 20_000;
const kept = new Map<string, Judged>();

/** Remembered: texts are made of few different syllables. */
function judged(syllable: string): Judged {
  const known = kept.get(syllable);
  if (known !== undefined) return known;
  if (kept.size >= KEPT) kept.clear();
  const made = { folded: foldVietnamese(syllable), possible: isPossibleSyllable(syllable) };
  kept.set(syllable, made);
  return made;
}

const folded = (syllable: string): string => judged(syllable).folded;

/** Longer runs of letters are words written together, mostly by a reader. */
const LONGEST = 7;

/** Syllables that cannot be, and pairs that miss a common word by one mark. Linear. */
export function wordSlips(context: CheckContext): readonly Slip[] {
  const { record, registers, syllables } = context;
  const lexicon = lexiconOf(registers);
  const found: Slip[] = [];
  for (let i = 0; i < syllables.length; i++) {
    const here = syllables[i] as Syllable;
    const known = judged(here.lower);
    if (!known.possible) {
      if (
        isPlainWord(record.text, here) &&
        !lexicon.borrowed.has(here.lower) &&
        !isAmongForeign(syllables, i, lexicon.borrowed)
      )
        found.push({
          span: { start: here.start, end: here.end },
          right: meant(context, lexicon, i),
          kind: 'shape',
        });
      continue;
    }
    const next = syllables[i + 1];
    if (next === undefined || !adjacent(record.text, here, next)) continue;
    const words = lexicon.words.get(known.folded)?.get(folded(next.lower));
    if (words === undefined || isOneOf(words, here.lower, next.lower)) continue;
    const right = missedWord(context, lexicon, i, words);
    if (right === null) continue;
    found.push({ span: { start: here.start, end: next.end }, right, kind: 'word' });
    i++;
  }
  return withoutHabits(record.text, found);
}

/** Whether the pair is a word. Apart from the loop over a text, which a closure in it would slow down at every turn. */
const isOneOf = (words: readonly (readonly [string, string])[], first: string, second: string): boolean =>
  words.some(([a, b]) => a === first && b === second);

/** A pair that often written, while what it may miss never is, is probably meant. */
const HABIT = 3;

function withoutHabits(text: string, found: readonly Slip[]): readonly Slip[] {
  const written = ({ span }: Slip): string => text.slice(span.start, span.end).toLowerCase();
  const times = new Map<string, number>();
  for (const slip of found)
    if (slip.kind === 'word') times.set(written(slip), (times.get(written(slip)) ?? 0) + 1);
  const habits = new Set([...times].filter(([, count]) => count >= HABIT).map(([pair]) => pair));
  if (habits.size === 0) return found;
  const lower = text.toLowerCase();
  const there = new Map<string, boolean>();
  const isThere = (right: string | null): boolean => {
    const word = right ?? '';
    const known = there.get(word) ?? lower.includes(word);
    there.set(word, known);
    return known;
  };
  return found.filter((slip) => slip.kind !== 'word' || !habits.has(written(slip)) || isThere(slip.right));
}

/** How far to either side a word of another language is looked for, and how long it is at least. */
const NEAR = 3;
const FOREIGN_LENGTH = 5;

/** Whether a word close by is of another language, without marks: a phrase in French. */
function isAmongForeign(syllables: readonly Syllable[], at: number, borrowed: ReadonlySet<string>): boolean {
  for (let i = Math.max(0, at - NEAR); i <= at + NEAR; i++) {
    const lower = i === at ? '' : (syllables[i]?.lower ?? '');
    if (lower.length < FOREIGN_LENGTH || borrowed.has(lower)) continue;
    if (/^[a-z]+$/u.test(lower) && !isVietnameseSyllable(lower)) return true;
  }
  return false;
}

/** Lower case, alone between spaces or marks of a sentence: no name, no code, no abbreviation. */
function isPlainWord(text: string, { start, end }: Syllable): boolean {
  const written = text.slice(start, end);
  if (written.length < 2 || written.length > LONGEST || written !== written.toLowerCase()) return false;
  return (
    !/[/&@_\\.+'’-]$/u.test(text.charAt(start - 1)) &&
    !/^(?:[/&@_\\+'’-]|\.\p{L})/u.test(text.slice(end, end + 2))
  );
}

/** What an impossible syllable stands for: its tone put right, or the one that makes a word with a neighbour. */
function meant({ syllables }: CheckContext, lexicon: Lexicon, at: number): string | null {
  const here = syllables[at] as Syllable;
  const [before, behind] = [syllables[at - 1]?.lower, syllables[at + 1]?.lower];
  const plain = folded(here.lower);
  const asSecond = before === undefined ? undefined : lexicon.words.get(folded(before))?.get(plain);
  const asFirst = behind === undefined ? undefined : lexicon.words.get(plain)?.get(folded(behind));
  return (
    asSecond?.find(([first]) => first === before)?.[1] ??
    asFirst?.find(([, second]) => second === behind)?.[0] ??
    withToneInPlace(here.lower)
  );
}

/** The common word that the pair at `at` misses by one mark of one syllable; null where it is something else. */
function missedWord(
  { record, syllables }: CheckContext,
  { known, standAlone }: Lexicon,
  at: number,
  words: readonly (readonly [string, string])[],
): string | null {
  const [a, b] = [syllables[at] as Syllable, syllables[at + 1] as Syllable];
  const [before, behind] = [syllables[at - 1], syllables[at + 2]];
  if (isCapitalized(record.text, b) && !isShouted(record.text, a, b)) return null;
  if (before !== undefined && known.has(`${before.lower} ${a.lower}`)) return null;
  if (behind !== undefined && known.has(`${b.lower} ${behind.lower}`)) return null;
  for (const [first, second] of words) {
    const wrong = a.lower !== first && b.lower === second ? a.lower : a.lower === first ? b.lower : null;
    if (wrong === null || standAlone.has(wrong)) continue;
    if (differences(wrong, wrong === a.lower ? first : second) === 1) return `${first} ${second}`;
  }
  return null;
}

function differences(a: string, b: string): number {
  if (a.length !== b.length) return Number.POSITIVE_INFINITY;
  let count = 0;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) count++;
  return count;
}

const isCapitalized = (text: string, { start }: Syllable): boolean =>
  text.charAt(start) !== text.charAt(start).toLowerCase();
const isShouted = (text: string, a: Syllable, b: Syllable): boolean =>
  text.slice(a.start, b.end) === text.slice(a.start, b.end).toUpperCase();
