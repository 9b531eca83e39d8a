import type { Citation } from '../../record/fields.js';
import { type NumberParts, parseNumber } from '../document-number.js';
import { isWithinEdits } from '../edit-distance.js';
import { sourceNote } from '../facts.js';
import type { Known } from '../registers/common-schema.js';
import type { GrammarFile } from '../registers/units-schema.js';
import type { Bilingual, Rule } from '../rule.js';

interface Fault {
  readonly what: Bilingual;
  readonly suggestion: string | null;
  readonly known: Known;
}

/** The number breaks the grammar of its type. */
export const malformedNumber: Rule = {
  id: 'citation/malformed-number',
  *check({ record, registers }) {
    for (const citation of record.citations) {
      if (citation.number === null || citation.short) continue;
      const fault = faultOf(citation, citation.number, registers.grammar);
      if (fault === null) continue;
      const note = sourceNote(registers, fault.known);
      yield {
        severity: 'error',
        at: citation.parts.number ?? citation,
        message: {
          vi: `Số, ký hiệu "${citation.number}" không đúng quy tắc: ${fault.what.vi}.`,
          en: `The number "${citation.number}" breaks the rules of its kind: ${fault.what.en}.`,
        },
        suggestion: fault.suggestion,
        evidence: note,
        factConfidence: fault.known.confidence,
        key: [citation.number],
      };
    }
  },
};

const GENERAL: Known = { source: ['nd30-phu-luc', 'official-text'], confidence: 2 };

function faultOf(citation: Citation, number: string, grammar: GrammarFile): Fault | null {
  const parts = parseNumber(number);
  if (parts === null)
    return {
      what: { vi: 'không theo mẫu số/năm/loại-cơ quan', en: 'it is not number/year/type-agency' },
      suggestion: null,
      known: GENERAL,
    };
  switch (parts.kind) {
    case 'party':
      return null;
    case 'assembly':
      return termFault(parts, grammar);
    case 'state':
      return (
        codeFault(citation, number, parts, grammar) ??
        agencyFault(citation, number, parts, grammar) ??
        typeFault(citation, parts, grammar)
      );
  }
}

type StateParts = Extract<NumberParts, { kind: 'state' }>;

function termFault(parts: Extract<NumberParts, { kind: 'assembly' }>, grammar: GrammarFile): Fault | null {
  const right = grammar.assemblyTerms.filter(
    (t) => t.fromYear <= parts.year && (t.toYear === null || parts.year <= t.toYear),
  );
  const first = right[0];
  if (first === undefined || right.some((t) => t.term === parts.term)) return null;
  return {
    what: {
      vi: `năm ${parts.year} không thuộc Quốc hội khóa ${parts.term}`,
      en: `${parts.year} is not in term ${parts.term} of the National Assembly`,
    },
    suggestion: right.length === 1 ? `${parts.serial}/${parts.year}/QH${first.term}` : null,
    known: first,
  };
}

/** A year that is missing, or an agency that never issues this type. */
function codeFault(
  citation: Citation,
  number: string,
  parts: StateParts,
  grammar: GrammarFile,
): Fault | null {
  const code = grammar.typeCodes.find((t) => t.code === parts.head);
  if (code === undefined || parts.rest.length === 0) return null;
  const since = code.yearSince ?? 0;
  const isOld = citation.issuedOn !== null && Number(citation.issuedOn.slice(0, 4)) < since;
  if (code.year === 'always' && parts.year === null && !isOld) {
    const year = citation.issuedOn?.slice(0, 4);
    return {
      what: {
        vi: `số của ${code.types[0]} phải có năm ban hành`,
        en: `the number of a ${code.code} bears its year`,
      },
      suggestion: year === undefined ? null : number.replace('/', `/${year}/`),
      known: code,
    };
  }
  const agency = parts.rest[0] ?? '';
  if (code.agencies !== null && !code.agencies.includes(agency))
    return {
      what: {
        vi: `${code.types[0]} chỉ do ${code.agencies.join(', ')} ban hành, không phải "${agency}"`,
        en: `only ${code.agencies.join(', ')} issues a ${code.code}, not "${agency}"`,
      },
      suggestion: code.agencies.length === 1 ? number.replace(/-.*$/u, `-${code.agencies[0]}`) : null,
      known: code,
    };
  if (
    code.notIssuedBy.some((prefix) => isOfRank(agency, prefix)) &&
    !grammar.agencies.some((a) => a.code === agency && a.central)
  )
    return {
      what: {
        vi: `cơ quan mang ký hiệu "${agency}" không có thẩm quyền ban hành ${code.types[0]}`,
        en: `an agency of the code "${agency}" has no power to issue a ${code.code}`,
      },
      suggestion: null,
      known: code,
    };
  return null;
}

/** "SKHCN" begins with "S" and goes on with a name; "S" alone or "Sao" is no agency of that rank. */
const isOfRank = (agency: string, prefix: string): boolean =>
  agency === prefix || (agency.startsWith(prefix) && /^[\p{Lu}&.]{2,}$/u.test(agency.slice(prefix.length)));

/** An agency that no one bears and that is one slip away from one that does. */
function agencyFault(
  citation: Citation,
  number: string,
  parts: StateParts,
  grammar: GrammarFile,
): Fault | null {
  const isCoded = grammar.typeCodes.some((t) => t.code === parts.head);
  const written = isCoded ? parts.rest[0] : parts.head;
  if (written === undefined || written.length < 3) return null;
  const plain = written.replace(/&/gu, '');
  if (grammar.agencies.some((a) => a.code === written || a.code === plain)) return null;
  const right = grammar.agencies.find((a) => a.code !== written && isSlip(written, a.code));
  if (right === undefined) return null;
  const shouted = written.toUpperCase() === right.code.toUpperCase();
  if (shouted && citation.raw === citation.raw.toUpperCase()) return null;
  return {
    what: {
      vi: `không có cơ quan mang ký hiệu "${written}", có lẽ là "${right.code}"`,
      en: `no agency is "${written}", "${right.code}" is probably meant`,
    },
    suggestion: number.replace(written, right.code),
    known: right,
  };
}

/**
 * One letter too many, too few or other in a longer code, two swapped, or another case; the first letter stands. Codes
 * of three letters say nothing when swapped: local bodies bear any of them (STC, SCT).
 */
function isSlip(written: string, right: string): boolean {
  if (written.toUpperCase() === right.toUpperCase()) return written !== right;
  if (written.charAt(0) !== right.charAt(0) || !isWithinEdits(written, right, 1)) return false;
  const swapped = [...written].sort().join('') === [...right].sort().join('');
  return (swapped && right.length >= 4) || (right.length >= 5 && written.length >= 4);
}

/** "Thông tư số 26/2014/QĐ-BKHCN". */
function typeFault(citation: Citation, parts: StateParts, grammar: GrammarFile): Fault | null {
  if (citation.type === null || parts.rest.length === 0) return null;
  const type = citation.type.toLowerCase();
  const code = grammar.typeCodes.find((t) => t.code === parts.head);
  if (code === undefined || code.types.some((t) => type.startsWith(t.toLowerCase()))) return null;
  const named = grammar.typeCodes.find((t) => t.types.some((name) => name.toLowerCase() === type));
  if (named === undefined) return null;
  return {
    what: {
      vi: `ghi là ${citation.type} nhưng ký hiệu "${code.code}" là của ${code.types[0]}`,
      en: `it is called ${citation.type} but "${code.code}" marks a ${code.types[0]}`,
    },
    suggestion: null,
    known: code,
  };
}
