import { indexPhrases, type PhraseIndex } from './phrases.js';
import type { Known } from './registers/common-schema.js';
import type { Registers } from './registers/load-registers.js';
import { phraseKey, type Syllable } from './syllables.js';

/** Names below this many syllables are too often other names. */
export const LEAST_SYLLABLES = 3;

/** A unit, province or level that no longer exists. */
export interface Ended extends Known {
  readonly name: string;
  readonly to: string;
  readonly successor: string | null;
  readonly note: string | null;
}

/** A name that units commonly bear. */
export interface UnitName {
  readonly name: string;
  readonly key: readonly string[];
  /** Which of its syllables begin with a capital. */
  readonly capital: readonly boolean[];
}

/** All phrases of the registers, by their first syllable. */
export interface PhraseBook {
  readonly ended: PhraseIndex<Ended>;
  readonly misspelled: PhraseIndex<string>;
  /** Phrases in which a misspelled one is right after all. */
  readonly allowed: PhraseIndex<string>;
  readonly names: ReadonlyMap<string, readonly UnitName[]>;
  /** All registered names, their syllables joined by spaces. */
  readonly knownNames: ReadonlySet<string>;
}

/** Where in a text phrases of each kind can begin: indexes of syllables, ascending. */
export interface Starts {
  readonly ended: readonly number[];
  readonly misspelled: readonly number[];
  readonly allowed: readonly number[];
  readonly names: readonly number[];
}

const books = new WeakMap<Registers, PhraseBook>();

/** The phrases of the registers, indexed once for each. */
export function phraseBookOf(registers: Registers): PhraseBook {
  const known = books.get(registers);
  if (known !== undefined) return known;
  const { misspellings, allowed } = registers.phrases;
  const book = {
    ended: indexPhrases(endedPhrases(registers)),
    misspelled: indexPhrases(Object.entries(misspellings)),
    allowed: indexPhrases(allowed.map((phrase) => [phrase, phrase] as const)),
    ...namesOf(registers),
  };
  books.set(registers, book);
  return book;
}

/** Looks every syllable up once, for all kinds of phrases. */
export function startsIn(syllables: readonly Syllable[], registers: Registers): Starts {
  const kinds = headKindsOf(registers);
  const starts = {
    ended: [] as number[],
    misspelled: [] as number[],
    allowed: [] as number[],
    names: [] as number[],
  };
  for (let i = 0; i < syllables.length; i++) {
    const kind = kinds.get((syllables[i] as Syllable).lower);
    if (kind === undefined) continue;
    if (kind.ended) starts.ended.push(i);
    if (kind.misspelled) starts.misspelled.push(i);
    if (kind.allowed) starts.allowed.push(i);
    if (kind.names) starts.names.push(i);
  }
  return starts;
}

type HeadKinds = ReadonlyMap<string, Readonly<Record<keyof Starts, boolean>>>;
const headKinds = new WeakMap<Registers, HeadKinds>();

function headKindsOf(registers: Registers): HeadKinds {
  const known = headKinds.get(registers);
  if (known !== undefined) return known;
  const { ended, misspelled, allowed, names } = phraseBookOf(registers);
  const kinds = new Map(
    [...ended.keys(), ...misspelled.keys(), ...allowed.keys(), ...names.keys()].map((head) => [
      head,
      {
        ended: ended.has(head),
        misspelled: misspelled.has(head),
        allowed: allowed.has(head),
        names: names.has(head),
      },
    ]),
  );
  headKinds.set(registers, kinds);
  return kinds;
}

function endedPhrases({ units }: Registers): readonly (readonly [string, Ended])[] {
  const entries: (readonly [string, Ended])[] = [];
  for (const unit of [...units.agencies, ...units.provinces])
    if (unit.to !== null) entries.push([unit.name, { ...unit, to: unit.to }]);
  for (const level of units.levels)
    for (const phrase of level.phrases)
      if (level.to !== null)
        entries.push([phrase, { ...level, name: level.title, to: level.to, note: null }]);
  const shortened = entries.flatMap(([name, ended]) =>
    units.shortForms
      .filter(({ long }) => /^(?:Bộ|Sở) /u.test(name) && name.endsWith(` ${long}`))
      .map(({ short, long }) => [`${name.slice(0, name.length - long.length)}${short}`, ended] as const),
  );
  return [...entries, ...shortened];
}

function namesOf({ units }: Registers): Pick<PhraseBook, 'names' | 'knownNames'> {
  const names = new Map<string, UnitName[]>();
  const knownNames = new Set<string>();
  for (const name of new Set([...units.commonNames, ...units.agencies.map((a) => a.name)])) {
    const key = phraseKey(name);
    knownNames.add(key.join(' '));
    const [head] = key;
    if (head === undefined || key.length < LEAST_SYLLABLES) continue;
    const capital = name.split(/[^\p{L}\p{N}]+/u).map((word) => isCapital(word, 0));
    const same = names.get(head);
    if (same === undefined) names.set(head, [{ name, key, capital }]);
    else same.push({ name, key, capital });
  }
  return { names, knownNames };
}

/** Whether a capital letter stands at `at`. */
export const isCapital = (text: string, at: number): boolean => {
  const letter = text.charAt(at);
  return letter !== letter.toLowerCase();
};
