import { contains, overlaps, type Span } from '../document/span.js';
import { phraseBookOf } from './phrase-book.js';
import { findPhrases } from './phrases.js';
import type { CheckContext } from './rule.js';
import { wordSlips } from './spelling/word-slips.js';

/** A misspelled phrase or syllable, and what is right there. */
export interface Misspelling {
  readonly span: Span;
  /** Null where nobody can tell. */
  readonly right: string | null;
  /** "listed": the register has it; "shape": no syllable is written so; "word": a common word is missed by one mark. */
  readonly kind: 'listed' | 'shape' | 'word';
}

/** Where misspelled phrases and syllables stand, but for parts of names and of phrases that are right after all. */
export function misspellingsIn(context: CheckContext): readonly Misspelling[] {
  const { record, registers, syllables, starts } = context;
  const { misspelled, allowed } = phraseBookOf(registers);
  const found = findPhrases(record.text, syllables, misspelled, starts.misspelled);
  const slips = wordSlips(context);
  if (found.length === 0 && slips.length === 0) return [];
  const right = [
    ...findPhrases(record.text, syllables, allowed, starts.allowed).map(({ span }) => span),
    ...(record.header.places.signatory === undefined ? [] : [record.header.places.signatory.span]),
  ];
  const all: readonly Misspelling[] = [
    ...found.map(({ span, value }) => ({ span, right: value, kind: 'listed' as const })),
    ...slips.filter(({ span }) => !found.some((listed) => overlaps(listed.span, span))),
  ];
  return all.filter(
    ({ span }) => !right.some((other) => contains(other, span)) && !isInName(record.text, span),
  );
}

const NAME_BEFORE = /\p{Lu}\p{Ll}+ $/u;
const NAME_PART = /^\p{Lu}\p{Ll}*(?: \p{Lu}\p{Ll}*)+$/u;

/** "Nguyễn Duy Trí": every syllable capitalized, and the one in front as well. */
const isInName = (text: string, { start, end }: Span): boolean =>
  NAME_PART.test(text.slice(start, end)) && NAME_BEFORE.test(text.slice(Math.max(0, start - 10), start));
