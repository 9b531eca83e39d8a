import type { Block, Cell, Paragraph, Table } from './source-document.js';
import { shift } from './span.js';

const shiftParagraph = (paragraph: Paragraph, by: number): Paragraph => ({
  ...paragraph,
  span: shift(paragraph.span, by),
  label: paragraph.label === null ? null : shift(paragraph.label, by),
});

const shiftCell = (cell: Cell, by: number): Cell => ({
  ...cell,
  span: shift(cell.span, by),
  paragraphs: cell.paragraphs.map((span) => shift(span, by)),
  tables: cell.tables.map((table) => shiftTable(table, by)),
});

const shiftTable = (table: Table, by: number): Table => ({
  ...table,
  span: shift(table.span, by),
  rows: table.rows.map((row) => ({
    ...row,
    span: shift(row.span, by),
    cells: row.cells.map((cell) => shiftCell(cell, by)),
  })),
});

/** The blocks with every span in them moved by `by` code units. */
export const shiftBlocks = (blocks: readonly Block[], by: number): readonly Block[] =>
  blocks.map((block) => (block.kind === 'table' ? shiftTable(block, by) : shiftParagraph(block, by)));
