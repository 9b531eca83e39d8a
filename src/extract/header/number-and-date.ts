import type { Span } from '../../document/span.js';
import { type CalendarDate, DATE_SOURCE, dateOf, exists, isoOf } from '../calendar.js';

/** The number line: "Số: 358/KH-VP", or one left blank, "Số:      /KH-SKHCN". */
export interface NumberLine {
  readonly span: Span;
  readonly number: string | null;
  readonly numberSpan: Span | null;
  readonly symbol: string | null;
}

const NUMBER_LINE =
  /Số\s*[:.]?\s*(?<count>\d{1,6}[a-zđ]?)?[\s.…_]*(?:\/\s*(?<year>(?:19|20)\d{2})\s*)?\/\s*(?<symbol>\p{Lu}[\p{L}\d&]{0,9}(?:(?:\s?[-–]\s?|\.(?=\p{Lu}{2}))\p{Lu}[\p{L}\d&]{0,14}){0,4})/u;

/** A party body's number, its type behind a hyphen: "Số 31-KH/ĐU", "Số: 05 -CTr/HU". */
const PARTY_NUMBER_LINE =
  /Số\s*[:.]?\s*(?<count>\d{1,6}[a-zđ]?)?[\s.…_]*[-–]\s?(?<symbol>\p{Lu}\p{L}{1,5}\s?\/\s?\p{Lu}[\p{L}\d]{1,9}(?:\s?[-–]\s?\p{Lu}[\p{L}\d]{0,9})?)/u;

/** Reads a number line in `text[from..to)`; null where none stands there. */
export function readNumberLine(text: string, from: number, to: number): NumberLine | null {
  const line = text.slice(from, to);
  const party = PARTY_NUMBER_LINE.exec(line);
  const match = party ?? NUMBER_LINE.exec(line);
  if (match === null) return null;
  const { count, year, symbol } = match.groups ?? {};
  const tight = (symbol ?? '').replace(/\s+/gu, '').replace(/–/gu, '-');
  const start = from + match.index;
  const span = { start, end: start + match[0].length };
  if (count === undefined) return { span, number: null, numberSpan: null, symbol: tight };
  const at = start + match[0].indexOf(count, 2);
  return {
    span,
    number: `${count}${party === null ? '/' : '-'}${year === undefined ? '' : `${year}/`}${tight}`,
    numberSpan: { start: at, end: span.end },
    symbol: tight,
  };
}

/** The place-and-date line: "Tây Ninh, ngày 11 tháng 01 năm 2024", its date as far as it was filled in. */
export interface PlaceDate {
  readonly span: Span;
  readonly place: Span | null;
  readonly date: CalendarDate | null;
}

const PLACE_DATE = new RegExp(
  String.raw`(?:(?<place>\p{Lu}[\p{L}.\s-]{1,40}?)\s*,\s*)?(?<written>(?:ngày)\s*(?:\d{1,2})?[\s.…_]*(?:tháng)\s*(?:\d{1,2})?[\s.…_]*năm\s*(?:\d{4}(?!\d))?|${DATE_SOURCE})`,
  'u',
);
/** A line without any of these holds no date: told before every capital of it is tried as the begin of a place. */
const NAMES_DATE = /ngày|tháng|\d\s?[/.\-–]\s?\d/u;
const SPELLED = /ngày\s*(?<d>\d{1,2})?[\s.…_]*tháng\s*(?<m>\d{1,2})?[\s.…_]*năm\s*(?<y>\d{4}(?!\d))?/u;

/** Reads a place-and-date line in `text[from..to)`; null where none stands there. */
export function readPlaceDate(text: string, from: number, to: number): PlaceDate | null {
  const line = text.slice(from, to);
  if (!NAMES_DATE.test(line)) return null;
  const match = PLACE_DATE.exec(line);
  if (match === null) return null;
  const place = match.groups?.place;
  const start = from + match.index;
  const spelled = SPELLED.exec(match.groups?.written ?? '');
  const numeric = spelled === null ? dateOf(match.groups ?? {}) : null;
  const part = (name: 'd' | 'm' | 'y'): number | null => {
    const value = spelled?.groups?.[name];
    return value === undefined ? null : Number(value);
  };
  const year = part('y');
  const written = numeric ?? (year === null ? null : partial(year, part('m'), part('d')));
  return {
    span: { start, end: start + match[0].trimEnd().length },
    place: place === undefined ? null : { start, end: start + place.trimEnd().length },
    date: written !== null && exists(written) ? written : null,
  };
}

const partial = (year: number, month: number | null, day: number | null): CalendarDate => ({
  year,
  month,
  day: month === null ? null : day,
});

/** ISO form of what a place-and-date line says; null where it says nothing. */
export const isoOrNull = (date: CalendarDate | null): string | null => (date === null ? null : isoOf(date));

/** What an appendix's "(Kèm theo Kế hoạch số …/KH-… ngày … của …)" says of the plan itself. */
export interface OwnReference {
  readonly span: Span;
  readonly number: NumberLine | null;
  readonly date: CalendarDate | null;
  readonly issuer: Span | null;
}

const OWN =
  /\(\s*(?:Ban\s+hành\s+)?[Kk]èm\s+theo\s+(?:Kế\s+hoạch|KẾ\s+HOẠCH)\s+(?<number>số[^()]{0,60}?)(?<dated>ngày[^()]{0,60}?)?(?:\s+của\s+(?<issuer>\p{Lu}[^()]{2,90}))?\s*\)/u;

/** Reads the first such reference; null where there is none. */
export function readOwnReference(text: string): OwnReference | null {
  const match = OWN.exec(text);
  if (match === null) return null;
  const start = match.index;
  const end = start + match[0].length;
  const number = readNumberLine(text.replace(/số/gu, 'Số'), start, end);
  const dated = match.groups?.dated ?? '';
  const spelled = readPlaceDate(dated, 0, dated.length);
  // a slash that a recognizer saw twice
  const half = new RegExp(DATE_SOURCE, 'u').exec(dated.replace(/\/{2,}/gu, '/'));
  const date = spelled?.date ?? (half === null ? null : dateOf(half.groups ?? {}));
  const issuer = match.groups?.issuer?.trimEnd();
  const at = issuer === undefined ? -1 : text.indexOf(issuer, start);
  return {
    span: { start, end },
    number,
    date: date !== null && exists(date) ? date : null,
    issuer: issuer === undefined ? null : { start: at, end: at + issuer.length },
  };
}
