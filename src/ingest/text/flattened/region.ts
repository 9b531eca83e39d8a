import { labelLength } from '../labels.js';
import type { TextLine } from '../lines.js';
import type { Measure } from '../measure.js';
import { isCapitals } from '../paragraphs.js';
import { beginsGroup } from './evidence.js';
import { isTitleLine, kindOf } from './titles.js';
import { tokensOf } from './tokens.js';

const AFTER_TABLE =
  /^(?:Trên đây|Nơi nhận|NƠI NHẬN|Phụ lục|PHỤ LỤC|(?:Phần|PHẦN|Chương|CHƯƠNG)\s+(?:[IVX]+|\d+|thứ)(?!\p{L})|Căn cứ (?:vào|kế hoạch này)|TM\.|KT\.|TL\.|TUQ\.|GIÁM ĐỐC|CHÁNH|CHỦ TỊCH|Ghi chú\s*:|Bằng chữ|\(?Bằng chữ|Điều \d+[.:]|Yêu cầu các|Đề nghị các|Giao (?:các|Văn|Phòng)|Trong quá trình)/u;
const HEADING = /^(?:[IVX]{1,6}|[A-H])\s*(?:[.)]\s*|[/–-]\s+)\p{Lu}{2}/u;
const LOW_HEADING = /^[ivx]{1,5}\.\s+\p{Ll}/u;
const NUMBERED = /^(\d{1,2})[.)]\s*\p{Lu}/u;
const SECTION = /^(?:[IVX]{1,6}|[A-H]|\d{1,2}|(?:Mục|MỤC)\s+(?:\d{1,2}|[IVX]{1,5}))\s*[.)/–-]\s+\p{Lu}/u;
const LONE = /^\d{1,2}[.)]$/u;
const BARE = /^\d{1,3}(?=\s|$)/u;

/** Whether runs of blanks part the line's words: it is a table's, however long. */
const inColumns = (raw: string, line: TextLine): boolean =>
  line.pieces.some((piece) => {
    const body = raw.slice(piece.start, piece.end);
    return /\S {3,}\S/u.test(body) || (body.match(/\S {2,}(?=\S)/gu) ?? []).length >= 2;
  });

/** Whether a line that is not prose begins with a row's number: what stands over it is a heading of rows. */
const beginsRow = (line: TextLine | undefined, wide: (line: TextLine) => boolean): boolean =>
  line !== undefined && /^\d{1,3}(?:\s|$)/u.test(line.text) && !wide(line);

/** A section's heading right over the first title of another table's head, on the same page. */
function standsOverHead(raw: string, lines: readonly TextLine[], at: number): boolean {
  const next = lines[at + 1];
  if (next === undefined || next.newPage) return false;
  const words = tokensOf(raw, next, at + 1);
  const kind = isTitleLine(words) ? kindOf(words) : null;
  return kind === 'number' || kind === 'content';
}

/** Where the body of a table ends that begins at lines[from]: at a heading, at prose of full width, at the end. */
export function endOfBody(raw: string, lines: readonly TextLine[], from: number, measure: Measure): number {
  const width = measure.width ?? 90;
  const wide = (line: TextLine | undefined): boolean =>
    line !== undefined && line.text.length >= width * 0.85 && !inColumns(raw, line);
  let bare = 0;
  let dotted = 0;
  for (let i = from; i < lines.length; i++) {
    const line = lines[i];
    if (line === undefined) break;
    const { text } = line;
    if (line.heading !== null || AFTER_TABLE.test(text)) return i;
    if (LOW_HEADING.test(text)) return i;
    if (i > from && SECTION.test(text) && standsOverHead(raw, lines, i)) return i;
    if (HEADING.test(text) && isCapitals(text) && !beginsRow(lines[i + 1], wide)) return i;
    const near = [lines[i + 1], lines[i + 2], lines[i + 3]];
    if (beginsGroup(text) && near.filter(wide).length >= (isCapitals(text) ? 1 : 2)) return i;
    const numbered = NUMBERED.exec(text);
    if (numbered !== null) {
      const value = Number(numbered[1]);
      if (bare >= 2 && dotted === 0) return i;
      const next = value === dotted + 1 && value > 1;
      if (next ? wide(line) && wide(lines[i + 1]) : wide(line) || near.some(wide)) return i;
      dotted = value;
    } else if (LONE.test(text)) dotted = Number.parseInt(text, 10);
    else if (BARE.test(text)) bare++;
    if (numbered !== null) continue;
    const dashed = /^[-–+•]\s/u.test(text) || /^[a-zđ][)]\s/u.test(text);
    if (wide(line) && (dashed || labelLength(text) > 0 || wide(lines[i + 1]) || /[.;:]$/u.test(text)))
      return i;
    if (dashed && text.length > width * 0.6 && near.some(wide)) return i;
  }
  return lines.length;
}
