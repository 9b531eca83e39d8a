import { overlaps, type Span } from '../../document/span.js';
import { evidenceOf, vietnameseDate } from '../facts.js';
import { endedBefore } from '../judgement-day.js';
import { phraseBookOf } from '../phrase-book.js';
import { findPhrases, NAME_GLUE } from '../phrases.js';
import type { Registers } from '../registers/load-registers.js';
import type { CheckContext, Rule } from '../rule.js';
import { sentenceAround } from '../sentence.js';

const NEAR = 60;

/** A unit, level or province that no longer existed when the plan was made. */
export const abolishedUnit: Rule = {
  id: 'unit/abolished',
  *check(context) {
    const { record, registers, day, syllables, starts } = context;
    if (day === null) return;
    const { ended } = phraseBookOf(registers);
    for (const { span, value } of findPhrases(record.text, syllables, ended, starts.ended, NAME_GLUE)) {
      if (!endedBefore(value.to, day) || isInCitation(context, span) || isSpokenOfAsPast(context, span))
        continue;
      const written = record.text.slice(span.start, span.end);
      const end = vietnameseDate(value.to);
      yield {
        severity: 'error',
        at: span,
        message: {
          vi: `"${written}" không còn từ ${end}${value.successor === null ? '' : `; nay là ${value.successor}`}.`,
          en: `"${written}" no longer exists since ${value.to}${value.successor === null ? '' : `; now ${value.successor}`}.`,
        },
        suggestion: value.successor,
        evidence: evidenceOf(registers, value, {
          vi: `${value.name} kết thúc ngày ${end}${value.note === null ? '' : ` (${value.note})`}.`,
          en: `${value.name} ended on ${value.to}.`,
        }),
        factConfidence: value.confidence,
        key: [value.name],
      };
    }
  },
};

/** In a citation everything keeps the name that it had. */
const isInCitation = ({ record }: CheckContext, span: Span): boolean =>
  record.citations.some((c) => overlaps(c.span, span));

const markPatterns = new WeakMap<Registers, RegExp>();

function isSpokenOfAsPast({ record, registers }: CheckContext, span: Span): boolean {
  const sentence = sentenceAround(record.text, span);
  const around = record.text
    .slice(Math.max(sentence.start, span.start - NEAR), Math.min(sentence.end, span.end + NEAR))
    .toLowerCase();
  const marks =
    markPatterns.get(registers) ??
    new RegExp(`(?<![\\p{L}\\p{N}])(?:${registers.units.pastMarks.join('|')})(?![\\p{L}\\p{N}])`, 'u');
  markPatterns.set(registers, marks);
  return marks.test(around);
}
