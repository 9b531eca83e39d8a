import type { SourceDocument } from '../../document/source-document.js';
import { coverOf, type Span, trimSpan } from '../../document/span.js';
import { capitalShare } from '../outline/capital-share.js';
import type { PlanParts } from '../outline/parts.js';

export interface Signature {
  readonly onBehalf: readonly Span[];
  readonly position: Span;
  readonly name: Span;
  readonly span: Span;
}

/** "TM.", also as older papers and the party write it: "T/M", "K/T", "TL ". */
const ON_BEHALF =
  /^(?:(?:T\s?[./]\s?M|K\s?[./]\s?T|T\s?[./]\s?L|T\s?[./]?\s?U\s?[./]?\s?Q|TM|KT|TL|TUQ)(?:\s?[./]\s*|\s+)|Q\s?\.\s*)\p{Lu}{2}/u;
const POSITION =
  /^(?:PHÓ\s+|QUYỀN\s+|Q\.\s*)?(?:TỔNG\s+)?(?:GIÁM\s+ĐỐC|CHÁNH\s+(?:VĂN\s+PHÒNG|THANH\s+TRA)|CHỦ\s+TỊCH|CHI\s+CỤC\s+TRƯỞNG|CỤC\s+TRƯỞNG|TỔNG\s+CỤC\s+TRƯỞNG|VIỆN\s+TRƯỞNG|HIỆU\s+TRƯỞNG|TRƯỞNG\s+(?:BAN|PHÒNG|KHOA)|BỘ\s+TRƯỞNG|THỨ\s+TRƯỞNG|BÍ\s+THƯ|CHỦ\s+NHIỆM|TỔNG\s+BIÊN\s+TẬP|(?:TỔ|ĐỘI|TRẠM|HẠT|KHOA|VỤ|NHÓM|ĐOÀN)\s+TRƯỞNG|PHÓ\s+TRƯỞNG|TRƯỞNG\s+(?:ĐOÀN|TRẠM|TIỂU\s+BAN|NHÓM|CÔNG\s+AN)|ỦY\s+VIÊN|KẾ\s+TOÁN\s+TRƯỞNG)(?![\p{Ll}])/u;
/** The letters without their marks, which recognizers lose; the case stays. */
const letters = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .replaceAll('Đ', 'D')
    .replaceAll('đ', 'd');
const POSITION_LETTERS = new RegExp(letters(POSITION.source), 'u');
const isPosition = (text: string): boolean => POSITION.test(text) || POSITION_LETTERS.test(letters(text));
const TWO_TITLES = /(?<=^(?:TM|KT|TL|TUQ)\s?\.\s*[\p{Lu}\s]{4,40}\s)(?=PHÓ\s)/u;
const NAME =
  /^(?:(?:GS|PGS|TSKH|TS|ThS|Ths|ThS\.BS|BS|DS|KS|CN|LS|KTS|CVCC|CVC|(?:BS\s?\.?\s?|DS\s?\.?\s?)?CK\s?I{1,2}|NGND|NGƯT|TTND|TTƯT|Thạc sĩ|Tiến sĩ|Bác sĩ|Kỹ sư|Đại tá|Thượng tá|Trung tá|Thiếu tá)(?:\.\s?|,\s?|\s)){0,4}\p{Lu}[\p{L}'’]*(?:[\s-]\p{Lu}[\p{L}'’]*){1,5}$/u;
const NO_NAME =
  /^(?:Nơi nhận|Đã ký|Phụ lục|Kế hoạch|Kính gửi|Độc lập|Người|Sở|Phòng|Ban|Các|Lưu|Văn phòng|Trung tâm|Chi cục|Nội dung|Ký)/u;

interface Line {
  readonly span: Span;
  readonly text: string;
  readonly column: number;
}

