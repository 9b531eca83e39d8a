import type { Span } from '../../document/span.js';
import type { Frequency } from '../../record/fields.js';
import type { TimeToken } from './time-token.js';

const L = String.raw`(?<![\p{L}\p{N}])`;
const R = String.raw`(?![\p{L}\p{N}])`;
const YEAR_TAIL = String.raw`(?:\s?[/.-]\s?(?<y>(?:19|20)\d{2})(?!\d)|\s+(?:của\s+)?năm\s+(?<y2>(?:19|20)\d{2})(?!\d))?`;
const QUARTER = String.raw`(?:[IVXlH]{1,4}|1[IVH]|[IH]1|\d{1,3})(?![\p{L}\p{N}]|/(?!\s?(?:19|20)\d{2})|\.\d)`;
const QUARTER_ITEM = String.raw`(?:(?:quý|quí|qúy)\s*)?${QUARTER}`;
const MONTH_ITEM = String.raw`(?:(?:tháng|T)\s*)?\d{1,2}(?![\p{L}\p{N}]|/\d{1,2}(?!\d))`;
const BETWEEN = String.raw`\s*(?:,|;|\+|&|và|-|–|đến|tới)\s*`;

const pattern = (source: string): RegExp => new RegExp(source, 'iuy');

/** "21/21 xã", "12/12 thủ tục": so many of so many, no day. */
const COUNTED = String.raw`(?!\s+(?:xã|phường|thị\s+trấn|huyện|quận|thôn|đơn\s+vị|cơ\s+quan|sở|phòng|ban|khoa|trường|thủ\s+tục|TTHC|hồ\s+sơ|quy\s+trình|dịch\s+vụ|chỉ\s+tiêu|chỉ\s+số|tiêu\s+chí|nhiệm\s+vụ|nội\s+dung|mục\s+tiêu|sản\s+phẩm|người|cán\s+bộ|công\s+chức|đồng\s+chí|đại\s+biểu|thành\s+viên|chi\s+bộ|hộ|doanh\s+nghiệp|văn\s+bản|lĩnh\s+vực)(?![\p{L}]))`;
const NOT_LONGER = String.raw`(?![\p{N}]|\s?/\s?[\p{L}\p{N}]|-(?!\d{1,2}/)[\p{L}\p{N}]|\.\d)`;
/** "15/8", "15/8/2026", "15.8.2026". */
export const DAY = pattern(
  String.raw`${L}(?:ngày\s*)?(?<d>\d{1,2})(?:\s?/\s?(?<m>\d{1,2})(?:\s?/\s?(?<y>\d{4})(?!\d)|${COUNTED})|\s?(?<sep>[.-])\s?(?<m2>\d{1,2})\s?\k<sep>\s?(?<y2>\d{4})(?!\d))${NOT_LONGER}`,
);
/** "01-15/3/2026", "từ ngày 01 đến ngày 15/3". */
export const DAY_RANGE = pattern(
  String.raw`${L}(?:ngày\s*)?(?<d>\d{1,2})\s?(?:-|–|\sđến(?:\s+ngày)?)\s?(?<to>\d{1,2})\s?(?:/|\s+tháng\s+)\s?(?<m>\d{1,2})(?:(?:\s?/\s?|\s+năm\s+)(?<y>\d{4})(?!\d))?${NOT_LONGER}`,
);
/** "ngày 14 và 15/3", "14,15/3/2026": two days of a month. */
export const TWO_DAYS = pattern(
  String.raw`${L}(?:ngày\s*(?<d>\d{1,2})\s?(?:,|và|&)\s?(?:ngày\s*)?|(?<d1>\d{1,2}),)(?<to>\d{1,2})\s?/\s?(?<m>\d{1,2})(?:\s?/\s?(?<y>\d{4})(?!\d))?${NOT_LONGER}`,
);
/** "ngày 15 tháng 8 năm 2026". */
export const DAY_WORDS = pattern(
  String.raw`${L}(?:ngày\s*)(?<d>\d{1,2})\s+tháng\s+(?<m>\d{1,2})(?:(?:\s+năm\s+|\s?/\s?)(?<y>\d{4}))?(?![\p{N}])`,
);
/** "từ 03 tháng 8 năm 2026 đến 28 tháng 8 năm 2026": a day without its word, told by the year or the word in front. */
export const DAY_WORDLESS = pattern(
  String.raw`${L}(?<d>\d{1,2})\s+tháng\s+(?<m>\d{1,2})(?:(?:\s+năm\s+|\s?/\s?)(?<y>\d{4})(?![\p{N}])|(?<=(?:từ|đến|tới|trước|hết|nhất|[-–])\s*\d{1,2}\s+tháng\s+\d{1,2})(?![\p{N}]))`,
);
/** "6/2026"; "61/2018 NĐ-CP" is a document's number that lost its second slash. */
export const MONTH_YEAR = pattern(
  String.raw`${L}(?<m>\d{1,2})\s?/\s?(?<y>(?:19|20)\d{2})(?![\p{L}\p{N}/]|\s(?:NĐ|QĐ|TT|NQ|CT|KH|HD|TB|TTLT|QH)\d{0,2}-\p{L})`,
);
/** "Tháng 7, 8/2026", "T3-T5"; a bar for 1 as recognizers have it, "Tháng l - 2/2026". */
export const MONTHS = pattern(
  String.raw`${L}(?:các\s+)?(?:tháng\s*(?:\d{1,2}|[IlÌÍ](?=\s?[-–/,]\s?\d))|T(?=\s?\d)\s*\d{1,2})(?![\p{L}\p{N}]|/\d{1,2}(?!\d))(?:${BETWEEN}${MONTH_ITEM}){0,11}${YEAR_TAIL}`,
);
/** "Quý I, II/2026", "Q2-Q3". */
export const QUARTERS = pattern(
  String.raw`${L}(?:các\s+)?(?:quý|quí|qúy|Q(?=\s?[IV\d]))[.\s]*${QUARTER}(?:${BETWEEN}${QUARTER_ITEM}){0,3}${YEAR_TAIL}`,
);
/** "6 tháng đầu năm". */
export const HALF = pattern(
  String.raw`${L}(?:0?6|sáu)\s+tháng\s+(?<half>đầu|cuối)\s+năm(?:\s+(?<y>(?:19|20)\d{2}))?${R}`,
);
/** "9 tháng đầu năm". */
export const NINE = pattern(
  String.raw`${L}(?:0?9|chín)\s+tháng(?:\s+đầu\s+năm)?(?:\s+(?<y>(?:19|20)\d{2}))?${R}(?=\s|$|[,;.)])`,
);
/** "Trong năm", "cả năm 2026", "cuối năm". */
export const WHOLE_YEAR = pattern(
  String.raw`${L}(?:(?:trong|cả|suốt|hết|toàn|các tháng trong)\s+năm(?:\s+(?<y>(?:19|20)\d{2}))?|năm\s+(?<y2>(?:19|20)\d{2})(?:\s?[-–]\s?(?<to>(?:19|20)\d{2}))?|(?<edge>cuối)\s+năm(?:\s+(?<y3>(?:19|20)\d{2}))?)${R}`,
);
/** A cell that holds a year, or two, and nothing else. */
export const BARE_YEAR = pattern(
  String.raw`^\s*(?<y>(?:19|20)\d{2})(?:\s?[-–]\s?(?<to>(?:19|20)\d{2}))?\s*$`,
);

