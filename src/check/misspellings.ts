import { contains, type Span } from '../document/span.js';
import { phraseBookOf } from './phrase-book.js';
import { findPhrases } from './phrases.js';
import type { CheckContext } from './rule.js';

/** A misspelled phrase of the register, and what is right there. */
export interface Misspelling {
  readonly span: Span;
  readonly right: string;
}

/** Where misspelled phrases of the register stand, but for parts of names and of phrases that are right after all. */
export function misspellingsIn(context: CheckContext): readonly Misspelling[] {
  const { record, registers, syllables, starts } = context;
  const { misspelled, allowed } = phraseBookOf(registers);
  const found = findPhrases(record.text, syllables, misspelled, starts.misspelled);
  if (found.length === 0) return [];
  const right = [
    ...findPhrases(record.text, syllables, allowed, syllables.keys()).map(({ span }) => span),
    ...(record.header.places.signatory === undefined ? [] : [record.header.places.signatory.span]),
  ];
  return found
    .filter(({ span }) => !right.some((other) => contains(other, span)) && !isInName(record.text, span))
    .map(({ span, value }) => ({ span, right: value }));
}

const NAME_BEFORE = /\p{Lu}\p{Ll}+ $/u;
const NAME_PART = /^\p{Lu}\p{Ll}*(?: \p{Lu}\p{Ll}*)+$/u;

/** "Nguyễn Duy Trí": every syllable capitalized, and the one in front as well. */
const isInName = (text: string, { start, end }: Span): boolean =>
  NAME_PART.test(text.slice(start, end)) && NAME_BEFORE.test(text.slice(Math.max(0, start - 10), start));
