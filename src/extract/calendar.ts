/** A year, month and day as far as they are known. */
export interface CalendarDate {
  readonly year: number;
  readonly month: number | null;
  readonly day: number | null;
}

const two = (value: number): string => String(value).padStart(2, '0');

/** Days of a month; month 1..12, proleptic Gregorian. */
export const daysIn = (year: number, month: number): number =>
  new Date(Date.UTC(year, month, 0)).getUTCDate();

/** Whether a calendar has this day (or month, or year) and the year is one that plans speak of (1900..2100). */
export function exists(date: CalendarDate): boolean {
  if (date.year < 1900 || date.year > 2100) return false;
  if (date.month === null) return date.day === null;
  if (date.month < 1 || date.month > 12) return false;
  return date.day === null || (date.day >= 1 && date.day <= daysIn(date.year, date.month));
}

/** ISO 8601, cut where the knowledge ends. */
export function isoOf(date: CalendarDate): string {
  if (date.month === null) return String(date.year);
  if (date.day === null) return `${date.year}-${two(date.month)}`;
  return `${date.year}-${two(date.month)}-${two(date.day)}`;
}

export const firstOfMonth = (year: number, month: number): string => `${year}-${two(month)}-01`;
export const lastOfMonth = (year: number, month: number): string =>
  `${year}-${two(month)}-${two(daysIn(year, month))}`;

const DAY = String.raw`(?:ngày\s{0,3})?(?<d>\d{1,2})`;
const NUMERIC = String.raw`${DAY}\s?(?<sep>[/.\-–])\s?(?<m>\d{1,2})\s?\k<sep>\s?(?<y>\d{4})(?!\d)`;
const SPELLED = String.raw`(?:ngày\s*(?<d2>\d{1,2})?[ .…_]*)?tháng\s*(?<m2>\d{1,2})?[ .…_]*năm\s*(?<y2>\d{4})(?!\d)`;
const HALF = String.raw`ngày\s*(?<d3>\d{1,2})?[ .…_]*/\s*(?<m3>\d{1,2})?[ .…_]*/\s*(?<y3>\d{4})(?!\d)`;

/** Matches a date that names its year: "05/3/2014", "ngày 5-3-2014", "ngày 05 tháng 3 năm 2014", "ngày /4/2026". */
export const DATE_SOURCE = `(?:${NUMERIC}|${SPELLED}|${HALF})`;

/** Reads the groups of a DATE_SOURCE match; parts that were left blank are null. */
export function dateOf(groups: Readonly<Record<string, string | undefined>>): CalendarDate {
  const number = (name: string): number | null => {
    const value = groups[name] ?? groups[`${name}2`] ?? groups[`${name}3`];
    return value === undefined ? null : Number(value);
  };
  const month = number('m');
  return { year: number('y') ?? 0, month, day: month === null ? null : number('d') };
}
