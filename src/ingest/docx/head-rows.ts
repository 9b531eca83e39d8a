import { cellText, isOrdinalHead } from './cell-texts.js';
import type { StoryBlock, StoryCell, StoryTable } from './story.js';

const MAX_HEAD_CELL = 60;
/** More rows of head than this are data that was merged. */
const MAX_HEAD_ROWS = 4;
/** What begins a row of content: a number or a numeral. */
const ORDINAL = /^(?:\d{1,3}|[IVXLC]{1,6}|[\p{L}])(?:[.)]|(?:\.\d{1,3}){1,4})*$/u;

function isEmphasized(block: StoryBlock): boolean {
  if (block.kind === 'table') return false;
  const texts = block.pieces.filter((piece) => piece.kind === 'text' && /\S/u.test(piece.text));
  if (texts.length === 0) return false;
  return block.align === 'center' || texts.every((piece) => piece.kind === 'text' && piece.bold);
}

const isEmphasizedCell = (cell: StoryCell): boolean => cell.blocks.some(isEmphasized);

/** Short cells, no number in front, most of them bold or centered; a numbering column's head settles it. */
function looksLikeHead(cells: readonly StoryCell[]): boolean {
  const filled = cells.filter((cell) => cellText(cell) !== '');
  const first = filled[0];
  if (first === undefined) return false;
  if (isOrdinalHead(cellText(first))) return true;
  if (filled.length < 2 || ORDINAL.test(cellText(first))) return false;
  const short = filled.every((cell) => {
    const text = cellText(cell);
    return text.length <= MAX_HEAD_CELL && !/[.;]$/u.test(text);
  });
  return short && filled.filter(isEmphasizedCell).length * 2 > filled.length;
}

/** The row behind those that the cells of the first `rows` rows reach down to. */
function reach(table: StoryTable, rows: number): number {
  let end = rows;
  for (let row = 0; row < end && row < table.rows.length; row++)
    for (const cell of table.rows[row] ?? []) end = Math.max(end, cell.row + cell.rowSpan);
  return end;
}

/**
 * How many leading rows are the table's head: those the file marks, else the first when it looks like one; and the
 * rows that its merged cells reach down to ("Thời gian" over "Quý I", "Quý II").
 */
export function headRowsOf(table: StoryTable): number {
  const marked = table.markedHeadRows < table.rows.length ? table.markedHeadRows : 0;
  const own = marked > 0 ? marked : looksLikeHead(table.rows[0] ?? []) ? 1 : 0;
  if (own === 0) return 0;
  const reached = reach(table, own);
  return reached <= Math.max(own, MAX_HEAD_ROWS) && reached < table.rows.length ? reached : own;
}
