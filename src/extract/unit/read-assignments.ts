import type { Span } from '../../document/span.js';
import type { Role } from '../../record/fields.js';
import { allMatches } from '../all-matches.js';
import { readUnits } from './read-units.js';

/** A unit and its role; the span covers the unit's name in the text that was given. */
export interface ParsedAssignment {
  readonly span: Span;
  readonly role: Role;
}

/** The role that a column's head, a label or a bracket names; null where it names none. */
export function roleOf(words: string): Role | null {
  const text = words.toLowerCase();
  if (/chủ\s*trì|đầu\s*mối/u.test(text)) return 'lead';
  if (/phối\s*hợp|^hỗ\s*trợ|^(?:đơn\s+vị\s+|cơ\s+quan\s+)?tham\s+gia|đơn\s+vị\s+hỗ\s+trợ/u.test(text))
    return 'coordinate';
  if (/tham\s*mưu/u.test(text)) return 'advise';
  if (/trách\s*nhiệm|phụ\s*trách/u.test(text)) return 'responsible';
  if (/thực\s*hiện|đơn\s*vị|bộ\s*phận|cơ\s*quan|đối\s*tượng/u.test(text)) return 'implement';
  return null;
}

const LABEL =
  /(?:^|[\s;,.(])(?:[-–+•*]\s*)?((?:(?:Đơn vị|Cơ quan|Bộ phận|Phòng|Người)\s+)?(?:[Cc]hủ trì(?:\s+(?:thực hiện|tham mưu))?|[Pp]hối hợp(?:\s+(?:thực hiện|với))?|[Tt]ham mưu|[Tt]rách nhiệm|[Cc]hịu trách nhiệm(?:\s+chính)?|[Tt]hực hiện|[Đđ]ầu mối|[Hh]ỗ trợ|[Tt]ham gia|[Pp]hụ trách))\s*:/gu;
const SUFFIX = /\(\s*(chủ trì|phối hợp|tham mưu|chịu trách nhiệm|thực hiện|đầu mối)[^)]*\)/iu;
const WITH = /(?<=\s|^)(?:chủ trì[,;]?\s*)?phối hợp\s+(?:với\s+|cùng\s+)?/iu;

/**
 * The units of a cell with their roles: labels ("- Chủ trì: … - Phối hợp: …"), brackets ("… (chủ trì)"), the sentence
 * form ("Văn phòng chủ trì, phối hợp với Phòng A"), else `columnRole`.
 */
export function readAssignments(text: string, columnRole: Role): readonly ParsedAssignment[] {
  const labels = allMatches(text, LABEL);
  if (labels.length === 0) return plain(text, 0, text.length, columnRole);
  const found: ParsedAssignment[] = [...plain(text, 0, labels[0]?.index ?? 0, columnRole)];
  labels.forEach((label, i) => {
    const from = label.index + label[0].length;
    const to = labels[i + 1]?.index ?? text.length;
    found.push(...plain(text, from, to, roleOf(label[1] ?? '') ?? columnRole));
  });
  return found;
}

function plain(text: string, from: number, to: number, role: Role): readonly ParsedAssignment[] {
  const body = text.slice(from, to);
  const together = WITH.exec(body);
  if (together !== null && together.index > 0) {
    const lead =
      /chủ trì/iu.test(together[0]) || /chủ trì/iu.test(body.slice(0, together.index)) ? 'lead' : role;
    const cut = from + together.index;
    return [
      ...readUnits(text, from, cut).map((span): ParsedAssignment => ({ span, role: lead })),
      ...readUnits(text, cut + together[0].length, to).map(
        (span): ParsedAssignment => ({ span, role: 'coordinate' }),
      ),
    ];
  }
  return readUnits(text, from, to).map((span) => {
    const behind = text.slice(span.end, Math.min(to, span.end + 40));
    const bracket = /^\s*\(/u.test(behind) ? SUFFIX.exec(behind) : null;
    const verb = /^\s+(chủ trì|phối hợp)/iu.exec(behind);
    return { span, role: roleOf(bracket?.[1] ?? verb?.[1] ?? '') ?? role };
  });
}
