import type { Span } from '../../document/span.js';
import { allMatches } from '../all-matches.js';
import { quarterOf } from './numeral.js';
import { joinTouching, type Period } from './period.js';
import {
  BARE_YEAR,
  DAY,
  DAY_RANGE,
  DAY_WORDLESS,
  DAY_WORDS,
  EVERY,
  HALF,
  MONTH_YEAR,
  MONTHS,
  NINE,
  NUMBER_WORDS,
  QUARTERS,
  TIMES,
  TIMES_AFTER,
  TWO_DAYS,
  UNIT_FREQUENCY,
  WHOLE_YEAR,
  WORDS,
} from './time-patterns.js';
import type { TimeToken } from './time-token.js';

const number = (text: string | undefined): number => Number(text ?? Number.NaN);
/** What a recognizer has for a month's 1. */
const BAR = /^[IlÌÍ]$/iu;
const monthNumber = (text: string): number => (BAR.test(text) ? 1 : Number(text));
const yearIn = (groups: Record<string, string | undefined>): number | null => {
  const year = groups.y ?? groups.y2 ?? groups.y3;
  return year === undefined ? null : Number(year);
};

/** Month or quarter numbers of a list such as "7, 8", "I-II", "3 đến tháng 6": ranges spelled as from..to. */
function listOf(body: string, item: RegExp): readonly { readonly first: string; readonly last: string }[] {
  const parts: { first: string; last: string }[] = [];
  let range = false;
  for (const piece of allMatches(body, /[\p{L}\p{N}]+|[-–]/gu)) {
    const word = piece[0];
    if (/^(?:[-–]|đến|tới)$/iu.test(word)) range = parts.length > 0;
    else if (item.test(word)) {
      const last = parts.at(-1);
      const value = word.replace(/^T(?=\d)/iu, '');
      if (range && last !== undefined) last.last = value;
      else parts.push({ first: value, last: value });
      range = false;
    }
  }
  return parts;
}

function months(
  text: string,
  groups: Record<string, string | undefined>,
): { readonly periods: readonly Period[]; readonly misread: boolean } {
  const year = yearIn(groups);
  const body = text.replace(/(?:\s?[/.-]\s?|\s+(?:của\s+)?năm\s+)(?:19|20)\d{2}/gu, ' ');
  let misread = false;
  const periods = listOf(body, /^(?:T?\d{1,2}|[IlÌÍ])$/iu).map(({ first, last }): Period => {
    const [from, to] = [monthNumber(first), monthNumber(last)];
    misread ||= BAR.test(first) || BAR.test(last);
    if (from < 1 || from > 12 || to < 1 || to > 12)
      return { kind: 'impossible', year, why: `không có tháng ${from > 12 || from < 1 ? from : to}` };
    return to < from
      ? { kind: 'impossible', year, why: `tháng ${from} đứng sau tháng ${to}` }
      : { kind: 'months', from, to, year, unit: 'month' };
  });
  return { periods: joinTouching(periods), misread };
}

function quarters(
  text: string,
  groups: Record<string, string | undefined>,
): { readonly periods: readonly Period[]; readonly misread: boolean } {
  const year = yearIn(groups);
  const body = text
    .replace(/(?:\s?[/.-]\s?|\s+(?:của\s+)?năm\s+)(?:19|20)\d{2}/gu, ' ')
    .replace(/quý|quí|qúy|Q(?=[.\s\d])/giu, ' ');
  let misread = false;
  const periods = listOf(body, /^(?:[IVXlH]{1,4}|1[IVH]|[IH]1|\d{1,3})$/iu).map(({ first, last }): Period => {
    const [from, to] = [quarterOf(first), quarterOf(last)];
    misread ||= from.misread || to.misread;
    const bad = Number.isNaN(from.value) ? first : Number.isNaN(to.value) ? last : null;
    if (bad !== null) return { kind: 'impossible', year, why: `không có quý ${bad}` };
    return to.value < from.value
      ? { kind: 'impossible', year, why: `quý ${first} đứng sau quý ${last}` }
      : { kind: 'months', from: from.value * 3 - 2, to: to.value * 3, year, unit: 'quarter' };
  });
  return { periods: joinTouching(periods), misread };
}