/** The lines between the plan's closing and its appendices, signature titles on one line split in two. */
function linesAfter(document: SourceDocument, parts: PlanParts, from: number): readonly Line[] {
  return parts.paragraphs.flatMap((p) => {
    if (p.span.start < from || p.span.start >= parts.mainEnd) return [];
    const whole = document.text.slice(p.span.start, p.span.end);
    // a recognizer or an extractor may leave "Nơi nhận:" and the signer's title on one line
    const lead = /^\s*Nơi\s+nhận\s*:\s*/iu.exec(whole)?.[0].length ?? 0;
    const cut = TWO_TITLES.exec(whole.slice(lead))?.index;
    const spans =
      cut === undefined
        ? [{ start: p.span.start + lead, end: p.span.end }]
        : [
            { start: p.span.start + lead, end: p.span.start + lead + cut },
            { start: p.span.start + lead + cut, end: p.span.end },
          ];
    return spans.map((s) => {
      const span = withoutNoise(document.text, trimSpan(document.text, s));
      return { span, text: document.text.slice(span.start, span.end), column: p.column };
    });
  });
}

/** A line without the signs that a seal over it left in front ("~~PHÓ GIÁM ĐỐC"). */
function withoutNoise(text: string, span: Span): Span {
  const lead = /^[^\p{L}\d(\-–+•*]*/u.exec(text.slice(span.start, span.end))?.[0].length ?? 0;
  return { start: span.start + lead, end: span.end };
}

/** The signature block behind `from` (the end of the plan's body): on whose behalf, position and name. */
export function readSignature(document: SourceDocument, parts: PlanParts, from: number): Signature | null {
  const lines = linesAfter(document, parts, from);
  const first = lines.findIndex(
    (l) => ON_BEHALF.test(l.text) || (isPosition(l.text) && capitalShare(l.text) > 0.85),
  );
  if (first < 0) return null;
  const onBehalf: Span[] = [];
  let position: Span | null = null;
  let name: Line | null = null;
  for (const line of lines.slice(first)) {
    if (line.text === '') continue;
    if (ON_BEHALF.test(line.text) && position === null) onBehalf.push(line.span);
    else if (
      position === null &&
      onBehalf.length > 0 &&
      /^(?:VÀ|CỦA|CÁC)\s/u.test(line.text) &&
      capitalShare(line.text) > 0.85
    )
      // a long line on whose behalf goes on below
      onBehalf[onBehalf.length - 1] = {
        start: onBehalf.at(-1)?.start ?? line.span.start,
        end: line.span.end,
      };
    else if (position === null && isPosition(line.text) && capitalShare(line.text) > 0.85)
      position = line.span;
    // scraps of a seal may look like a short name: the last line that is one stands lowest
    else if (position !== null && isName(line.text) && (name === null || looksScrappy(name.text)))
      name = line;
  }
  // "TL. CHỦ TỊCH" and then the name: the line on whose behalf is all there is
  if (position === null && onBehalf.length > 0) {
    const last = onBehalf.at(-1);
    name = lines.find((l) => last !== undefined && l.span.start > last.end && isName(l.text)) ?? null;
    position = last ?? null;
  }
  if (position !== null) name ??= behindStroke(lines, position);
  if (position === null || name === null) return null;
  return {
    onBehalf: onBehalf.filter((s) => s !== position),
    position,
    name: name.span,
    span: coverOf([...onBehalf, position, name.span]),
  };
}

/** The name below the position in its column, of which a stroke of the signature made "-Trần Thị Lan"; null where none is. */
function behindStroke(lines: readonly Line[], position: Span): Line | null {
  const own = lines.find(({ span }) => span === position)?.column;
  for (const { span, text, column } of lines) {
    const lead = /^[-–]\s?/u.exec(text)?.[0].length ?? 0;
    if (lead > 0 && own !== undefined && own > 0 && column === own && span.start > position.end)
      if (isName(text.slice(lead)))
        return { span: { start: span.start + lead, end: span.end }, text, column };
  }
  return null;
}

const looksScrappy = (name: string): boolean =>
  name.split(/\s+/u).some((word) => word.length < 2) || name.length < 7;

const isName = (text: string): boolean => {
  if (!NAME.test(text) || NO_NAME.test(text) || isPosition(text)) return false;
  const syllables = text.split(/[\s-]+/u).length;
  return syllables >= 2 && syllables <= 7 && !/^(?:SỞ|UBND|ỦY BAN|VĂN PHÒNG|PHÒNG|BAN)\s/u.test(text);
};
