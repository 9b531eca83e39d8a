import type { TextLine } from '../../lines.js';
import { orderTitles, withoutCovering } from '../column-order.js';
import { makeHead } from '../head.js';
import type { ColumnKind } from '../kinds.js';
import { isTitleLine, type Open, opensTitle, readTitles, type Title } from '../titles.js';
import { type Token, tokensOf } from '../tokens.js';

/** Printed lines of the titles in one flow. */
const TALLEST = 8;
/** Lines that may stand before a head is whole. */
const FARTHEST = 120;

/** The head of a table whose titles stand at the beginning of flows, each over its column's first cells. */
export interface FlowHead {
  /** The orders that the columns may stand in: those of the file first. */
  readonly orders: readonly (readonly Title[])[];
  /** How many of the orders are the file's own; whether these may be trusted: titles of one height come in order. */
  readonly own: number;
  readonly sure: boolean;
  /** Lines that are titles, also where a later page repeats them. */
  readonly titleLines: ReadonlySet<number>;
  /** By line: the titles right over it. */
  readonly under: ReadonlyMap<number, readonly string[]>;
}

/** What a title says, in lower case. */
export const saidBy = (title: Title): string =>
  title.lines
    .flat()
    .map((w) => w.text.toLowerCase())
    .join(' ');
const unspaced = (text: string): string => text.replace(/\s+/gu, '');

/** What the title of a second column of its kind says. */
const SECOND: Readonly<Partial<Record<ColumnKind, RegExp>>> = {
  unit: /chủ trì|phối hợp|thực hiện|trách nhiệm|tham mưu|theo dõi|giám sát|phê duyệt/u,
  time: /bắt đầu|kết thúc|hoàn thành/u,
  money: /đơn giá|thành tiền|số tiền|kinh phí|dự toán|mức/u,
  output: /sản phẩm|kết quả/u,
};

/** Words that only titles begin with; a cell of the body may begin as other titles do ("Tài liệu", "Danh mục"). */
const ONLY_TITLE =
  /^(?:s?tt|số (?:tt|thứ|lượng|tiền)|nội dung|nhiệm vụ|công việc|hoạt động|đơn (?:vị|giá)|cơ quan|bộ phận (?:thực|chủ|phối|phụ|chịu)|người (?:thực|phụ|chịu)|chủ trì|phối hợp|trách nhiệm|phân công$|thực hiện|thời (?:gian|hạn|điểm)|tiến độ|hoàn thành|ngày hoàn|dự kiến|tần suất|kết quả|sản phẩm|đầu ra|minh chứng|ghi chú|căn cứ|cơ sở|kinh phí|nguồn|dự toán|thành tiền|mức|đvt|khối lượng|địa điểm|đối tượng|lãnh đạo (?:phụ|chỉ)|tổ chức,? (?:cá nhân|thực)|cá nhân)/u;

/** Titles of one kind may stand side by side only where they say different things. */
function isNew(title: Title, sofar: readonly Title[], late: boolean): boolean {
  const text = saidBy(title);
  if (sofar.some((t) => unspaced(saidBy(t)) === unspaced(text))) return false;
  if (/:(?: |$)/u.test(text)) return false;
  if (late && (!ONLY_TITLE.test(text) || /,/u.test(text) || text.split(' ').length > 6)) return false;
  const same = sofar.filter((t) => t.kind === title.kind);
  // what another title says too names no further column
  const said = same.some((one) => saidBy(one).includes(text));
  return same.length === 0 || (!said && SECOND[title.kind]?.test(text) === true);
}

const GOES_ON =
  /^(?:tt|thứ tự|thực hiện|hoàn thành|công việc|nhiệm vụ|tổ chức|cần đạt|hoạt động|triển khai)(?! chủ)/u;
/** "Đơn vị" over "chủ trì" is one title. */
const ANY_UNIT = /^(?:đơn vị|cơ quan|bộ phận|người|tổ chức|cá nhân)$/u;
const ROLE = /^(?:chủ trì|phối hợp|chịu trách nhiệm|phụ trách)/u;

const inCapitals = (tokens: readonly Token[]): boolean => tokens.every((t) => !/\p{Ll}/u.test(t.text));

