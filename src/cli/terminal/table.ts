import { cutToWidth, displayWidth, padToWidth } from './display-width.js';

/** A column of a terminal table. Flexible columns share the room that the others leave; the rest keep their width. */
export interface TableColumn {
  readonly head: string;
  readonly align?: 'left' | 'right';
  readonly flexible?: boolean;
}

const GAP = '  ';
const LEAST_FLEXIBLE = 8;

function columnWidths(
  columns: readonly TableColumn[],
  rows: readonly (readonly string[])[],
  room: number,
): readonly number[] {
  const natural = columns.map((column, index) =>
    Math.max(displayWidth(column.head), ...rows.map((row) => displayWidth(row[index] ?? ''))),
  );
  let over = natural.reduce((sum, width) => sum + width, GAP.length * (columns.length - 1)) - room;
  const widths = [...natural];
  while (over > 0) {
    let widest = -1;
    columns.forEach((column, index) => {
      if (!column.flexible || (widths[index] ?? 0) <= LEAST_FLEXIBLE) return;
      if (widest < 0 || (widths[index] ?? 0) > (widths[widest] ?? 0)) widest = index;
    });
    if (widest < 0) break;
    widths[widest] = (widths[widest] ?? 0) - 1;
    over -= 1;
  }
  return widths;
}

/**
 * A table in lines of at most `room` columns: head, a rule, rows. Cells that are too wide are cut with an ellipsis.
 * `decorate` may colour a finished line (by the index of its row, -1 for the head).
 */
export function renderTable(
  columns: readonly TableColumn[],
  rows: readonly (readonly string[])[],
  room: number,
  decorate: (line: string, row: number) => string = (line) => line,
): readonly string[] {
  const widths = columnWidths(columns, rows, room);
  const line = (cells: readonly string[]): string =>
    columns
      .map((column, index) => {
        const width = widths[index] ?? 0;
        return padToWidth(cutToWidth(cells[index] ?? '', width), width, column.align);
      })
      .join(GAP)
      .trimEnd();
  return [
    decorate(line(columns.map((column) => column.head)), -1),
    widths.map((width) => '─'.repeat(width)).join(GAP),
    ...rows.map((row, index) => decorate(line(row), index)),
  ];
}
