import type { SourceDocument, Table } from '../../../src/document/source-document.js';
import type { SamplePlan, SampleTable } from './sample-plans.js';

const fold = (text: string): string => text.replace(/\s+/gu, ' ').trim();

/** The texts of a table's cells on its grid, row by row, its head left out. */
export function bodyTexts(document: SourceDocument, table: Table): readonly (readonly string[])[] {
  return table.rows.slice(table.headRows).map((row) => {
    const texts: string[] = [];
    for (const cell of row.cells) texts[cell.column] = document.text.slice(cell.span.start, cell.span.end);
    return row.cells.length === 1 && table.columns > 1
      ? [texts[0] ?? '']
      : Array.from({ length: table.columns }, (_, i) => texts[i] ?? '');
  });
}

const key = (row: readonly string[]): string => row.map(fold).join(' | ');

export interface RowCount {
  readonly right: number;
  readonly all: number;
  readonly missed: readonly string[];
}

function countTable(document: SourceDocument, tables: readonly Table[], source: SampleTable): RowCount {
  const got = new Set(tables.flatMap((t) => bodyTexts(document, t).map(key)));
  const missed = source.rows.map(key).filter((row) => !got.has(row));
  return { right: source.rows.length - missed.length, all: source.rows.length, missed };
}

/** How many of the plan's table rows stand in the document with every cell as written. */
export function exactRows(document: SourceDocument, plan: SamplePlan): RowCount {
  const tables = document.blocks.filter((b): b is Table => b.kind === 'table');
  const counts = plan.tables.map((t) => countTable(document, tables, t));
  return {
    right: counts.reduce((sum, c) => sum + c.right, 0),
    all: counts.reduce((sum, c) => sum + c.all, 0),
    missed: counts.flatMap((c) => c.missed),
  };
}
