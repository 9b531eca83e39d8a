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
  /^(?:Đoàn|Tổ|Nhóm|Ban|Bộ phận|Bộ phận một cửa|Ban Chỉ đạo|Ban chỉ đạo|Người|Chuyên gia|Các cá nhân|Cá nhân|Hội đồng|Trung tâm)(?:\s+chuyên gia)?\s*$/u;

/** Words like a verb that end a unit's name: "Dịch vụ việc làm", "Phòng Kế hoạch tổng hợp". */
const NOUN_AFTER: ReadonlyMap<string, RegExp> = new Map([
  ['làm', /việc\s*$/u],
  [
    'tổng hợp',
    /(?:Phòng|Khoa|Tổ|Ban|Bộ phận|Vụ)\s+(?:[\p{L}\s,–-]{0,40}\s)?(?:[Kk]ế hoạch|[Hh]ành chính|[Tt]ổ chức|[Kk]inh tế|[Nn]ội|[Nn]goại|[Nn]ghiên cứu|[Nn]ội chính|[Nn]ghiệp vụ|[Tt]hư ký|[Vv]ăn xã)(?:\s+[-–])?\s*$/u,
  ],
]);
const isNoun = (verb: string, before: string): boolean => NOUN_AFTER.get(verb)?.test(before) ?? false;

const NAMES_FIELD = /[Qq]uản lý|[Nn]ghiệp vụ|[Kk]ỹ thuật|[Tt]hanh tra|[Kk]inh tế|[Dd]ự án|[Đđ]ầu tư/u;
const TAKES_OBJECT: ReadonlySet<string> = new Set([
  'xây dựng', 'đào tạo', 'kiểm tra', 'đánh giá', 'giám sát', 'hỗ trợ', 'tập huấn', 'quản lý', 'xử lý', 'số hóa', 'bảo trì', 'nghiên cứu', 'tiếp nhận',
]); // biome-ignore format: a table of words

/** "Đảng ủy xã lãnh đạo UBND xã": a verb where a body follows and none of "các", "tập thể" stands before it. */
const LEADS =
  /(?<!(?:[Cc]ác|chí|thể|[Bb]an|bộ|,|và))\s+lãnh\s+đạo(?=,?\s+(?:chỉ\s+đạo|UBND|HĐND|Ủy\s+ban|các\s|chi\s+bộ|Chi\s+bộ|việc|công\s+tác|toàn|triển))/u;

/**
 * Where the unit's name that begins at `from` ends inside `text[from..to)`: before what it is to do there ("Phòng TĐC
 * tổng hợp", "… thuộc Sở tham dự"), a bracket that says no abbreviation, or a colon.
 */
export function unitEnd(text: string, from: number, to: number): number {
  const name = text.slice(from, to);
  let end = name.length;
  const stop = /:(?!\s?\d)|\s\((?!\s*[\p{Lu}&\d]{2,12}\s*\)|\s*Phòng\s)|[;\n]/u.exec(name);
  if (stop !== null) end = stop.index;
  const leads = LEADS.exec(name.slice(0, end));
  if (leads !== null) end = leads.index;
  for (const verb of allMatches(name.slice(0, end), VERB)) {
    const before = name.slice(0, verb.index);
    // "Các tổ chức", "đơn vị tổ chức": a noun there
    if (/(?:^|\s)(?:[Cc]ác|những|và|,|một số|mọi)\s*$/u.test(before) && !/,\s*$/u.test(before)) continue;
    // "Các phòng được đánh giá" are named by what is done to them
    if (NAMED_BY_VERB.test(before) || isNoun(verb[0], before) || /\sđược\s*$/u.test(before)) continue;
    if (before.trim().length < 2) continue;
    // "Phòng Quản lý quy hoạch, xây dựng": with nothing behind it, a verb in a list is part of the name
    if (/(?:,|và)\s*$/u.test(before) && /^[\s.;,]*$/u.test(name.slice(verb.index + verb[0].length))) continue;
    // "Phòng Quản lý quy hoạch xây dựng": with nothing behind it, what wants an object is no verb
    if (
      NAMES_FIELD.test(before) &&
      TAKES_OBJECT.has(verb[0]) &&
      /^[\s.;,]*$/u.test(name.slice(verb.index + verb[0].length))
    )
      continue;
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

const DASH = /^\s[-–]\s$/u;
/** Heads before which a lone dash in running text parts two units rather than goes on with a name. */
const FULL_HEAD =
  /^(?:Các\s|Phòng|Văn phòng|Ban|Bộ phận|Sở|Chi cục|Trung tâm|Thư ký|UBND|Ủy ban)(?![\p{L}])/u;

/** Splits `text[from..to)` at commas, dashes, "và" and strong heads into stretches that begin with a unit. */
function stretches(text: string, from: number, to: number): readonly Span[] {
  const body = text.slice(from, to);
  const cuts = new Set<number>();
  const listed = /^\s*[-–+•]/u.test(body);
  for (const sep of allMatches(body, /[,;\n]\s*|\s[-–+•]\s*|\s(?:và|cùng|phối hợp với)\s+/gu)) {
    const after = body.slice(sep.index + sep[0].length);
    // "Phòng Tài chính - Kế toán": outside a list of dashes one joins two words of a name
    if (!listed && DASH.test(sep[0]) && !FULL_HEAD.test(after)) continue;
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
