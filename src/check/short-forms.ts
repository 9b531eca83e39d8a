import { foldVietnamese } from '../document/fold.js';
import type { Registers } from './registers/load-registers.js';
import { type CheckContext, once } from './rule.js';
import { isLetterAt } from './syllables.js';

interface ShortForm {
  readonly short: string;
  readonly long: string;
}
/** Short forms by their first letter, longest first. */
type ShortForms = ReadonlyMap<string, readonly ShortForm[]>;

const ofRegisters = new WeakMap<Registers, ShortForms>();

function knownForms(registers: Registers): ShortForms {
  const known = ofRegisters.get(registers) ?? indexed(registers.units.shortForms);
  ofRegisters.set(registers, known);
  return known;
}

const ownForms = ({ record }: CheckContext): ShortForms | null =>
  record.abbreviations.length === 0 ? null : indexed(record.abbreviations);

/** Writes out the abbreviations that the record defines and those that everybody knows; the record's go first. */
export function expandShortForms(text: string, context: CheckContext): string {
  return expand(text, once(context, ownForms), knownForms(context.registers));
}

/** The same for text outside any record: only the abbreviations that everybody knows. */
export const expandKnownForms = (text: string, registers: Registers): string =>
  expand(text, null, knownForms(registers));

function expand(text: string, own: ShortForms | null, known: ShortForms): string {
  let expanded = '';
  let copied = 0;
  for (let i = 0; i < text.length; i++) {
    if (i > 0 && isLetterAt(text, i - 1)) continue;
    const form = longest(own === null ? null : formAt(own, text, i), formAt(known, text, i));
    if (form === null) continue;
    expanded += text.slice(copied, i) + form.long;
    copied = i + form.short.length;
    i = copied - 1;
  }
  return copied === 0 ? text : expanded + text.slice(copied);
}

function indexed(forms: readonly ShortForm[]): ShortForms {
  const built = new Map<string, ShortForm[]>();
  for (const { short, long } of forms) {
    const list = built.get(short.charAt(0)) ?? [];
    list.push({ short, long });
    built.set(short.charAt(0), list);
  }
  for (const list of built.values()) list.sort((a, b) => b.short.length - a.short.length);
  return built;
}

const formAt = (forms: ShortForms, text: string, at: number): ShortForm | null =>
  forms
    .get(text.charAt(at))
    ?.find(({ short }) => text.startsWith(short, at) && !isLetterAt(text, at + short.length)) ?? null;

const longest = (own: ShortForm | null, known: ShortForm | null): ShortForm | null =>
  own !== null && (known === null || own.short.length >= known.short.length) ? own : known;

/** Lower case without diacritics, punctuation and "và": names that differ only in these are the same name. */
export function foldName(name: string): string {
  const folded = foldVietnamese(name);
  const words: string[] = [];
  let start = -1;
  for (let i = 0; i <= folded.length; i++) {
    if (isLetterAt(folded, i)) {
      if (start < 0) start = i;
    } else if (start >= 0) {
      const word = folded.slice(start, i);
      if (word !== 'va') words.push(word);
      start = -1;
    }
  }
  return words.join(' ');
}
