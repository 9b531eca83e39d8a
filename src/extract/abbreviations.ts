import type { SourceDocument } from '../document/source-document.js';
import type { PlanRecord } from '../record/plan-record.js';
import { allMatches } from './all-matches.js';
import { anchorsIn, hasAnchor } from './anchors.js';
import { mentionAt } from './mention.js';
import type { Passage } from './passage.js';

type Abbreviation = PlanRecord['abbreviations'][number];

// "Hệ thống quản lý chất lượng (sau đây viết tắt là HTQLCL)", "(gọi tắt là Sở)", "(HTQLCL)"
const DEFINED =
  /\((?:(?:sau\s+đây\s+)?(?:gọi|viết)\s+(?:chung\s+|tắt\s+)?(?:tắt\s+)?là\s*:?\s*["“]?(?<named>[\p{L}\p{N}&\-–. ]{2,40}?)["”]?|(?<bare>(?:Phòng\s|Ban\s|Sở\s)?\p{Lu}[\p{Lu}\p{N}&Đ]{1,14}))\)/gu;

const BRACKET = /\((?=\p{Lu}|sau\s|gọi\s|viết\s)/gu;

/** The first letter of a word and of what follows a hyphen, comma or slash in it, in capitals. */
function initials(word: string): string {
  let found = '';
  for (let i = 0; i < word.length; i++)
    if (!isBreak(word, i) && (i === 0 || isBreak(word, i - 1))) found += word.charAt(i).toUpperCase();
  return found;
}

const isBreak = (word: string, at: number): boolean => '-–,/'.includes(word.charAt(at));

/** The words before a bracket whose initials the abbreviation is made of: at most twelve, ending at the bracket. */
function spelledOut(before: string, short: string): string | null {
  const letters = short.replace(/[^\p{L}]/gu, '').toUpperCase();
  const words = before.trimEnd().split(/\s+/u).slice(-12);
  const firsts = words.map(initials);
  for (let from = 0; from < words.length - 1; from++)
    if (firsts.slice(from).join('') === letters) return words.slice(from).join(' ');
  return null;
}

/** The name in front of a bracket that says "sau đây gọi tắt là …": back to a capital letter of its sentence. */
function namedBefore(before: string): string | null {
  const clause = before.slice(
    Math.max(before.lastIndexOf(';'), before.lastIndexOf(':'), before.lastIndexOf(',')) + 1,
  );
  const match = /(\p{Lu}[\p{L}\p{N}&\-– ]{2,120})$/u.exec(clause.trimEnd());
  return match?.[1]?.trim() ?? null;
}

/** Abbreviations that the document itself defines, in text order, the first definition of each. */
export function extractAbbreviations(
  document: SourceDocument,
  passages: readonly Passage[],
): readonly Abbreviation[] {
  const found = new Map<string, Abbreviation>();
  const brackets = anchorsIn(document.text, BRACKET);
  for (const { span } of passages) {
    if (!hasAnchor(brackets, span)) continue;
    const body = document.text.slice(span.start, span.end);
    for (const match of allMatches(body, DEFINED)) {
      const named = match.groups?.named?.trim();
      const bare = match.groups?.bare;
      const short = named ?? bare ?? '';
      const before = body.slice(Math.max(0, match.index - 160), match.index);
      const head = /^(Phòng|Ban|Sở)\s(.+)$/u.exec(short);
      const long =
        spelledOut(before, short) ??
        (named !== undefined
          ? namedBefore(before)
          : head !== null
            ? unitBefore(before, head[1] ?? '')
            : null);
      if (long === null || long === short || found.has(short)) continue;
      const start = span.start + match.index;
      const mention = mentionAt(document, { start, end: start + match[0].length });
      const { raw, location, confidence } = mention;
      found.set(short, { raw, span: mention.span, location, confidence, short, long });
    }
  }
  return [...found.values()];
}

/** "Phòng Quản lý Tiêu chuẩn Đo lường Chất lượng (Phòng TĐC)": back to the same kind of unit. */
function unitBefore(before: string, head: string): string | null {
  const at = before.lastIndexOf(`${head} `);
  const name = at < 0 ? '' : before.slice(at).trim();
  return name.length > head.length + 2 && name.length < 110 ? name : null;
}
