import type { PlanRecord } from '../record/plan-record.js';

/** The days on which a plan may have been made: ISO days, both included. */
export interface DayRange {
  readonly earliest: string;
  readonly latest: string;
  /** What it was taken from. */
  readonly basis: 'as-of' | 'issued' | 'plan-year';
}

const lastDayOf = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

/** First and last day of a partial date: "2026-04" -> 2026-04-01, 2026-04-30. */
export function daysOf(partial: string): { readonly first: string; readonly last: string } {
  if (partial.length === 10) return { first: partial, last: partial };
  const [year = '', month] = partial.split('-');
  if (month !== undefined) {
    const last = String(lastDayOf(Number(year), Number(month))).padStart(2, '0');
    return { first: `${partial}-01`, last: `${partial}-${last}` };
  }
  return { first: `${year}-01-01`, last: `${year}-12-31` };
}

/**
 * By which day a plan is judged: `asOf` where given, else its own date (all days that a half blank one leaves
 * possible), else the year it is for, from October of the year before, when such plans begin to be drafted, to its
 * end. Null where nothing says when it was made: then no dated finding is possible.
 */
export function judgementDay(record: PlanRecord, asOf: string | null): DayRange | null {
  if (asOf !== null) {
    const { first, last } = daysOf(asOf);
    return { earliest: first, latest: last, basis: 'as-of' };
  }
  const { issuedOn, planYear } = record.header;
  if (issuedOn !== null) {
    const { first, last } = daysOf(issuedOn);
    return { earliest: first, latest: last, basis: 'issued' };
  }
  if (planYear === null) return null;
  return { earliest: `${planYear - 1}-10-01`, latest: `${planYear}-12-31`, basis: 'plan-year' };
}

/** Whether a thing that ended on `end` (first day without it, maybe partial) was over on every possible day. */
export const endedBefore = (end: string | null, day: DayRange): boolean =>
  end !== null && daysOf(end).last <= day.earliest;

/** Whether a thing that began on `begin` had not begun on any possible day. */
export const beginsAfter = (begin: string | null, day: DayRange): boolean =>
  begin !== null && daysOf(begin).first > day.latest;

/** Whether a rule that held from `from` to `to` held on every possible day. */
export const heldThroughout = (
  held: { readonly from: string | null; readonly to: string | null },
  day: DayRange,
): boolean =>
  (held.from === null || daysOf(held.from).last <= day.earliest) &&
  (held.to === null || daysOf(held.to).first > day.latest);

/**
 * "2014-03-05" -> "05/3/2014", "2014-02" -> "02/2014": a zero before days under 10 and before months 1 and 2, as Nghị
 * định 30/2020/NĐ-CP has it.
 */
export const vietnameseDate = (partial: string): string => {
  const [year = '', month, day] = partial.split('-');
  const shown = month === undefined || Number(month) < 3 ? month : String(Number(month));
  return [day, shown, year].filter((part) => part !== undefined).join('/');
};
