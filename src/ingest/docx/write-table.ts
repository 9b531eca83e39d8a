import type { Cell, Row, Table } from '../../document/source-document.js';
import type { Span } from '../../document/span.js';
import type { TextBuilder } from '../../document/text-builder.js';
import { arrange } from './arrange.js';
import { headRowsOf } from './head-rows.js';
import { settleTable } from './settle-table.js';
import type { StoryCell, StoryTable } from './story.js';
import { appendLine } from './write-line.js';

/** A table in a cell stands on its row's line: a space is all that divides its cells and rows there. */
type Divider = { readonly row: '\n' | ' '; readonly cell: '\t' | ' ' };
const OUTER: Divider = { row: '\n', cell: '\t' };
const NESTED: Divider = { row: ' ', cell: ' ' };

function writeCell(builder: TextBuilder, cell: StoryCell): Cell {
  const paragraphs: Span[] = [];
  const tables: Table[] = [];
  const span = builder.group(() => {
    for (const item of arrange(cell.blocks)) {
      builder.separate(' ');
      if (item.kind === 'table') tables.push(writeGrid(builder, item, NESTED));
      else {
        const written = appendLine(builder, item).span;
        if (written.start < written.end) paragraphs.push(written);
      }
    }
  });
  const { row, column, rowSpan, colSpan } = cell;
  return { span, row, column, rowSpan, colSpan, paragraphs, tables };
}

function writeRow(builder: TextBuilder, cells: readonly StoryCell[], divider: Divider): Row {
  const written: Cell[] = [];
  const span = builder.group(() => {
    for (const [index, cell] of cells.entries()) {
      if (index > 0) builder.separate(divider.cell);
      written.push(writeCell(builder, cell));
    }
  });
  return { span, cells: written };
}

function writeGrid(builder: TextBuilder, table: StoryTable, divider: Divider): Table {
  const rows: Row[] = [];
  const span = builder.group(() => {
    for (const cells of table.rows) {
      builder.separate(divider.row);
      rows.push(writeRow(builder, cells, divider));
    }
  });
  return {
    kind: 'table',
    span,
    columns: table.columns,
    headRows: headRowsOf(table),
    rows,
    pages: [],
    origin: 'markup',
    certainty: 1,
  };
}

/** Writes a table: cells joined by tabs, a row a line. */
export function writeTable(builder: TextBuilder, table: StoryTable): Table {
  builder.separate('\n');
  return settleTable(writeGrid(builder, table, OUTER));
}
