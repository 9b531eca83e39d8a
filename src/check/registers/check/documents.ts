import { yearOfNumber } from '../../document-number.js';
import { daysOf } from '../../judgement-day.js';
import type { LegalDocument } from '../documents-schema.js';
import type { EntryProblem } from './problem.js';

/**
 * What documents say of themselves and of each other that cannot all be right. `known`: every document by its
 * upper-cased number, also those of the folder below.
 */
export function* documentProblems(
  documents: readonly LegalDocument[],
  known: ReadonlyMap<string, LegalDocument>,
): Generator<EntryProblem> {
  for (const [i, document] of documents.entries()) {
    const at = (field: string): readonly PropertyKey[] => ['documents', i, field];
    const year = yearOfNumber(document.number);
    if (year !== null && document.issuedOn !== null && !document.issuedOn.startsWith(String(year)))
      yield {
        path: at('issuedOn'),
        severity: 'error',
        what: {
          vi: `${document.number} mang năm ${year} nhưng ngày ban hành ghi ${document.issuedOn}`,
          en: `${document.number} bears the year ${year}, its date is ${document.issuedOn}`,
        },
      };
    if (document.replacedBy.length > 0 && document.effectiveTo === null)
      yield {
        path: at('replacedBy'),
        severity: 'warning',
        what: {
          vi: `${document.number} đã được thay thế nhưng không ghi ngày hết hiệu lực (effectiveTo)`,
          en: `${document.number} was replaced and has no day on which it ended (effectiveTo)`,
        },
      };
    for (const field of ['replaces', 'replacedBy', 'amends', 'amendedBy'] as const)
      yield* relationProblems(document, field, known, at(field));
  }
}

const BACK = {
  replaces: 'replacedBy',
  replacedBy: 'replaces',
  amends: 'amendedBy',
  amendedBy: 'amends',
} as const;

function* relationProblems(
  document: LegalDocument,
  field: keyof typeof BACK,
  known: ReadonlyMap<string, LegalDocument>,
  path: readonly PropertyKey[],
): Generator<EntryProblem> {
  for (const number of document[field]) {
    const other = known.get(number.toUpperCase());
    if (other === undefined) continue;
    const isLater = field === 'replacedBy' || field === 'amendedBy';
    const [older, newer] = isLater ? [document, other] : [other, document];
    if (older.issuedOn !== null && newer.issuedOn !== null && isBefore(newer.issuedOn, older.issuedOn))
      yield {
        path,
        severity: 'error',
        what: {
          vi: `${newer.number} (${newer.issuedOn}) ban hành trước ${older.number} (${older.issuedOn}) nên không thể thay thế hay sửa đổi văn bản đó`,
          en: `${newer.number} (${newer.issuedOn}) is older than ${older.number} (${older.issuedOn}) and cannot replace or amend it`,
        },
      };
    const back = other[BACK[field]];
    if (back.length > 0 && !back.some((one) => one.toUpperCase() === document.number.toUpperCase()))
      yield {
        path,
        severity: field === 'replacedBy' ? 'error' : 'warning',
        what: {
          vi: `${document.number} ghi ${field}: ${number}, nhưng ${number} ghi ${BACK[field]}: ${back.join(', ')}`,
          en: `${document.number} says ${field}: ${number}, while ${number} says ${BACK[field]}: ${back.join(', ')}`,
        },
      };
    if (field !== 'replacedBy' || document.effectiveTo === null || other.effectiveFrom === null) continue;
    if (document.effectiveTo < other.effectiveFrom)
      yield {
        path,
        severity: 'warning',
        what: {
          vi: `${document.number} hết hiệu lực ${document.effectiveTo}, trước khi ${number} có hiệu lực ${other.effectiveFrom}`,
          en: `${document.number} ended on ${document.effectiveTo}, before ${number} took effect on ${other.effectiveFrom}`,
        },
      };
  }
}

/** Whether a day, cut where knowledge ends, is surely before another. */
const isBefore = (a: string, b: string): boolean => daysOf(a).last < daysOf(b).first;
