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
export function opinions(said: readonly Said[], aspect: Aspect): readonly (readonly Said[])[] {
  const groups: Said[][] = [];
  for (const one of said) {
    if (one[aspect] === null) continue;
    const group = groups.find((g) => g.every((other) => !contradicts(one, other, aspect)));
    if (group === undefined) groups.push([one]);
    else group.push(one);
  }
  return groups.sort((a, b) => b.length - a.length);
}
