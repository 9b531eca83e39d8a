import { foldVietnamese } from '../document/fold.js';
import type { Span } from '../document/span.js';
import { editDistance } from './edit-distance.js';
import type { Registers } from './registers/load-registers.js';
import type { CheckContext } from './rule.js';
import { phraseKey, type Syllable } from './syllables.js';

/** How far one syllable may be from the right one. */
const SLIP = 2;
/** Names below this many syllables are too often other names. */
export const LEAST_SYLLABLES = 3;
const GLUE = /^(?: |, | ?[-–] ?|\/)$/u;

/** A unit's name that is probably misspelled. */
export interface Misspelled {
  readonly span: Span;
  readonly right: string;
  /** How often the right name stands in the document; null: it is from the register. */
  readonly times: number | null;
}

/** Windows of the text that begin like a registered name and differ from it in exactly one syllable, slightly. */
export function* againstRegister(context: CheckContext): Generator<Misspelled> {
  const { record, registers, syllables } = context;
  const names = namesByHead(registers);
  for (let i = 0; i < syllables.length; i++) {
    const head = syllables[i] as Syllable;
    const first = record.text.charAt(head.start);
    if (first !== first.toUpperCase()) continue;
    for (const name of names.get(head.lower) ?? []) {
      const differing = windowSlip(record.text, syllables, i, name.key);
      if (differing === null || names.known.has(windowKey(syllables, i, name.key.length))) continue;
      const end = (syllables[i + name.key.length - 1] as Syllable).end;
      // In running text a name is capitalized; a word in lower case is not part of one.
      const letter = record.text.charAt((syllables[differing] as Syllable).start);
      const rightLetter = name.written[differing - i]?.charAt(0) ?? '';
      if (rightLetter !== rightLetter.toLowerCase() && letter === letter.toLowerCase()) continue;
      yield { span: { start: head.start, end }, right: name.name, times: null };
    }
  }
}

interface Name {
  readonly name: string;
  readonly key: readonly string[];
  readonly written: readonly string[];
}
type Names = ReadonlyMap<string, readonly Name[]> & { readonly known: ReadonlySet<string> };
const nameIndexes = new WeakMap<Registers, Names>();

/** Registered names by their first syllable; `known` holds all of them, folded to syllables. */
export function namesByHead(registers: Registers): Names {
  const built = nameIndexes.get(registers);
  if (built !== undefined) return built;
  const { commonNames, agencies } = registers.units;
  const byHead = new Map<string, Name[]>();
  const known = new Set<string>();
  for (const name of new Set([...commonNames, ...agencies.map((a) => a.name)])) {
    const key = phraseKey(name);
    known.add(key.join(' '));
    if (key.length < LEAST_SYLLABLES) continue;
    const written = name.split(/[^\p{L}\p{N}]+/u);
    byHead.set(key[0] as string, [...(byHead.get(key[0] as string) ?? []), { name, key, written }]);
  }
  const names = Object.assign(byHead, { known });
  nameIndexes.set(registers, names);
  return names;
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
  let slip: number | null = null;
  for (let k = 1; k < key.length; k++) {
    const here = syllables[at + k];
    const before = syllables[at + k - 1] as Syllable;
    if (here === undefined || !GLUE.test(text.slice(before.end, here.start))) return null;
    if (here.lower === key[k]) continue;
    if (slip !== null || !isSlip(here.lower, key[k] as string)) return null;
    slip = at + k;
  }
  return slip;
}

/** Whether two syllables differ by a typing slip: the same letters with other marks, or one letter more, less, other. */
export function isSlip(a: string, b: string): boolean {
  if (/\d/u.test(a + b) || Math.min(a.length, b.length) < 2) return false;
  const distance = editDistance(a, b);
  if (distance > SLIP) return false;
  return foldVietnamese(a) === foldVietnamese(b) || (distance === 1 && Math.min(a.length, b.length) >= 3);
}
