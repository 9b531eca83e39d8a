import type { Citation } from '../../record/fields.js';
import { entryOf } from '../cited-document.js';
import { parseNumber } from '../document-number.js';
import { isWithinEdits } from '../edit-distance.js';
import { evidenceOf } from '../facts.js';
import type { Known } from '../registers/common-schema.js';
import type { CheckContext, Rule } from '../rule.js';
import { expandShortForms, foldName } from '../short-forms.js';

/** Titles of heads: an agency's document may be given as its own or as its head's. */
const HEAD =
  /^(?:(?:quyen )?(?:pho )?(?:bo truong|thu truong|chu tich|tong cuc truong|cuc truong|giam doc|chu nhiem|tong thanh tra|thong doc) )+/u;
const PLACE = /^(?:tinh|thanh pho|tp|huyen|quan|thi xa|thi tran|xa|phuong|dac khu) /u;
const TYPING_SLIP = 2;

interface Expected {
  readonly names: readonly string[];
  readonly match: 'is' | 'contains';
  readonly known: Known;
}

/** The issuer given did not issue it: by the register, else by the agency in its number. */
export const issuerMismatch: Rule = {
  id: 'citation/issuer-mismatch',
  *check(context) {
    const { record, registers } = context;
    for (const citation of record.citations) {
      if (citation.issuer === null || citation.number === null) continue;
      const expected = expectedIssuer(context, citation);
      const written = expandShortForms(citation.issuer, context);
      if (expected === null || hasUnknownShortForm(written) || accepts(expected, written)) continue;
      const right = expected.names[0] ?? '';
      yield {
        severity: 'error',
        at: citation.parts.issuer ?? citation,
        mayGoOn: true,
        message: {
          vi: `${citation.type ?? 'Văn bản'} ${citation.number} do ${right} ban hành, không phải ${citation.issuer}.`,
          en: `${citation.number} was issued by ${right}, not by ${citation.issuer}.`,
        },
        suggestion: right,
        evidence: evidenceOf(registers, expected.known, {
          vi: `Cơ quan ban hành ${citation.number}: ${right}.`,
          en: `Issuer of ${citation.number}: ${right}.`,
        }),
        factConfidence: expected.known.confidence,
        key: [citation.number, citation.issuer],
      };
    }
  },
};

const hasUnknownShortForm = (written: string): boolean =>
  /\p{Ll}/u.test(written) && /(?<![\p{L}\p{N}])[\p{Lu}&.-]{2,}(?![\p{L}\p{N}])/u.test(written);

function expectedIssuer(context: CheckContext, citation: Citation): Expected | null {
  const entry = entryOf(context, citation);
  if (entry !== null && entry.issuer !== null)
    return {
      names: [entry.issuer, ...entry.issuerForms, ...agencyNames(context, entry.number)],
      match: 'is',
      known: { source: entry.source, confidence: entry.fieldConfidence.issuer ?? entry.confidence },
    };
  const parts = parseNumber(citation.number ?? '');
  if (parts?.kind !== 'state' || parts.rest.length !== 1) return null;
  const { typeCodes, agencies } = context.registers.grammar;
  if (!typeCodes.some((t) => t.code === parts.head)) return null;
  const agency = agencies.find((a) => a.code === parts.rest[0]);
  return agency === undefined ? null : { names: agency.names, match: agency.match, known: agency };
}

function agencyNames(context: CheckContext, number: string): readonly string[] {
  const parts = parseNumber(number);
  if (parts?.kind !== 'state') return [];
  return context.registers.grammar.agencies.find((a) => a.code === parts.rest[0])?.names ?? [];
}

function accepts(expected: Expected, written: string): boolean {
  if (expected.names.includes(written)) return true;
  const full = foldName(written);
  const given = full.replace(HEAD, '');
  if (given.split(' ').length < 2) return true;
  return expected.names.some((name) => {
    const right = foldName(name);
    const bare = right.replace(HEAD, '');
    // "Quyết định số 12/QĐ-UBND của tỉnh An Giang" names the place for its committee.
    if (expected.match === 'contains') return given.includes(bare) || PLACE.test(given);
    const isSame = (a: string, b: string): boolean =>
      a === b || a.startsWith(`${b} `) || isWithinEdits(a, b, TYPING_SLIP);
    return isSame(full, right) || isSame(given, bare);
  });
}
