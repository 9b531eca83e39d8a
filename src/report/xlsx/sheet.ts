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

/** Lays `rows` out in `columns` under their heads. */
export function sheetOf<Row>(
  name: string,
  columns: readonly SheetColumn<Row>[],
  rows: readonly Row[],
): SheetContent {
  return {
    name,
    widths: columns.map((column) => column.width),
    rows: [
      columns.map((column) => ({ ...HEAD, value: column.head })),
      ...rows.map((row) => columns.map((column) => column.cell(row))),
    ],
  };
}
