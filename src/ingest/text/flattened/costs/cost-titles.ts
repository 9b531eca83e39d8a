import type { ColumnKind } from '../kinds.js';
import type { Title } from '../titles.js';
import type { Token } from '../tokens.js';

/** What a column of a table of costs holds. */
export type CostKind = 'number' | 'content' | 'unit' | 'measure' | 'quantity' | 'price' | 'amount' | 'note';

/** A title of such a table. */
export interface CostTitle {
  readonly kind: CostKind;
  readonly title: Title;
  /** What it says, in lower case and without blanks. */
  readonly said: string;
}

const all = (phrases: string): readonly string[] =>
  phrases
    .split(/[,\n]/u)
    .map((phrase) => phrase.replace(/\s+/gu, ''))
    .filter((phrase) => phrase !== '');

const CONTENT_BEGINS =
  all(`nội dung, các nội dung, hạng mục, diễn giải, khoản mục, khoản chi, các khoản chi, mục chi,
  danh mục, công việc, nhiệm vụ, hoạt động, tên công việc, tên hạng mục, tên hàng hóa, tên nhiệm vụ, loại chi phí`);
const CONTENT_GOES_ON = [
  '',
  ...all(`chi, công việc, thực hiện, hoạt động, nhiệm vụ, chi phí, kinh phí, dự toán, chi tiết, chi tiêu, triển khai,
  chi chủ yếu, mua sắm, thực hiện công việc, và nhiệm vụ, các khoản chi, khoản chi, cụ thể`),
];
const MONEY_ENDS = [
  '',
  ...all(
    'đồng, đ, vnđ, vnd, nghìn đồng, ngàn đồng, triệu đồng, tỷ đồng, 1000đồng, 1000đ, 1.000đồng, 1.000đ, trđ, tr.đ',
  ).flatMap((unit) => [`(${unit})`, `(đvt:${unit})`, unit.length > 3 ? unit : `(${unit})`]),
];

const withEnds = (phrases: string, ends: readonly string[]): readonly string[] =>
  all(phrases).flatMap((phrase) => ends.map((end) => phrase + end));

/** All that titles say, by kind. */
const SAID: Readonly<Record<CostKind, readonly string[]>> = {
  number: all('tt, stt, số tt, số thứ tự'),
  content: CONTENT_BEGINS.flatMap((begin) => CONTENT_GOES_ON.map((rest) => begin + rest)),
  unit: all(`đơn vị, đơn vị sử dụng, đơn vị thực hiện, đơn vị thụ hưởng, tên đơn vị, cơ quan, cơ quan đơn vị,
    phòng ban, phòng đơn vị, đơn vị sử dụng kinh phí, cơ quan thực hiện, tên cơ quan, bộ phận`),
  measure: all('đơn vị tính, đvt, đv tính, đv, đơn vị đo'),
  quantity: all('số lượng, sl, khối lượng, số lượng dự kiến, số lượt, số người, số buổi, số ngày'),
  price: withEnds('đơn giá, mức chi, định mức, định mức chi, giá, đơn giá dự kiến', MONEY_ENDS),
  amount: withEnds(
    `thành tiền, kinh phí, số tiền, dự toán, dự toán kinh phí, kinh phí dự toán, kinh phí dự kiến, dự kiến kinh phí,
    tổng tiền, tổng kinh phí, kinh phí thực hiện, tổng số tiền, giá trị, mức kinh phí, dự kiến số tiền, số tiền dự kiến`,
    MONEY_ENDS,
  ),
  note: all(
    'ghi chú, căn cứ, cơ sở tính, nguồn kinh phí, nguồn vốn, căn cứ lập, cơ sở lập dự toán, căn cứ tính',
  ),
};

const KINDS: ReadonlyMap<string, CostKind> = new Map(
  (Object.entries(SAID) as [CostKind, readonly string[]][]).flatMap(([kind, said]) =>
    said.map((one) => [one, kind] as const),
  ),
);
const BEGUN: ReadonlySet<string> = new Set(
  [...KINDS.keys()].flatMap((said) => Array.from({ length: said.length }, (_, n) => said.slice(0, n + 1))),
);

const MOST_WORDS = 16;
const plain = (word: string): string =>
  word
    .toLowerCase()
    .replace(/[,;*]+/gu, '')
    .replace(/\/đ$/u, '');

interface Open {
  readonly said: string;
  readonly words: readonly Token[];
}

/**
 * The words of a head's lines as titles, or null where they make none. Titles of more lines than one, side by side, are
 * written line by line ("Đơn vị Số" over "tính lượng"): each word goes on with any of the titles.
 */
export function costTitles(words: readonly Token[]): readonly CostTitle[] | null {
  if (words.length === 0 || words.length > MOST_WORDS) return null;
  const found = parted(words, 0, []);
  return (
    found?.map(({ said, words: own }) => ({
      kind: KINDS.get(said) ?? 'note',
      said,
      title: { kind: KIND_OF[KINDS.get(said) ?? 'note'], lines: linesOf(own) },
    })) ?? null
  );
}

/** The column that a reader of any table would call it. */
const KIND_OF: Readonly<Record<CostKind, ColumnKind>> = {
  number: 'number',
  content: 'content',
  unit: 'unit',
  measure: 'measure',
  quantity: 'quantity',
  price: 'money',
  amount: 'money',
  note: 'note',
};

function parted(words: readonly Token[], at: number, open: readonly Open[]): readonly Open[] | null {
  const word = words[at];
  if (word === undefined) {
    const kinds = open.map((one) => KINDS.get(one.said));
    const whole = kinds.every((kind) => kind !== undefined) && new Set(kinds).size === kinds.length;
    return whole ? open : null;
  }
  const said = plain(word.text);
  for (let n = open.length - 1; n >= 0; n--) {
    const one = open[n];
    if (one === undefined || !BEGUN.has(one.said + said)) continue;
    const longer = open.with(n, { said: one.said + said, words: [...one.words, word] });
    const found = parted(words, at + 1, longer);
    if (found !== null) return found;
  }
  if (!BEGUN.has(said) || !/^\p{Lu}/u.test(word.text)) return null;
  return parted(words, at + 1, [...open, { said, words: [word] }]);
}

function linesOf(words: readonly Token[]): readonly (readonly Token[])[] {
  const lines: Token[][] = [];
  for (const word of words) {
    const last = lines.at(-1);
    if (last !== undefined && last[0]?.line === word.line) last.push(word);
    else lines.push([word]);
  }
  return lines;
}

/** Whether the words may begin a title: the cheapest look. */
export const beginsCostTitle = (word: string): boolean => /^\p{Lu}/u.test(word) && BEGUN.has(plain(word));
