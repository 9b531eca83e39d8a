/** A document's number, taken apart. */
export type NumberParts =
  /** "19/2014/QĐ-TTg", "101/QĐ-BKHCN", "3003/BKHCN-TĐC" (no type code), "27/2015/TTLT-BKHCN-BTC". */
  | {
      readonly kind: 'state';
      readonly serial: string;
      readonly year: number | null;
      /** What stands before the first hyphen. */
      readonly head: string;
      /** What stands behind it, at hyphens. */
      readonly rest: readonly string[];
    }
  /** "68/2006/QH11". */
  | { readonly kind: 'assembly'; readonly serial: string; readonly year: number; readonly term: number }
  /** "57-NQ/TW", "402-CV/VPĐU". */
  | { readonly kind: 'party'; readonly serial: string; readonly code: string; readonly organ: string };

const ASSEMBLY = /^(\d+(?:\.\d+)?)\/(\d{4})\/QH(\d{1,2})$/u;
const PARTY = /^(\d+[a-z]?)-([\p{L}]{1,6})\/([\p{L}\d.&-]{1,30})$/u;
const STATE =
  /^(\d+(?:\.\d+)?[a-zđ]?)(?:\/((?:19|20)\d{2}))?\/([\p{L}\d.&]{1,20})((?:[-–][\p{L}\d.&()]{1,20}){0,4})$/iu;

/** Reads a number by its family; null where it fits none. */
export function parseNumber(number: string): NumberParts | null {
  const assembly = ASSEMBLY.exec(number);
  if (assembly !== null)
    return {
      kind: 'assembly',
      serial: assembly[1] ?? '',
      year: Number(assembly[2]),
      term: Number(assembly[3]),
    };
  const party = PARTY.exec(number);
  if (party !== null)
    return { kind: 'party', serial: party[1] ?? '', code: party[2] ?? '', organ: party[3] ?? '' };
  const state = STATE.exec(number);
  if (state === null) return null;
  return {
    kind: 'state',
    serial: state[1] ?? '',
    year: state[2] === undefined ? null : Number(state[2]),
    head: state[3] ?? '',
    rest: (state[4] ?? '').split(/[-–]/u).filter((part) => part !== ''),
  };
}

/** The year that a number bears; null where it bears none. */
export const yearOfNumber = (number: string): number | null => {
  const parts = parseNumber(number);
  return parts === null || parts.kind === 'party' ? null : parts.year;
};
