import type { Span } from '../../document/span.js';
import type { Frequency } from '../../record/fields.js';
import { allMatches } from '../all-matches.js';
import { quarterOf } from './numeral.js';
import { joinTouching, type Period } from './period.js';
import type { TimeToken } from './time-token.js';

const L = String.raw`(?<![\p{L}\p{N}])`;
const R = String.raw`(?![\p{L}\p{N}])`;
const YEAR_TAIL = String.raw`(?:\s?[/.-]\s?(?<y>(?:19|20)\d{2})(?!\d)|\s+(?:của\s+)?năm\s+(?<y2>(?:19|20)\d{2})(?!\d))?`;
const QUARTER = String.raw`(?:[IVXl]{1,4}|1[IV]|I1|\d{1,3})(?![\p{L}\p{N}]|/(?!\s?(?:19|20)\d{2})|\.\d)`;
const QUARTER_ITEM = String.raw`(?:(?:quý|quí|qúy)\s*)?${QUARTER}`;
const MONTH_ITEM = String.raw`(?:(?:tháng|T)\s*)?\d{1,2}(?![\p{L}\p{N}]|/\d{1,2}(?!\d))`;
const BETWEEN = String.raw`\s*(?:,|;|\+|&|và|-|–|đến|tới)\s*`;

const pattern = (source: string): RegExp => new RegExp(source, 'iuy');

const NOT_LONGER = String.raw`(?![\p{N}]|\s?/\s?[\p{L}\p{N}]|-(?!\d{1,2}/)[\p{L}\p{N}]|\.\d)`;
const DAY = pattern(
  String.raw`${L}(?:ngày\s*)?(?<d>\d{1,2})(?:\s?/\s?(?<m>\d{1,2})(?:\s?/\s?(?<y>\d{4})(?!\d))?|\s?(?<sep>[.-])\s?(?<m2>\d{1,2})\s?\k<sep>\s?(?<y2>\d{4})(?!\d))${NOT_LONGER}`,
);
// "01-15/3/2026", "từ ngày 01 đến ngày 15/3"
const DAY_RANGE = pattern(
  String.raw`${L}(?:ngày\s*)?(?<d>\d{1,2})\s?(?:-|–|\sđến(?:\s+ngày)?)\s?(?<to>\d{1,2})\s?(?:/|\s+tháng\s+)\s?(?<m>\d{1,2})(?:(?:\s?/\s?|\s+năm\s+)(?<y>\d{4})(?!\d))?${NOT_LONGER}`,
);
const DAY_WORDS = pattern(
  String.raw`${L}(?:ngày\s*)(?<d>\d{1,2})\s+tháng\s+(?<m>\d{1,2})(?:\s+năm\s+(?<y>\d{4}))?(?![\p{N}])`,
);
const MONTH_YEAR = pattern(String.raw`${L}(?<m>\d{1,2})\s?/\s?(?<y>(?:19|20)\d{2})(?![\p{L}\p{N}/])`);
const MONTHS = pattern(
  String.raw`${L}(?:các\s+)?(?:tháng|T(?=\s?\d))\s*\d{1,2}(?![\p{L}\p{N}]|/\d{1,2}(?!\d))(?:${BETWEEN}${MONTH_ITEM}){0,11}${YEAR_TAIL}`,
);
const QUARTERS = pattern(
  String.raw`${L}(?:các\s+)?(?:quý|quí|qúy|Q(?=\s?[IV\d]))[.\s]*${QUARTER}(?:${BETWEEN}${QUARTER_ITEM}){0,3}${YEAR_TAIL}`,
);
const HALF = pattern(
  String.raw`${L}(?:0?6|sáu)\s+tháng\s+(?<half>đầu|cuối)\s+năm(?:\s+(?<y>(?:19|20)\d{2}))?${R}`,
);
const NINE = pattern(
  String.raw`${L}(?:0?9|chín)\s+tháng(?:\s+đầu\s+năm)?(?:\s+(?<y>(?:19|20)\d{2}))?${R}(?=\s|$|[,;.)])`,
);
const WHOLE_YEAR = pattern(
  String.raw`${L}(?:(?:trong|cả|suốt|hết|toàn|các tháng trong)\s+năm(?:\s+(?<y>(?:19|20)\d{2}))?|năm\s+(?<y2>(?:19|20)\d{2})(?:\s?[-–]\s?(?<to>(?:19|20)\d{2}))?|(?<edge>cuối)\s+năm(?:\s+(?<y3>(?:19|20)\d{2}))?)${R}`,
);
const BARE_YEAR = pattern(String.raw`^\s*(?<y>20\d{2})\s*$`);