/** Frequencies in words; each with the words and figures with which it can begin. */
export const EVERY: readonly (readonly [string, RegExp, Frequency])[] = (
  [
    ['hằng hàng mỗi', '(?:hằng|hàng|mỗi)\\s+ngày', 'daily'],
    ['hằng hàng mỗi', '(?:hằng|hàng|mỗi)\\s+tuần', 'weekly'],
    ['hằng hàng mỗi', '(?:hằng|hàng|mỗi)\\s+tháng', 'monthly'],
    ['hằng hàng mỗi', '(?:hằng|hàng|mỗi)\\s+(?:quý|quí)', 'quarterly'],
    ['0 6 sáu', '(?:0?6|sáu)\\s+tháng\\s*(?:(?:/|một|mỗi)\\s*(?:0?1\\s+)?|0?1\\s+)lần', 'half-yearly'],
    ['định', 'định\\s+k[ỳì]\\s+(?:0?6|sáu)\\s+tháng', 'half-yearly'],
    ['định', 'định\\s+k[ỳì]\\s+(?:(?:0?3|ba)\\s+tháng|quý|quí)', 'quarterly'],
    ['hằng hàng mỗi', '(?:hằng|hàng|mỗi)\\s+(?:nửa\\s+năm|6\\s+tháng)', 'half-yearly'],
    ['0 3 ba', '(?:0?3|ba)\\s+tháng\\s*(?:(?:/|một|mỗi)\\s*(?:0?1\\s+)?|0?1\\s+)lần', 'quarterly'],
    ['tháng', 'tháng\\s+cuối\\s+(?:của\\s+)?(?:mỗi\\s+)?(?:quý|quí)', 'quarterly'],
    ['0 1 một', '(?:0?1|một)\\s+tháng\\s*/\\s*lần', 'monthly'],
    ['0 1 một', '(?:0?1|một)\\s+(?:quý|quí)\\s*/\\s*lần', 'quarterly'],
    ['0 1 một', '(?:0?1|một)\\s+năm\\s*/\\s*lần', 'yearly'],
    ['hằng hàng mỗi', '(?:hằng|hàng|mỗi)\\s+năm', 'yearly'],
    ['làm thường', '(?:làm\\s+)?thường\\s+xuyên(?:,?\\s+liên\\s+tục)?', 'continuous'],
    ['liên', 'liên\\s+tục', 'continuous'],
  ] as const
).map(([begins, source, frequency]) => [begins, pattern(`${L}${source}${R}`), frequency] as const);

