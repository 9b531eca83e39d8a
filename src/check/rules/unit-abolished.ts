import { overlaps, type Span } from '../../document/span.js';
import { evidenceOf, vietnameseDate } from '../facts.js';
import { endedBefore } from '../judgement-day.js';
import type { Known } from '../registers/common-schema.js';
import type { Registers } from '../registers/load-registers.js';
import type { CheckContext, Rule } from '../rule.js';
import { sentenceAround } from '../sentence.js';
import { findPhrases, indexPhrases, NAME_GLUE, type PhraseIndex } from '../phrases.js';

interface Ended extends Known {
  readonly name: string;
  readonly to: string;
  readonly successor: string | null;
  readonly note: string | null;
}

const NEAR = 60;

/** A unit, level or province that no longer existed when the plan was made. */
export const abolishedUnit: Rule = {
  id: 'unit/abolished',
  *check(context) {
    const { record, registers, day, syllables } = context;
    if (day === null) return;
    for (const { span, value } of findPhrases(record.text, syllables, endedIndex(registers), NAME_GLUE)) {
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

const indexes = new WeakMap<Registers, PhraseIndex<Ended>>();

function endedIndex(registers: Registers): PhraseIndex<Ended> {
  const known = indexes.get(registers);
  if (known !== undefined) return known;
  const { agencies, provinces, levels } = registers.units;
  const entries: [string, Ended][] = [];
  for (const unit of [...agencies, ...provinces])
    if (unit.to !== null) entries.push([unit.name, { ...unit, to: unit.to }]);
  for (const level of levels)
    for (const phrase of level.phrases)
      if (level.to !== null)
        entries.push([phrase, { ...level, name: level.title, to: level.to, note: null }]);
  for (const [name, ended] of [...entries])
    for (const { short, long } of registers.units.shortForms)
      if (/^(?:Bộ|Sở) /u.test(name) && name.endsWith(` ${long}`))
        entries.push([`${name.slice(0, name.length - long.length)}${short}`, ended]);
  const index = indexPhrases(entries);
  indexes.set(registers, index);
  return index;
}

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
