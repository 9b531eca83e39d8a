import type { ColumnKind } from './kinds.js';
import {
  BASIS_START,
  capital,
  dash,
  HOLDS_TIME,
  LONE_OWNER,
  LOW_TIME,
  lower,
  MONEY,
  NUMERAL,
  OUTPUT_START,
  OWNER,
  QUANTITY,
  ROLE_START,
  TICK,
  TIME_START,
  TIME_STRONG,
  TIME_WORD,
  TOTAL,
  UNIT_START,
  VERB_START,
} from './wording.js';

/*
 * What a column of each kind can hold, as costs (0: expected; 1: unusual; 3 and more: hardly ever). The figures are
 * set by hand; they are compared with one another only.
 */

/** Whether a line begins with a numeral and a heading over the rows below it ("I. Công tác chỉ đạo"). */
export const beginsGroup = (line: string): boolean =>
  /^(?:[IVX]{1,5}|[A-H])(?:[.)]\s*|\s+)\p{Lu}\p{L}*(?:\s|$)/u.test(line) &&
  !/^[IVX]+\.?\s+[IVX\d/]+$/u.test(line);

const LONE_NUMBER = /^\d{1,3}[.)]?$/u;
const LONE_ROMAN = /^[IVX]{1,5}[.)]?$/u;
const COUNTED: ReadonlySet<ColumnKind> = new Set(['number', 'quantity', 'money', 'measure', 'tick']);

/** What it costs to begin a cell of `kind` with the words `rest` of a line. */
function startCost(kind: ColumnKind, rest: string): number {
  if (SECOND_HALF.test(rest)) return 6;
  if (LONE_NUMBER.test(rest) && !COUNTED.has(kind)) return 7;
  if (LONE_ROMAN.test(rest) && kind !== 'time' && !COUNTED.has(kind)) return 6;
  const word = /^\S+/u.exec(rest)?.[0] ?? '';
  switch (kind) {
    case 'number':
      return NUMERAL.test(word) ? 0 : 9;
    case 'money':
      return MONEY.test(word) ? (/[.,]\d{3}/u.test(word) ? -1 : 0) : 6;
    case 'quantity':
      return QUANTITY.test(word) ? (/\.\d{3}/u.test(word) ? 0.3 : -0.3) : 5;
    case 'measure':
      return /^\p{Lu}\p{Ll}*$/u.test(word) || /^\p{L}{1,7}$/u.test(word) ? 0.2 : 5;
    case 'note':
      return 1.8;
    case 'tick':
      return TICK.test(word) ? -0.5 : 8;
    case 'basis':
      if (TIME_STRONG.test(rest)) return 4;
      if (BASIS_START.test(rest)) return -0.8;
      return UNIT_START.test(rest) ? 2 : capital(word) ? 1 : 4;
    case 'time':
      if (TIME_STRONG.test(rest)) return -2;
      if (TIME_START.test(rest)) return -1.2;
      if (LOW_TIME.test(rest)) return -0.4;
      if (dash(word)) return HOLDS_TIME.test(rest) && !ROLE_START.test(rest) ? 0 : 2;
      return capital(word) ? 3 : 6;
    case 'unit':
      if (TIME_STRONG.test(rest)) return 5;
      if (/^[-–+]\s*(?:Phối hợp|Tham mưu)/u.test(rest)) return 0.8;
      if (ROLE_START.test(rest)) return -1.6;
      if (LONE_OWNER.test(rest)) return 2;
      if (UNIT_START.test(rest)) return -1;
      if (/^\d/u.test(word)) return 5;
      if (dash(word)) return 1.6;
      if (VERB_START.test(rest)) return 2.5;
      return capital(word) ? 1.3 : 6;
    case 'output':
      if (TIME_STRONG.test(rest)) return 4;
      if (OUTPUT_START.test(rest)) return -0.7;
      if (UNIT_START.test(rest)) return 1.6;
      if (dash(word)) return ROLE_START.test(rest) ? 3 : 0.6;
      return capital(word) ? 0.7 : 5;
    case 'content':
      if (TOTAL.test(rest)) return -0.5;
      if (TIME_STRONG.test(rest)) return 3.5;
      if (VERB_START.test(rest)) return -0.6;
      if (ROLE_START.test(rest)) return 3;
      if (UNIT_START.test(rest)) return 1.3;
      if (dash(word)) return 0.8;
      if (NUMBERED_ITEM.test(rest)) return -1;
      if (/^\d/u.test(word)) return 2;
      return capital(word) ? 0.2 : 5;
  }
}

