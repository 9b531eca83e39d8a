import { NUMBERED_ITEM, SECOND_HALF, startCost, stayCost } from './kind-costs.js';
import type { ColumnKind } from './kinds.js';
import { capital, dash, HOLDS_TIME, lower, ROLE_START, TIME_START, TOTAL, UNIT_START } from './wording.js';

/*
 * What a word tells of the cell that it stands in, as costs like those of `kind-costs`.
 */

/** Whether a line begins with a numeral and a heading over the rows below it ("I. Công tác chỉ đạo"). */
export const beginsGroup = (line: string): boolean =>
  /^(?:[IVX]{1,5}|[A-H])(?:[.)]\s*|\s+)\p{Lu}\p{L}*(?:\s|$)/u.test(line) &&
  !/^[IVX]+\.?\s+[IVX\d/]+$/u.test(line);

const HANGING =
  /[,(–-]$|^["(]?(?:và|hoặc|của|các|cho|theo|về|với|tại|từ|đến|do|được|trong|vào|thuộc|những|bằng|là|để|như|cùng|giữa|bởi|trên|dưới|đối|không|chưa|bị|sẽ|đã|đang|việc|sự|một|hai|gửi|trình)$/iu;
const CUT_TIME = /^(?:quý|quí|tháng|ngày|trước|sau|từ|đến|thường|định|hằng|hàng|trong|cả|chậm)$/iu;
const EVERY = /^(?:hàng|hằng|mỗi|từng|các|lần|kỳ)$/iu;
const DATE_REST = /^(?:\d{1,2}\/\d|[IV]{1,3}\/\d{4})/u;
const AWAITS_DATE = /^(?:quý|quí|tháng|ngày|năm|số|trước|từ|đến|ISO|TCVN|lần|\d+)[:,]?$|\d[:,]?$/iu;

/** All that a word tells of its cell, whatever the path that leads to it: looked at once a word. */
export interface WordFacts {
  readonly word: string;
  /** By kind of column: to begin a cell here, to stay in one (after a word, after a comma or colon). */
  readonly start: Readonly<Record<ColumnKind, number>>;
  readonly stay: Readonly<Record<ColumnKind, number>>;
  readonly stayParted: Readonly<Record<ColumnKind, number>>;
  readonly dash: boolean;
  readonly lower: boolean;
  readonly role: boolean;
  readonly dateRest: boolean;
  readonly time: boolean;
  readonly holdsTime: boolean;
  readonly item: boolean;
  /** The rest of a unit's name, from its dash on. */
  readonly secondHalf: boolean;
  /** A dash, and a unit behind it. */
  readonly unitItem: boolean;
  readonly total: boolean;
  readonly hanging: boolean;
  readonly iso: boolean;
  readonly colon: boolean;
  /** Ends a clause: words after it may begin anew. */
  readonly parts: boolean;
  readonly awaitsDate: boolean;
  readonly cutTime: boolean;
  readonly every: boolean;
  /** Opening less closing parentheses. */
  readonly parentheses: number;
}

const KINDS: readonly ColumnKind[] = [
  'basis',
  'tick',
  'number',
  'content',
  'unit',
  'time',
  'output',
  'note',
  'money',
  'quantity',
  'measure',
];
const byKind = (cost: (kind: ColumnKind) => number): Record<ColumnKind, number> =>
  Object.fromEntries(KINDS.map((kind) => [kind, cost(kind)])) as Record<ColumnKind, number>;

/** Words in capitals only are looked at as if they were written as usual. */
function asUsual(rest: string): string {
  if (/\p{Ll}/u.test(rest) || !/\p{Lu}{2,}\s+\p{Lu}{2,}\s+\p{Lu}{2,}/u.test(rest)) return rest;
  return rest.charAt(0) + rest.slice(1).toLowerCase();
}

/** Looks at a word and at the words behind it (`said` begins with the word). */
export function factsOf(said: string): WordFacts {
  const rest = asUsual(said);
  const word = /^\S+/u.exec(said)?.[0] ?? '';
  let parentheses = 0;
  for (const char of word) parentheses += char === '(' ? 1 : char === ')' ? -1 : 0;
  return {
    word,
    start: byKind((kind) => startCost(kind, rest)),
    stay: byKind((kind) => stayCost(kind, rest, false)),
    stayParted: byKind((kind) => stayCost(kind, rest, true)),
    dash: dash(word),
    lower: lower(word),
    role: ROLE_START.test(rest),
    dateRest: DATE_REST.test(rest),
    time: TIME_START.test(rest) && capital(word),
    holdsTime: HOLDS_TIME.test(rest),
    secondHalf: SECOND_HALF.test(rest),
    unitItem: dash(word) && UNIT_START.test(rest),
    item: NUMBERED_ITEM.test(rest),
    total: TOTAL.test(rest),
    hanging: HANGING.test(word) || STUB.test(word),
    iso: word === 'ISO',
    colon: word.endsWith(':'),
    parts: /[;:,.]$|^[-–+]$/u.test(word),
    awaitsDate: AWAITS_DATE.test(word),
    cutTime: CUT_TIME.test(word),
    every: EVERY.test(word),
    parentheses,
  };
}

/** Words that are no cell by themselves. */
const ALONE = /^(?:Sở|Ban|Tổ|Bộ|Cục|Đoàn|Thanh|Đơn|Công|Cơ|Hội|Các|UBND|Ủy|Toàn)$/u;
/** "Định kỳ 6" wants "tháng". */
const CUT_COUNT = /^(?:kỳ|mỗi) \d+$|^[Cc]hậm nhất$/u;
const STUB = /^(?:Phòng|Các|Văn|Trung|Thư|Giám|Lãnh|Chi)$/u;

/** A cell so far, as far as evidence goes. */
export interface CellEnd {
  readonly first: WordFacts;
  readonly last: WordFacts;
  readonly lastButOne: WordFacts | null;
  readonly parentheses: number;
}

const isCutTime = (cell: CellEnd): boolean => cell.last.cutTime && cell.lastButOne?.every !== true;

/** What it costs that a cell ends so: a comma or a word that needs another one tells of a cut sentence. */
export function endCost(kind: ColumnKind, cell: CellEnd): number {
  if (kind === 'time' && isCutTime(cell)) return 2.5;
  const alone = cell.lastButOne === null && ALONE.test(cell.last.word) ? 2.5 : 0;
  const cut = kind === 'time' && CUT_COUNT.test(`${cell.lastButOne?.word ?? ''} ${cell.last.word}`) ? 1.5 : 0;
  const cost =
    alone +
    cut +
    (cell.last.dash ? 5 : cell.last.hanging ? 2.2 : cell.last.colon ? 1.5 : cell.last.iso ? 0.2 : 0);
  return cost + (cell.parentheses > 0 ? 1.5 : 0);
}

/** What it costs that the cell's line holds one more word. */
export const stayOn = (kind: ColumnKind, cell: CellEnd, word: WordFacts): number =>
  cell.last.parts ? word.stayParted[kind] : word.stay[kind];

/** What it costs that the cell goes on in a new line with `word`. */
export function goOnCost(kind: ColumnKind, cell: CellEnd, word: WordFacts): number {
  const stay = stayOn(kind, cell, word);
  if (kind !== 'time' && word.dateRest && !cell.last.awaitsDate) return stay + 3;
  if (kind === 'time' && isCutTime(cell)) return stay - 1.5;
  if (word.item && !cell.last.awaitsDate) return stay + 2;
  if (word.secondHalf && !cell.last.colon && !cell.first.dash) return kind === 'unit' ? -0.6 : 0.6;
  if (cell.last.hanging) return stay - 1;
  if (word.dash) {
    if (kind === 'number') return 9;
    if (word.role && kind !== 'unit') return 3;
    if (kind === 'time' && !word.holdsTime) return 2;
    if (cell.first.dash || cell.last.colon) return 0.1;
    return kind === 'unit' && !word.unitItem ? 0.4 : 1.3;
  }
  if (word.lower) return stay - 0.6;
  return kind !== 'time' && word.time ? stay + 1 : stay + 0.4;
}
