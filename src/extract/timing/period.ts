import { daysIn, exists, firstOfMonth, isoOf, lastOfMonth } from '../calendar.js';

/** A stretch of the calendar as a phrase names it, its year still open where the phrase names none. */
export type Period =
  | { readonly kind: 'day'; readonly day: number; readonly month: number; readonly year: number | null }
  | {
      readonly kind: 'months';
      readonly from: number;
      readonly to: number;
      readonly year: number | null;
      readonly unit: 'month' | 'quarter' | 'half';
    }
  | {
      readonly kind: 'year';
      readonly year: number | null;
      readonly toYear: number | null;
      readonly edge: 'end' | null;
    }
  | { readonly kind: 'impossible'; readonly year: number | null; readonly why: string };

/** The period with `year` filled in where it names none. */
export const withYear = (period: Period, year: number | null): Period =>
  period.year === null ? { ...period, year } : period;

/** First and last day (ISO 8601) of a period whose year is known; null where it is not, or for an impossible one. */
export function boundsOf(period: Period): { readonly start: string; readonly end: string } | null {
  if (period.year === null || period.kind === 'impossible') return null;
  if (period.kind === 'day') {
    const day = isoOf({ year: period.year, month: period.month, day: period.day });
    return { start: day, end: day };
  }
  if (period.kind === 'months')
    return { start: firstOfMonth(period.year, period.from), end: lastOfMonth(period.year, period.to) };
  return { start: `${period.year}-01-01`, end: `${period.toYear ?? period.year}-12-31` };
}

/** The day on which something due before the period ends: "trước ngày 15/11" -> that day, "trước tháng 6" -> 31/5. */
export function deadlineBefore(period: Period): string | null {
  const bounds = boundsOf(period);
  if (bounds === null || period.year === null) return null;
  if (period.kind === 'day') return bounds.end;
  if (period.kind === 'year') return `${period.year - 1}-12-31`;
  if (period.kind === 'months')
    return period.from === 1 ? `${period.year - 1}-12-31` : lastOfMonth(period.year, period.from - 1);
  return null;
}

/** Why a period cannot be, in Vietnamese; null for one that can. A day is judged once its year is known. */
export function impossibility(period: Period): string | null {
  if (period.kind === 'impossible') return period.why;
  if (period.kind !== 'day') return null;
  const year = period.year ?? 2024;
  if (exists({ year, month: period.month, day: period.day })) return null;
  if (period.month < 1 || period.month > 12) return `không có tháng ${period.month}`;
  return `tháng ${period.month}/${year} chỉ có ${daysIn(year, period.month)} ngày`;
}

/** Joins months and quarters that touch: July and August become one period, quarters I and III stay two. */
export function joinTouching(periods: readonly Period[]): readonly Period[] {
  const joined: Period[] = [];
  for (const period of periods) {
    const last = joined.at(-1);
    if (
      last?.kind === 'months' &&
      period.kind === 'months' &&
      last.year === period.year &&
      period.from <= last.to + 1 &&
      period.from >= last.from
    )
      joined[joined.length - 1] = { ...last, to: Math.max(last.to, period.to) };
    else joined.push(period);
  }
  return joined;
}
