/** The languages that reports and terminal speak. */
export const LANGUAGES = ['vi', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

const LOCALES: Readonly<Record<Language, string>> = { vi: 'vi-VN', en: 'en-GB' };

/** A whole or decimal number with the language's separators: 15000000 -> "15.000.000" (vi), "15,000,000" (en). */
export function formatNumber(value: number, language: Language): string {
  return new Intl.NumberFormat(LOCALES[language], { maximumFractionDigits: 2 }).format(value);
}

/** A share from 0 to 1 as whole per cent: 0.624 -> "62%". */
export function formatShare(share: number): string {
  return `${Math.round(share * 100)}%`;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

/**
 * A record's date for people. Vietnamese as Nghị định 30/2020/NĐ-CP writes it, a zero before days under 10 and before
 * months 1 and 2: "2026-03-02" -> "02/3/2026", "2026-02" -> "02/2026". English names the month, so that day and
 * month cannot be mixed up: "2 Mar 2026". A year alone is a year.
 */
export function formatDate(date: string, language: Language): string {
  const [year = '', month, day] = date.split('-');
  if (month === undefined) return year;
  if (language === 'en')
    return [day === undefined ? null : Number(day), MONTHS[Number(month) - 1] ?? month, year]
      .filter((part) => part !== null)
      .join(' ');
  const shown = Number(month) < 3 ? month : String(Number(month));
  return [day, shown, year].filter((part) => part !== undefined).join('/');
}

/** An ISO 8601 instant as date and minute in `timeZone` (IANA name; the machine's own where left out). */
export function formatInstant(instant: string, language: Language, timeZone?: string): string {
  const date = new Date(instant);
  if (Number.isNaN(date.getTime())) return instant;
  const parts = new Map(
    new Intl.DateTimeFormat('en-GB', {
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
      ...(timeZone === undefined ? {} : { timeZone }),
    })
      .formatToParts(date)
      .map((part) => [part.type, part.value]),
  );
  const day = `${parts.get('year')}-${parts.get('month')}-${parts.get('day')}`;
  return `${formatDate(day, language)} ${parts.get('hour')}:${parts.get('minute')}`;
}
