import { foldVietnamese } from '../../document/fold.js';
import type { Cell, SourceDocument, Table } from '../../document/source-document.js';
import { wasRecognized } from '../../document/was-recognized.js';
import type { Role } from '../../record/fields.js';
import { foldSpace } from '../mention.js';
import { quarterOf as quarterNumber } from '../timing/numeral.js';
import { roleOf } from '../unit/read-assignments.js';
import { calendarColumns, type HeadTexts } from './calendar-heads.js';
import { headAsMeant } from './head-words.js';
import { withTickedMonths } from './ticks.js';

/** What a column of a table holds, told from its head. `column` is the 0-based grid column. */
export type Column =
  | { readonly kind: 'number'; readonly column: number }
  | { readonly kind: 'content'; readonly column: number }
  | { readonly kind: 'unit'; readonly column: number; readonly role: Role }
  | { readonly kind: 'timing'; readonly column: number; readonly head: string }
  | {
      readonly kind: 'month';
      readonly column: number;
      readonly month: number;
      /** The last month of a column that stands for a quarter; `month` itself otherwise. */
      readonly to: number;
    }
  | { readonly kind: 'output'; readonly column: number }
  | {
      readonly kind: 'money';
      readonly column: number;
      readonly money: 'amount' | 'unit-price';
      readonly scale: number;
    }
  | { readonly kind: 'quantity'; readonly column: number }
  | { readonly kind: 'measure'; readonly column: number }
  | { readonly kind: 'other'; readonly column: number };

// "STT" may come broken by its narrow column: blanks are left out before it is looked at
const NUMBER = /^(?:s?tt|sốtt|sốthứtự|thứtự|sốtt)$/u;
const GROUNDS = /^(?:căn cứ|cơ sở pháp lý|văn bản (?:căn cứ|chỉ đạo|quy định|pháp lý))/u;
/** Who is looked at, not who is to act. */
const SUBJECTED =
  /(?:đơn vị|cơ quan|phòng|bộ phận|nơi)[^|]{0,20} được (?:đánh giá|kiểm tra|thanh tra|kiểm định|khảo sát)/u;
const MONTH = /(?:^|\s)(?:tháng|t)\s?\.?\s?(0?[1-9]|1\s?[0-2])$/u;
const TIMING =
  /thời gian|thời hạn|thời điểm|tiến độ|hạn hoàn thành|ngày hoàn thành|lịch|lộ trình|mốc hoàn thành|hoàn thành trước|kỳ hạn|^(?:ngày|tháng|quý|quí)(?:,? (?:tháng|năm|giờ|thực hiện|tổ chức|đánh giá|kiểm tra|triển khai))*$/u;
const OUTPUT = /sản phẩm|kết quả|đầu ra|hồ sơ|minh chứng|chỉ tiêu|yêu cầu đạt/u;
const UNIT =
  /chủ trì|phối hợp|đơn vị|cơ quan|bộ phận|trách nhiệm|đối tượng|người thực hiện|phân công|cá nhân|phụ trách|tham mưu|tổ chức\s*\/|thực hiện$|phòng,|đầu mối|^hỗ trợ|^tham gia|người đánh giá|đoàn đánh giá|chuyên gia đánh giá|giao cho/u;
const MEASURE = /đơn vị tính|^đvt$|^đv tính$/u;
const PRICE = /đơn giá|mức chi|định mức/u;
const MONEY = /thành tiền|số tiền|kinh phí|dự toán|tổng tiền|chi phí|tổng cộng|giá trị/u;
const QUANTITY = /số lượng|khối lượng|^sl$|số ngày|số người|số lần/u;
const CONTENT =
  /nội dung|nhiệm vụ|công việc|hoạt động|tên|hạng mục|diễn giải|khoản chi|mục chi|công tác|quy trình|việc/u;

/** As `MONTH` without blanks: a narrow column breaks "T10" to "T1 0", "Tháng 1" to "Thán g 1". */
const BROKEN_MONTH = /(?:tháng|^t)(1[0-2]|0?[1-9])$/u;
const QUARTER = /(?:^|\s)qu[ýí]\s?([ivlh1]{1,4}|[1-4])(?:\s?[-/]?\s?(?:năm\s)?20\d\d)?$/u;

