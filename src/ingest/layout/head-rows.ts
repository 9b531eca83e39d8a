import { foldVietnamese } from '../../document/fold.js';
import { cellsByRow, cellText, type DraftCell, type DraftTable } from './table-draft.js';

/** Words that head a column, folded. */
const HEAD_WORD =
  /^(?:tt|stt|so tt|so thu tu|(?:noi dung|cong viec|nhiem vu|hoat dong|hang muc|muc chi|dien giai|ten |thoi (?:gian|han)|tien do|ngay|thang \d|quy |don vi|co quan|bo phan|phong|ca nhan|nguoi|chu tri|phoi hop|thuc hien|trach nhiem|phan cong|phu trach|san pham|ket qua|ho so|ghi chu|kinh phi|du toan|so luong|don gia|thanh tien|so tien|muc tieu|chi tieu|yeu cau|dia diem|thanh phan|doi tuong|quy trinh|linh vuc|tieu chi|cach thuc|bieu mau|can cu|nguon|du kien).*)/u;

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

/** A row under the head that numbers the columns: "(1) (2) (3)", "A B 1 2". */
function numbersColumns(row: readonly DraftCell[], columns: number): boolean {
  const filled = filledOf(row);
  return (
    filled.length >= Math.max(3, columns - 1) &&
    filled.every((cell) => COLUMN_NUMBER.test(cellText(cell).trim())) &&
    new Set(filled.map((cell) => cellText(cell))).size === filled.length
  );
}

/** A row with fewer than `columns` places to begin in: the rest is filled by cells from above. */
const depthOf = (row: readonly DraftCell[]): number => Math.max(1, ...row.map((cell) => cell.rowSpan));

/**
 * How many leading rows are the table's head: those that repeat on the next page, a first row whose cells are all
 * bold or hold the words of a head, with the rows that its merged cells reach down to, and a row of column numbers.
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
