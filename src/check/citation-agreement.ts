import type { Citation } from '../record/fields.js';
import { compatibleDates } from './cited-document.js';
import { yearOfNumber } from './document-number.js';
import { foldName } from './short-forms.js';
import { wordsShared } from './title-words.js';

/** What one mention says of a document, ready to be compared. */
export interface Said {
  readonly citation: Citation;
  readonly number: string;
  readonly issuedOn: string | null;
  /** Abbreviations written out. */
  readonly issuer: string | null;
  readonly title: string | null;
  readonly titleWords: readonly string[] | null;
  /** The standard version that its title quotes: "ISO 9001:2015" as "9001:2015". */
  readonly titleVersion: string | null;
}

/** Mentions that say exactly the same: what one contradicts, all do. */
export interface Saying<T extends Said = Said> {
  readonly said: T;
  /** In the order given, `said` first. */
  readonly mentions: readonly T[];
}

/** The different things said, in the order in which they are first said. Linear. */
export function sayingsOf<T extends Said>(said: readonly T[]): readonly Saying<T>[] {
  const found = new Map<string, T[]>();
  for (const one of said) {
    const key = [one.number, one.issuedOn, one.issuer, one.titleVersion, one.titleWords?.join(' ')].join(
      '\u0000',
    );
    const same = found.get(key);
    if (same === undefined) found.set(key, [one]);
    else same.push(one);
  }
  return [...found.values()].flatMap((mentions) => {
    const [first] = mentions;
    return first === undefined ? [] : [{ said: first, mentions }];
  });
}

export type Aspect = 'issuedOn' | 'issuer' | 'title';

const SAME_TITLE = 0.6;
/** Below this share of common words two titles speak of different things. */
const OTHER_TITLE = 0.4;
const LEAST_WORDS = 6;
const HEAD = /^(?:(?:pho )?(?:bo truong|chu tich|giam doc|cuc truong|tong cuc truong) )+/u;

/** Whether two mentions of one number can be of one document at all; a number without a year is used again. */
export function canBeSame(a: Said, b: Said): boolean {
  const titles =
    a.titleWords === null || b.titleWords === null
      ? null
      : Math.max(wordsShared(a.titleWords, b.titleWords), wordsShared(b.titleWords, a.titleWords)) >=
        SAME_TITLE;
  if (yearOfNumber(a.number) !== null) return true;
  if (titles !== null) return titles;
  if (a.issuedOn === null || b.issuedOn === null) return true;
  return a.issuedOn.slice(0, 4) === b.issuedOn.slice(0, 4);
}

/** Whether two mentions contradict each other in `aspect`. Silence contradicts nothing. */
export function contradicts(a: Said, b: Said, aspect: Aspect): boolean {
  if (aspect === 'issuedOn')
    return a.issuedOn !== null && b.issuedOn !== null && !compatibleDates(a.issuedOn, b.issuedOn);
  if (aspect === 'title') return otherTitles(a, b);
  if (a.issuer === null || b.issuer === null) return false;
  const [x, y] = [foldName(a.issuer).replace(HEAD, ''), foldName(b.issuer).replace(HEAD, '')];
  return !x.startsWith(y) && !y.startsWith(x);
}

function otherTitles(a: Said, b: Said): boolean {
  if (a.titleWords === null || b.titleWords === null) return false;
  if (a.titleVersion !== null && b.titleVersion !== null) return a.titleVersion !== b.titleVersion;
  if (Math.min(a.titleWords.length, b.titleWords.length) < LEAST_WORDS) return false;
  return (
    Math.max(wordsShared(a.titleWords, b.titleWords), wordsShared(b.titleWords, a.titleWords)) < OTHER_TITLE
  );
}

/** The values said of `aspect`, each with the mentions that say so, most often said first, then by text order. */
export function opinions<T extends Said>(
  sayings: readonly Saying<T>[],
  aspect: Aspect,
): readonly (readonly T[])[] {
  const groups: Saying<T>[][] = [];
  for (const saying of sayings) {
    if (saying.said[aspect] === null) continue;
    const group = groups.find((g) => g.every((other) => !contradicts(saying.said, other.said, aspect)));
    if (group === undefined) groups.push([saying]);
    else group.push(saying);
  }
  return groups.map((group) => group.flatMap(({ mentions }) => mentions)).sort((a, b) => b.length - a.length);
}

/** The sayings about one number, in groups that can be of one document. */
export function sameDocuments<T extends Said>(
  sayings: readonly Saying<T>[],
): readonly (readonly Saying<T>[])[] {
  const groups: Saying<T>[][] = [];
  for (const saying of sayings) {
    const group = groups.find((g) => g.every((other) => canBeSame(saying.said, other.said)));
    if (group === undefined) groups.push([saying]);
    else group.push(saying);
  }
  return groups;
}

/** What is said, by the number that it is said of. */
export function byNumber<T extends Said>(said: readonly T[]): ReadonlyMap<string, readonly T[]> {
  const found = new Map<string, T[]>();
  for (const one of said) {
    const same = found.get(one.number);
    if (same === undefined) found.set(one.number, [one]);
    else same.push(one);
  }
  return found;
}