function monthOf(text: string): number | null {
  const month = BROKEN_MONTH.exec(text.replace(/\s+/gu, '')) ?? MONTH.exec(text);
  return month === null ? null : Number(month[1]?.replace(/\s/gu, ''));
}

/** The quarter that a head names at its end, 1 to 4. */
function quarterOf(text: string): number | null {
  const numeral = QUARTER.exec(text)?.[1];
  if (numeral === undefined) return null;
  const { value } = quarterNumber(numeral.toUpperCase());
  return Number.isNaN(value) ? null : value;
}

const scaleOf = (head: string): number =>
  /tỷ\s*đồng|tỉ\s*đồng/u.test(head)
    ? 1e9
    : /triệu/u.test(head)
      ? 1e6
      : /nghìn|ngàn|1\.000\s*đ|1000\s*đ/u.test(head)
        ? 1e3
        : 1;

/** A head in lower case without its stops and brackets, and without the signs that specks were read as. */
const bareHead = (head: string): string =>
  head
    .toLowerCase()
    .replace(/[().:*;'"“”‘’•·_|]/gu, ' ')
    .replace(/(?<!\S),+(?!\S)|(?<!,),+$/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();

function classify(head: string, column: number): Column {
  const text = bareHead(head);
  if (NUMBER.test(text.replace(/[\s.]+/gu, ''))) return { kind: 'number', column };
  if (GROUNDS.test(text) || SUBJECTED.test(text)) return { kind: 'other', column };
  const month = monthOf(text);
  if (month !== null && text.length < 60) return { kind: 'month', column, month, to: month };
  if (MEASURE.test(text)) return { kind: 'measure', column };
  if (QUANTITY.test(text)) return { kind: 'quantity', column };
  if (PRICE.test(text)) return { kind: 'money', column, money: 'unit-price', scale: scaleOf(text) };
  if (MONEY.test(text) && !/nội dung|nguồn/u.test(text))
    return { kind: 'money', column, money: 'amount', scale: scaleOf(text) };
  const quarter = quarterOf(text);
  if (quarter !== null && text.length < 60)
    return { kind: 'month', column, month: 3 * quarter - 2, to: 3 * quarter };
  if (TIMING.test(text) && !/^nội dung/u.test(text)) return { kind: 'timing', column, head };
  if (CONTENT.test(text) && !/chủ trì|phối hợp|đơn vị|cá nhân|người|kết quả|sản phẩm/u.test(text))
    return { kind: 'content', column };
  if (UNIT.test(text)) return { kind: 'unit', column, role: roleOf(text) ?? 'implement' };
  if (OUTPUT.test(text)) return { kind: 'output', column };
  if (CONTENT.test(text)) return { kind: 'content', column };
  return { kind: 'other', column };
}

/** In folded text, as a recognizer often misreads its marks. */
const TOTAL = /^(?:tong(?: (?:so|cong|muc))?|cong)$/u;
const SOURCE = /ngân sách|nguồn|kinh phí|phí để lại|vốn|nsnn|nstw|nsđp|xã hội hóa|tài trợ/iu;

/** "Tổng số" beside columns of sources of money is the amount, where no other column is. */
function withTotal(columns: readonly Column[], texts: readonly HeadTexts[]): readonly Column[] {
  if (columns.some((c) => c.kind === 'money' && c.money === 'amount')) return columns;
  const heads = texts.map((parts) => parts.join(' '));
  const total = heads.findIndex((head) =>
    TOTAL.test(foldVietnamese(bareHead(head.replace(/\s*\([^)]*\)\s*$/u, '')))),
  );
  if (total < 0 || !heads.some((head, column) => column !== total && SOURCE.test(head))) return columns;
  const scale = scaleOf(heads[total]?.toLowerCase() ?? '');
  return columns.map((c) =>
    c.column === total ? { kind: 'money', column: total, money: 'amount', scale } : c,
  );
}

/** A table's cells by grid place, row by row; a spanning cell stands at each place that it covers. */
export type Grid = readonly (readonly (Cell | undefined)[])[];

const grids = new WeakMap<Table, Grid>();

/** Lays a table's cells out, once a table; places that no cell covers are undefined. Linear in the places. */
export function gridOf(table: Table): Grid {
  const known = grids.get(table);
  if (known !== undefined) return known;
  const grid = table.rows.map((): (Cell | undefined)[] =>
    Array.from({ length: table.columns }, () => undefined),
  );
  for (const row of table.rows)
    for (const cell of row.cells)
      for (let r = cell.row; r < Math.min(cell.row + cell.rowSpan, grid.length); r++)
        for (let c = cell.column; c < Math.min(cell.column + cell.colSpan, table.columns); c++) {
          const places = grid[r];
          if (places !== undefined) places[c] ??= cell;
        }
  grids.set(table, grid);
  return grid;
}

const textOf = (document: SourceDocument, cell: Cell | undefined): string =>
  cell === undefined ? '' : foldSpace(document.text.slice(cell.span.start, cell.span.end));

/** A table's columns as its head names them, and how many rows the head takes. */
export interface Head {
  readonly columns: readonly Column[];
  readonly headRows: number;
}

const heads = new WeakMap<Table, Head | null>();

/** The head of one of the document's tables; null where it has none. Read once: tasks and budget both ask. */
export function columnsOf(document: SourceDocument, table: Table): Head | null {
  const known = heads.get(table);
  if (known !== undefined) return known;
  const head = readHead(document, table);
  heads.set(table, head);
  return head;
}

function readHead(document: SourceDocument, table: Table): Head | null {
  const grid = gridOf(table);
  const recognized = wasRecognized(document);
  const headAt = (row: number, column: number): string => {
    const read = textOf(document, grid[row]?.[column]);
    return recognized ? headAsMeant(read, column === 0) : read;
  };
  const named = (rows: number): readonly Column[] => {
    const texts = Array.from({ length: table.columns }, (_, column): HeadTexts => {
      const parts: string[] = [];
      for (let row = 0; row < rows; row++) {
        const part = headAt(row, column);
        if (part !== '' && parts.at(-1) !== part) parts.push(part);
      }
      return parts;
    });
    const calendar = calendarColumns(texts);
    const columns = texts.map((parts, column): Column => {
      const months = calendar.get(column);
      return months === undefined ? classify(parts.join(' '), column) : { kind: 'month', column, ...months };
    });
    return withTotal(columns, texts);
  };
  const score = (columns: readonly Column[]): number =>
    new Set(columns.filter((c) => c.kind !== 'other').map((c) => c.kind)).size +
    columns.filter((c) => c.kind === 'month').length / 100;
  // the reader's count first; a head that it missed or that has one row more is told by its words
  const candidates = [...new Set([table.headRows, 1, 2, 3])].filter(
    (n) => n >= 1 && n < table.rows.length + 1,
  );
  let best: Head | null = null;
  for (const headRows of candidates) {
    if (headRows > Math.max(1, table.headRows) && !spansHead(table, headRows)) continue;
    // a cell over all columns is a group's heading
    const below = (column: number): readonly string[] =>
      grid.slice(headRows).flatMap((row) => {
        const cell = row[column];
        const text = cell === undefined || cell.colSpan * 2 > table.columns ? '' : textOf(document, cell);
        return text === '' ? [] : [text];
      });
    const columns = withTickedMonths(named(headRows), below);
    if (best === null || score(columns) > score(best.columns)) best = { columns, headRows };
  }
  return best !== null && score(best.columns) >= 2 ? best : null;
}

/** A second head row lies under a first one that spans columns or rows. */
const spansHead = (table: Table, rows: number): boolean =>
  table.rows.slice(0, rows - 1).some((row) => row.cells.some((c) => c.rowSpan > 1 || c.colSpan > 1));

/** Whether columns are those of a plan's tasks: what is to be done, and by whom or when. */
export const isTaskTable = (columns: readonly Column[]): boolean =>
  columns.some((c) => c.kind === 'content') &&
  columns.some((c) => c.kind === 'unit' || c.kind === 'timing' || c.kind === 'month');

/** Whether columns are those of a budget: what is paid for, and how much. */
export const isBudgetTable = (columns: readonly Column[]): boolean =>
  columns.some((c) => c.kind === 'content' || c.kind === 'unit') && columns.some((c) => c.kind === 'money');
