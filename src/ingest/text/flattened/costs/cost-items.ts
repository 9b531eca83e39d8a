import type { Flow } from '../blocks/flows.js';
import type { Token } from '../tokens.js';
import { beginsMeasure, digitsLeft, figureOf, isMeasure, type Numeral, numeralOf } from './cost-words.js';

/** A cell, or a printed line of one, as the file has it. */
export interface CostItem {
  readonly kind: 'numeral' | 'text' | 'measure' | 'figure';
  /** By printed line. */
  readonly lines: readonly (readonly Token[])[];
  readonly text: string;
  /** A numeral may also be a figure: where it may, both are set. */
  readonly numeral: Numeral | null;
  readonly value: number | null;
  readonly page: number;
  readonly flow: number;
  /** Whether its flow has no other cell. */
  readonly alone: boolean;
  /** Index of its line in the file. */
  readonly line: number;
}

/** Which columns the table has besides its content and its amounts. */
export interface CostColumns {
  readonly number: boolean;
  readonly measure: boolean;
}

interface At {
  readonly page: number;
  readonly flow: number;
  readonly line: number;
}

const said = (tokens: readonly Token[]): string => tokens.map((token) => token.text).join(' ');

function item(
  kind: CostItem['kind'],
  lines: readonly (readonly Token[])[],
  { page, flow, line }: At,
): CostItem {
  const text = lines.map(said).join(kind === 'figure' ? '' : ' ');
  return {
    kind,
    lines,
    text,
    numeral: kind === 'numeral' ? numeralOf(text) : null,
    value: kind === 'figure' || kind === 'numeral' ? figureOf(text) : null,
    alone: false,
    page,
    flow,
    line,
  };
}

/** Words before a figure that make it a part of what is said ("năm 2025", "ISO 9001"). */
const AWAITS_FIGURE =
  /^(?:năm|số|quý|tháng|ngày|khóa|khoá|đợt|lần|kỳ|cấp|ISO|TCVN|lớp|loại|phiên|bản|hạng|khu|quận|từ|gian|đến|và|TT|Thông|Đợt|Quý|Tháng|Năm|-|–)$/u;
/** Measures that also begin a body's name, of which a line's end may be the first word. */
const BODIES = /^(?:Tổ|Nhóm|Đoàn|Phòng|Ban|Cơ sở|Trung tâm)$/u;
const isMoney = (word: string): boolean => /^\d{1,3}(?:[.,]\d{3})+$/u.test(word);

/** How many of a text's last words are figures, and how many before them a measure. */
function tail(words: readonly Token[], columns: CostColumns): { figures: number; measure: number } {
  let figures = 0;
  while (figures < words.length - 1) {
    const word = words[words.length - 1 - figures]?.text ?? '';
    const before = words[words.length - 2 - figures]?.text ?? '';
    if (figureOf(word) === null) break;
    if (!isMoney(word) && (AWAITS_FIGURE.test(before) || /^0\d$/u.test(word))) break;
    figures++;
  }
  if (columns.measure)
    for (const measure of [3, 2, 1]) {
      const end = words.length - figures;
      const own = words.slice(end - measure, end);
      if (
        end > measure &&
        /^\p{Lu}/u.test(own[0]?.text ?? '') &&
        isMeasure(said(own)) &&
        !BODIES.test(said(own))
      )
        return { figures, measure };
    }
  return { figures, measure: 0 };
}

