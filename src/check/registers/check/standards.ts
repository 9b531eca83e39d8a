import type { LegalDocument } from '../documents-schema.js';
import type { StandardsFile } from '../standards-schema.js';
import type { EntryProblem } from './problem.js';

/** Versions whose order, successors or decisions cannot be right; `documents`: by their upper-cased numbers. */
export function* standardProblems(
  { standards, neverExisted }: Pick<StandardsFile, 'standards' | 'neverExisted'>,
  documents: ReadonlyMap<string, LegalDocument>,
): Generator<EntryProblem> {
  for (const [i, { designation, versions }] of standards.entries())
    for (const [k, version] of versions.entries()) {
      const path = ['standards', i, 'versions', k] as const;
      const name = `${designation}:${version.year}`;
      const next = versions.find((one) => one.year === version.supersededBy);
      if (version.supersededBy !== null && next === undefined)
        yield {
          path: [...path, 'supersededBy'],
          severity: 'error',
          what: {
            vi: `${name} được thay bằng phiên bản ${version.supersededBy}, phiên bản này không có trong danh mục`,
            en: `${name} is superseded by ${version.supersededBy}, which is not registered`,
          },
        };
      if (next !== undefined && version.to !== null && next.from !== null && !touches(version.to, next.from))
        yield {
          path: [...path, 'to'],
          severity: 'error',
          what: {
            vi: `${name} hết hiệu lực ${version.to}, phiên bản ${next.year} có hiệu lực từ ${next.from}`,
            en: `${name} ended on ${version.to}, the version of ${next.year} began on ${next.from}`,
          },
        };
      for (const field of ['publishedBy', 'withdrawnBy'] as const) {
        const number = version[field];
        if (number === null || documents.has(number.toUpperCase())) continue;
        yield {
          path: [...path, field],
          severity: 'warning',
          what: {
            vi: `${name}: ${number} không có trong danh mục văn bản`,
            en: `${name}: ${number} is not among the documents`,
          },
        };
      }
    }
  for (const [i, { designation, year }] of neverExisted.entries())
    if (standards.some((s) => s.designation === designation && s.versions.some((v) => v.year === year)))
      yield {
        path: ['neverExisted', i],
        severity: 'error',
        what: {
          vi: `${designation}:${year} vừa có trong danh mục phiên bản vừa bị ghi là không tồn tại`,
          en: `${designation}:${year} is registered as a version and as one that never was`,
        },
      };
}

/** Whether one day can be the other, each cut where knowledge ends. */
const touches = (a: string, b: string): boolean => a.startsWith(b) || b.startsWith(a);
