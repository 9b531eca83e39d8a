import type { Citation } from '../record/fields.js';
import { yearOfNumber } from './document-number.js';
import { provinceIn, provinceOf, scopeOf } from './number-scope.js';
import type { LegalDocument } from './registers/documents-schema.js';
import { type CheckContext, once } from './rule.js';
import { titleWords, wordsShared } from './title-words.js';

/** Share of a quoted title's words that must stand in the official one for both to be of the same document. */
const SAME_TITLE = 0.6;

/** Whether two dates can be the same day: equal, or one is the other cut short. */
export const compatibleDates = (a: string, b: string): boolean => a.startsWith(b) || b.startsWith(a);

const entriesOf = (): Map<Citation, LegalDocument | null> => new Map();

/**
 * The register's entry for a citation, or null. A number without a year is used anew every year: it is the entry's
 * only where the date or the title says so, or where it was given in the same year.
 */
export function entryOf(context: CheckContext, citation: Citation): LegalDocument | null {
  const known = once(context, entriesOf);
  const found = known.get(citation);
  if (found !== undefined) return found;
  const entry = findEntry(context, citation);
  known.set(citation, entry);
  return entry;
}

function findEntry(context: CheckContext, citation: Citation): LegalDocument | null {
  if (citation.number === null) return null;
  const entry = context.registers.documentByNumber.get(citation.number.toUpperCase());
  if (entry === undefined || isOfAnotherProvince(context, entry)) return null;
  if (yearOfNumber(citation.number) !== null) return entry;
  const { issuedOn, title } = citation;
  if (issuedOn !== null && entry.issuedOn !== null) {
    if (compatibleDates(issuedOn, entry.issuedOn)) return entry;
    if (title !== null && entry.title !== null)
      return isSameTitle(context, title, entry.title) ? entry : null;
    return issuedOn.slice(0, 4) === entry.issuedOn.slice(0, 4) ? entry : null;
  }
  if (title !== null && entry.title !== null) return isSameTitle(context, title, entry.title) ? entry : null;
  return null;
}

/** Local agencies of every province number alike: an entry that names its province is of plans from there. */
function isOfAnotherProvince({ record, registers }: CheckContext, entry: LegalDocument): boolean {
  if (entry.issuer === null || scopeOf(entry.number, LOCAL, registers) !== LOCAL) return false;
  const theirs = provinceIn(entry.issuer, registers);
  const own = provinceOf(record, registers);
  return theirs !== null && own !== null && theirs !== own;
}

const LOCAL = 'local';

function isSameTitle(context: CheckContext, given: string, official: string): boolean {
  return wordsShared(titleWords(given, context), titleWords(official, context)) >= SAME_TITLE;
}