/** The cells that a line holds. */
function itemsOf(tokens: readonly Token[], columns: CostColumns, at: At): CostItem[] {
  const items: CostItem[] = [];
  let rest = tokens;
  const first = rest[0];
  if (first === undefined) return items;
  const second = rest[1]?.text ?? '';
  if (
    columns.number &&
    numeralOf(first.text) !== null &&
    (rest.length === 1 || /^["“(]?\p{Lu}|^[-–]$/u.test(second) || figureOf(second) !== null)
  ) {
    items.push(item('numeral', [[first]], at));
    rest = rest.slice(1);
  }
  while (rest.length > 0 && figureOf(rest[0]?.text ?? '') !== null) {
    // "02 lớp tập huấn" is a text
    if (/^\d{1,3}$/u.test(rest[0]?.text ?? '') && /^\p{Ll}/u.test(rest[1]?.text ?? '')) break;
    items.push(item('figure', [rest.slice(0, 1)], at));
    rest = rest.slice(1);
  }
  if (rest.length === 0) return items;
  let lead = 0;
  if (columns.measure)
    for (const n of [3, 2, 1])
      if (
        lead === 0 &&
        rest.length > n &&
        isMeasure(said(rest.slice(0, n))) &&
        figureOf(rest[n]?.text ?? '') !== null
      )
        lead = n;
  if (lead > 0) {
    items.push(item('measure', [rest.slice(0, lead)], at));
    return [...items, ...itemsOf(rest.slice(lead), { ...columns, number: false }, at)];
  }
  if (columns.measure && isMeasure(said(rest)) && /^\p{Lu}|\//u.test(rest[0]?.text ?? '')) {
    items.push(item('measure', [rest], at));
    return items;
  }
  const { figures, measure } = tail(rest, columns);
  const words = rest.length - figures - measure;
  items.push(item('text', [rest.slice(0, words)], at));
  if (measure > 0) items.push(item('measure', [rest.slice(words, words + measure)], at));
  for (const word of rest.slice(words + measure)) items.push(item('figure', [[word]], at));
  return items;
}

/** The rest of a broken figure or measure among the items below it; null where `next` is none. */
function withRest(one: CostItem, next: CostItem, columns: CostColumns): CostItem | null {
  const left = one.kind === 'text' || one.kind === 'measure' ? 0 : digitsLeft(one.text);
  if (left > 0 && next.kind !== 'text' && /^\d+$/u.test(next.text) && next.text.length === left)
    return item('figure', [...one.lines, ...next.lines], one);
  if (!columns.measure || one.kind === 'figure' || next.kind === 'figure' || !/^[\p{Ll}/]/u.test(next.text))
    return null;
  const whole = one.text + next.text;
  if (!beginsMeasure(one.text) || !(isMeasure(whole) || beginsMeasure(whole))) return null;
  return item(isMeasure(whole) ? 'measure' : 'text', [...one.lines, ...next.lines], one);
}

/** A text's last word may begin a broken measure ("… của học viên Thán" over "g"): the text, and that word. */
function beforeBroken(one: CostItem, columns: CostColumns): readonly CostItem[] {
  const words = one.lines[0] ?? [];
  const last = words.at(-1);
  if (!columns.measure || one.kind !== 'text' || words.length < 2 || last === undefined) return [one];
  if (!beginsMeasure(last.text) || isMeasure(last.text)) return [one];
  return [item('text', [words.slice(0, -1)], one), item('text', [[last]], one)];
}

/** Puts together what a narrow column broke: "10.000.00" over "0", "Thán" over "g", "Hệ" over "thống". */
function joined(items: readonly CostItem[], columns: CostColumns): readonly CostItem[] {
  const rest: (CostItem | null)[] = [...items];
  const found: CostItem[] = [];
  for (const [i, whole] of items.entries()) {
    if (rest[i] === null) continue;
    const parts = beforeBroken(whole, columns);
    let one = parts.at(-1) ?? whole;
    for (let n = i + 1; n < items.length && n <= i + 4; n++) {
      const next = rest[n];
      if (next === null || next === undefined || next.line === whole.line) continue;
      const longer = withRest(one, next, columns);
      if (longer === null) continue;
      rest[n] = null;
      one = longer;
    }
    if (parts.length === 1) found.push(one);
    else if (one.kind === 'measure') found.push(...parts.slice(0, -1), one);
    else found.push(whole);
  }
  return found;
}

/** The cells of a table's pages in the order of the file. */
export function costItems(pages: readonly (readonly Flow[])[], columns: CostColumns): readonly CostItem[] {
  const items: CostItem[] = [];
  let flow = 0;
  for (const [page, flows] of pages.entries())
    for (const { lines } of flows) {
      const own = lines.flatMap((words) => {
        const tokens = words.map((word) => word.token);
        return itemsOf(tokens, columns, { page, flow, line: tokens[0]?.line ?? 0 });
      });
      const whole = joined(own, columns);
      items.push(
        ...whole.map((one) => ({
          ...one,
          alone: whole.length === 1 || whole.every(({ kind }) => kind === 'text'),
        })),
      );
      flow++;
    }
  return items.map((one, i) => (isHeading(items, i) ? { ...one, kind: 'text' } : one));
}

/** Whether a measure of several words ("Hội nghị") stands by itself between two numbers: it is what the row is about. */
function isHeading(items: readonly CostItem[], i: number): boolean {
  const one = items[i];
  const near = [items[i - 1], items[i + 1]];
  if (one?.kind !== 'measure' || !one.alone || !one.text.includes(' ')) return false;
  return near.every((it) => it?.kind === 'numeral' && it.flow !== one.flow);
}