/** Numbers that plans write in words. */
export const NUMBER_WORDS: ReadonlyMap<string, number> = new Map([
  ['một', 1],
  ['hai', 2],
  ['ba', 3],
  ['bốn', 4],
]);
/** "2 lần/năm", "01 lần trong quý". */
export const TIMES = pattern(
  String.raw`${L}(?<n>\d{1,2}|một|hai|ba|bốn)\s+lần\s*(?:/|trong|mỗi|một)\s*(?:[\p{L} ]{2,24}?/\s*)?(?:0?1\s+|một\s+)?(?<unit>năm|quý|quí|tháng|tuần|ngày)${R}`,
);
/** "một năm hai lần". */
export const TIMES_AFTER = pattern(
  String.raw`${L}(?:một|mỗi|0?1)\s+(?<unit>năm|quý|quí|tháng|tuần)\s+(?<n>\d{1,2}|một|hai|ba|bốn)\s+lần${R}`,
);
/** What a unit behind "lần/" makes. */
export const UNIT_FREQUENCY: ReadonlyMap<string, Frequency> = new Map([
  ['năm', 'yearly'],
  ['quý', 'quarterly'],
  ['quí', 'quarterly'],
  ['tháng', 'monthly'],
  ['tuần', 'weekly'],
  ['ngày', 'daily'],
]);

/**
 * Words that say something of a time, some with the marks that recognizers leave of them: deadlines, "từ", "và",
 * "định kỳ", conditions; each with its first words.
 */
export const WORDS: readonly (readonly [string, RegExp, (span: Span) => TimeToken])[] = [
  [
    'hoàn xong trước truớc trưóc trươc',
    pattern(String.raw`${L}(?:hoàn\s+thành\s+|xong\s+)?tr(?:ướ|uớ|ưó|ươ)c${R}(?!\s+(?:khi|hết|pháp))`),
    (span) => ({ kind: 'deadline', span, before: true }),
  ],
  [
    'chậm châm chạm muộn đến trước hết hạn tới',
    pattern(
      String.raw`${L}(?:ch[ậâạ]m\s+nh[ấâ]t(?:\s+(?:là|đến|vào|trong))?|muộn\s+nhất(?:\s+là)?|(?:đến|trước)\s+hết|hết|hạn\s+cuối(?:\s+là)?|hạn\s+chót|(?:đến|tới)(?=\s+(?:ngày|\d|quý|quí|tháng)))(?=\s)`,
    ),
    (span) => ({ kind: 'deadline', span, before: false }),
  ],
  ['từ', pattern(`${L}từ${R}`), (span) => ({ kind: 'from', span })],
  ['và hoặc', pattern(`${L}(?:và|hoặc)${R}`), (span) => ({ kind: 'and', span })],
  ['định', pattern(String.raw`${L}định\s+k[ỳì]${R}`), (span) => ({ kind: 'regular', span })],
  [
    'nếu khi đột theo',
    pattern(
      String.raw`${L}(?:(?:nếu|khi)\s+(?:có|cần|phát\s+sinh|được|thay\s+đổi|xảy\s+ra)|đột\s+xuất|theo\s+(?:yêu\s+cầu|phát\s+sinh)|khi\s+(?=\p{L}))`,
    ),
    (span) => ({ kind: 'conditional', span }),
  ],
];