/** Each with the lower-case characters with which it can begin. */
const EVERY: readonly (readonly [string, RegExp, Frequency])[] = (
  [
    ['hm', '(?:hằng|hàng|mỗi)\\s+ngày', 'daily'],
    ['hm', '(?:hằng|hàng|mỗi)\\s+tuần', 'weekly'],
    ['hm', '(?:hằng|hàng|mỗi)\\s+tháng', 'monthly'],
    ['hm', '(?:hằng|hàng|mỗi)\\s+(?:quý|quí)', 'quarterly'],
    ['06s', '(?:0?6|sáu)\\s+tháng\\s*(?:/|một|mỗi)\\s*(?:0?1\\s+)?lần', 'half-yearly'],
    ['hm', '(?:hằng|hàng|mỗi)\\s+(?:nửa\\s+năm|6\\s+tháng)', 'half-yearly'],
    ['03b', '(?:0?3|ba)\\s+tháng\\s*(?:/|một|mỗi)\\s*(?:0?1\\s+)?lần', 'quarterly'],
    ['01m', '(?:0?1|một)\\s+tháng\\s*/\\s*lần', 'monthly'],
    ['01m', '(?:0?1|một)\\s+(?:quý|quí)\\s*/\\s*lần', 'quarterly'],
    ['01m', '(?:0?1|một)\\s+năm\\s*/\\s*lần', 'yearly'],
    ['hm', '(?:hằng|hàng|mỗi)\\s+năm', 'yearly'],
    ['lt', '(?:làm\\s+)?thường\\s+xuyên(?:,?\\s+liên\\s+tục)?', 'continuous'],
    ['l', 'liên\\s+tục', 'continuous'],
  ] as const
).map(([starts, source, frequency]) => [starts, pattern(`${L}${source}${R}`), frequency] as const);

const NUMBER_WORDS: ReadonlyMap<string, number> = new Map([
  ['một', 1],
  ['hai', 2],
  ['ba', 3],
  ['bốn', 4],
]);
const TIMES = pattern(
  String.raw`${L}(?<n>\d{1,2}|một|hai|ba|bốn)\s+lần\s*(?:/|trong|mỗi|một)\s*(?:[\p{L} ]{2,24}?/\s*)?(?:0?1\s+|một\s+)?(?<unit>năm|quý|quí|tháng|tuần|ngày)${R}`,
);
const TIMES_AFTER = pattern(
  String.raw`${L}(?:một|mỗi|0?1)\s+(?<unit>năm|quý|quí|tháng|tuần)\s+(?<n>\d{1,2}|một|hai|ba|bốn)\s+lần${R}`,
);
const UNIT_FREQUENCY: ReadonlyMap<string, Frequency> = new Map([
  ['năm', 'yearly'],
  ['quý', 'quarterly'],
  ['quí', 'quarterly'],
  ['tháng', 'monthly'],
  ['tuần', 'weekly'],
  ['ngày', 'daily'],
]);

const WORDS: readonly (readonly [string, RegExp, (span: Span) => TimeToken])[] = [
  [
    'thx',
    pattern(String.raw`${L}(?:hoàn\s+thành\s+|xong\s+)?trước${R}(?!\s+(?:khi|hết|pháp))`),
    (span) => ({ kind: 'deadline', span, before: true }),
  ],
  [
    'cmđth',
    pattern(
      String.raw`${L}(?:chậm\s+nhất(?:\s+(?:là|đến|vào|trong))?|muộn\s+nhất(?:\s+là)?|(?:đến|trước)\s+hết|hết|hạn\s+cuối(?:\s+là)?|hạn\s+chót|(?:đến|tới)(?=\s+(?:ngày|\d|quý|quí|tháng)))(?=\s)`,
    ),
    (span) => ({ kind: 'deadline', span, before: false }),
  ],
  ['t', pattern(`${L}từ${R}`), (span) => ({ kind: 'from', span })],
  ['vh', pattern(`${L}(?:và|hoặc)${R}`), (span) => ({ kind: 'and', span })],
  ['đ', pattern(String.raw`${L}định\s+k[ỳì]${R}`), (span) => ({ kind: 'regular', span })],
  [
    'nkđt',
    pattern(
      String.raw`${L}(?:(?:nếu|khi)\s+(?:có|cần|phát\s+sinh|được|thay\s+đổi|xảy\s+ra)|đột\s+xuất|theo\s+(?:yêu\s+cầu|phát\s+sinh)|khi\s+(?=\p{L}))`,
    ),
    (span) => ({ kind: 'conditional', span }),
  ],
];