/** In a title, a line begins in lower case or with another title; in one of capitals, anyhow. */
const mayGoOn = (tokens: readonly Token[], above: readonly Token[]): boolean =>
  /^[\p{Ll}(]|^T$/u.test(tokens[0]?.text ?? '') ||
  opensTitle(tokens, 0) ||
  (inCapitals(tokens) && inCapitals(above) && (above[0]?.text.length ?? 0) > 1);

/** Whether lines[i] begins a flow. */
const beginsFlow = (lines: readonly TextLine[], i: number): boolean => {
  const line = lines[i];
  const above = lines[i - 1];
  if (line === undefined) return false;
  return (
    line.gap > 0 ||
    line.newPage ||
    above === undefined ||
    (/^\d{1,2}$/u.test(above.text) && (above.newPage || above.gap > 0) && line.gap === 0)
  );
};

/** Titles of one flow, those joined to the one before that only go on with it ("NỘI DUNG" over "THỰC HIỆN"). */
function whole(titles: readonly Open[]): readonly Open[] {
  const joined: Open[] = [];
  for (const title of titles) {
    const last = joined.at(-1);
    if (
      last !== undefined &&
      (GOES_ON.test(saidBy(title)) || (ANY_UNIT.test(saidBy(last)) && ROLE.test(saidBy(title))))
    )
      last.lines.push(...title.lines);
    else joined.push({ ...title, lines: [...title.lines] });
  }
  return joined;
}

const isWholeFlow = (lines: readonly TextLine[], i: number): boolean => {
  const next = lines[i + 1];
  return beginsFlow(lines, i) && next !== undefined && (next.gap > 0 || next.newPage);
};

/** A title's opening words, and up to two words of its own ("Nội dung khắc phục"). */
const saysMore = (tokens: readonly Token[]): boolean =>
  tokens.length <= 5 &&
  opensTitle(tokens, 0) &&
  /^\p{Lu}/u.test(tokens[0]?.text ?? '') &&
  tokens.filter((token) => !isTitleLine([token])).length <= 2;

/** "STT" in a column so narrow that each letter has a line. */
export function lettersAt(raw: string, lines: readonly TextLine[], i: number, to: number): Open | null {
  let said = '';
  const words: Token[][] = [];
  for (let n = i; n < to && n < i + 3; n++) {
    const line = lines[n];
    if (line === undefined || (n > i && (line.gap > 0 || line.newPage)) || !/^S?T{0,2}$/u.test(line.text))
      break;
    said += line.text;
    words.push([...tokensOf(raw, line, n)]);
    if (said === 'STT' || (said === 'TT' && words.length === 2))
      return words.length > 1 ? { kind: 'number', lines: words } : null;
  }
  return null;
}

/** The lines of titles that lines[i] begins with: as many as make titles that may stand there. */
function titlesAt(
  raw: string,
  lines: readonly TextLine[],
  i: number,
  to: number,
  sofar: readonly Title[],
  late: boolean,
): { readonly titles: readonly Open[]; readonly fresh: readonly Open[]; readonly count: number } | null {
  const letters = lettersAt(raw, lines, i, to);
  if (letters !== null && sofar.every((t) => t.kind !== 'number'))
    return { titles: [letters], fresh: [letters], count: letters.lines.length };
  if (letters !== null) return { titles: [letters], fresh: [], count: letters.lines.length };
  const block: (readonly Token[])[] = [];
  for (let n = i; n < to && n < i + TALLEST; n++) {
    const next = lines[n];
    if (next === undefined || (n > i && (next.gap > 0 || next.newPage))) break;
    const tokens = tokensOf(raw, next, n);
    if (/^[IVX]{1,4}$/u.test(next.text)) break;
    if (
      !isTitleLine(tokens) &&
      !(n === i && !late && sofar.length > 0 && isWholeFlow(lines, n) && saysMore(tokens))
    )
      break;
    if (block.length > 0 && !mayGoOn(tokens, block.at(-1) ?? [])) break;
    block.push(tokens);
  }
  const known = new Set(sofar.map((t) => unspaced(saidBy(t))));
  for (let count = block.length; count > 0; count--) {
    const read = { titles: whole(readTitles(block.slice(0, count)).titles) };
    const first = read.titles[0];
    if (first === undefined || block[0]?.[0] !== first.lines[0]?.[0]) return null;
    const repeated = read.titles.filter((t) => known.has(unspaced(saidBy(t))));
    const fresh: Open[] = [];
    for (const title of read.titles)
      if (!repeated.includes(title) && isNew(title, [...sofar, ...fresh], late)) fresh.push(title);
    if (fresh.length + repeated.length === read.titles.length) return { titles: read.titles, fresh, count };
  }
  return null;
}

/** The orders in which pages say all titles, the most frequent one first; else the order of the file. */
function ownOrders(
  titles: readonly Title[],
  sequences: readonly (readonly string[])[],
): { readonly orders: readonly (readonly Title[])[]; readonly sure: boolean } {
  const counts = new Map<string, { order: readonly Title[]; count: number }>();
  const number = titles.find((t) => t.kind === 'number');
  for (const said of sequences.filter((one) => one.length > 0)) {
    // titles that come before the number's are taller than the others: their place tells nothing
    if (number !== undefined && said[0] !== unspaced(saidBy(number))) return { orders: [], sure: false };
    if (!titles.every((t) => said.includes(unspaced(saidBy(t))))) continue;
    const place = (t: Title): number => (t.kind === 'number' ? -1 : said.indexOf(unspaced(saidBy(t))));
    const order = [...titles].sort((a, b) => place(a) - place(b));
    const key = order.map(saidBy).join('|');
    counts.set(key, { order, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  const found = [...counts.values()].sort((a, b) => b.count - a.count);
  if (found.length === 0) return { orders: [titles], sure: false };
  return { orders: found.map(({ order }) => order), sure: (found[0]?.count ?? 0) > 1 };
}

/** The head of the table in lines[from, to), or null where no titles make one. */
export function flowHead(raw: string, lines: readonly TextLine[], from: number, to: number): FlowHead | null {
  const titles: Open[] = [];
  const titleLines = new Set<number>();
  const under = new Map<number, readonly string[]>();
  let late = false;
  let said = new Set<string>();
  const sequences: (readonly string[])[] = [];
  for (let i = from; i < to; i++) {
    if (lines[i]?.newPage === true) {
      sequences.push([...said]);
      said = new Set();
    }
    if (i > from + FARTHEST && !makeHead(withoutCovering(titles))) return null;
    if (i > from && !beginsFlow(lines, i) && !titleLines.has(i - 1)) continue;
    const found = titlesAt(raw, lines, i, to, titles, late);
    // a page says each title once
    if (found === null || found.titles.some((t) => said.has(unspaced(saidBy(t))))) {
      if (lines[i]?.newPage !== true || !/^\d{1,3}$/u.test(lines[i]?.text ?? '')) late = true;
      continue;
    }
    titles.push(...found.fresh);
    for (const title of found.titles) said.add(unspaced(saidBy(title)));
    for (let n = 0; n < found.count; n++) titleLines.add(i + n);
    const after = lines[i + found.count];
    if (after !== undefined && i + found.count < to && after.gap === 0 && !after.newPage) {
      under.set(
        i + found.count,
        found.titles.map((t) => unspaced(saidBy(t))),
      );
      late = true;
    }
    i += found.count - 1;
  }
  const columns = withoutCovering(titles).filter(
    (t) => !(titles.filter((u) => u.kind === 'unit').length > 2 && /^phân công$/u.test(saidBy(t))),
  );
  if (!makeHead(columns)) return null;
  const number = columns.find((t) => t.kind === 'number');
  const inFile = [...(number === undefined ? [] : [number]), ...columns.filter((t) => t !== number)];
  const own = ownOrders(inFile, [...sequences, [...said]]);
  const level = new Set(columns.filter((t) => t !== number).map((t) => t.lines.length)).size === 1;
  return {
    orders: [...own.orders, ...orderTitles(columns, true).slice(0, 3)],
    own: own.orders.length,
    sure: level || own.sure,
    titleLines,
    under,
  };
}
