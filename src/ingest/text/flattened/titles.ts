import { type ColumnKind, isTickTitle, TITLE_OPENERS, TITLE_WORDS } from './kinds.js';
import type { Token } from './tokens.js';

/** A column title: its words in order (they may stand apart in the file) and what it says the column holds. */
export interface Title {
  readonly kind: ColumnKind;
  /** One entry a printed line of the title. */
  readonly lines: readonly (readonly Token[])[];
}

/** A word of a title without its punctuation, in lower case. */
export const bare = (word: string): string => word.toLowerCase().replace(/^[("'[]+|[)"'\].,;:*]+$/gu, '');
const isTitleWord = (word: string): boolean =>
  bare(word)
    .split(/[/,-]/u)
    .every((part) => part === '' || TITLE_WORDS.has(part)) || isTickTitle(word);
/** "(1)", "(2)", "A", "B" under a head. */
export const isColumnMark = (word: string): boolean => /^\(\d{1,2}\)$/u.test(word);

function openerOf(words: readonly Token[], at: number): ColumnKind | null {
  if (isTickTitle(words[at]?.text ?? '')) return 'tick';
  const first = bare(words[at]?.text ?? '');
  const joined = [0, 1, 2, 3].map((n) =>
    words
      .slice(at, at + n + 1)
      .map((w) => bare(w.text).replace(/\/.*$/u, ''))
      .join(' '),
  );
  for (const [phrase, kind] of TITLE_OPENERS)
    if (joined.includes(phrase) && phrase.startsWith(first.replace(/\/.*$/u, ''))) return kind;
  return null;
}

/** What a title that says `words` heads; null where it is no title's wording. */
export const kindOf = (words: readonly Token[]): ColumnKind | null =>
  openerOf(words, 0) ?? openerBegun(words[0]?.text ?? '');

/** Whether a title's opening words begin at words[at]. */
export const opensTitle = (words: readonly Token[], at: number): boolean => openerOf(words, at) !== null;

/** A title whose first line breaks inside its opening phrase: "Thời" over "gian". */
function openerBegun(word: string): ColumnKind | null {
  const w = bare(word);
  if (w.length < 2) return null;
  const kinds = new Set<ColumnKind>();
  for (const [phrase, kind] of TITLE_OPENERS) if (phrase.startsWith(`${w} `)) kinds.add(kind);
  const [only] = kinds;
  if (kinds.size === 1 && only !== undefined) return only;
  return kinds.has('unit') && w === 'đơn'
    ? 'unit'
    : kinds.has('time') && w === 'thời'
      ? 'time'
      : (only ?? null);
}

/** A title while it is read. */
export interface Open {
  kind: ColumnKind;
  /** In the second row of a head, under a title over several columns. */
  lower?: boolean;
  lines: Token[][];
}

const isCapital = (word: string): boolean => /^[("]?\p{Lu}/u.test(word);

/** Pairs of words that a title's line break may part: the second one must follow the first. */
const PAIRS: ReadonlyMap<string, string> = new Map(
  `chủ:trì phối:hợp thực:hiện hoàn:thành thời:gian đơn:vị cơ:quan bộ:phận nội:dung công:việc nhiệm:vụ sản:phẩm kết:quả
  số:lượng thành:tiền ghi:chú tiến:độ kinh:phí phân:công trách:nhiệm bắt:đầu dự:kiến cá:nhân tổ:chức st:t đối:tượng`
    .split(/\s+/u)
    .map((pair) => pair.split(':') as [string, string]),
);

/** Reads lines of title words as titles; `across` where lines of several titles take turns. */
export function readTitles(lines: readonly (readonly Token[])[]): {
  titles: readonly Open[];
  across: boolean;
} {
  const titles: Open[] = [];
  let across = false;
  const capitals = lines.flat().every((t) => !/\p{Ll}/u.test(t.text));
  for (const words of lines) {
    let current: Open | null = null;
    let line: Token[] = [];
    for (let i = 0; i < words.length; i++) {
      const word = words[i];
      if (word === undefined) continue;
      const before = words[i - 1];
      const kind = openerOf(words, i) ?? (i === words.length - 1 || i === 0 ? openerBegun(word.text) : null);
      const joined = before !== undefined && PAIRS.get(bare(before.text)) === bare(word.text);
      const secondT =
        word.text === 'T' && titles.some((t) => bare(t.lines.at(-1)?.at(-1)?.text ?? '') === 'st');
      const opens =
        !secondT &&
        kind !== null &&
        !joined &&
        (capitals ? opensInCapitals(titles, current, kind, i) : isCapital(word.text));
      if (opens) {
        line = [word];
        current = { kind, lines: [line] };
        titles.push(current);
      } else if (i === 0) {
        current = continued(titles, word);
        if (current === null) continue;
        if (current !== titles.at(-1)) across = true;
        line = [word];
        current.lines.push(line);
      } else line.push(word);
    }
  }
  if (titles[0]?.kind !== 'number' && titles.some((t) => t.kind === 'number')) across = true;
  return {
    titles: titles.map((title) => ({ ...title, kind: openerOf(title.lines.flat(), 0) ?? title.kind })),
    across,
  };
}

/** In a head of capitals only, an opening phrase goes on with a title of its own kind ("NỘI DUNG CÔNG VIỆC"). */
const opensInCapitals = (
  titles: readonly Open[],
  current: Open | null,
  kind: ColumnKind,
  at: number,
): boolean => {
  const open = current ?? titles.at(-1) ?? null;
  if (open === null) return true;
  if (open.kind === kind && at > 0) return false;
  if (open.kind === 'time' && (kind === 'unit' || kind === 'time') && at > 0) return false;
  return true;
};

const BELONGS: readonly (readonly [RegExp, readonly ColumnKind[]])[] = [
  [/^(?:trì|hợp)$/u, ['unit']],
  [/^(?:gian|hạn|hoàn|thành|bắt|kết)$/u, ['time']],
  [/^[(]?(?:đồng|triệu|nghìn|vnđ)$/u, ['money']],
  [/^(?:đầu|ra|cần|đạt|phẩm|quả)$/u, ['output']],
  [/^(?:tính)$/u, ['unit', 'measure']],
  [/^(?:thực|hiện|nhiệm|nhân)$/u, ['unit', 'time', 'content']],
  [/^(?:t)$/u, ['number']],
];

/**
 * Which title a line that begins in lower case goes on with. Lines that were read across the page come from left to
 * right: a title further right than the one that went on last comes first.
 */
function continued(titles: readonly Open[], word: Token): Open | null {
  const first = bare(word.text);
  const last = titles.at(-1);
  if (last === undefined) return null;
  const across = titles[0]?.kind !== 'number' && titles.some((t) => t.kind === 'number');
  const most = Math.max(...titles.map((t) => t.lines.length));
  let cost = Number.POSITIVE_INFINITY;
  let fit: Open = last;
  const wentOn = titles.findLastIndex((t) => t.lines.length === most && most > 1);
  for (const [i, title] of titles.entries()) {
    const end = bare(title.lines.at(-1)?.at(-1)?.text ?? '');
    const wants = PAIRS.get(end);
    let c = wants === first ? -4 : wants !== undefined && !completes(title) ? 2 : 0;
    const belongs = BELONGS.find(([words]) => words.test(first));
    if (belongs?.[1].includes(title.kind)) c -= 3;
    c += title.lines.length === most && most > 1 && i <= wentOn ? 1 : 0;
    c += 0.12 * Math.max(...title.lines.map((l) => l.map((w) => w.text).join(' ').length));
    if (title.kind === 'number' && wants !== first) c += 4;
    if (title === last && !across) c -= 1.6;
    if (c < cost) {
      cost = c;
      fit = title;
    }
  }
  return fit;
}

/** Whether a title's last words make a pair already, so that it needs no other word. */
const completes = (title: Open): boolean => {
  const words = title.lines.flat().map((w) => bare(w.text));
  const [a, b] = [words.at(-2) ?? '', words.at(-1) ?? ''];
  return PAIRS.get(a) === b;
};

/** Whether a line holds nothing but words of titles, or the numbers of columns. */
export function isTitleLine(tokens: readonly Token[]): boolean {
  if (/^[-–+•]/u.test(tokens[0]?.text ?? '')) return false;
  const ticks = tokens.filter((t) => isTickTitle(t.text)).length;
  return (
    (ticks === 0 || ticks === tokens.length) &&
    tokens.every((t) => isTitleWord(t.text) || isColumnMark(t.text))
  );
}
