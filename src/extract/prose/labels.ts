import type { Role } from '../../record/fields.js';
import { allMatches } from '../all-matches.js';

/** What a label inside a prose task announces: "Thời gian thực hiện:", "Đơn vị chủ trì:", "Sản phẩm:". */
export type LabelKind =
  | { readonly kind: 'timing' }
  | { readonly kind: 'unit'; readonly role: Role }
  | { readonly kind: 'output' };

export interface Label {
  readonly what: LabelKind;
  readonly start: number;
  /** Where the labelled words begin. */
  readonly end: number;
}

const LABEL =
  /(?:^|(?<=[.;:(\n]\s{0,3})|(?<=\s[-–+•]\s))(?:(?:[-–+•*]|[a-zđ][.)])\s*)?(?<timing>Thời\s+(?:gian|hạn|điểm)(?:\s+(?:thực\s+hiện|hoàn\s+thành|tổ\s+chức))?|Tiến\s+độ(?:\s+thực\s+hiện)?|Hoàn\s+thành)\s*:|(?:^|(?<=[.;:(\n]\s{0,3})|(?<=\s[-–+•]\s))(?:(?:[-–+•*]|[a-zđ][.)])\s*)?(?<unit>(?:(?:Đơn\s+vị|Cơ\s+quan|Bộ\s+phận|Phòng|Đầu\s+mối)\s+)?(?:[Cc]hủ\s+trì|[Pp]hối\s+hợp|[Tt]hực\s+hiện|[Tt]ham\s+mưu)(?:\s+(?:thực\s+hiện|tham\s+mưu))?|Phân\s+công|Trách\s+nhiệm(?:\s+thực\s+hiện)?|Người\s+thực\s+hiện|Đơn\s+vị\s+chịu\s+trách\s+nhiệm)\s*:|(?:^|(?<=[.;:(\n]\s{0,3})|(?<=\s[-–+•]\s))(?:(?:[-–+•*]|[a-zđ][.)])\s*)?(?<output>Sản\s+phẩm|Kết\s+quả(?:\s+(?:đầu\s+ra|thực\s+hiện))?|Đầu\s+ra)\s*:/gu;

/** The labels of a paragraph, in order; offsets count in `text`. */
export function labelsIn(text: string, roleOf: (words: string) => Role | null): readonly Label[] {
  // a label ends in a colon, and most paragraphs have none
  if (!text.includes(':')) return [];
  return allMatches(text, LABEL).map((match): Label => {
    const { timing, unit } = match.groups ?? {};
    const what: LabelKind =
      timing !== undefined
        ? { kind: 'timing' }
        : unit !== undefined
          ? { kind: 'unit', role: roleOf(unit) ?? 'implement' }
          : { kind: 'output' };
    return { what, start: match.index, end: match.index + match[0].length };
  });
}
