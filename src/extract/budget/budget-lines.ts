import { foldVietnamese } from '../../document/fold.js';
import type { SourceDocument, Table } from '../../document/source-document.js';
import { coverOf } from '../../document/span.js';
import type { BudgetLine } from '../../record/fields.js';
import { foldSpace, mentionAt } from '../mention.js';
import { readFigure } from '../money/parse-money.js';
import { type Column, columnsOf, isBudgetTable } from '../task/columns.js';
import { bodyRows, cellText, type TableRow } from '../task/row.js';

/** In folded text: a recognizer often misreads the marks of "Tổng cộng". */
const TOTAL = /^(?:tong\s*(?:cong|so|kinh phi|du toan|chi)?(?![\p{L}])|cong\s*(?:[:(]|$))/u;
/** With its marks: "Công tác phí" is no total. */
const ADDED = /^cộng(?![\p{L}])/iu;
const isTotal = (text: string): boolean => ADDED.test(text) || TOTAL.test(foldVietnamese(text));
/** "Đơn vị tính: nghìn đồng" above a table, in folded text: a recognizer may have lost a mark. */
const SCALE_ABOVE =
  /(?:dvt|don vi tinh|dv tinh|don vi)\s*[:.]?\s*\(?\s*(1\.?000|(?:nghin|ngan|trieu|ty|ti)(?![a-z]))/u;
const SCALE_OF: ReadonlyMap<string, number> = new Map([
  ['1.000', 1e3],
  ['1000', 1e3],
  ['nghin', 1e3],
  ['ngan', 1e3],
  ['trieu', 1e6],
  ['ty', 1e9],
  ['ti', 1e9],
]);

/** The lines of a budget table in order, groups and totals included; null where the table is none. */
export function budgetLinesOf(
  document: SourceDocument,
  table: Table,
  tableIndex: number,
): readonly BudgetLine[] | null {
  const head = columnsOf(document, table);
  if (head === null || !isBudgetTable(head.columns)) return null;
  const above = foldVietnamese(document.text.slice(Math.max(0, table.span.start - 120), table.span.start));
  const scale = SCALE_OF.get(SCALE_ABOVE.exec(above)?.[1] ?? '') ?? 1;
  const rows = bodyRows(table, head.headRows);
  const columns = head.columns.map((c) => {
    if (c.kind !== 'money') return c;
    const own = c.scale === 1 ? scale : c.scale;
    return { ...c, scale: own > 1 && isInDong(document, rows, head.columns) ? 1 : own };
  });
  const lines: BudgetLine[] = [];
  for (const row of rows) {
    const line = lineOf(document, row, columns, tableIndex);
    if (line !== null) lines.push(line);
  }
  return lines.length === 0 ? null : lines;
}

/** Whether no sum of the table is below a million: then they are in đồng, whatever the words above it say. */
const isInDong = (document: SourceDocument, rows: readonly TableRow[], columns: readonly Column[]): boolean =>
  columns
    .filter((c) => c.kind === 'money')
    .flatMap((c) => rows.map((row) => figureIn(cellText(document, row.cells[c.column]))))
    .every((figure) => figure === null || figure === 0 || figure >= 1e6);

function lineOf(
  document: SourceDocument,
  row: TableRow,
  columns: readonly Column[],
  table: number,
): BudgetLine | null {
  const own = (kind: Column['kind']): string => {
    const column = columns.find((c) => c.kind === kind);
    const cell = column === undefined ? undefined : row.cells[column.column];
    return cell === undefined || cell.row !== row.index ? '' : cellText(document, cell);
  };
  const money = (which: 'amount' | 'unit-price'): number | null => {
    for (const c of columns) {
      if (c.kind !== 'money' || c.money !== which) continue;
      const cell = row.cells[c.column];
      const value = cell === undefined || cell.row !== row.index ? null : figureIn(cellText(document, cell));
      if (value !== null) return Math.round(value * (value >= 1e6 && c.scale > 1e3 ? 1 : c.scale));
    }
    return null;
  };
  // a total's words may stand in a cell over the number's and the content's columns
  const numbered = own('number');
  const merged = isTotal(numbered);
  const content = foldSpace(merged ? numbered : own('content') || own('unit'));
  const amount = money('amount');
  if (content === '' || /^\(?\d\)?$/u.test(content)) return null;
  const number = merged ? null : numbered.replace(/[.)\s]+$/u, '') || null;
  const unit = own('measure');
  const quantity = figureIn(own('quantity'));
  const unitPrice = money('unit-price');
  const cells = [...new Set(row.cells)].filter(
    (c) => c !== undefined && c.row === row.index && c.span.end > c.span.start,
  );
  if (cells.length === 0) return null;
  const level = isTotal(content)
    ? 'total'
    : number !== null && /^(?:[IVXLC]+|[A-ZĐ])$/u.test(number)
      ? 'group'
      : 'item';
  const covered = coverOf(cells.flatMap((c) => (c === undefined ? [] : [c.span])));
  const { raw, span, location, confidence } = mentionAt(document, covered);
  return {
    raw,
    span,
    location,
    confidence,
    number,
    content,
    unit: unit === '' ? null : unit,
    quantity,
    unitPrice,
    amount,
    level,
    table,
  };
}

/** The figure of a cell: "15.000.000", "15.000.000 đ", "2"; null where it holds none or more than one. */
function figureIn(text: string): number | null {
  const figures =
    text.match(/\d{1,3}(?:\.\d{3})+,\d{1,2}(?!\d)|\d+(?:[.,\s]\d{3})+(?!\d)|\d+(?:[.,]\d+)?/gu) ?? [];
  const [only] = figures;
  if (figures.length !== 1 || only === undefined) return null;
  const value = readFigure(only);
  return Number.isFinite(value) ? value : null;
}