const number = (text: string | undefined): number => Number(text ?? Number.NaN);
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

function months(text: string, groups: Record<string, string | undefined>): readonly Period[] {
  const year = yearIn(groups);
  const body = text.replace(/(?:\s?[/.-]\s?|\s+(?:của\s+)?năm\s+)(?:19|20)\d{2}/gu, ' ');
  return joinTouching(
    listOf(body, /^T?\d{1,2}$/iu).map(({ first, last }): Period => {
      const [from, to] = [number(first), number(last)];
      if (from < 1 || from > 12 || to < 1 || to > 12)
        return { kind: 'impossible', year, why: `không có tháng ${from > 12 || from < 1 ? from : to}` };
      return to < from
        ? { kind: 'impossible', year, why: `tháng ${from} đứng sau tháng ${to}` }
        : { kind: 'months', from, to, year, unit: 'month' };
    }),
  );
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
  const periods = listOf(body, /^(?:[IVXl]{1,4}|1[IV]|I1|\d{1,3})$/iu).map(({ first, last }): Period => {
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

/** Reads the token that begins at a place; `starts` are the lower-case characters with which it can begin. */
export interface Reader {
  readonly starts: string;
  /** Whether it reads how many times ("lần"): a text without that word spares it. */
  readonly counts: boolean;
  readonly read: (text: string, at: number) => TimeToken | null;
}
const read = (
  starts: string,
  regex: RegExp,
  make: (match: RegExpExecArray, span: Span) => TimeToken,
): Reader => ({
  starts,
  counts: regex.source.includes('lần'),
  read: (text, at) => {
    regex.lastIndex = at;
    const match = regex.exec(text);
    return match === null ? null : make(match, { start: at, end: at + match[0].length });
  },
});
const DIGITS = '0123456789';
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
  read(`${DIGITS}mhb`, TIMES, times),
  read('01m', TIMES_AFTER, times),
  ...EVERY.map(([starts, regex, frequency]) =>
    read(starts, regex, (_, span) => ({ kind: 'frequency', span, frequency, times: null })),
  ),
  read(`${DIGITS}n`, DAY_RANGE, (m, span) => {
    const month = number(m.groups?.m);
    const year = yearIn(m.groups ?? {});
    return {
      kind: 'range',
      span,
      first: { kind: 'day', day: number(m.groups?.d), month, year },
      last: { kind: 'day', day: number(m.groups?.to), month, year },
    };
  }),
  read('n', DAY_WORDS, day),
  read(DIGITS, MONTH_YEAR, (m, span) => {
    const month = number(m.groups?.m);
    const year = number(m.groups?.y);
    if (month < 1 || month > 12)
      return one(span, { kind: 'impossible', year, why: `không có tháng ${month}` });
    return one(span, { kind: 'months', from: month, to: month, year, unit: 'month' });
  }),
  read(`${DIGITS}n`, DAY, day),
  read('06s', HALF, (m, span) => {
    const first = m.groups?.half?.toLowerCase() === 'đầu';
    return one(span, {
      kind: 'months',
      from: first ? 1 : 7,
      to: first ? 6 : 12,
      year: yearIn(m.groups ?? {}),
      unit: 'half',
    });
  }),
  read('09c', NINE, (m, span) =>
    one(span, { kind: 'months', from: 1, to: 9, year: yearIn(m.groups ?? {}), unit: 'half' }),
  ),
  read('qc', QUARTERS, (m, span) => ({ kind: 'periods', span, ...quarters(m[0], m.groups ?? {}) })),
  read('tc', MONTHS, (m, span) => ({
    kind: 'periods',
    span,
    periods: months(m[0], m.groups ?? {}),
    misread: false,
  })),
  read('tcshn', WHOLE_YEAR, (m, span) =>
    one(span, {
      kind: 'year',
      year: yearIn(m.groups ?? {}),
      toYear: m.groups?.to === undefined ? null : Number(m.groups.to),
      edge: m.groups?.edge === undefined ? null : 'end',
    }),
  ),
  read('2', BARE_YEAR, (m, span) =>
    one(span, { kind: 'year', year: yearIn(m.groups ?? {}), toYear: null, edge: null }),
  ),
  ...WORDS.map(([starts, regex, make]) => read(starts, regex, (_, span) => make(span))),
  read('-–', /[-–](?=\s*[\p{L}\d])/uy, (_, span) => ({ kind: 'to', span })),
  read(',&+', /[,&+]/uy, (_, span) => ({ kind: 'and', span })),
];
