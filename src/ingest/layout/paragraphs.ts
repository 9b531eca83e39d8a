import type { ParagraphStyle } from '../../document/source-document.js';
import type { PlacedLine } from './columns.js';
import type { Line } from './line.js';
import { alignOf, beginsParagraph, type FramedLine, isBalanced, isSetOff } from './line-break.js';
import type { DraftParagraph } from './paragraph-draft.js';
import type { TextFrame } from './text-frame.js';

/** A line in reading order with the frame of its page. */
export interface FlowLine extends PlacedLine {
  readonly frame: TextFrame;
}

function paragraphAlign(lines: readonly FramedLine[]): ParagraphStyle['align'] {
  const [first] = lines;
  if (first === undefined) return null;
  if (first.align !== 'running') return first.align;
  if (lines.length === 1) return 'left';
  const full = lines
    .slice(0, -1)
    .filter(({ line, frame }) => Math.abs(frame.right - line.box[2]) < 0.2 * line.fontSize).length;
  return full === lines.length - 1 ? 'justify' : 'left';
}

/** The lines of one column that stand apart: how far they reach, and whether some keep to the left. */
interface ColumnExtent {
  readonly left: number;
  readonly right: number;
  readonly lines: number;
  readonly keepsLeft: boolean;
}

const SLACK = 0.7;

function extentOf(column: readonly Line[]): ColumnExtent {
  const left = column.reduce((x, { box }) => Math.min(x, box[0]), Number.POSITIVE_INFINITY);
  const right = column.reduce((x, { box }) => Math.max(x, box[2]), Number.NEGATIVE_INFINITY);
  const keepsLeft = column.some(
    ({ box, fontSize }) => box[0] - left < SLACK * fontSize && right - box[2] > SLACK * fontSize,
  );
  return { left, right, lines: column.length, keepsLeft };
}

/** Columns without rulings: how a line stands against the other lines of its column. */
function columnAlign(line: Line, column: ColumnExtent | undefined): ParagraphStyle['align'] {
  if (column === undefined || column.lines < 2) return null;
  const slack = SLACK * line.fontSize;
  const before = line.box[0] - column.left;
  if (before < slack) return column.keepsLeft ? 'left' : 'center';
  return Math.abs(before - (column.right - line.box[2])) < 2 * slack ? 'center' : null;
}

/** A line of a title that leaves next to no white at its sides: centred where its neighbour in the same type is. */
const goesWith = (line: FramedLine, neighbour: FramedLine | undefined): boolean =>
  neighbour !== undefined &&
  neighbour.align === 'center' &&
  neighbour.line.page === line.line.page &&
  neighbour.line.bold === line.line.bold &&
  neighbour.line.italic === line.line.italic &&
  Math.abs(neighbour.line.baseline - line.line.baseline) < 2.2 * line.line.fontSize &&
  isBalanced(line.line, line.frame);

/** Two lines of a title about one axis, though the page's margins are not known well: both are centred. */
function shareAxis(a: FramedLine, b: FramedLine | undefined): boolean {
  if (b === undefined || a.line.page !== b.line.page || a.frame !== b.frame) return false;
  const em = a.line.fontSize;
  const axis = ({ line }: FramedLine): number => (line.box[0] + line.box[2]) / 2;
  return (
    isSetOff(a.line) &&
    isSetOff(b.line) &&
    Math.abs(axis(a) - axis(b)) < 0.35 * em &&
    Math.abs(a.line.box[0] - b.line.box[0]) > em &&
    Math.abs(a.line.baseline - b.line.baseline) < 2.2 * em
  );
}

function alignAll(flow: readonly FlowLine[]): ReadonlyMap<Line, FramedLine> {
  const framed: FramedLine[] = flow
    .filter(({ apart }) => !apart)
    .map(({ line, frame }) => ({ line, frame, align: alignOf(line, frame) }));
  for (let i = 0; i < framed.length; i++) {
    const item = framed[i] as FramedLine;
    if (item.align !== 'running') continue;
    const neighbours = [framed[i - 1], framed[i + 1]];
    if (neighbours.some((neighbour) => goesWith(item, neighbour) || shareAxis(item, neighbour)))
      framed[i] = { ...item, align: 'center' };
  }
  return new Map(framed.map((item) => [item.line, item]));
}

/**
 * Joins lines in reading order to paragraphs. Lines that stand apart (columns of the head and the signature) stay
 * paragraphs of their own; everything else is joined by `beginsParagraph`, over page breaks too.
 */
export function joinParagraphs(flow: readonly FlowLine[]): readonly DraftParagraph[] {
  const paragraphs: DraftParagraph[] = [];
  let open: FramedLine[] = [];
  let openColumn = 0;
  const columns = new Map<string, Line[]>();
  const keyOf = ({ line, column }: FlowLine): string => `${line.page}/${column}`;
  for (const item of flow.filter(({ apart }) => apart)) {
    const known = columns.get(keyOf(item));
    if (known === undefined) columns.set(keyOf(item), [item.line]);
    else known.push(item.line);
  }
  const extents = new Map([...columns].map(([key, lines]) => [key, extentOf(lines)]));
  const close = (): void => {
    if (open.length > 0)
      paragraphs.push({
        kind: 'paragraph',
        lines: open.map(({ line }) => line),
        layer: 'body',
        align: paragraphAlign(open),
        column: openColumn,
      });
    open = [];
  };
  const aligned = alignAll(flow);
  for (const item of flow) {
    const { line, frame, column } = item;
    if (item.apart) {
      close();
      const align = columnAlign(line, extents.get(keyOf(item)));
      paragraphs.push({ kind: 'paragraph', lines: [line], layer: 'body', align, column });
      continue;
    }
    const framed = aligned.get(line) ?? { line, frame, align: 'running' };
    const [first] = open;
    const last = open.at(-1);
    if (
      first === undefined ||
      last === undefined ||
      column !== openColumn ||
      beginsParagraph(first, last, framed)
    )
      close();
    openColumn = column;
    open.push(framed);
  }
  close();
  return paragraphs;
}
