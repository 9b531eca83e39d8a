/** A column's head: the texts of its head cells from the top down, a cell over several columns in each of them. */
export type HeadTexts = readonly string[];

/** The months that a column stands for, 1 to 12. */
export interface Months {
  readonly month: number;
  readonly to: number;
}

const MONTH = /^(?:0?[1-9]|1[0-2])$/u;
const QUARTERS: readonly string[] = ['I', 'II', 'III', 'IV'];
const ABOVE = /tháng|thời gian|thời hạn|tiến độ|lịch|năm\s+(?:19|20)\d\d/iu;
const ABOVE_QUARTERS = /quý|quí/iu;
/** Fewer figures in a row may number the columns. */
const LEAST_MONTHS = 3;

/**
 * The columns that are months by a bare figure ("1" … "12" under "Tháng thực hiện") or quarters by a bare numeral
 * ("I" … "IV" under "Quý"), by 0-based column: neighbours that count up under one head that speaks of time.
 */
export function calendarColumns(heads: readonly HeadTexts[]): ReadonlyMap<number, Months> {
  const found = new Map<number, Months>();
  let run: { readonly column: number; readonly months: Months }[] = [];
  const close = (least: number): void => {
    if (run.length >= least) for (const { column, months } of run) found.set(column, months);
    run = [];
  };
  heads.forEach((texts, column) => {
    const months = monthsOf(texts);
    const last = run.at(-1);
    const least = last !== undefined && last.months.to > last.months.month ? 2 : LEAST_MONTHS;
    if (months === null || (last !== undefined && last.months.to + 1 !== months.month)) close(least);
    if (months !== null) run.push({ column, months });
  });
  close(run.some((c) => c.months.to > c.months.month) ? 2 : LEAST_MONTHS);
  return found;
}

function monthsOf(texts: HeadTexts): Months | null {
  const own = texts.at(-1)?.replace(/[.\s]+$/u, '') ?? '';
  const above = texts.slice(0, -1).join(' ');
  if (MONTH.test(own) && ABOVE.test(above)) return { month: Number(own), to: Number(own) };
  const quarter = QUARTERS.indexOf(own);
  if (quarter >= 0 && (ABOVE_QUARTERS.test(above) || ABOVE.test(above)))
    return { month: 3 * quarter + 1, to: 3 * quarter + 3 };
  return null;
}
