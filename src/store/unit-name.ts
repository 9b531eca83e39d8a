import { comparable } from './search-query.js';

/** A unit's name as it is compared: letters' case, the place of tone marks and spaces don't tell units apart. */
export const unitKey = (name: string): string =>
  comparable(name.normalize('NFC').replace(/\s+/gu, ' ').trim(), 'written');

/** A way to write a unit's name, and how many documents write it so. */
export interface Spelling {
  readonly name: string;
  readonly n: number;
}

/** For each spelling the commonest one of the same unit; of two as common the first in the order of letters. */
export function commonSpellings(spellings: readonly Spelling[]): ReadonlyMap<string, string> {
  const common = new Map<string, Spelling>();
  for (const spelling of spellings) {
    const key = unitKey(spelling.name);
    const known = common.get(key);
    if (known === undefined || spelling.n > known.n || (spelling.n === known.n && spelling.name < known.name))
      common.set(key, spelling);
  }
  return new Map(spellings.map(({ name }) => [name, common.get(unitKey(name))?.name ?? name]));
}
