import { foldVietnamese } from '../document/fold.js';
import type { Span } from '../document/span.js';
import { isWithinEdits } from './edit-distance.js';
import { isCapital, phraseBookOf } from './phrase-book.js';
import { isGlued, NAME_GLUE } from './phrases.js';
import { type CheckContext, once } from './rule.js';
import type { Syllable } from './syllables.js';

/** In how many letters the marks of one syllable may differ from the right ones. */
const SLIPPED_MARKS = 2;

/** A unit's name that is probably misspelled. */
export interface Misspelled {
  readonly span: Span;
  readonly right: string;
  /** How often the right name stands in the document; null: it is from the register. */
  readonly times: number | null;
}

/** Windows of the text that begin like a registered name and differ from it in exactly one syllable, slightly. */
export const againstRegister = (context: CheckContext): readonly Misspelled[] => once(context, windowsOf);

function windowsOf(context: CheckContext): readonly Misspelled[] {
  const { record, registers, syllables, starts } = context;
  const { names, knownNames } = phraseBookOf(registers);
  const found: Misspelled[] = [];
  for (const i of starts.names) {
    const head = syllables[i] as Syllable;
    if (!isCapital(record.text, head.start)) continue;
    for (const name of names.get(head.lower) ?? []) {
      const differing = windowSlip(record.text, syllables, i, name.key);
      if (differing === null || knownNames.has(windowKey(syllables, i, name.key.length))) continue;
      // In running text a name is capitalized; a word in lower case is not part of one.
      if (name.capital[differing - i] && !isCapital(record.text, (syllables[differing] as Syllable).start))
        continue;
      const end = (syllables[i + name.key.length - 1] as Syllable).end;
      found.push({ span: { start: head.start, end }, right: name.name, times: null });
    }
  }
  return found;
}

const windowKey = (syllables: readonly Syllable[], at: number, length: number): string =>
  syllables
    .slice(at, at + length)
    .map((s) => s.lower)
    .join(' ');

/** The index of the one syllable in which a window differs slightly from `key`; null where it is equal or further. */
function windowSlip(
  text: string,
  syllables: readonly Syllable[],
  at: number,
  key: readonly string[],
): number | null {
  if (at + key.length > syllables.length) return null;
  let slip: number | null = null;
  for (let k = 1; k < key.length; k++) {
    if (syllables[at + k]?.lower === key[k]) continue;
    if (slip !== null) return null;
    slip = at + k;
  }
  if (slip === null || !isSlip(syllables[slip]?.lower ?? '', key[slip - at] ?? '')) return null;
  return isGlued(text, syllables, at, key.length, NAME_GLUE) ? slip : null;
}

/** Whether two syllables differ by a typing slip: the same letters with other marks, or one letter more, less, other. */
export function isSlip(a: string, b: string): boolean {
  const shorter = Math.min(a.length, b.length);
  if (shorter < 2 || Math.abs(a.length - b.length) > 1 || /\d/u.test(a) || /\d/u.test(b)) return false;
  if (shorter >= 3 && isWithinEdits(a, b, 1)) return true;
  return (
    a.length === b.length &&
    differingLetters(a, b) <= SLIPPED_MARKS &&
    foldVietnamese(a) === foldVietnamese(b)
  );
}

function differingLetters(a: string, b: string): number {
  let count = 0;
  for (let i = 0; i < a.length; i++) if (a.charCodeAt(i) !== b.charCodeAt(i)) count++;
  return count;
}
