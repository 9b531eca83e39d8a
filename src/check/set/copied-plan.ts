import { overlaps, type Span } from '../../document/span.js';
import type { PlanRecord } from '../../record/plan-record.js';
import type { Registers } from '../registers/load-registers.js';
import type { Draft } from '../rule.js';
import { foldName } from '../short-forms.js';
import { syllablesOf } from '../syllables.js';
import { keysOf, type SetLine, type SetMember, sharedLines } from './set-member.js';
import type { SetRule } from './set-rule.js';

/** The share of a plan's lines that must stand in the other for it to be taken from there. */
const TAKEN = 0.5;
/** How many plans that have a line as their own are remembered: one is proof enough, more are the same template. */
const OWNERS = 4;

/**
 * A plan taken from last year's, or from another province's, in which the other's year or name was left: a line that
 * stands letter for letter in a plan to which that year or province belongs, while half of all lines agree.
 */
export const copiedPlan: SetRule = {
  id: 'set/copied-plan',
  *check(members, registers) {
    const owners = ownersOf(members);
    const kin = kinOf(registers);
    for (const member of members) {
      const compared = new Map<SetMember, boolean>();
      const isTakenFrom = (other: SetMember): boolean => {
        const known = compared.get(other) ?? sharedLines(member, keysOf(other)) >= TAKEN;
        compared.set(other, known);
        return known;
      };
      for (const line of member.lines)
        for (const owner of owners.get(line.key) ?? []) {
          const left = owner === member ? null : leftIn(member, line, owner, kin);
          if (left === null || !isTakenFrom(owner)) continue;
          yield [member.record, draft(member.record, owner.record, left)];
          break;
        }
    }
  },
};

/** Lines in which a plan's own year or province stands, and the first plans to which they are their own. */
function ownersOf(members: readonly SetMember[]): ReadonlyMap<string, readonly SetMember[]> {
  const owners = new Map<string, SetMember[]>();
  for (const member of members) {
    const { planYear } = member.record.header;
    for (const { key } of member.lines) {
      if (!hasWord(key, String(planYear)) && (member.province === null || !hasWord(key, member.province)))
        continue;
      const known = owners.get(key);
      if (known === undefined) owners.set(key, [member]);
      else if (known.length < OWNERS) known.push(member);
    }
  }
  return owners;
}

/** Whether `word` stands in the folded line between spaces. */
function hasWord(key: string, word: string): boolean {
  const at = key.indexOf(word);
  if (at < 0) return false;
  if ((at === 0 || key[at - 1] === ' ') && (key[at + word.length] ?? ' ') === ' ') return true;
  return ` ${key} `.includes(` ${word} `);
}

interface Left {
  readonly kind: 'year' | 'province';
  readonly span: Span;
}

/** Where the owner's year or province stands in the member's line; null where it is the member's own, or rightly there. */
function leftIn(member: SetMember, line: SetLine, owner: SetMember, kin: Kin): Left | null {
  const [mine, theirs] = [member.record.header.planYear, owner.record.header.planYear];
  if (mine !== null && theirs !== null && theirs < mine && hasWord(line.key, String(theirs))) {
    const span = yearIn(member.record, line, theirs);
    if (span !== null) return { kind: 'year', span };
  }
  const { province } = owner;
  if (province === null || member.province === null || province === member.province) return null;
  if (kin(province, member.province) || !hasWord(line.key, province)) return null;
  const span = nameIn(member.record, line, province);
  return span === null ? null : { kind: 'province', span };
}

const SEVERAL_YEARS = /giai đoạn|\d{4}\s?[-–]\s?\d{4}/iu;
const LOOKS_BACK = /(?:so với|kết quả|tổng kết|báo cáo|tồn tại|của|trong) năm $/iu;

/** The year as the plan's own: outside citations, standards and times, not as part of a span of years. */
function yearIn(record: PlanRecord, { span }: SetLine, year: number): Span | null {
  const text = record.text.slice(span.start, span.end);
  if (SEVERAL_YEARS.test(text)) return null;
  for (const match of text.matchAll(new RegExp(`(?<![\\d/:.-])${year}(?![\\d/])`, 'gu'))) {
    const place = { start: span.start + match.index, end: span.start + match.index + 4 };
    const before = text.slice(0, match.index);
    if (!LOOKS_BACK.test(before) && isFree(record, place)) return place;
  }
  return null;
}

/** The name of a province in a line, given folded. */
function nameIn(record: PlanRecord, { span }: SetLine, province: string): Span | null {
  const words = province.split(' ');
  const syllables = syllablesOf(record.text.slice(span.start, span.end));
  for (let i = 0; i + words.length <= syllables.length; i++) {
    if (!words.every((word, k) => foldName(syllables[i + k]?.lower ?? '') === word)) continue;
    const start = span.start + (syllables[i]?.start ?? 0);
    const end = span.start + (syllables[i + words.length - 1]?.end ?? 0);
    const capital = record.text.charAt(start);
    if (capital !== capital.toLowerCase() && isFree(record, { start, end })) return { start, end };
  }
  return null;
}

const isFree = ({ citations, standards, tasks, dates }: PlanRecord, span: Span): boolean =>
  ![...citations, ...standards, ...dates, ...tasks.flatMap((task) => task.timings)].some((mention) =>
    overlaps(mention.span, span),
  );

/** Whether two provinces, folded, are one by a merger: the name of either may stand for both. */
type Kin = (one: string, other: string) => boolean;

function kinOf({ units }: Registers): Kin {
  const bare = (name: string): string => foldName(name).replace(/^(?:tinh|thanh pho) /u, '');
  const into = new Map(
    units.provinces.flatMap(({ name, successor }) =>
      successor === null ? [] : [[bare(name), bare(successor.replace(/\s*\(.*$/u, ''))] as const],
    ),
  );
  const today = (name: string): string => into.get(name) ?? name;
  return (one, other) => today(one) === today(other);
}

function draft(record: PlanRecord, owner: PlanRecord, { kind, span }: Left): Draft {
  const written = record.text.slice(span.start, span.end);
  const whose = [owner.header.issuingAgency, owner.header.parentAgency].filter((name) => name !== null);
  return {
    severity: 'warning',
    at: span,
    message:
      kind === 'year'
        ? {
            vi: `"${written}" còn sót lại từ kế hoạch năm ${owner.header.planYear} (${owner.source.file}); kế hoạch này là của năm ${record.header.planYear}.`,
            en: `"${written}" was left from the plan for ${owner.header.planYear} (${owner.source.file}); this one is for ${record.header.planYear}.`,
          }
        : {
            vi: `"${written}" có lẽ còn sót lại khi chép từ kế hoạch của nơi khác (${owner.source.file}).`,
            en: `"${written}" was probably left when this was copied from another's plan (${owner.source.file}).`,
          },
    suggestion: kind === 'year' ? String(record.header.planYear) : null,
    evidence: {
      vi: `Cả dòng này đứng y nguyên trong kế hoạch của ${whose.join(', ')}.`,
      en: `The whole line stands as it is in the plan of ${whose.join(', ')}.`,
    },
    key: [kind, written, 'set'],
  };
}
