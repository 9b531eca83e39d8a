import type { Box } from '../../document/box.js';
import type { Line } from './line.js';

/** A cell before its text is written: its lines, top down. `room` is the width in points that text has in it. */
export interface DraftCell {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly colSpan: number;
  readonly lines: readonly Line[];
  readonly room: number;
  /** Tables drawn inside it, top down; their lines are among `lines`, too. */
  readonly tables?: readonly DraftTable[];
}

/** A table before its text is written. */
export interface DraftTable {
  readonly kind: 'table';
  readonly columns: number;
  readonly rowCount: number;
  /** x of the column lines, left to right: one more than columns. In points. */
  readonly edges: readonly number[];
  readonly cells: readonly DraftCell[];
  readonly pages: readonly number[];
  /** Where its last part stands, on the last of its pages. */
  readonly box: Box;
  readonly origin: 'ruled' | 'aligned';
  readonly certainty: number;
  /** Head rows known by their repetition on the next page; 0 where they did not repeat. */
  readonly repeatedRows: number;
}

/** The cells that begin in each row, left to right. */
export function cellsByRow(table: Pick<DraftTable, 'cells' | 'rowCount'>): readonly (readonly DraftCell[])[] {
  const rows: DraftCell[][] = Array.from({ length: table.rowCount }, () => []);
  for (const cell of table.cells) rows[cell.row]?.push(cell);
  for (const row of rows) row.sort((a, b) => a.column - b.column);
  return rows;
}

/** The cell's words with single spaces. */
export const cellText = (cell: Pick<DraftCell, 'lines'>): string =>
  cell.lines.map((line) => line.words.map((word) => word.text).join(' ')).join(' ');

/**
 * Drops grid lines at which no cell begins: rows and columns that came from a stray or half-drawn rule. The cells'
 * places and spans are counted anew.
 */
export function compactGrid<T extends Pick<DraftCell, 'row' | 'column' | 'rowSpan' | 'colSpan'>>(
  cells: readonly T[],
  edges: readonly number[],
  rowCount: number,
): { readonly cells: readonly T[]; readonly edges: readonly number[]; readonly rowCount: number } {
  const rowStarts = new Set(cells.map((cell) => cell.row));
  const columnStarts = new Set(cells.map((cell) => cell.column));
  const rank = (starts: ReadonlySet<number>, size: number): readonly number[] => {
    const ranks: number[] = [];
    let next = 0;
    for (let i = 0; i <= size; i++) {
      ranks.push(next);
      if (starts.has(i)) next += 1;
    }
    return ranks;
  };
  const columns = edges.length - 1;
  const rows = rank(rowStarts, rowCount);
  const cols = rank(columnStarts, columns);
  const at = (ranks: readonly number[], i: number): number => ranks[i] ?? 0;
  return {
    cells: cells.map((cell) => {
      const row = at(rows, cell.row);
      const column = at(cols, cell.column);
      return {
        ...cell,
        row,
        column,
        rowSpan: at(rows, cell.row + cell.rowSpan) - row,
        colSpan: at(cols, cell.column + cell.colSpan) - column,
      };
    }),
    edges: edges.filter((_, i) => i === columns || columnStarts.has(i)),
    rowCount: rowStarts.size,
  };
}
