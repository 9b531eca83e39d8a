import { foldVietnamese } from '../../document/fold.js';
import { OFFICE_PHRASES } from './office-words.js';

/** Pairs of neighbouring syllables that are known, found by their letters without marks. */
export interface Vocabulary {
  /** Whether the pair is known as it is written; lower case. */
  has(left: string, right: string): boolean;
  /** The only known pair with these letters, whatever its marks; null where there is none or more than one. */
  like(left: string, right: string): readonly [string, string] | null;
}

const keyOf = (left: string, right: string): string => `${foldVietnamese(left)} ${foldVietnamese(right)}`;

/** A vocabulary of the office's phrases and of the pairs given. */
export function vocabularyOf(pairs: Iterable<readonly [string, string]>): Vocabulary {
  const known = new Map<string, Map<string, readonly [string, string]>>();
  const add = (left: string, right: string): void => {
    const key = keyOf(left, right);
    const forms = known.get(key) ?? new Map<string, readonly [string, string]>();
    forms.set(`${left} ${right}`, [left, right]);
    known.set(key, forms);
  };
  for (const phrase of OFFICE_PHRASES)
    for (const [i, right] of phrase.entries()) {
      const left = phrase[i - 1];
      if (left !== undefined) add(left, right);
    }
  // A document may have a phrase wrong as often as not: what the office knows is not learned anew.
  const learned = [...pairs].filter(([left, right]) => !known.has(keyOf(left, right)));
  for (const [left, right] of learned) add(left, right);
  return {
    has: (left, right) => known.get(keyOf(left, right))?.has(`${left} ${right}`) === true,
    like: (left, right) => {
      const [only, ...more] = known.get(keyOf(left, right))?.values() ?? [];
      return only === undefined || more.length > 0 ? null : only;
    },
  };
}
