import { contains } from '../../document/span.js';
import type { Citation, StandardReference } from '../../record/fields.js';
import { entryOf } from '../cited-document.js';
import { parseNumber } from '../document-number.js';
import { evidenceOf } from '../facts.js';
import type { LegalDocument } from '../registers/documents-schema.js';
import type { Bilingual, CheckContext, Draft, Rule } from '../rule.js';
import { replacements, titleWords, wordsShared } from '../title-words.js';
import { nestedIn, standardsWithin } from '../within-citation.js';

/** Words of a title compared as a whole, words that must be strange to speak of another object. */
const HEAD_WORDS = 15;
const LEAST_WORDS = 5;
const LEAST_SHARE = 0.5;
const STRANGE_WORDS = 4;
const REPLACED_WORDS = 3;

/** The quoted title differs from the official one in substance: another standard version, another object. */
export const titleMismatch: Rule = {
  id: 'citation/title-mismatch',
  *check(context) {
    for (const [index, citation] of context.record.citations.entries()) {
      if (citation.title === null) continue;
      const entry = entryOf(context, citation);
      if (entry === null || entry.title === null) continue;
      const difference =
        otherVersion(context, citation, index, entry) ??
        otherCited(context, index, entry) ??
        (entry.titleOfficial ? otherObject(context, citation, index, entry) : null);
      if (difference !== null) yield draft(context, citation, entry, difference);
    }
  },
};

interface Difference {
  readonly severity: Draft['severity'];
  readonly what: Bilingual;
}

function draft(
  context: CheckContext,
  citation: Citation,
  entry: LegalDocument,
  difference: Difference,
): Draft {
  const confidence = entry.fieldConfidence.title ?? entry.confidence;
  return {
    severity: difference.severity,
    at: citation.parts.title ?? citation,
    message: {
      vi: `Trích yếu của ${entry.type} ${entry.number} không đúng tên chính thức: ${difference.what.vi}.`,
      en: `The title quoted for ${entry.number} is not the official one: ${difference.what.en}.`,
    },
    suggestion: entry.titleOfficial ? entry.title : null,
    evidence: evidenceOf(
      context.registers,
      { source: entry.source, confidence },
      { vi: `Tên chính thức: "${entry.title}".`, en: `Official title: "${entry.title}".` },
    ),
    factConfidence: confidence,
    key: [entry.number],
  };
}

/** "TCVN ISO 9001" -> "9001". */
export const figureOf = (designation: string): string =>
  /\d+(?:-\d+)?$/u.exec(designation)?.[0] ?? designation;

/** The standards that a citation's own title names: not those in titles of citations nested in it. */
export function ownStandards(
  context: CheckContext,
  citation: Citation,
  index: number,
): readonly StandardReference[] {
  const title = citation.parts.title?.span ?? citation.span;
  const nested = nestedIn(context, index).filter((c) => c.title !== null);
  return standardsWithin(context, title).filter((s) => !nested.some((c) => contains(c.span, s.span)));
}

function otherVersion(
  context: CheckContext,
  citation: Citation,
  index: number,
  entry: LegalDocument,
): Difference | null {
  for (const reference of ownStandards(context, citation, index)) {
    const official = entry.titleStandards.find(
      (s) => figureOf(s.designation) === figureOf(reference.designation),
    );
    if (official === undefined || official.version === reference.version) continue;
    const right = `${official.designation}:${official.version}`;
    if (reference.version === null)
      return {
        severity: 'notice',
        what: { vi: `thiếu năm của tiêu chuẩn (${right})`, en: `the standard's year is missing (${right})` },
      };
    return {
      severity: 'error',
      what: {
        vi: `ghi ${reference.raw}, trong tên là ${right}`,
        en: `it has ${reference.raw}, the title has ${right}`,
      },
    };
  }
  return null;
}

const NUMBER = /\d+(?:\/\d{4})?\/[\p{L}\d]+(?:-[\p{L}\d]+)+/gu;

/** A circular that guides one decision is quoted as guiding another. */
function otherCited(context: CheckContext, index: number, entry: LegalDocument): Difference | null {
  const official = [...(entry.title ?? '').matchAll(NUMBER)].map((m) => m[0]);
  const quoted = nestedIn(context, index).find((c) => c.number !== null);
  if (official.length === 0 || quoted?.number == null || parseNumber(quoted.number) === null) return null;
  if (official.includes(quoted.number)) return null;
  return {
    severity: 'error',
    what: {
      vi: `ghi ${quoted.number}, trong tên là ${official.join(', ')}`,
      en: `it has ${quoted.number}, the title has ${official.join(', ')}`,
    },
  };
}

function otherObject(
  context: CheckContext,
  citation: Citation,
  index: number,
  entry: LegalDocument,
): Difference | null {
  const { record } = context;
  const given = titleWords(ownTitle(context, citation, index), context);
  const official = titleWords(entry.title ?? '', context);
  if (given.length < LEAST_WORDS) return null;
  const strange = (words: readonly string[]): number => words.filter((w) => !official.includes(w)).length;
  const wholly = wordsShared(given.slice(0, HEAD_WORDS), official) < LEAST_SHARE;
  const titleEnd = citation.parts.title?.span.end;
  const closed = titleEnd !== undefined && /^\s*[;.\n]/u.test(record.text.slice(titleEnd, titleEnd + 2));
  const inPart = replacements(given, official).some(
    (r) => strange(r.given) >= STRANGE_WORDS && r.official.length >= REPLACED_WORDS && (!r.atEnd || closed),
  );
  if (!wholly && !inPart) return null;
  return {
    severity: wholly ? 'error' : 'warning',
    what: { vi: 'nói về đối tượng khác', en: 'it speaks of another object' },
  };
}

/** Its title up to where another citation's title begins. */
function ownTitle(context: CheckContext, citation: Citation, index: number): string {
  const title = citation.parts.title;
  const [nested] = nestedIn(context, index);
  if (title === undefined || nested === undefined || nested.span.start < title.span.start)
    return citation.title ?? '';
  return context.record.text.slice(title.span.start, nested.span.start);
}
