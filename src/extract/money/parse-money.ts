import type { Span } from '../../document/span.js';
import type { Per } from '../../record/fields.js';
import { allMatches } from '../all-matches.js';
import { numberInWords } from './in-words.js';

/** A sum of money in a text: `value` in đồng; spans count in the text that was given. */
export interface ParsedMoney {
  readonly span: Span;
  readonly value: number;
  readonly per: readonly Per[];
  /** The sum in words behind the figures; null where none stands there. */
  readonly inWords: number | null;
}

const FIGURE = String.raw`\d{1,3}(?:\.\d{3})+,\d{1,2}(?!\d)|\d{1,3}(?:[.,\s]\d{3})+|\d+(?:[.,]\d+)?`;
const SCALE = `(?<scale>nghìn|ngàn|triệu|tỷ|tỉ|tr)`;
const DONG = String.raw`(?:đồng|đ|VNĐ|VND|vnđ)(?![\p{L}\p{N}])`;
// "15.000.000 đồng", "10 triệu đồng", "1,5 tỷ", "60 triệu"; a bare figure is no money
const MONEY = new RegExp(
  String.raw`(?<![\p{L}\p{N}.,/])(?<figure>${FIGURE})\s*(?:${SCALE}(?![\p{L}\p{N}])(?:\s*(?<more>\d{1,3})(?![\d.,]|\s*(?:nghìn|ngàn|triệu|tỷ|tỉ)))?(?:\s*${DONG})?|${DONG})`,
  'gu',
);
const NUMBER_WORD = `(?:không|một|mốt|hai|ba|bốn|tư|năm|lăm|nhăm|sáu|bảy|bẩy|tám|chín|mười|mươi|trăm|linh|lẻ|nghìn|ngàn|triệu|tỷ|tỉ|rưỡi)`;
const WORDS = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?<words>${NUMBER_WORD}(?:[\s,]+${NUMBER_WORD}){1,24})\s+đồng(?![\p{L}\p{N}])(?:\s+chẵn)?`,
  'giu',
);
/** A text without it holds no sum in words. Looked for from "đồng" backwards: few stand in a text. */
const ENDS_WORDS = new RegExp(String.raw`(?<=${NUMBER_WORD}\s+)đồng`, 'iu');
const BEHIND = new RegExp(
  String.raw`^[\s./]*(?:\(|,|–|-)?\s*(?:(?:viết\s+)?bằng\s+chữ\s*:?)?\s*(?<words>${NUMBER_WORD}(?:[\s,]+${NUMBER_WORD}){1,24})\s+đồng(?:\s+chẵn)?[\s./]*\)?`,
  'iu',
);
const PER =
  /^\s*(?:\/|một\s|mỗi\s)\s*(?:0?1\s+)?(năm|đơn\s+vị|cơ\s+quan|người|quý|quí|tháng|ngày)(?![\p{L}\p{N}])/iu;
const PER_OF: ReadonlyMap<string, Per> = new Map([
  ['năm', 'year'],
  ['đơn vị', 'unit'],
  ['cơ quan', 'unit'],
  ['người', 'person'],
  ['quý', 'quarter'],
  ['quí', 'quarter'],
  ['tháng', 'month'],
  ['ngày', 'day'],
]);
const SCALE_OF: ReadonlyMap<string, number> = new Map([
  ['nghìn', 1e3],
  ['ngàn', 1e3],
  ['triệu', 1e6],
  ['tr', 1e6],
  ['tỷ', 1e9],
  ['tỉ', 1e9],
]);

/**
 * "15.000.000" -> 15000000, "1.245,5" -> 1245.5, "1,5" -> 1.5, "12 500 000" -> 12500000; NaN where separators
 * contradict each other.
 */
export function readFigure(figure: string): number {
  if (/^\d{1,3}(?:\.\d{3})+,\d{1,2}$/u.test(figure))
    return Number(figure.replace(/\./gu, '').replace(',', '.'));
  const grouped = /^\d{1,3}(?:[.,\s]\d{3})+$/u.test(figure);
  return Number(grouped ? figure.replace(/[.,\s]/gu, '') : figure.replace(',', '.'));
}

function perBehind(text: string, from: number): { readonly per: readonly Per[]; readonly end: number } {
  const per: Per[] = [];
  let end = from;
  for (;;) {
    const match = PER.exec(text.slice(end, end + 30));
    const unit = PER_OF.get((match?.[1] ?? '').toLowerCase().replace(/\s+/gu, ' '));
    if (match === null || unit === undefined) return { per, end };
    per.push(unit);
    end += match[0].length;
  }
}

/** A text without any of these names no sum. */
const NAMES_MONEY = /đồng|\d\s*(?:nghìn|ngàn|tr|tỷ|tỉ|đ|vn)/iu;

/** Every sum of money in `text`, in order; a sum repeated in words behind its figures is one. */
export function parseMoney(text: string): readonly ParsedMoney[] {
  if (!NAMES_MONEY.test(text)) return [];
  const found: ParsedMoney[] = [];
  for (const match of allMatches(text, MONEY)) {
    const groups = match.groups ?? {};
    const figure = readFigure(groups.figure ?? '');
    const scale = SCALE_OF.get(groups.scale ?? '') ?? 1;
    // "1 tỷ 500 triệu" is one sum in two figures; "2 triệu 5" is 2.5 million
    const more = groups.more === undefined ? 0 : (Number(groups.more) / 10 ** groups.more.length) * scale;
    const value = Math.round(figure * scale + more);
    if (!Number.isSafeInteger(value) || value === 0) continue;
    const last = found.at(-1);
    const start = match.index;
    const between = last === undefined ? '' : text.slice(last.span.end, start);
    if (
      last !== undefined &&
      between.trim() === '' &&
      between.length <= 2 &&
      last.per.length === 0 &&
      value < last.value &&
      groups.scale !== undefined
    ) {
      const rest = perBehind(text, start + match[0].length);
      found[found.length - 1] = {
        ...last,
        value: last.value + value,
        per: rest.per,
        span: { start: last.span.start, end: rest.end },
      };
      continue;
    }
    const { per, end } = perBehind(text, start + match[0].length);
    const behind = BEHIND.exec(text.slice(end, end + 240));
    const inWords = behind === null ? null : numberInWords(behind.groups?.words ?? '');
    found.push({
      span: { start, end: behind === null ? end : end + behind[0].trimEnd().length },
      value,
      per,
      inWords,
    });
  }
  if (!ENDS_WORDS.test(text)) return found;
  for (const match of allMatches(text, WORDS)) {
    const start = match.index;
    if (found.some((f) => start < f.span.end && start + match[0].length > f.span.start)) continue;
    const value = numberInWords(match.groups?.words ?? '');
    if (value === null || value < 1000) continue;
    const { per, end } = perBehind(text, start + match[0].length);
    found.push({ span: { start, end }, value, per, inWords: null });
  }
  return found.sort((a, b) => a.span.start - b.span.start);
}
