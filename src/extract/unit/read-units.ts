import type { Span } from '../../document/span.js';
import { allMatches } from '../all-matches.js';
import { BINDERS, DUTY_VERBS, FALSE_HEADS, STRONG_HEADS, UNIT_HEADS } from './words.js';

const alternatives = (words: readonly string[]): string =>
  [...words]
    .sort((a, b) => b.length - a.length)
    .map((w) => w.replace(/[.*+?^${}()|[\]\\/]/gu, String.raw`\$&`).replace(/ /gu, String.raw`\s+`))
    .join('|');
const WORDS = String.raw`(?:${alternatives(UNIT_HEADS)})(?![\p{L}\p{N}])`;
const NONE = String.raw`(?!(?:${alternatives(FALSE_HEADS)})(?![\p{L}\p{N}]))`;
const ABBREVIATED = /^\p{Lu}[\p{Lu}\d&Đ]{1,9}(?![\p{L}\p{N}])/u;
const NAMED = new RegExp(`^${NONE}${WORDS}`, 'u');
const NAMED_ANY_CASE = new RegExp(`^${NONE}${WORDS}`, 'iu');
const HEAD = { test: (text: string): boolean => NAMED.test(text) || ABBREVIATED.test(text) };
const STRONG = new RegExp(String.raw`(?<=\s)${NONE}(?:${alternatives(STRONG_HEADS)})(?![\p{L}\p{N}])`, 'gu');
const VERB = new RegExp(String.raw`(?<=[\s,])(?:${alternatives(DUTY_VERBS)})(?![\p{L}\p{N}])`, 'gu');
const BOUND = new RegExp(String.raw`(?:^|[\s(])(?:${alternatives(BINDERS)})\s*$`, 'iu');

/** Whether a unit's name may begin here. */
export const beginsUnit = (text: string): boolean => HEAD.test(text);

/** Names in which a verb right behind the head belongs to the name: "Đoàn đánh giá nội bộ", "Tổ giúp việc". */
const NAMED_BY_VERB =
  /^(?:Đoàn|Tổ|Nhóm|Ban|Bộ phận|Bộ phận một cửa|Ban Chỉ đạo|Ban chỉ đạo|Người|Chuyên gia|Các cá nhân|Cá nhân|Hội đồng|Trung tâm)\s*$/u;

/**
 * Where the unit's name that begins at `from` ends inside `text[from..to)`: before what it is to do there ("Phòng TĐC
 * tổng hợp", "… thuộc Sở tham dự"), a bracket that says no abbreviation, or a colon.
 */
export function unitEnd(text: string, from: number, to: number): number {
  const name = text.slice(from, to);
  let end = name.length;
  const stop = /:(?!\s?\d)|\s\((?!\s*[\p{Lu}&\d]{2,12}\s*\)|\s*Phòng\s)|[;\n]/u.exec(name);
  if (stop !== null) end = stop.index;
  for (const verb of allMatches(name.slice(0, end), VERB)) {
    const before = name.slice(0, verb.index);
    // "Các tổ chức", "đơn vị tổ chức": a noun there
    if (/(?:^|\s)(?:[Cc]ác|những|và|,|một số|mọi)\s*$/u.test(before) && !/,\s*$/u.test(before)) continue;
    if (NAMED_BY_VERB.test(before)) continue;
    if (before.trim().length < 2) continue;
    // "Phòng Quản lý quy hoạch, xây dựng": with nothing behind it, a verb in a list is part of the name
    if (/(?:,|và)\s*$/u.test(before) && /^[\s.;,]*$/u.test(name.slice(verb.index + verb[0].length))) continue;
    end = Math.min(end, verb.index);
    break;
  }
  return from + name.slice(0, end).replace(/[\s,.;:–-]+$/u, '').length;
}

/** "Văn phòng HĐND và UBND", "Văn phòng Đoàn ĐBQH và HĐND": one office of two bodies. */
const JOINT_BEFORE = /(?:HĐND|Hội đồng nhân dân|ĐBQH|đại biểu Quốc hội)\s*$/u;
const JOINT_AFTER = /^(?:UBND|Ủy ban nhân dân|Uỷ ban nhân dân|HĐND|Hội đồng nhân dân)(?!\p{L})/u;

/** Whether a separator parts two units. "Các phòng, ban, trung tâm" goes on in lower case; "và các phòng" is another. */
function parts(separator: string, before: string, after: string): boolean {
  if (JOINT_BEFORE.test(before) && JOINT_AFTER.test(after)) return false;
  const named = HEAD.test(after);
  if (!/\s(?:và|cùng|với)\s/u.test(separator))
    return named || (/^các\s+\p{L}/u.test(after) && /[,;]/u.test(separator));
  if (/^(?:các\s+)?(?:cá nhân|tổ chức)/u.test(after) || /(?:^|[\s,])(?:trưởng|phó)$/iu.test(before))
    return false;
  return named || /^các\s/u.test(after);
}

/** Splits `text[from..to)` at commas, dashes, "và" and strong heads into stretches that begin with a unit. */
function stretches(text: string, from: number, to: number): readonly Span[] {
  const body = text.slice(from, to);
  const cuts = new Set<number>();
  for (const sep of allMatches(body, /[,;\n]\s*|\s[-–+•]\s*|\s(?:và|cùng|phối hợp với)\s+/gu)) {
    const after = body.slice(sep.index + sep[0].length);
    if (parts(sep[0], body.slice(0, sep.index), after)) cuts.add(sep.index);
  }
  for (const head of allMatches(body, STRONG)) {
    const before = body.slice(0, head.index);
    if (!BOUND.test(before) && !/[(,;:]\s*$/u.test(before)) cuts.add(head.index);
  }
  const places = [0, ...[...cuts].sort((a, b) => a - b), body.length];
  return places
    .slice(0, -1)
    .map((start, i) => ({ start: from + start, end: from + (places[i + 1] ?? body.length) }));
}

const LEAD = /^[\s\-–+•*,;.:]*(?:(?:và|cùng|phối hợp với)\s+)?/u;

/** The stretches of a heading that names units and nothing else; no duty is cut off. */
export function unitsOfHeading(text: string, from: number, to: number): readonly Span[] {
  return stretches(text, from, to).map((stretch) => {
    const lead = LEAD.exec(text.slice(stretch.start, stretch.end))?.[0].length ?? 0;
    const start = stretch.start + lead;
    return { start, end: start + text.slice(start, stretch.end).replace(/[\s,.;:–-]+$/u, '').length };
  });
}

/** The units named in `text[from..to)`, in order, as spans of their names. */
export function readUnits(text: string, from = 0, to = text.length): readonly Span[] {
  const found: Span[] = [];
  for (const stretch of stretches(text, from, to)) {
    const lead = LEAD.exec(text.slice(stretch.start, stretch.end))?.[0].length ?? 0;
    const start = stretch.start + lead;
    if (start >= stretch.end) continue;
    const end = unitEnd(text, start, stretch.end);
    if (end > start && /\p{L}/u.test(text.slice(start, end))) found.push({ start, end });
  }
  return found;
}

/** Whether text in any case looks like a unit's name (for headings and the subjects of sentences). */
export function looksLikeUnit(text: string): boolean {
  const trimmed = text.trim();
  return NAMED_ANY_CASE.test(trimmed) || ABBREVIATED.test(trimmed);
}
