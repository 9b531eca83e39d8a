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

/** A unit's name after its dash, at a line's beginning: "Phòng Tổ chức" over "- Hành chính". */
export const SECOND_HALF =
  /^[-–]\s+(?:Tổng hợp|Tài chính|Tài vụ|Kế hoạch|Kế toán|Hành chính|Quản trị|Xã hội|Kỹ thuật|Thống kê|Pháp chế|Nghiệp vụ|Thông tin|Môi trường|Tổ chức|Đối ngoại|Thi đua|Khen thưởng|Truyền thông|Y tế|Thể thao|Du lịch|sinh viên)(?:\s*[,;]|\s+\p{Ll}|$)/u;

/** An item with a number of its own inside a cell: "1. Rà soát". */
export const NUMBERED_ITEM = /^\d{1,2}[.)/]\s+\p{Lu}/u;

const LONE_NUMBER = /^\d{1,3}[.)]?$/u;
const LONE_ROMAN = /^[IVX]{1,5}[.)]?$/u;
const COUNTED: ReadonlySet<ColumnKind> = new Set(['number', 'quantity', 'money', 'measure', 'tick']);

/** What it costs to begin a cell of `kind` with the words `rest` of a line. */
export function startCost(kind: ColumnKind, rest: string): number {
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

/**
 * What it costs that a cell of `kind`, already begun, holds the word with which `rest` begins. `parted`: behind a comma,
 * a colon or a dash.
 */
export function stayCost(kind: ColumnKind, rest: string, parted: boolean): number {
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
