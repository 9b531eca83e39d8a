import type { Span } from '../../document/span.js';
import { allMatches } from '../all-matches.js';
import { type CalendarDate, DATE_SOURCE, dateOf } from '../calendar.js';
import { DOCUMENT_TYPES, TYPE_ABBREVIATIONS } from './document-type.js';
import { readIssuer } from './issuer.js';
import { findLocators, type LocatorPhrase } from './locator.js';

const TYPE_NAMES = DOCUMENT_TYPES.map((t) => t.replace(/ /gu, String.raw`\s`)).join('|');
const SHORT_NAMES = [...TYPE_ABBREVIATIONS.keys()].join('|');

const TYPE = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:(?<type>${TYPE_NAMES})|(?<short>${SHORT_NAMES}))(?![\p{L}\p{N}])`,
  'giu',
);
const LAW = /^(?:Luật|Bộ luật|Pháp lệnh)$/u;

/** What may stand between a type and its number, by what it is. */
const DIRECT = /^\s*(?:số)?\s*:?\s*$/iu;
/** "Công điện khẩn số", "Chương trình phối hợp số", "Công văn hỏa tốc số": what kind of it. */
const KIND =
  /^\s(?:khẩn|hỏa\stốc|hoả\stốc|mật|phối\shợp|liên\s(?:ngành|tịch|sở)|công\stác|chỉ\sđạo|hành\sđộng|tổng\sthể|chi\stiết|chung)\s(?:số)\s?:?\s*$/iu;
const NAMED = /^\s+([^;:.()\n]{1,160}?)\s*,?\s+số\s*:?\s*$/iu;
const ISSUED_BY = /^\s+của\s+(\p{Lu}[^;:.()\n]{1,140}?)\s*,?\s+số\s*:?\s*$/u;

/** What stands in front of a number: the document's type, and a law's name or an issuer between them. */
export interface Lead {
  readonly type: string;
  readonly typeSpan: Span;
  readonly name: Span | null;
  readonly issuer: Span | null;
}

/** Reads the type in front of the number that begins at `at`; looks back no further than `floor`. */
export function readLead(text: string, at: number, floor: number): Lead | null {
  const from = Math.max(floor, at - 220);
  const before = text.slice(from, at);
  for (const hit of [...allMatches(before, TYPE)].reverse()) {
    const typeSpan = { start: from + hit.index, end: from + hit.index + hit[0].length };
    const type = typeName(hit);
    if (type === null) continue;
    const rest = text.slice(typeSpan.end, at);
    const inside = (part: string | undefined): Span | null => {
      if (part === undefined) return null;
      const start = text.indexOf(part, typeSpan.end);
      return { start, end: start + part.length };
    };
    if (DIRECT.test(rest) || KIND.test(rest)) return { type, typeSpan, name: null, issuer: null };
    if (LAW.test(type)) {
      const named = NAMED.exec(rest);
      if (named !== null)
        return amending(text, from, { type, typeSpan, name: inside(named[1]), issuer: null });
    }
    const issued = ISSUED_BY.exec(rest);
    if (issued !== null) return { type, typeSpan, name: null, issuer: inside(issued[1]) };
  }
  return null;
}

const AMENDS =
  /(?<![\p{L}\p{N}])(Luật|Bộ luật|Pháp lệnh)\s+(?:sửa đổi|bổ sung)[^;:.()\n]{0,100}?\s(?:của|các)\s+(?:các\s+)?$/u;

/** "Luật sửa đổi, bổ sung một số điều của Luật X số …": the number is the amending law's, X is part of its name. */
function amending(text: string, from: number, lead: Lead): Lead {
  const outer = AMENDS.exec(text.slice(from, lead.typeSpan.start));
  if (outer === null || lead.name === null) return lead;
  const start = from + outer.index;
  const type = outer[1] ?? lead.type;
  return {
    type,
    typeSpan: { start, end: start + type.length },
    name: { start: start + type.length + 1, end: lead.name.end },
    issuer: null,
  };
}

/** The type as the register of types writes it, for "quyết định", "QUYẾT ĐỊNH" and "QĐ" too; null for a chance match. */
function typeName(hit: RegExpMatchArray): string | null {
  const short = hit.groups?.short;
  if (short !== undefined) return TYPE_ABBREVIATIONS.get(short) ?? null;
  const written = (hit.groups?.type ?? '').replace(/\s/gu, ' ').toLowerCase();
  return DOCUMENT_TYPES.find((t) => t.toLowerCase() === written) ?? null;
}

const DATE_AFTER = new RegExp(String.raw`\s*[,(]?\s*(?:(?:ban hành|ký)\s+)?${DATE_SOURCE}\s?\)?`, 'uy');
const YEAR_AFTER = /\s*,?\s*năm\s+(\d{4})(?!\d)/uy;
const BY = /\s*,?\s*(?:do|của)\s+/uy;

/** What follows a number: date, issuer, and the place where a title may begin. */
export interface Tail {
  readonly date: CalendarDate | null;
  readonly dateSpan: Span | null;
  readonly issuer: Span | null;
  readonly end: number;
}

const at = (pattern: RegExp, text: string, from: number): RegExpExecArray | null => {
  pattern.lastIndex = from;
  return pattern.exec(text);
};

/**
 * Reads date and issuer behind a number that ends at `from`, in either order. Nothing behind `limit` is taken. `joint`:
 * the document has several issuers (liên tịch).
 */
export function readTail(whole: string, from: number, limit: number, joint = false): Tail {
  const text = whole.slice(0, limit);
  let end = from;
  let date: CalendarDate | null = null;
  let dateSpan: Span | null = null;
  let issuer: Span | null = null;
  for (let turn = 0; turn < 2; turn++) {
    if (dateSpan === null) {
      const dated = at(DATE_AFTER, text, end);
      const year = dated === null ? at(YEAR_AFTER, text, end) : null;
      if (dated !== null) {
        date = dateOf(dated.groups ?? {});
        const lead = /^[\s,(]*/u.exec(dated[0])?.[0].length ?? 0;
        dateSpan = { start: end + lead, end: end + dated[0].replace(/[\s)]+$/u, '').length };
        end += dated[0].trimEnd().length;
      } else if (year !== null && issuer === null) {
        date = { year: Number(year[1]), month: null, day: null };
        dateSpan = { start: end + year[0].search(/năm/u), end: end + year[0].length };
        end += year[0].length;
      }
    }
    if (issuer === null) {
      const by = at(BY, text, end);
      const name = by === null ? null : readIssuer(text, end + by[0].length, joint);
      if (name !== null) {
        issuer = name;
        end = name.end;
      }
    }
  }
  return { date, dateSpan, issuer, end };
}

const NAMES_ANOTHER = new RegExp(String.raw`^\s*,?\s*(?:của\s+)?(?:${TYPE_NAMES})(?!\p{L})`, 'u');

/** The locator phrase that belongs to a citation that begins at `start` or whose head ends at `end`. */
export function locatorsFor(
  text: string,
  floor: number,
  start: number,
  end: number,
): { phrases: readonly LocatorPhrase[]; start: number; end: number } {
  const from = Math.max(floor, start - 160);
  const before = findLocators(text.slice(from, start), from).at(-1);
  if (
    before !== undefined &&
    /^\s*,?\s*(?:của|thuộc|tại|trong)?\s*$/u.test(text.slice(before.span.end, start))
  )
    return { phrases: [before], start: before.span.start, end };
  const after = /^\s*[,(]?\s*(?:tại\s+|cụ thể\s+(?:tại\s+)?)?(?=(?:điểm|khoản|điều|chương)\s)/iu.exec(
    text.slice(end, end + 40),
  );
  if (after !== null) {
    const phrase = findLocators(text.slice(end, end + 200), end)[0];
    const joined = phrase !== undefined && phrase.span.start === end + after[0].length;
    const own = phrase === undefined ? '' : text.slice(phrase.span.end, phrase.span.end + 30);
    // "…; Điều 5 Luật X" belongs to the law that follows it
    if (joined && !NAMES_ANOTHER.test(own)) return { phrases: [phrase], start, end: phrase.span.end };
  }
  return { phrases: [], start, end };
}
