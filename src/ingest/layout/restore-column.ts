import { groupLines, type Line } from './line.js';
import type { DraftCell, DraftTable } from './table-draft.js';

/** White that words on both sides of a column line leave, in ems. */
const GUTTER = 0.4;
/** Share of the filled cells that must keep clear of the line. */
const MOST_CELLS = 0.8;

type Standing = 'crosses' | 'both' | 'one side';

/** How a line's words stand about x. */
function standing(line: Line, x: number): Standing {
  let left = Number.NEGATIVE_INFINITY;
  let right = Number.POSITIVE_INFINITY;
  for (const { box } of line.words)
    if ((box[0] + box[2]) / 2 < x) left = Math.max(left, box[2]);
    else right = Math.min(right, box[0]);
  const slack = 0.15 * line.fontSize;
  if (left > x + slack || right < x - slack) return 'crosses';
  if (!Number.isFinite(left) || !Number.isFinite(right)) return 'one side';
  return right - left < GUTTER * line.fontSize ? 'crosses' : 'both';
}

/**
 * The table with the column line at `x` (points) that its page's rules lack, where a neighbouring page's part of the
 * same table has it and the words leave white there; cells whose text runs over it span it. The table itself where its
 * words speak against the line.
 */
export function restoreColumn(table: DraftTable, x: number): DraftTable {
  const at = table.edges.findIndex((edge, i) => edge < x && x < (table.edges[i + 1] ?? edge));
  if (at < 0) return table;
  const covers = ({ column, colSpan }: DraftCell): boolean => column <= at && at < column + colSpan;
  const filled = table.cells.filter((cell) => covers(cell) && cell.lines.length > 0);
  const crossing = new Set(
    filled.filter((cell) => cell.colSpan > 1 || cell.lines.some((line) => standing(line, x) === 'crosses')),
  );
  const parted = filled.filter(
    (cell) => !crossing.has(cell) && cell.lines.some((line) => standing(line, x) === 'both'),
  );
  if (parted.length < 2 || filled.length - crossing.size < MOST_CELLS * filled.length) return table;
  const cells = table.cells.flatMap((cell): readonly DraftCell[] => {
    if (cell.column > at) return [{ ...cell, column: cell.column + 1 }];
    if (!covers(cell)) return [cell];
    if (cell.colSpan > 1 || crossing.has(cell)) return [{ ...cell, colSpan: cell.colSpan + 1 }];
    const words = cell.lines.flatMap((line) => line.words);
    const isLeft = ({ box }: (typeof words)[number]): boolean => (box[0] + box[2]) / 2 < x;
    const width = (table.edges[at + 1] ?? x) - (table.edges[at] ?? x);
    const padding = Math.max(0, width - cell.room);
    const part = (own: typeof words, column: number, room: number): DraftCell => ({
      ...cell,
      column,
      colSpan: 1,
      lines: groupLines(own),
      room: Math.max(1, room - padding),
    });
    return [
      part(words.filter(isLeft), at, x - (table.edges[at] ?? x)),
      part(
        words.filter((word) => !isLeft(word)),
        at + 1,
        (table.edges[at + 1] ?? x) - x,
      ),
    ];
  });
  const edges = [...table.edges.slice(0, at + 1), x, ...table.edges.slice(at + 1)];
  return { ...table, columns: table.columns + 1, edges, cells, certainty: Math.min(table.certainty, 0.85) };
}