/** Reads the token that begins at a place. */
export interface Reader {
  /** With what it can begin: words in lower case, figures and signs; "t" and "q" stand for "T1", "Q. IV". */
  readonly begins: readonly string[];
  /** Whether it reads how many times ("lần"): a text without that word spares it. */
  readonly counts: boolean;
  readonly read: (text: string, at: number) => TimeToken | null;
}
const read = (
  begins: string,
  regex: RegExp,
  make: (match: RegExpExecArray, span: Span) => TimeToken,
): Reader => ({
  begins: begins.split(' '),
  counts: regex.source.includes('lần'),
  read: (text, at) => {
    regex.lastIndex = at;
    const match = regex.exec(text);
    return match === null ? null : make(match, { start: at, end: at + match[0].length });
  },
});
const DIGITS = '0 1 2 3 4 5 6 7 8 9';
const one = (span: Span, period: Period): TimeToken => ({
  kind: 'periods',
  span,
  periods: [period],
  misread: false,
});
const day = (match: RegExpExecArray, span: Span): TimeToken => {
  const groups: Record<string, string | undefined> = match.groups ?? {};
  return one(span, {
    kind: 'day',
    day: number(groups.d),
    month: number(groups.m ?? groups.m2),
    year: yearIn(groups),
  });
};
const times = (match: RegExpExecArray, span: Span): TimeToken => {
  const n = match.groups?.n ?? '';
  return {
    kind: 'frequency',
    span,
    frequency: UNIT_FREQUENCY.get((match.groups?.unit ?? '').toLowerCase()) ?? 'yearly',
    times: NUMBER_WORDS.get(n.toLowerCase()) ?? Number(n),
  };
};

/** In order of trial at each place of the text. */
export const READERS: readonly Reader[] = [
  read(`${DIGITS} một hai ba bốn`, TIMES, times),
  read('0 1 một mỗi', TIMES_AFTER, times),
  ...EVERY.map(([begins, regex, frequency]) =>
    read(begins, regex, (_, span) => ({ kind: 'frequency', span, frequency, times: null })),
  ),
  read(`${DIGITS} ngày`, DAY_RANGE, (m, span) => {
    const month = number(m.groups?.m);
    const year = yearIn(m.groups ?? {});
    return {
      kind: 'range',
      span,
      first: { kind: 'day', day: number(m.groups?.d), month, year },
      last: { kind: 'day', day: number(m.groups?.to), month, year },
    };
  }),
  read(`${DIGITS} ngày`, TWO_DAYS, (m, span) => {
    const [month, year] = [number(m.groups?.m), yearIn(m.groups ?? {})];
    const first: Period = { kind: 'day', day: number(m.groups?.d ?? m.groups?.d1), month, year };
    const last: Period = { kind: 'day', day: number(m.groups?.to), month, year };
    return last.day === first.day + 1
      ? { kind: 'range', span, first, last }
      : { kind: 'periods', span, periods: [first, last], misread: false };
  }),
  read('ngày', DAY_WORDS, day),
  read(DIGITS, DAY_WORDLESS, day),
  read(DIGITS, MONTH_YEAR, (m, span) => {
    const month = number(m.groups?.m);
    const year = number(m.groups?.y);
    if (month < 1 || month > 12)
      return one(span, { kind: 'impossible', year, why: `không có tháng ${month}` });
    return one(span, { kind: 'months', from: month, to: month, year, unit: 'month' });
  }),
  read(`${DIGITS} ngày`, DAY, day),
  read('0 6 sáu', HALF, (m, span) => {
    const first = m.groups?.half?.toLowerCase() === 'đầu';
    return one(span, {
      kind: 'months',
      from: first ? 1 : 7,
      to: first ? 6 : 12,
      year: yearIn(m.groups ?? {}),
      unit: 'half',
    });
  }),
  read('0 9 chín', NINE, (m, span) =>
    one(span, { kind: 'months', from: 1, to: 9, year: yearIn(m.groups ?? {}), unit: 'half' }),
  ),
  read('các quý quí qúy q', QUARTERS, (m, span) => ({
    kind: 'periods',
    span,
    ...quarters(m[0], m.groups ?? {}),
  })),
  read('các tháng t', MONTHS, (m, span) => ({
    kind: 'periods',
    span,
    ...months(m[0], m.groups ?? {}),
  })),
  read('trong cả suốt hết toàn các năm cuối', WHOLE_YEAR, (m, span) =>
    one(span, {
      kind: 'year',
      year: yearIn(m.groups ?? {}),
      toYear: m.groups?.to === undefined ? null : Number(m.groups.to),
      edge: m.groups?.edge === undefined ? null : 'end',
    }),
  ),
  read('1 2', BARE_YEAR, (m, span) =>
    one(span, {
      kind: 'year',
      year: yearIn(m.groups ?? {}),
      toYear: m.groups?.to === undefined ? null : Number(m.groups.to),
      edge: null,
    }),
  ),
  ...WORDS.map(([begins, regex, make]) => read(begins, regex, (_, span) => make(span))),
  read('- –', /[-–](?=\s*[\p{L}\d])/uy, (_, span) => ({ kind: 'to', span })),
  read(', & +', /[,&+]/uy, (_, span) => ({ kind: 'and', span })),
];
