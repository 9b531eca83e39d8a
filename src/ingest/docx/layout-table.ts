import { foldVietnamese } from '../../document/fold.js';
import { cellText, isOrdinalHead, textsOf } from './cell-texts.js';
import { headRowsOf } from './head-rows.js';
import type { StoryCell, StoryTable } from './story.js';

/** A layout table has few rows; one with the head or the recipients of a document may have a row a line. */
const MAX_ROWS = 4;
const MAX_FORM_ROWS = 16;
const MAX_FORM_COLUMNS = 4;
/**
 * What stands side by side by the form of an administrative document (Nghị định 30/2020/NĐ-CP, Phụ lục I): the
 * nation's name in the head, the recipients beside the signature.
 */
const FORM =
  /^(?:cong hoa xa hoi chu nghia viet nam|noi nhan\s*[:.]?$|noi nhan\s*:|dang cong san viet nam$)/u;
/** A numbered entry of a schedule: a borderless table with such a column is data, not layout. */
const ORDINAL = /^(?:\d{1,3}(?:\.\d{1,3}){0,4}|[IVX]{1,5})[.)]?$/u;

const cellsOf = (table: StoryTable): readonly StoryCell[] => table.rows.flat();

function hasOrdinalHead(table: StoryTable): boolean {
  return (table.rows[0] ?? []).some((cell) => isOrdinalHead(cellText(cell)));
}

function holdsForm(table: StoryTable): boolean {
  return cellsOf(table).some((cell) => textsOf(cell).some((text) => FORM.test(foldVietnamese(text))));
}

/** Two or more rows that begin with a number of their own. */
function isNumbered(table: StoryTable): boolean {
  const firsts = table.rows.map((row) => (row[0] === undefined ? '' : cellText(row[0])));
  return firsts.filter((text) => ORDINAL.test(text)).length >= 2;
}

/** A head row over columns that all go on below it. */
function hasRealHead(table: StoryTable): boolean {
  const head = table.rows[0] ?? [];
  if (table.rows.length < 3 || head.length < 3) return false;
  const below = table.rows.slice(1);
  return (
    headRowsOf(table) > 0 && below.every((row) => row.filter((cell) => cellText(cell) !== '').length >= 2)
  );
}

/**
 * Whether a table only sets text side by side: no line drawn, few rows, no numbering, no head row; or the head or
 * signature of an administrative document whatever its lines are.
 */
export function isLayoutTable(table: StoryTable): boolean {
  if (table.markedHeadRows > 0 && table.markedHeadRows < table.rows.length && !holdsForm(table)) return false;
  if (hasOrdinalHead(table)) return false;
  if (table.columns <= MAX_FORM_COLUMNS && table.rows.length <= MAX_FORM_ROWS && holdsForm(table))
    return true;
  if (table.bordered) return holdsOnlyTables(table);
  if (table.columns === 1) return true;
  return table.rows.length <= MAX_ROWS && !isNumbered(table) && !hasRealHead(table);
}

/** A drawn frame around whole tables: what is inside counts. */
function holdsOnlyTables(table: StoryTable): boolean {
  const cells = cellsOf(table);
  return cells.length === 1 && cells.some((cell) => cell.blocks.some((block) => block.kind === 'table'));
}

/** Cells that are read one after the other; `column` 0 where they stand over the full width. */
export interface LayoutColumn {
  readonly column: number;
  readonly cells: readonly StoryCell[];
}

const isFull = (cell: StoryCell, table: StoryTable): boolean => cell.colSpan >= table.columns;

/** Columns of consecutive rows, left to right, empty ones between filled ones left out. */
function columnsOf(rows: readonly (readonly StoryCell[])[]): readonly LayoutColumn[] {
  const cells = rows.flat();
  const sameCount = rows.every((row) => row.length === rows[0]?.length);
  const groups = new Map<number, StoryCell[]>();
  for (const row of rows)
    for (const [index, cell] of row.entries()) {
      const key = sameCount ? index : cell.column;
      const group = groups.get(key) ?? [];
      group.push(cell);
      groups.set(key, group);
    }
  const ordered = [...groups.entries()].sort(([a], [b]) => a - b).map(([, group]) => group);
  const filled = ordered.filter((group) => group.some((cell) => cellText(cell) !== ''));
  const beginsBlank = filled.length > 0 && filled[0] !== ordered[0];
  const onlyOne = new Set(cells.map((cell) => cell.column)).size === 1;
  return filled.map((group, index) => ({
    column: onlyOne ? 0 : index + (beginsBlank ? 2 : 1),
    cells: group,
  }));
}

/** A layout table in reading order: bands of rows column by column, rows over the full width between them. */
export function unrollLayout(table: StoryTable): readonly LayoutColumn[] {
  const out: LayoutColumn[] = [];
  let band: (readonly StoryCell[])[] = [];
  const flush = (): void => {
    out.push(...columnsOf(band));
    band = [];
  };
  for (const row of table.rows) {
    const only = row.length === 1 ? row[0] : undefined;
    if (only !== undefined && isFull(only, table)) {
      flush();
      out.push({ column: 0, cells: [only] });
    } else band.push(row);
  }
  flush();
  return out;
}
