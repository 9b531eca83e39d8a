import { foldVietnamese } from '../../document/fold.js';
import type { Citation } from '../../record/fields.js';
import type { PlanRecord } from '../../record/plan-record.js';
import type { Registers } from '../registers/load-registers.js';
import { pairAlike } from './pair-alike.js';
import type { ExchangedCitation, PlanComparison } from './plan-comparison.js';
import { yearMaskedWords, yearOf } from './year-masked.js';

/** Titles as alike as this, of documents of one type, are this year's and last year's of the same thing. */
const SAME_TITLE = 0.7;

/** The documents that two plans cite: of both, exchanged for another, and of one alone. */
export function compareCitations(
  older: PlanRecord,
  newer: PlanRecord,
  registers: Registers,
): PlanComparison['citations'] {
  const [before, after] = [citedIn(older), citedIn(newer)];
  const dropped = [...before].filter(([key]) => !after.has(key)).map(([, citation]) => citation);
  const added = [...after].filter(([key]) => !before.has(key)).map(([, citation]) => citation);
  const succeeded = successors(dropped, added, registers);
  const left = {
    dropped: dropped.filter((one) => !succeeded.some((pair) => pair.older === one)),
    added: added.filter((one) => !succeeded.some((pair) => pair.newer === one)),
  };
  const alike = pairAlike(
    left.dropped,
    left.added,
    ({ title }, side) => yearMaskedWords(title ?? '', yearOf(side === 'older' ? older : newer)),
    SAME_TITLE,
    (one, other) => one.title !== null && other.title !== null && one.type === other.type,
  );
  return {
    kept: [...after].filter(([key]) => before.has(key)).map(([, citation]) => citation),
    exchanged: [
      ...succeeded,
      ...alike.pairs.map(({ older: one, newer: other }) => ({
        older: one,
        newer: other,
        by: 'title' as const,
      })),
    ],
    dropped: alike.dropped,
    added: alike.added,
  };
}

/** The documents that a plan cites, each once, by number or, for laws without one, by title. */
function citedIn({ citations }: PlanRecord): ReadonlyMap<string, Citation> {
  const found = new Map<string, Citation>();
  for (const citation of citations) {
    const name =
      citation.number?.toUpperCase() ?? (citation.title === null ? null : foldVietnamese(citation.title));
    if (name === null) continue;
    const key = citation.number === null ? `${citation.type ?? ''} ${name}` : name;
    const known = found.get(key);
    // Of several mentions the one that says most.
    if (known === undefined || (known.title === null && citation.title !== null)) found.set(key, citation);
  }
  return found;
}

/** Dropped documents whose successor by the register was added. */
function successors(
  dropped: readonly Citation[],
  added: readonly Citation[],
  { documentByNumber }: Registers,
): readonly ExchangedCitation[] {
  const pairs: ExchangedCitation[] = [];
  for (const older of dropped) {
    const known = documentByNumber.get(older.number?.toUpperCase() ?? '');
    const next = new Set(known?.replacedBy.map((number) => number.toUpperCase()) ?? []);
    const newer = added.find(
      (one) =>
        one.number !== null &&
        (next.has(one.number.toUpperCase()) ||
          documentByNumber.get(one.number.toUpperCase())?.replaces.includes(older.number ?? '') === true) &&
        !pairs.some((pair) => pair.newer === one),
    );
    if (newer !== undefined) pairs.push({ older, newer, by: 'successor' });
  }
  return pairs;
}
