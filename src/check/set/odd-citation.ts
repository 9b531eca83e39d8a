import type { PlanRecord } from '../../record/plan-record.js';
import { contextOf } from '../check.js';
import { type Aspect, opinions, type Said, sameDocuments, sayingsOf } from '../citation-agreement.js';
import { scopeOf } from '../number-scope.js';
import type { Registers } from '../registers/load-registers.js';
import type { Draft } from '../rule.js';
import { ASPECT_NAME, ASPECTS, saidIn, shown } from '../rules/citation-inconsistent.js';
import type { SetMember } from './set-member.js';
import type { SetRule } from './set-rule.js';

interface SaidHere extends Said {
  readonly record: PlanRecord;
}

/**
 * A document that says of a number what most others do not. Time grows with the records and, a number, with the square
 * of the different things said of it.
 */
export const oddCitation: SetRule = {
  id: 'citation/inconsistent',
  *check(members, registers) {
    for (const mentions of byScopedNumber(members, registers))
      for (const group of sameDocuments(sayingsOf(mentions)))
        for (const aspect of ASPECTS) {
          const [most, ...others] = opinions(group, aspect);
          const usual = most?.[0];
          if (most === undefined || usual === undefined || others.length === 0) continue;
          const supporters = new Set(most.map((one) => one.record));
          // Within one document the contradiction has been reported already.
          for (const odd of others.flat())
            if (!supporters.has(odd.record)) yield [odd.record, draft(odd, usual, supporters.size, aspect)];
        }
  },
};

/** What all plans say, by the number that it is said of and where that number is counted. */
function byScopedNumber(members: readonly SetMember[], registers: Registers): Iterable<readonly SaidHere[]> {
  const found = new Map<string, SaidHere[]>();
  for (const { record, province } of members)
    for (const said of saidIn(contextOf(record, registers))) {
      const scope = scopeOf(said.number, province, registers);
      if (scope === null) continue;
      const key = `${scope}|${said.number}`;
      const same = found.get(key);
      if (same === undefined) found.set(key, [{ ...said, record }]);
      else same.push({ ...said, record });
    }
  return found.values();
}

function draft(odd: SaidHere, usual: SaidHere, count: number, aspect: Aspect): Draft {
  const name = ASPECT_NAME[aspect];
  const files = usual.record.source.file;
  return {
    severity: count > 1 ? 'error' : 'warning',
    at: odd.citation.parts[aspect] ?? odd.citation,
    message: {
      vi: `${odd.citation.type ?? 'Văn bản'} ${odd.number}: ${name.vi} ghi ${shown(odd, aspect)}, còn ${count} văn bản khác ghi ${shown(usual, aspect)}.`,
      en: `${odd.number}: ${shown(odd, aspect)} here, ${shown(usual, aspect)} in ${count} other document(s) (${name.en}).`,
    },
    evidence: { vi: `Ví dụ: ${files}.`, en: `For example ${files}.` },
    key: [odd.number, aspect, odd[aspect] ?? '', 'set'],
  };
}
