import type { SourceDocument } from '../../document/source-document.js';
import { contains } from '../../document/span.js';
import type { Citation, StandardReference } from '../../record/fields.js';
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
  String.raw`(?<![\p{L}\p{N}])(?<prefix>${PREFIX})\s{0,3}[-–:]?\s{0,3}(?<number>${NUMBER})(?:\s{0,2}(?::|[-–](?=${YEAR}))\s{0,3}(?<year>${YEAR})(?!\d)|\s*\(?(?:phiên bản|năm)\s+(?:năm\s+)?(?<worded>${YEAR})\)?(?!\d))?`,
  'gu',
);

/** A text without any of these names no standard. */
const NAMES_STANDARD = /TCVN|QCVN|TCCS|TCN|OHSAS|ISO|IEC|ASTM|EN\s?\d|HACCP|IWA|CODEX|GMP/u;

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
  const titled = citations.filter((c) => c.parts.title !== undefined && c.number !== null);
  const found: StandardReference[] = [];
  for (const passage of passages) {
    const body = document.text.slice(passage.span.start, passage.span.end);
    if (!NAMES_STANDARD.test(body)) continue;
    for (const match of body.matchAll(REFERENCE)) {
      const start = passage.span.start + match.index;
      const raw = match[0].trimEnd();
      const span = { start, end: start + raw.length };
      const year = match.groups?.year ?? match.groups?.worded;
      const around = titled.filter((c) => c.parts.title !== undefined && contains(c.parts.title.span, span));
      const innermost = around.reduce<Citation | undefined>(
        (best, c) =>
          best === undefined || c.span.end - c.span.start < best.span.end - best.span.start ? c : best,
        undefined,
      );
      found.push({
        ...mentionAt(document, span),
        designation: `${normalizePrefix(match.groups?.prefix ?? '')} ${(match.groups?.number ?? '').replace('–', '-')}`,
        version: year === undefined ? null : Number(year),
        inTitleOf: innermost?.number ?? null,
      });
    }
  }
  return found;
}
