import { between } from '../../document/in-order.js';
import type { SourceDocument } from '../../document/source-document.js';
import { contains, type Span } from '../../document/span.js';
import type { Citation, StandardReference } from '../../record/fields.js';
import { allMatches } from '../all-matches.js';
import { anchorsIn, hasAnchor } from '../anchors.js';
import { mentionAt } from '../mention.js';
import type { Passage } from '../passage.js';

// "TCVN ISO 9001:2015", "ISO9001: 2015", "TCVN ISO/IEC 17025:2017", "TCVN-ISO 9001-2015", "OHSAS 18001:2007",
// "ISO 9001 phiên bản 2015", "QCVN 01:2018/BYT"; not "ISO điện tử", not "TCVN" alone.
const BODY = `(?:ISO|IEC|IECQ|ASTM|EN|HACCP|IWA|CODEX|GMP)`;
const PREFIX = String.raw`(?:TCVN|QCVN|TCCS|TCN)(?:[\s\-–/]{0,3}${BODY}(?:\s?/\s?(?:IEC|TS|TR|PAS|GUIDE))?)?|OHSAS|${BODY}(?:\s?/\s?(?:IEC|TS|TR|PAS))?`;
const NUMBER = String.raw`\d{2,6}(?!\s?/\s?\d)(?:[-–]\d{1,2}(?!\d))?`;
/** Any year: one that no standard bears ("9001:2105") is the author's slip and must be found as well. */
const YEAR = String.raw`[12]\d{3}`;
const REFERENCE = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?<prefix>${PREFIX})\s{0,3}[-–:]?\s{0,3}(?<number>${NUMBER})(?:\s{0,2}(?::|[-–](?=${YEAR}))\s{0,3}(?<year>${YEAR})(?!\d)|\s*(?:\(\s?)?phiên bản\s+(?:năm\s+)?(?<worded>${YEAR})(?:\s?\))?(?!\d)|\s*\(năm\s+(?<bracketed>${YEAR})\))?`,
  'gu',
);

// "ISO 9001 năm 2026" is more often the plan's year than a version: only "phiên bản" or brackets make it one.

/** A text without any of these names no standard. */
const NAMES_STANDARD = /TCVN|QCVN|TCCS|TCN|OHSAS|ISO|IEC|ASTM|EN(?=\s?\d)|HACCP|IWA|CODEX|GMP/gu;

/** "TCVN-ISO/IEC" -> "TCVN ISO/IEC". */
const normalizePrefix = (prefix: string): string =>
  prefix
    .replace(/\s*\/\s*/gu, '/')
    .replace(/^(TCVN|QCVN|TCCS|TCN)[\s\-–/]+/u, '$1 ')
    .replace(/\s+/gu, ' ');

/** Every mention of a standard, in text order; `inTitleOf` is the number of the innermost citation that quotes it. */
export function extractStandards(
  document: SourceDocument,
  passages: readonly Passage[],
  citations: readonly Citation[],
): readonly StandardReference[] {
  const titles = titlesOf(citations);
  const found: StandardReference[] = [];
  const anchors = anchorsIn(document.text, NAMES_STANDARD);
  for (const passage of passages) {
    if (!hasAnchor(anchors, passage.span)) continue;
    const body = document.text.slice(passage.span.start, passage.span.end);
    for (const match of allMatches(body, REFERENCE)) {
      const start = passage.span.start + match.index;
      const at = { start, end: start + match[0].trimEnd().length };
      const year = match.groups?.year ?? match.groups?.worded ?? match.groups?.bracketed;
      const { raw, span, location, confidence } = mentionAt(document, at);
      found.push({
        raw,
        span,
        location,
        confidence,
        designation: `${normalizePrefix(match.groups?.prefix ?? '')} ${(match.groups?.number ?? '').replace('–', '-')}`,
        version: year === undefined ? null : Number(year),
        inTitleOf: numberQuoting(titles, at),
      });
    }
  }
  return found;
}

interface Title {
  readonly span: Span;
  readonly number: string;
  /** Of the citation that it belongs to. */
  readonly length: number;
}
interface Titles {
  readonly inOrder: readonly Title[];
  readonly longest: number;
}

const startOf = (title: Title): number => title.span.start;

function titlesOf(citations: readonly Citation[]): Titles {
  const inOrder = citations
    .flatMap(({ number, span, parts: { title } }) =>
      number === null || title === undefined
        ? []
        : [{ span: title.span, number, length: span.end - span.start }],
    )
    .sort((a, b) => startOf(a) - startOf(b));
  return { inOrder, longest: inOrder.reduce((most, { span }) => Math.max(most, span.end - span.start), 0) };
}

/** The number of the innermost citation that quotes what stands at `at` in its title; null where none does. */
function numberQuoting({ inOrder, longest }: Titles, at: Span): string | null {
  let innermost: Title | null = null;
  for (const title of between(inOrder, at.end - longest, at.start + 1, startOf))
    if (contains(title.span, at) && (innermost === null || title.length < innermost.length))
      innermost = title;
  return innermost?.number ?? null;
}
