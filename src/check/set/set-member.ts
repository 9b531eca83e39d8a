import type { Span } from '../../document/span.js';
import type { PlanRecord } from '../../record/plan-record.js';
import { provinceOf } from '../number-scope.js';
import type { Registers } from '../registers/load-registers.js';
import { foldName } from '../short-forms.js';

/** A line of a plan, ready to be compared with those of other plans. */
export interface SetLine {
  /** Folded: equal for lines that differ in marks, case or punctuation only. */
  readonly key: string;
  readonly span: Span;
}

/** A plan as one of many. */
export interface SetMember {
  readonly record: PlanRecord;
  /** The province in its head, folded; null where none stands there. */
  readonly province: string | null;
  /** The issuing agency with its province, folded; null where it is unknown. */
  readonly agency: string | null;
  /** Lines long enough to be nobody else's by chance; bases and the head are left out. */
  readonly lines: readonly SetLine[];
}

/** Shorter lines stand in all plans. */
const LEAST_LENGTH = 25;

/** Takes a plan's lines apart. Linear. */
export function setMember(record: PlanRecord, registers: Registers): SetMember {
  const province = provinceOf(record, registers);
  const { issuingAgency, parentAgency, places } = record.header;
  const left: readonly Span[] = [
    ...record.citations.filter((c) => c.role === 'basis').map((c) => c.span),
    ...Object.values(places).map((mention) => mention.span),
  ];
  const lines: SetLine[] = [];
  const taken = new Set<number>();
  for (const span of left) taken.add(lineStart(record.text, span.start));
  let start = 0;
  while (start < record.text.length) {
    const next = record.text.indexOf('\n', start);
    const end = next < 0 ? record.text.length : next;
    if (end - start >= LEAST_LENGTH && !taken.has(start)) {
      const key = foldName(record.text.slice(start, end));
      if (key.length >= LEAST_LENGTH) lines.push({ key, span: { start, end } });
    }
    start = end + 1;
  }
  const agency =
    issuingAgency === null ? null : `${province ?? ''}|${foldName(`${parentAgency ?? ''} ${issuingAgency}`)}`;
  return { record, province, agency, lines };
}

const lineStart = (text: string, at: number): number => text.lastIndexOf('\n', at - 1) + 1;

/** The share (0..1) of the one's lines that the other has as well; 0 where it has none. */
export function sharedLines(one: SetMember, other: ReadonlySet<string>): number {
  if (one.lines.length === 0) return 0;
  return one.lines.filter(({ key }) => other.has(key)).length / one.lines.length;
}

const keySets = new WeakMap<SetMember, ReadonlySet<string>>();

/** The member's lines as a set, made when first asked for. */
export function keysOf(member: SetMember): ReadonlySet<string> {
  const known = keySets.get(member);
  if (known !== undefined) return known;
  const made = new Set(member.lines.map(({ key }) => key));
  keySets.set(member, made);
  return made;
}
