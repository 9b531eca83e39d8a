import type { TextLine } from '../../lines.js';
import { isTitleLine } from '../titles.js';
import { type Token, tokensOf } from '../tokens.js';
import { type CostKind, type CostTitle, costTitles } from './cost-titles.js';
import { isUnitNote } from './cost-words.js';

/** The head of a table of costs, its titles scattered over the flows of its pages. */
export interface CostHead {
  /** In the order in which such tables have their columns. */
  readonly titles: readonly CostTitle[];
  /** Lines that are titles, also where a later page repeats them. */
  readonly titleLines: ReadonlySet<number>;
}

/** Printed lines of the titles in one flow. */
const TALLEST = 8;
const PLACE: Readonly<Record<CostKind, number>> = {
  number: 0,
  unit: 1,
  content: 1,
  measure: 2,
  quantity: 3,
  price: 4,
  amount: 5,
  note: 6,
};

const beginsFlow = (lines: readonly TextLine[], i: number): boolean => {
  const line = lines[i];
  const above = lines[i - 1];
  if (line === undefined) return false;
  return (
    line.gap > 0 ||
    line.newPage ||
    above === undefined ||
    isUnitNote(above.text) ||
    (/^\d{1,2}$/u.test(above.text) && above.newPage)
  );
};

/** The most lines from lines[i] on, inside a flow, that are whole titles. */
function titlesAt(
  raw: string,
  lines: readonly TextLine[],
  i: number,
  to: number,
): { readonly titles: readonly CostTitle[]; readonly count: number } | null {
  const words: Token[][] = [];
  for (let n = i; n < to && n < i + TALLEST; n++) {
    const line = lines[n];
    if (line === undefined || (n > i && (line.gap > 0 || line.newPage))) break;
    words.push([...tokensOf(raw, line, n)]);
  }
  for (let count = words.length; count > 0; count--) {
    const titles = costTitles(words.slice(0, count).flat());
    if (titles !== null) return { titles, count };
  }
  return null;
}

/** Titles of another kind of table: who does a task, when, and with what result. */
const FOREIGN =
  /^(?:thời\s+(?:gian|hạn|điểm)|tiến độ|hoàn thành|tần suất|kết quả|sản phẩm|đầu ra|minh chứng|chủ trì|phối hợp|trách nhiệm|phân công|người (?:thực|phụ|chịu)|(?:đơn vị|cơ quan|bộ phận) (?:chủ|phối|thực|phụ|chịu)|tỷ lệ)/iu;

const isForeign = (tokens: readonly Token[]): boolean =>
  isTitleLine(tokens) && FOREIGN.test(tokens.map((token) => token.text).join(' '));

/** The head of the table of costs that begins at lines[from], or null where none does. */
export function costHead(raw: string, lines: readonly TextLine[], from: number, to: number): CostHead | null {
  const known = new Map<string, CostTitle>();
  const titleLines = new Set<number>();
  let page = new Set<CostKind>();
  let pages = 0;
  for (let i = from; i < to; i++) {
    const line = lines[i];
    if (line === undefined) break;
    if (line.newPage && i > from) {
      page = new Set();
      pages++;
    }
    if (i > from && !beginsFlow(lines, i)) continue;
    const found = titlesAt(raw, lines, i, to);
    if (found === null) {
      if (i === from) return null;
      if (pages === 0 && isForeign(tokensOf(raw, line, i))) return null;
      continue;
    }
    const fresh = found.titles.filter(({ said }) => !known.has(said));
    // a cell of the body may say what a title says
    if (found.titles.some(({ kind }) => page.has(kind)) || (pages > 0 && fresh.length > 0)) {
      if (known.size < 3 && pages === 0) return null;
      continue;
    }
    for (const title of found.titles) {
      page.add(title.kind);
      if (!known.has(title.said)) known.set(title.said, title);
    }
    for (let n = 0; n < found.count; n++) titleLines.add(i + n);
    i += found.count - 1;
  }
  const titles = settled([...known.values()]);
  if (titles === null) return null;
  return { titles: [...titles].sort((a, b) => PLACE[a.kind] - PLACE[b.kind]), titleLines };
}

/** "Đơn vị" beside a price or a quantity is what is counted; without a content, who spends is the content. */
function settled(titles: readonly CostTitle[]): readonly CostTitle[] | null {
  const kinds = new Set(titles.map(({ kind }) => kind));
  if (!kinds.has('amount')) return null;
  const counted = kinds.has('price') || kinds.has('quantity');
  const read = titles.map((title): CostTitle => {
    if (title.kind !== 'unit') return title;
    if (!kinds.has('content'))
      return { ...title, kind: 'content', title: { ...title.title, kind: 'content' } };
    if (counted && title.said === 'đơnvị' && !kinds.has('measure'))
      return { ...title, kind: 'measure', title: { ...title.title, kind: 'measure' } };
    return title;
  });
  const after = read.map(({ kind }) => kind);
  if (!after.includes('content') || after.includes('unit') || new Set(after).size < after.length) return null;
  return read;
}
