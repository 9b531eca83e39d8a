import { isBrokenString } from './glue.js';
import { endsSentence, goesOnWithReference, labelOf, startsSmall } from './label.js';
import { type Line, lineText, median } from './line.js';
import type { DraftCell } from './table-draft.js';

const CAPITAL = /^["“(]?\p{Lu}/u;
const DIGIT_END = /\d$/u;
const RANGE = /^[-–]\s*\d/u;

function begins(previous: Line, line: Line, room: number, pitch: number): boolean {
  const text = lineText(line);
  const before = lineText(previous);
  const first = line.words[0];
  const last = previous.words.at(-1);
  if (first === undefined || last === undefined || isBrokenString(last.text, first.text)) return false;
  if (goesOnWithReference(before, text)) return false;
  const em = line.fontSize;
  const recognized = line.words.some((word) => word.confidence < 1);
  const width = previous.box[2] - previous.box[0];
  const needed = first.box[2] - first.box[0] + 0.25 * em;
  const early = room - width > needed + (recognized ? 0.8 : 0.4) * em;
  const ended = endsSentence(before);
  const label = labelOf(line.words.map((word) => word.text));
  if (label?.kind === 'bullet') return !(RANGE.test(text) && DIGIT_END.test(before) && !early);
  if (label !== null) return early || ended;
  if (previous.page === line.page && line.baseline - previous.baseline > pitch * 1.4 + 2)
    return !startsSmall(text);
  return early && (CAPITAL.test(text) || (ended && !startsSmall(text)));
}

/**
 * A cell's lines as paragraphs: a new one where a line begins with a list label, or where the line in front was
 * ended on purpose (the next word had room) and the line begins anew.
 */
export function cellParagraphs(cell: Pick<DraftCell, 'lines' | 'room'>): readonly (readonly Line[])[] {
  const paragraphs: Line[][] = [];
  const distances: number[] = [];
  for (let i = 1; i < cell.lines.length; i++) {
    const a = cell.lines[i - 1] as Line;
    const b = cell.lines[i] as Line;
    if (a.page === b.page) distances.push(b.baseline - a.baseline);
  }
  const pitch = distances.length > 1 ? median(distances) : Number.POSITIVE_INFINITY;
  for (const line of cell.lines) {
    const last = paragraphs.at(-1)?.at(-1);
    if (last === undefined || begins(last, line, cell.room, pitch)) paragraphs.push([line]);
    else paragraphs.at(-1)?.push(line);
  }
  return paragraphs;
}
