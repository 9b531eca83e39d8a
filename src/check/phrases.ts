import type { Span } from '../document/span.js';
import { phraseKey, type Syllable } from './syllables.js';

/** Phrases by their first syllable, longest first: a look-up for scanning a text once. */
export type PhraseIndex<T> = ReadonlyMap<
  string,
  readonly { readonly key: readonly string[]; readonly value: T }[]
>;

/** Builds the index; `phrases` pairs a phrase with what is found under it. */
export function indexPhrases<T>(phrases: Iterable<readonly [string, T]>): PhraseIndex<T> {
  const index = new Map<string, { key: readonly string[]; value: T }[]>();
  for (const [phrase, value] of phrases) {
    const key = phraseKey(phrase);
    const first = key[0];
    if (first === undefined) continue;
    const list = index.get(first) ?? [];
    list.push({ key, value });
    index.set(first, list);
  }
  for (const list of index.values()) list.sort((a, b) => b.key.length - a.key.length);
  return index;
}

/** What may stand between two syllables of one phrase. */
export type Glue = (between: string) => boolean;
const SPACE: Glue = (between) => between === ' ';
const IN_NAME = /^(?: |, | ?[-–] ?|\/)$/u;
/** Inside a unit's name: a space, or the comma, dash or slash that is part of it. */
export const NAME_GLUE: Glue = (between) => between === ' ' || IN_NAME.test(between);

/**
 * Every place where a phrase of the index stands, longest first at one place, places not overlapping. `starts`: the
 * syllables at which to look, ascending.
 */
export function findPhrases<T>(
  text: string,
  syllables: readonly Syllable[],
  index: PhraseIndex<T>,
  starts: Iterable<number>,
  glue: Glue = SPACE,
): readonly { readonly span: Span; readonly value: T }[] {
  const found: { readonly span: Span; readonly value: T }[] = [];
  let free = 0;
  for (const i of starts) {
    const head = syllables[i];
    if (head === undefined || i < free) continue;
    for (const { key, value } of index.get(head.lower) ?? []) {
      if (!matchesAt(text, syllables, i, key, glue)) continue;
      free = i + key.length;
      found.push({ span: { start: head.start, end: syllables[free - 1]?.end ?? head.end }, value });
      break;
    }
  }
  return found;
}

function matchesAt(
  text: string,
  syllables: readonly Syllable[],
  at: number,
  key: readonly string[],
  glue: Glue,
): boolean {
  for (let k = 1; k < key.length; k++) if (syllables[at + k]?.lower !== key[k]) return false;
  return isGlued(text, syllables, at, key.length, glue);
}

/** Whether `glue` accepts all that stands between `count` neighbouring syllables from `at`. */
export function isGlued(
  text: string,
  syllables: readonly Syllable[],
  at: number,
  count: number,
  glue: Glue,
): boolean {
  for (let i = at + 1; i < at + count; i++) {
    const here = syllables[i];
    const before = syllables[i - 1];
    if (here === undefined || before === undefined || !glue(text.slice(before.end, here.start))) return false;
  }
  return true;
}
