import type { Cell, Row, Table } from '../../document/source-document.js';
import type { Span } from '../../document/span.js';

/** Empty spans point to the end of the text written before them; this puts them between their neighbors. */
function settle<T extends { readonly span: Span }>(items: readonly T[], parent: Span): readonly T[] {
  let at = parent.start;
  return items.map((item) => {
    if (item.span.start < item.span.end) {
      at = item.span.end;
      return item;
    }
    return { ...item, span: { start: at, end: at } };
  });
}

const settleCell = (cell: Cell): Cell => ({
  ...cell,
  tables: settle(cell.tables, cell.span).map(settleTable),
});

const settleRow = (row: Row): Row => ({ ...row, cells: settle(row.cells, row.span).map(settleCell) });

/** The table with every empty row, cell and nested table lying in its parent, behind what stands in front of it. */
export function settleTable(table: Table): Table {
  return { ...table, rows: settle(table.rows, table.span).map(settleRow) };
}
