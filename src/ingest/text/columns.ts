import { type DraftParagraph, PLAIN_STYLE } from './draft.js';
import type { TextLine } from './lines.js';

const NUMBER_AND_DATE = /^(Số\s*(?::|(?=\d)).{0,40}?\/[\p{L}\d&_-]+)\s+(?=\p{Lu}[\p{L} .-]{1,40},\s*ngày)/u;

/** "Số: …/KH-SKHCN Đồng Nai, ngày …" on one line becomes two lines; other lines stay as they are. */
export function splitNumberFromDate(raw: string, line: TextLine): readonly TextLine[] {
  const piece = line.pieces[0];
  if (piece === undefined || line.pieces.length !== 1) return [line];
  const body = raw.slice(piece.start, piece.end);
  const found = NUMBER_AND_DATE.exec(body);
  if (found === null) return [line];
  const cut = piece.start + found[0].length;
  const part = (start: number, end: number, gap: number): TextLine => ({
    ...line,
    gap,
    text: raw.slice(start, end).trim().replace(/\s+/gu, ' ').normalize('NFC'),
    pieces: [{ start, end, joint: ' ' }],
  });
  return [part(piece.start, piece.start + (found[1] ?? '').length, line.gap), part(cut, piece.end, 0)];
}

interface Segment {
  readonly from: number;
  readonly to: number;
  readonly start: number;
  readonly end: number;
}

/** Runs of text on a line that are parted by three or more blanks, with their place on the line. */
export function segmentsOf(raw: string, line: TextLine): readonly Segment[] {
  const piece = line.pieces[0];
  if (piece === undefined || line.pieces.length !== 1) return [];
  const body = raw.slice(piece.start, piece.end);
  const segments: Segment[] = [];
  let from = 0;
  for (const gap of body.matchAll(/[ \u00a0]{3,}/gu)) {
    segments.push({
      from: line.indent + from,
      to: line.indent + gap.index,
      start: piece.start + from,
      end: piece.start + gap.index,
    });
    from = gap.index + gap[0].length;
  }
  segments.push({
    from: line.indent + from,
    to: line.indent + body.length,
    start: piece.start + from,
    end: piece.end,
  });
  return segments;
}

const LEFT_HEAD =
  /^(?:UBND|ỦY BAN|UỶ BAN|HĐND|HỘI ĐỒNG|SỞ|BỘ|VĂN PHÒNG|CHI CỤC|CỤC|TRUNG TÂM|BAN|TỈNH|THÀNH PHỐ|ĐẢNG|HUYỆN|THÀNH ỦY|VIỆN|BỆNH VIỆN|TRƯỜNG|PHÒNG|THANH TRA|QUỸ|CÔNG AN|Số\s*(?::|\d)|N(?:ơi|ƠI) (?:nhận|NHẬN|gửi)|[-–]\s)/u;
const RIGHT_HEAD =
  /CỘNG H(?:ÒA|OÀ)|ĐẢNG CỘNG SẢN|Độc lập|, ngày|^(?:(?:TM|T\/M|KT|K\/T|TL|T\/L|TUQ|Q)[. ])?\s*(?:GIÁM ĐỐC|PHÓ|CHÁNH|CHỦ TỊCH|TRƯỞNG|ỦY BAN|UBND|BAN|HIỆU TRƯỞNG|VIỆN TRƯỞNG|CHI CỤC|CỤC|BÍ THƯ|HỘI ĐỒNG)/u;
const SIGNER =
  /^(?:TM|T\/M|KT|K\/T|TL|T\/L|TUQ|Q)[./ ]\s*\p{Lu}{2}|^(?:PHÓ\s)?(?:GIÁM ĐỐC|CHỦ TỊCH|CHÁNH|CHI CỤC TRƯỞNG|HIỆU TRƯỞNG|VIỆN TRƯỞNG|TRƯỞNG)/u;

/**
 * Two columns printed side by side (the head, the signature block), from line `from` on: the left column's lines
 * first (column 1), then the right one's (column 2). Null where no such lines begin there.
 */
export function headColumns(
  raw: string,
  lines: readonly TextLine[],
  from: number,
): { readonly paragraphs: readonly DraftParagraph[]; readonly to: number } | null {
  const first = lines[from];
  if (first === undefined) return null;
  const opening = segmentsOf(raw, first);
  const [left, right] = opening;
  if (opening.length !== 2 || left === undefined || right === undefined) return null;
  const leftText = raw.slice(left.start, left.end).trim();
  const rightText = raw.slice(right.start, right.end).trim();
  const listed = [leftText, rightText].map((text) => /^Nơi (?:nhận|gửi)/iu.test(text));
  const isHead = LEFT_HEAD.test(leftText) && (RIGHT_HEAD.test(rightText) || listed[0] === true);
  if (!isHead && !(SIGNER.test(leftText) && listed[1] === true)) return null;
  const columns: [DraftParagraph[], DraftParagraph[]] = [[], []];
  const put = (segment: Segment, column: 1 | 2): void => {
    columns[column - 1]?.push({
      kind: 'paragraph',
      pieces: [{ start: segment.start, end: segment.end, joint: ' ' }],
      layer: 'body',
      style: PLAIN_STYLE,
      column,
    });
  };
  let divide = right.from;
  let leftEnd = left.to;
  let to = from;
  for (; to < lines.length && to < from + 24; to++) {
    const line = lines[to];
    if (line === undefined || (to > from && line.newPage)) break;
    const segments = segmentsOf(raw, line);
    const [a, b] = segments;
    if (a === undefined || segments.length > 2) break;
    if (b !== undefined) {
      if (a.to > divide || b.from < leftEnd) break;
      put(a, 1);
      put(b, 2);
      divide = Math.min(divide, b.from);
      leftEnd = Math.max(leftEnd, a.to);
    } else if (a.from >= divide - 1) put(a, 2);
    else if (a.to <= leftEnd + 1) put(a, 1);
    else if (line.gap === 0 && a.from >= leftEnd) put(a, 2);
    else if (line.gap === 0 && a.to <= divide) put(a, 1);
    else break;
  }
  return { paragraphs: [...columns[0], ...columns[1]], to };
}
