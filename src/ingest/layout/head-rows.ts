import { foldVietnamese } from '../../document/fold.js';
import { isRowNumber } from './label.js';
import { cellsByRow, cellText, type DraftCell, type DraftTable } from './table-draft.js';

/** Words that head a column, folded. */
const HEAD_WORD =
  /^(?:tt|stt|so tt|so thu tu|thu (?:hai|ba|tu|nam|sau|bay)|chu nhat|(?:noi dung|cong viec|nhiem vu|hoat dong|hang muc|muc chi|dien giai|ten |thoi (?:gian|han)|tien do|ngay|thang \d|quy |don vi|co quan|bo phan|phong|ca nhan|nguoi|chu tri|phoi hop|thuc hien|trach nhiem|phan cong|phu trach|san pham|ket qua|ho so|ghi chu|kinh phi|du toan|so luong|don gia|thanh tien|so tien|muc tieu|chi tieu|yeu cau|dia diem|thanh phan|doi tuong|quy trinh|linh vuc|tieu chi|cach thuc|bieu mau|can cu|nguon|du kien).*)/u;

/** Whether the cell's text is what heads a column ("TT", "Nội dung công việc", …). */
export function isHeadText(text: string): boolean {
  const folded = foldVietnamese(text.normalize('NFC'))
    .replace(/[^a-z0-9 ]+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
  return folded.length <= 60 && HEAD_WORD.test(folded);
}

const COLUMN_NUMBER = /^\(?(?:\d{1,2}|[A-Z])\)?(?:\s*=.{1,20})?$/u;

const filledOf = (row: readonly DraftCell[]): readonly DraftCell[] =>
  row.filter((cell) => cell.lines.length > 0);

const FIGURE = /^[-+–(]?\d[\d.,:/hH ]*[%)]?(?:\s?(?:đ|đồng|ha|kg|người|%))?$/u;
const YEAR = /^(?:năm\s)?(?:19|20)\d\d$/iu;
/** Longer texts are no head. */
const LONGEST = 60;
/** Points by which a text may stand beside the middle, and must stand beside it to be set to a side. */
const CENTRED = 4;
const ASIDE = 9;

/** Where a cell's text stands between the column lines around it; null for an empty one. */
function alignmentOf(cell: DraftCell, edges: readonly number[]): 'centred' | 'aside' | null {
  const [left, right] = [edges[cell.column] ?? 0, edges[cell.column + cell.colSpan] ?? 0];
  const off = cell.lines.map((line) => (line.box[0] + line.box[2]) / 2 - (left + right) / 2);
  if (off.length === 0) return null;
  if (off.every((by) => Math.abs(by) < CENTRED)) return 'centred';
  return off.some((by) => Math.abs(by) > ASIDE) ? 'aside' : null;
}

/**
 * Whether the first row heads the columns by what stands below it: a name over row numbers or over figures, years over
 * figures, texts in the middle over texts at the side. For heads that are not bold, or whose type is not known.
 */
function headsColumns(table: DraftTable, first: readonly DraftCell[]): boolean {
  const own = first.every((cell) => {
    const text = cellText(cell).trim();
    return text !== '' && text.length <= LONGEST && !/[.;:]$/u.test(text);
  });
  const [corner] = first;
  if (!own || corner === undefined || first.length < 2 || isRowNumber(cellText(corner))) return false;
  const depth = depthOf(first);
  let speaks = 0;
  let against = 0;
  for (const cell of first) {
    const below = table.cells.filter(
      (other) =>
        other.row >= cell.row + depth &&
        other.column >= cell.column &&
        other.column + other.colSpan <= cell.column + cell.colSpan &&
        other.lines.length > 0,
    );
    if (below.length === 0) continue;
    const text = cellText(cell).trim();
    const figures = below.filter((other) => FIGURE.test(cellText(other).trim())).length;
    if (FIGURE.test(text) && !YEAR.test(text)) against += 1;
    else if (below.length >= 2 && figures >= 0.7 * below.length) speaks += 1;
    else if (
      alignmentOf(cell, table.edges) === 'centred' &&
      below.filter((other) => alignmentOf(other, table.edges) === 'aside').length >= 0.6 * below.length
    )
      speaks += 1;
  }
  return against === 0 && speaks >= Math.min(2, first.length - 1) && speaks * 3 >= first.length;
}

/** One or two letters that a recognizer was unsure of: "q)" for "(1)". */
const isMisread = (cell: DraftCell): boolean =>
  cellText(cell).length <= 3 && cell.lines.some((line) => line.words.some((word) => word.confidence < 0.9));

/** A row under the head that numbers the columns: "(1) (2) (3)", "A B 1 2". */
function numbersColumns(row: readonly DraftCell[], columns: number): boolean {
  const filled = filledOf(row);
  return (
    filled.length >= Math.max(3, columns - 1) &&
    filled.every((cell, i) => COLUMN_NUMBER.test(cellText(cell).trim()) || (i === 0 && isMisread(cell))) &&
    new Set(filled.map((cell) => cellText(cell))).size === filled.length
  );
}

/** A row with fewer than `columns` places to begin in: the rest is filled by cells from above. */
const depthOf = (row: readonly DraftCell[]): number => Math.max(1, ...row.map((cell) => cell.rowSpan));

/**
 * How many leading rows are the table's head: those that repeat on the next page, a first row whose cells are all
 * bold or hold the words of a head, or that what stands below shows for one, with the rows that its merged cells reach down to, and a row of column numbers.
 */
export function countHeadRows(table: DraftTable): number {
  const rows = cellsByRow(table);
  const first = rows[0] ?? [];
  const filled = filledOf(first);
  if (table.rowCount < 2) return 0;
  let head = table.repeatedRows;
  const headWords = filled.filter((cell) => isHeadText(cellText(cell))).length;
  const allBold = filled.every((cell) => cell.lines.every((line) => line.bold));
  const rowIsWhole = first.length >= 2 && filled.length >= 2;
  if (head === 0 && rowIsWhole && headWords >= Math.min(2, filled.length)) head = 1;
  if (
    head === 0 &&
    rowIsWhole &&
    filled.length === first.length &&
    allBold &&
    !/\d{2,}/u.test(cellText(first[0] as DraftCell))
  )
    head = 1;
  if (head === 0 && headsColumns(table, first)) head = 1;
  if (head === 0) return 0;
  if (table.repeatedRows === 0) {
    const wide = first.some((cell) => cell.colSpan > 1);
    const depth = depthOf(first);
    const allDeep = first.every((cell) => cell.rowSpan === depth);
    if (wide && depth > 1 && !allDeep) head = Math.min(depth, table.rowCount - 1);
  }
  const next = rows[head];
  if (next !== undefined && head < table.rowCount - 1 && numbersColumns(next, table.columns)) head += 1;
  return Math.min(head, table.rowCount);
}