/** What it costs that a cell of `kind`, already begun, holds the word with which `rest` begins. */
function stayCost(kind: ColumnKind, rest: string, parted: boolean): number {
  const word = /^\S+/u.exec(rest)?.[0] ?? '';
  switch (kind) {
    case 'number':
      return 9;
    case 'money':
      return /^(?:triệu|đồng|tỷ|nghìn)/u.test(word) ? 0.2 : 6;
    case 'quantity':
      return 5;
    case 'measure':
      return lower(word) ? 0.5 : 4;
    case 'note':
      return 0.3;
    case 'tick':
      return TICK.test(word) ? 0.2 : 7;
    case 'basis':
      if (TIME_STRONG.test(rest) && capital(word)) return 2.5;
      return UNIT_START.test(rest) && !parted ? 0.8 : capital(word) ? 0.2 : 0;
    case 'time':
      if (TIME_WORD.test(word.toLowerCase().replace(/[.,;:()]+$|^[(]/gu, '')))
        return capital(word) && !parted && !/^[IVX\d]/u.test(word) ? 0.5 : 0;
      return capital(word) ? 2 : 0.7;
    case 'unit':
      if (TIME_STRONG.test(rest)) return 3.5;
      if (/^\d/u.test(word)) return 1.5;
      if (VERB_START.test(rest) && !parted) return 1.2;
      if (OUTPUT_START.test(rest) && !parted && capital(word)) return 0.9;
      if (UNIT_START.test(rest)) return parted || OWNER.test(rest) ? 0.1 : 1.1;
      return capital(word) ? 0.2 : 0;
    case 'output':
      if (TIME_STRONG.test(rest)) return 3;
      if (OUTPUT_START.test(rest)) return parted ? 0.1 : 0.5;
      if (UNIT_START.test(rest)) return 0.8;
      return capital(word) ? 0.2 : 0;
    case 'content':
      if (TIME_STRONG.test(rest)) return 2.6;
      if (ROLE_START.test(rest)) return 3;
      if (LOW_TIME.test(rest)) return 0.6;
      if (/^\d{1,3}(?:\.\d{3})+(?:\s|$)/u.test(rest)) return 1.2;
      if (/^[-–+•]\s(?:\p{Lu})/u.test(rest) && !parted)
        return OUTPUT_START.test(rest) || UNIT_START.test(rest) ? 1.4 : 0.5;
      if (UNIT_START.test(rest)) return parted ? 0.2 : 0.9;
      if (VERB_START.test(rest) && !parted) return 0.7;
      return capital(word) ? 0.15 : 0;
  }
}

/** What it costs that a row has no cell in a column of `kind`. */
export const MISSING: Readonly<Record<ColumnKind, number>> = {
  number: 2.2,
  content: 7,
  unit: 1.8,
  time: 2.4,
  output: 1.9,
  note: 0.05,
  money: 1.5,
  quantity: 1.2,
  measure: 1,
  basis: 1.5,
  tick: 0.1,
};

/** Characters that a line of a cell of `kind` seldom exceeds, before the columns of a table were measured. */
export const USUAL_WIDTH: Readonly<Record<ColumnKind, number>> = {
  number: 6,
  content: 44,
  unit: 24,
  time: 22,
  output: 24,
  note: 14,
  money: 16,
  quantity: 8,
  measure: 10,
  basis: 26,
  tick: 4,
};

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

/** A unit's name after its dash, at a line's beginning: "Phòng Tổ chức" over "- Hành chính". */
const SECOND_HALF =
  /^[-–]\s+(?:Tổng hợp|Tài chính|Tài vụ|Kế hoạch|Kế toán|Hành chính|Quản trị|Xã hội|Kỹ thuật|Thống kê|Pháp chế|Nghiệp vụ|Thông tin|Môi trường|Tổ chức|Đối ngoại|Thi đua|Khen thưởng|Truyền thông|Y tế|Thể thao|Du lịch|sinh viên)(?:\s*[,;]|\s+\p{Ll}|$)/u;

const NUMBERED_ITEM = /^\d{1,2}[.)/]\s+\p{Lu}/u;

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
