import type { Cell, Row, Table } from '../../document/source-document.js';
import { coverOf, type Span } from '../../document/span.js';
import type { TextBuilder } from '../../document/text-builder.js';
import { cellParagraphs } from './cell-paragraphs.js';
import { countHeadRows } from './head-rows.js';
import { groupLines, type Line } from './line.js';
import { cellsByRow, type DraftCell, type DraftTable } from './table-draft.js';
import { type ToDisplay, writeWords } from './write-words.js';

/** A table in a cell stands on its row's line: a space is all that divides its cells and rows there. */
type Divider = { readonly row: '\n' | ' '; readonly cell: '\t' | ' ' };
const OUTER: Divider = { row: '\n', cell: '\t' };
const NESTED: Divider = { row: ' ', cell: ' ' };

/** What stands in a cell, top down: lines of its own, and tables. */
function partsOf(draft: DraftCell): readonly (readonly Line[] | DraftTable)[] {
  const { lines, tables = [] } = draft;
  if (tables.length === 0) return [lines];
  const inTables = new Set(
    tables.flatMap(({ cells }) => cells.flatMap((cell) => cell.lines.flatMap((line) => line.words))),
  );
  const own = groupLines(lines.flatMap((line) => line.words).filter((word) => !inTables.has(word)));
  const parts: (readonly Line[] | DraftTable)[] = [];
  let at = 0;
  for (const table of tables) {
    const first = at;
    while (at < own.length && ((own[at] as Line).box[1] + (own[at] as Line).box[3]) / 2 < table.box[1])
      at += 1;
    parts.push(own.slice(first, at), table);
  }
  return [...parts, own.slice(at)];
}

function writeCell(builder: TextBuilder, draft: DraftCell, toDisplay: ToDisplay, divider: Divider): Cell {
  builder.separate(divider.cell);
  const paragraphs: Span[] = [];
  const tables: Table[] = [];
  for (const part of partsOf(draft)) {
    if ('kind' in part) {
      builder.separate(' ');
      const table = writeGrid(builder, part, toDisplay, NESTED);
      if (table !== null) tables.push(table);
      continue;
    }
    for (const lines of cellParagraphs({ lines: part, room: draft.room })) {
      if (paragraphs.length + tables.length > 0) builder.separate(' ');
      const spans = writeWords(builder, lines, toDisplay);
      if (spans.length > 0) paragraphs.push(coverOf(spans));
    }
  }
  const at = builder.text.length;
  const { row, column, rowSpan, colSpan } = draft;
  const written = [...paragraphs, ...tables.map((table) => table.span)];
  const span = written.length > 0 ? coverOf(written) : { start: at, end: at };
  return { span, row, column, rowSpan, colSpan, paragraphs, tables };
}

/** Cells without text take the edge of their row that they stood at. */
const intoRow = (cell: Cell, row: Span): Cell =>
  cell.span.start < cell.span.end
    ? cell
    : {
        ...cell,
        span: { start: Math.max(cell.span.start, row.start), end: Math.max(cell.span.start, row.start) },
      };

function writeGrid(
  builder: TextBuilder,
  draft: DraftTable,
  toDisplay: ToDisplay,
  divider: Divider,
): Table | null {
  const rows: { cells: Cell[]; span: Span | null }[] = [];
  for (const cells of cellsByRow(draft)) {
    builder.separate(divider.row);
    const written = cells.map((cell) => writeCell(builder, cell, toDisplay, divider));
    const filled = written.filter((cell) => cell.span.start < cell.span.end).map((cell) => cell.span);
    rows.push({ cells: written, span: filled.length > 0 ? coverOf(filled) : null });
  }
  const spans = rows.flatMap(({ span }) => (span === null ? [] : [span]));
  if (spans.length === 0) return null;
  const span = coverOf(spans);
  let at = span.start;
  const placed: Row[] = rows.map((row) => {
    const own = row.span ?? { start: at, end: at };
    at = own.end;
    return {
      span: own,
      cells: row.cells.map((cell) => intoRow(row.span === null ? { ...cell, span: own } : cell, own)),
    };
  });
  return {
    kind: 'table',
    span,
    columns: draft.columns,
    headRows: countHeadRows(draft),
    rows: placed,
    pages: draft.pages,
    origin: draft.origin,
    certainty: draft.certainty,
  };
}

/** Writes a table: cells joined by tabs, a row a line; null where nothing stands in it. */
export const writeTable = (builder: TextBuilder, draft: DraftTable, toDisplay: ToDisplay): Table | null =>
  writeGrid(builder, draft, toDisplay, OUTER);
