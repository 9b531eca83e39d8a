import type { Span } from '../../document/span.js';
import type { Locator } from '../../record/fields.js';

/** A run of "điểm … khoản … Điều … Chương …" and the places it names. */
export interface LocatorPhrase {
  readonly span: Span;
  readonly locators: readonly Locator[];
}

type Level = 'point' | 'clause' | 'article' | 'chapter';
const LEVEL_OF: ReadonlyMap<string, Level> = new Map([
  ['điểm', 'point'],
  ['khoản', 'clause'],
  ['điều', 'article'],
  ['chương', 'chapter'],
]);
const DEPTH: Record<Level, number> = { point: 0, clause: 1, article: 2, chapter: 3 };

interface Group {
  readonly level: Level;
  readonly values: readonly string[];
}

const KEYWORD = /(?<![\p{L}\p{N}])(điểm|khoản|điều|chương)\s+/giuy;
const VALUE: Record<Level, RegExp> = {
  point: /([a-zđ])(?![\p{L}\p{N}])[)"”]?/giuy,
  clause: /(\d{1,3}[a-zđ]?)(?![\p{L}\p{N}])/giuy,
  article: /(\d{1,3}[a-zđ]?)(?![\p{L}\p{N}])/giuy,
  chapter: /([IVXLC]{1,6}|\d{1,2})(?![\p{L}\p{N}])/giuy,
};
const LIST = /\s*(?:,|;|và|hoặc)\s*/giuy;
const RANGE = /\s*(?:đến|-|–|tới)\s*/giuy;
const JOIN = /\s*(?:,|;|(?:,\s*)?và|của|thuộc|tại)?\s*(?:các\s+(?=điểm|khoản|điều|chương))?/giuy;

const at = (pattern: RegExp, text: string, from: number): RegExpExecArray | null => {
  pattern.lastIndex = from;
  return pattern.exec(text);
};

/** Spells a range out: "5" to "7" -> 5, 6, 7; letters by the Vietnamese alphabet's order a b c d đ e g …. */
function spellOut(level: Level, from: string, to: string): readonly string[] {
  const letters = 'abcdđeghiklmnopqrstuvxy';
  const low = level === 'point' ? letters.indexOf(from.toLowerCase()) : Number.parseInt(from, 10);
  const high = level === 'point' ? letters.indexOf(to.toLowerCase()) : Number.parseInt(to, 10);
  if (!(low >= 0 && high >= low && high - low < 60)) return [from, to];
  return Array.from({ length: high - low + 1 }, (_, i) =>
    level === 'point' ? letters.charAt(low + i) : String(low + i),
  );
}

/** Reads "khoản 1, 2 và 3" from `from`; null where no level's name stands there. */
function readGroup(text: string, from: number): { group: Group; end: number } | null {
  const keyword = at(KEYWORD, text, from);
  const level = LEVEL_OF.get(keyword?.[1]?.toLowerCase() ?? '');
  if (keyword === null || level === undefined) return null;
  let cursor = from + keyword[0].length;
  const values: string[] = [];
  for (;;) {
    const value = at(VALUE[level], text, cursor);
    if (value === null) break;
    values.push(value[1] ?? '');
    cursor += value[0].length;
    const range = at(RANGE, text, cursor);
    if (range !== null) {
      // "Điều 5 đến Điều 7" repeats the level's name, "Điều 5-7" does not
      const name = at(KEYWORD, text, cursor + range[0].length);
      const same = name !== null && LEVEL_OF.get((name[1] ?? '').toLowerCase()) === level;
      const start = cursor + range[0].length + (same ? name[0].length : 0);
      const last = at(VALUE[level], text, start);
      if (last !== null && (name === null || same)) {
        values.push(...spellOut(level, values.pop() ?? '', last[1] ?? ''));
        cursor = start + last[0].length;
      }
    }
    const list = at(LIST, text, cursor);
    if (list === null || at(VALUE[level], text, cursor + list[0].length) === null) break;
    cursor += list[0].length;
  }
  return values.length === 0 ? null : { group: { level, values }, end: cursor };
}

/** Turns groups in reading order into places: "điểm a khoản 1 và khoản 3 Điều 5" -> a/1/5 and 3/5. */
function combine(groups: readonly Group[]): readonly Locator[] {
  const done: Locator[] = [];
  let open: Locator[] = [];
  let depth = -1;
  const flush = (): void => {
    done.push(...open);
    open = [];
  };
  for (const { level, values } of groups) {
    if (DEPTH[level] <= depth) {
      // A finer or equal level starts a sibling: it waits for the coarser levels that both will share.
      const pending = open;
      const shares = pending.every((l) => l.article === undefined && l.chapter === undefined);
      if (shares && DEPTH[level] < DEPTH.article) {
        open = [...pending, ...values.map((v) => ({ [level]: v }))];
        depth = Math.max(DEPTH[level], -1);
        continue;
      }
      flush();
    }
    if (open.length === 0) open = values.map((v) => ({ [level]: v }));
    else {
      const [first, ...more] = values;
      open = open.map((l) => (l[level] === undefined ? { ...l, [level]: first } : l));
      open.push(...more.map((v) => ({ [level]: v })));
    }
    depth = DEPTH[level];
  }
  // "Điều 4, khoản 6": the coarser level stood first and nothing coarser follows
  const last = done.at(-1);
  if (last !== undefined && last.clause === undefined && open.every((l) => l.article === undefined)) {
    if (last.article !== undefined && open.length > 0) {
      done.pop();
      open = open.map((l) => ({ ...l, article: last.article }));
    }
  }
  flush();
  return done;
}

/** Every locator phrase of `text`, in order. `offset` is added to the spans. Linear in the length. */
export function findLocators(text: string, offset = 0): readonly LocatorPhrase[] {
  const found: LocatorPhrase[] = [];
  const start = /(?<![\p{L}\p{N}])(?:điểm|khoản|điều|chương)\s+[\p{L}\d]/giu;
  let cursor = 0;
  for (;;) {
    start.lastIndex = cursor;
    const hit = start.exec(text);
    if (hit === null) return found;
    const groups: Group[] = [];
    let end = hit.index;
    let next = hit.index;
    for (;;) {
      const read = readGroup(text, next);
      if (read === null) break;
      groups.push(read.group);
      end = read.end;
      next = end + (at(JOIN, text, end)?.[0].length ?? 0);
    }
    if (groups.length > 0)
      found.push({ span: { start: hit.index + offset, end: end + offset }, locators: combine(groups) });
    cursor = Math.max(end, hit.index + hit[0].length);
  }
}
