import type { Cell, SourceDocument, Table } from '../../document/source-document.js';
import { wasRecognized } from '../../document/was-recognized.js';
import { foldSpace } from '../mention.js';
import { capitalShare } from '../outline/capital-share.js';
import { type Column, gridOf } from './columns.js';

/** A body row of a table with the cells that cover each of its columns, spans included. */
export interface TableRow {
  readonly index: number;
  /** Cells by grid column; a spanning cell stands under each column that it covers. */
  readonly cells: readonly (Cell | undefined)[];
}

/** The rows under the head. */
export function bodyRows(table: Table, headRows: number): readonly TableRow[] {
  return gridOf(table)
    .slice(headRows)
    .map((cells, i) => ({ index: headRows + i, cells }));
}

export const cellText = (document: SourceDocument, cell: Cell | undefined): string =>
  cell === undefined ? '' : foldSpace(document.text.slice(cell.span.start, cell.span.end));

const NUMERAL = /^(?:[IVXLC]{1,6}|[A-ZĐ])\s*[.)]?$/u;
const HEADING_TEXT = /^(?:[IVX]{1,5}|[A-ZĐ]|\d{1,2})\s*[.)]\s*\S|^(?:Nhóm|NHÓM|Phần|PHẦN)\s/u;

/** A numeral as a recognizer may have it, or none. */
const LIKE_NUMERAL = /^[IVXLHl1|]{0,4}[.)]?$/u;

/** Whether a row's number counts below another: "2.1" below "2". */
const isBelow = (number: string, parent: string): boolean =>
  number.startsWith(`${parent.replace(/[.)]$/u, '')}.`) && /\.\d/u.test(number);

/**
 * The heading of a group row ("I | Công tác chỉ đạo", one cell over all columns, "1" over "1.1"); null for a row with a
 * task. `next`: the row below.
 */
export function groupHeading(
  document: SourceDocument,
  row: TableRow,
  columns: readonly Column[],
  columnCount: number,
  next: TableRow | undefined = undefined,
): string | null {
  const own = [...new Set(row.cells)].filter((c): c is Cell => c !== undefined && c.row === row.index);
  const filled = own.filter((c) => cellText(document, c) !== '');
  const [only] = filled;
  if (filled.length === 1 && only !== undefined && only.colSpan >= Math.max(2, columnCount - 1))
    return cellText(document, only);
  const number = columns.find((c) => c.kind === 'number');
  const content = columns.find((c) => c.kind === 'content');
  const label = number === undefined ? '' : cellText(document, row.cells[number.column]);
  const heading = content === undefined ? '' : cellText(document, row.cells[content.column]);
  const covered = row.cells.some(
    (c) => c !== undefined && c.row !== row.index && cellText(document, c) !== '',
  );
  const others = filled.filter(
    (c) => c !== row.cells[number?.column ?? -1] && c !== row.cells[content?.column ?? -1],
  );
  if (others.length > 0 || heading === '' || covered) return null;
  const headed = row.cells[content?.column ?? -1];
  const fills = headed !== undefined && label !== '' && headed.colSpan >= Math.max(2, columnCount - 1);
  const below =
    next === undefined || number === undefined ? '' : cellText(document, next.cells[number.column]);
  if (NUMERAL.test(label) || fills || (/^\d{1,2}[.)]?$/u.test(label) && isBelow(below, label)))
    return `${label.replace(/[.)]$/u, '')}. ${heading}`;
  if (label === '' && filled.length === 1 && HEADING_TEXT.test(heading)) return heading;
  // on a scan the numeral of a heading in capitals may be lost or misread ("IH | GIAI ĐOẠN KẾT THÚC")
  const recognized = wasRecognized(document);
  if (recognized && LIKE_NUMERAL.test(label) && heading.length > 8 && capitalShare(heading) > 0.85)
    return label === '' ? heading : `${label}. ${heading}`;
  return null;
}
