import { foldVietnamese } from '../../document/fold.js';
import type { Paragraph, SourceDocument } from '../../document/source-document.js';
import { type Span, trimSpan } from '../../document/span.js';
import { capitalShare } from '../outline/capital-share.js';

const NATIONAL =
  /cong hoa xa hoi chu nghia viet nam|doc lap\s*[-–]\s*tu do\s*[-–]\s*hanh phuc|dang cong san viet nam/u;
const STARTS_BODY =
  /^(?:UBND|ỦY BAN|UỶ BAN|HĐND|HỘI ĐỒNG|SỞ|BỘ|VĂN PHÒNG|CHI CỤC|CỤC|TỔNG CỤC|TRUNG TÂM|BAN|PHÒNG|VIỆN|TRƯỜNG|QUỸ|THANH TRA|ĐẢNG ỦY|ĐẢNG BỘ|TỈNH ỦY|THÀNH ỦY|CÔNG AN|HỘI|LIÊN HIỆP|BẢO TÀNG|ĐÀI|BÁO|THƯ VIỆN|BỆNH VIỆN|KHO BẠC)(?![\p{L}\p{N}])/u;
const NUMBER_LINE = /^\s*Số\s*[:.]?\s*(?:[\d./…_]|$)/u;

/** Whether a line is the national title or motto. */
export const isNationalLine = (text: string): boolean => NATIONAL.test(foldVietnamese(text));

/** The part of a head's line before the national title that was printed beside it. */
function beforeNational(text: string, span: Span): Span {
  const folded = foldVietnamese(text.slice(span.start, span.end));
  const cut = NATIONAL.exec(folded);
  return trimSpan(text, { start: span.start, end: span.start + (cut?.index ?? folded.length) });
}

/**
 * The bodies named in a head's lines, top down; lines that don't begin with a body's kind go on with the name above
 * ("SỞ KHOA HỌC" / "VÀ CÔNG NGHỆ"). Only lines in capitals count.
 */
export function agenciesIn(
  document: SourceDocument,
  lines: readonly Paragraph[],
): readonly (readonly Span[])[] {
  const bodies: Span[][] = [];
  for (const line of lines) {
    const span = beforeNational(document.text, line.span);
    const text = document.text.slice(span.start, span.end);
    if (NUMBER_LINE.test(text)) {
      if (bodies.length > 0) break;
      continue;
    }
    if (
      span.end === span.start &&
      isNationalLine(document.text.slice(line.span.start, line.span.end)) &&
      bodies.length > 1
    )
      break;
    if (text.length < 3 || text.length > 140 || capitalShare(text) < 0.8) continue;
    // "SỞ TÀI NGUYÊN VÀ MÔI" / "TRƯỜNG": a word alone ends the name above it
    const alone = bodies.length > 0 && !/\s/u.test(text);
    if (STARTS_BODY.test(text) && !alone) bodies.push(...splitBodies(document.text, span).map((s) => [s]));
    else if (bodies.length > 0) bodies.at(-1)?.push(span);
  }
  return bodies;
}

/** "UBND TỈNH X SỞ KHOA HỌC VÀ CÔNG NGHỆ" on one line names two bodies. */
function splitBodies(text: string, span: Span): readonly Span[] {
  const body = text.slice(span.start, span.end);
  const second =
    /(?<=^(?:UBND|ỦY BAN NHÂN DÂN|UỶ BAN NHÂN DÂN)\s+(?:TỈNH|THÀNH PHỐ|TP\.?)\s+\p{Lu}[\p{Lu}\s]{2,24}\s)(?:SỞ|VĂN PHÒNG|BAN|THANH TRA)\s/u.exec(
      body,
    );
  if (second === null) return [span];
  return [
    trimSpan(text, { start: span.start, end: span.start + second.index }),
    { start: span.start + second.index, end: span.end },
  ];
}

const ISSUES =
  /(?:^|[.;,]\s+)((?:Văn phòng|Sở|Ủy ban nhân dân|Uỷ ban nhân dân|UBND|Chi cục|Trung tâm|Ban|Phòng|Viện|Cục|Trường|Quỹ|Thanh tra)\s[^,;.:()]{0,90}?)(?:\s*\([^)]{1,60}\))?\s+(?:ban\s+hành|xây\s+dựng|lập|triển\s+khai|đề\s+ra|thông\s+báo)\s+(?:và\s+triển\s+khai\s+)?(?:Kế\s+hoạch|kế\s+hoạch)/u;

/** The body that says of itself that it issues the plan ("Văn phòng UBND tỉnh ban hành Kế hoạch …"); null if none. */
export function issuerInText(text: string, from: number, to: number): Span | null {
  const match = ISSUES.exec(text.slice(from, to));
  const name = match?.[1];
  if (match === null || name === undefined) return null;
  const start = from + match.index + match[0].indexOf(name);
  return { start, end: start + name.length };
}
