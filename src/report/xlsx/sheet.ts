import type { CellObject } from 'write-excel-file/node';
import type { SheetCell } from './cell.js';

/** A column: its head, its width in characters, and what it shows of a row. */
export interface SheetColumn<Row> {
  readonly head: string;
  readonly width: number;
  readonly cell: (row: Row) => SheetCell;
}

/** A sheet ready to be written: the first row is the head. */
export interface SheetContent {
  readonly name: string;
  readonly widths: readonly number[];
  readonly rows: readonly (readonly SheetCell[])[];
}

const HEAD: CellObject = {
  type: String,
  fontWeight: 'bold',
  wrap: true,
  alignVertical: 'center',
  backgroundColor: '#E8ECF0',
  bottomBorderStyle: 'thin',
  bottomBorderColor: '#1C2127',
};

/** Points that a line of text takes at 10 pt. */
const LINE_HEIGHT = 13;
/** Longer text is cut by the row's end; the whole of it shows when the cell is clicked. */
const MOST_LINES = 12;
/** Spreadsheets don't all fit rows to wrapped text on opening, so that the height is reckoned here. */
function linesOf(cell: SheetCell, width: number): number {
  return typeof cell?.value === 'string' && cell.wrap === true
    ? Math.ceil(cell.value.length / Math.max(4, width - 2))
    : 1;
}

function withHeight(cells: readonly SheetCell[], widths: readonly number[]): readonly SheetCell[] {
  const lines = Math.max(1, ...cells.map((cell, index) => linesOf(cell, widths[index] ?? 10)));
  const height = Math.min(lines, MOST_LINES) * LINE_HEIGHT + 2;
  return cells.map((cell) => (cell === null ? null : { ...cell, height }));
}

/** Lays `rows` out in `columns` under their heads. */
export function sheetOf<Row>(
  name: string,
  columns: readonly SheetColumn<Row>[],
  rows: readonly Row[],
): SheetContent {
  const widths = columns.map((column) => column.width);
  const cells = [
    columns.map((column) => ({ ...HEAD, value: column.head })),
    ...rows.map((row) => columns.map((column) => column.cell(row))),
  ];
  return { name, widths, rows: cells.map((row) => withHeight(row, widths)) };
}
