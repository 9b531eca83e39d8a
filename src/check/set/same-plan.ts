import type { PlanRecord } from '../../record/plan-record.js';
import type { Draft } from '../rule.js';
import { keysOf, type SetMember, sharedLines } from './set-member.js';
import type { SetRule } from './set-rule.js';

/** Two plans of which nearly every line is the same are one; of which few are, two. */
const SAME = 0.9;
const OTHER = 0.5;
/** With how many others of its group a plan is compared: those nearest to it in length. */
const NEIGHBOURS = 20;

/** The same plan of the same agency for the same year, handed in as two files. */
export const duplicatePlan: SetRule = {
  id: 'set/duplicate-plan',
  *check(members) {
    const groups = grouped(members, ({ agency, record }) =>
      agency === null || record.header.planYear === null ? null : `${agency}|${record.header.planYear}`,
    );
    const told = new Set<SetMember>();
    for (const [one, other] of pairs(groups)) {
      if (told.has(other) || !isAlike(one, other, SAME)) continue;
      told.add(other);
      yield [other.record, draft(one.record)];
    }
  },
};

/** Two different plans of one agency under one number. */
export const sameNumber: SetRule = {
  id: 'set/same-number',
  *check(members) {
    const groups = grouped(members, ({ agency, record }) => {
      const { number, issuedOn } = record.header;
      return agency === null || number === null || issuedOn === null
        ? null
        : `${agency}|${number.toUpperCase()}|${issuedOn.slice(0, 4)}`;
    });
    const told = new Set<SetMember>();
    for (const [one, other] of pairs(groups)) {
      if (told.has(other)) continue;
      if (one.lines.length === 0 || other.lines.length === 0 || isAlike(one, other, OTHER)) continue;
      told.add(other);
      const { number, places } = other.record.header;
      yield [
        other.record,
        {
          severity: 'warning',
          at: places.number ?? null,
          message: {
            vi: `Số ${number} cũng là số của một kế hoạch khác cùng cơ quan (${one.record.source.file}).`,
            en: `Number ${number} is also that of another plan of the same agency (${one.record.source.file}).`,
          },
          evidence: {
            vi: `Kế hoạch kia: "${one.record.header.subject ?? ''}".`,
            en: `The other plan: "${one.record.header.subject ?? ''}".`,
          },
          key: [number ?? '', 'set'],
        },
      ];
    }
  },
};

/** Whether each has at least that share of its lines in the other. */
const isAlike = (one: SetMember, other: SetMember, least: number): boolean =>
  sharedLines(one, keysOf(other)) >= least && sharedLines(other, keysOf(one)) >= least;

function draft(first: PlanRecord): Draft {
  const { number, issuedOn } = first.header;
  return {
    severity: 'warning',
    at: null,
    message: {
      vi: `Kế hoạch này đã được nộp trong tệp khác: ${first.source.file}.`,
      en: `This plan was also handed in as another file: ${first.source.file}.`,
    },
    evidence: {
      vi: `Cùng cơ quan, cùng năm, gần như mọi dòng giống nhau${number === null ? '' : `; số ${number}`}${issuedOn === null ? '' : `, ngày ${issuedOn.split('-').reverse().join('/')}`}.`,
      en: `Same agency, same year, nearly every line alike${number === null ? '' : `; number ${number}`}.`,
    },
    key: ['duplicate', first.source.sha256],
  };
}

function grouped(
  members: readonly SetMember[],
  keyOf: (member: SetMember) => string | null,
): Iterable<readonly SetMember[]> {
  const groups = new Map<string, SetMember[]>();
  for (const member of members) {
    const key = keyOf(member);
    if (key === null) continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [member]);
    else group.push(member);
  }
  return groups.values();
}

/** Each member of a group with those nearest to it in length, the earlier of the two first. */
function* pairs(groups: Iterable<readonly SetMember[]>): Generator<readonly [SetMember, SetMember]> {
  for (const group of groups) {
    if (group.length < 2) continue;
    const byLength = group
      .map((member, place) => ({ member, place }))
      .sort((a, b) => a.member.record.text.length - b.member.record.text.length);
    for (const [i, one] of byLength.entries())
      for (const other of byLength.slice(Math.max(0, i - NEIGHBOURS), i))
        yield one.place < other.place ? [one.member, other.member] : [other.member, one.member];
  }
}
