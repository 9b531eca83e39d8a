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

/**
 * A record's date for people: "2026-04-15" -> "15/04/2026", "2026-04" -> "04/2026", "2026" -> "2026".
 * English keeps ISO 8601, in which day and month cannot be mixed up.
 */
export function formatDate(date: string, language: Language): string {
  return language === 'en' ? date : date.split('-').reverse().join('/');
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
