import type { TextLine } from '../lines.js';
import { orderTitles } from './column-order.js';
import { type Head, makeHead } from './head.js';
import type { ColumnKind } from './kinds.js';
import { isTitleLine, type Open, opensTitle, readTitles, type Title } from './titles.js';
import { type Token, tokensOf } from './tokens.js';

/** Lines within which the titles of one head stand. */
const FARTHEST = 90;
/** Printed lines of titles in one block. */
const TALLEST = 12;
export const FARTHEST_TITLE = 6 * FARTHEST;

interface Found {
  readonly head: Head;
  /** Lines that are titles, or titles repeated on a later page. */
  readonly titleLines: ReadonlySet<number>;
}

const textOf = (title: Title): string =>
  title.lines
    .flat()
    .map((w) => w.text.toLowerCase())
    .join(' ');

/** What the title of a second column of its kind says. */
const SECOND: Readonly<Partial<Record<ColumnKind, RegExp>>> = {
  unit: /chủ trì|phối hợp|thực hiện|trách nhiệm|tham mưu|theo dõi|giám sát|phê duyệt/u,
  time: /bắt đầu|kết thúc|hoàn thành/u,
  money: /đơn giá|thành tiền|số tiền|kinh phí|dự toán|mức/u,
};

/** Titles of one kind may stand side by side only where they say different things. */
function isNew(title: Title, sofar: readonly Title[]): boolean {
  const text = textOf(title);
  if (sofar.some((t) => textOf(t) === text)) return false;
  const same = sofar.filter((t) => t.kind === title.kind);
  if (same.length === 0) return true;
  // a cell may say what a title says ("Văn phòng"): a second column of a kind names what it adds
  return SECOND[title.kind]?.test(text) === true;
}

/**
 * The head of a table that was written block by block from line `from` on: its titles stand at the beginning of
 * blocks, each over its column's first cells, and again on every page. Null where they make no head.
 */
export function scatteredHead(
  raw: string,
  lines: readonly TextLine[],
  from: number,
  to: number,
): Found | null {
  const titles: Open[] = [];
  const titleLines = new Set<number>();
  for (let i = from; i < to && i < from + FARTHEST_TITLE; i++) {
    const line = lines[i];
    if (line === undefined) break;
    if (!(line.gap > 0 || line.newPage || i === from || titleLines.has(i - 1) || isPageEdge(lines, i)))
      continue;
    if (i > from + FARTHEST && !makeHead(titles)) return null;
    const block: (readonly Token[])[] = [];
    for (let n = i; n < to && n < i + TALLEST; n++) {
      const next = lines[n];
      if (next === undefined || (n > i && (next.gap > 0 || next.newPage))) break;
      const tokens = tokensOf(raw, next, n);
      if (!isTitleLine(tokens) || (block.length > 0 && !mayGoOn(tokens))) break;
      block.push(tokens);
      const said = block
        .flat()
        .map((t) => t.text.toLowerCase())
        .join(' ');
      if (titles.some((t) => textOf(t) === said)) break;
    }
    const read = block.length === 0 ? null : readTitles(block);
    if (read === null || read.titles.length === 0 || block[0]?.[0] !== read.titles[0]?.lines[0]?.[0])
      continue;
    const fresh = read.titles.filter((t) => isNew(t, titles));
    const repeated = read.titles.filter((t) => titles.some((old) => textOf(old) === textOf(t)));
    if (fresh.length + repeated.length < read.titles.length) continue;
    titles.push(...fresh);
    for (let n = 0; n < block.length; n++) titleLines.add(i + n);
    i += block.length - 1;
  }
  // "Phân công" over "Đơn vị chủ trì" and "Đơn vị phối hợp" heads no column of its own
  const units = titles.filter((t) => t.kind === 'unit');
  const columns = titles.filter((t) => !(units.length > 2 && /^phân công$/u.test(textOf(t))));
  if (!makeHead(columns)) return null;
  return { head: { from, to: from, orders: orderTitles(columns, true), across: true }, titleLines };
}

/** In a title, a line begins in lower case or with another title. */
const mayGoOn = (tokens: readonly Token[]): boolean =>
  /^[\p{Ll}(]|^T$/u.test(tokens[0]?.text ?? '') || opensTitle(tokens, 0);

/** Lines at the beginning of blocks that say again what a title says, on a later page. */
export function repeatedTitles(
  raw: string,
  lines: readonly TextLine[],
  from: number,
  to: number,
  titles: readonly Title[],
): ReadonlySet<number> {
  const texts = titles.map((t) => textOf(t).replace(/\s+/gu, ''));
  const repeated = new Set<number>();
  for (let i = from; i < to; i++) {
    const line = lines[i];
    const starts =
      line !== undefined && (line.gap > 0 || line.newPage || repeated.has(i - 1) || isPageEdge(lines, i));
    if (!starts) continue;
    let said = '';
    for (let n = i; n < to && n < i + 6; n++) {
      said += tokensOf(raw, lines[n] as TextLine, n)
        .map((t) => t.text.toLowerCase())
        .join('');
      if (texts.includes(said)) {
        for (let m = i; m <= n; m++) repeated.add(m);
        break;
      }
      if (!texts.some((t) => t.startsWith(said))) break;
    }
  }
  return repeated;
}

/** After a page's number on a line of its own, a block begins. */
const isPageEdge = (lines: readonly TextLine[], i: number): boolean =>
  lines[i - 1]?.newPage === true && /^\d{1,3}$/u.test(lines[i - 1]?.text ?? '');
