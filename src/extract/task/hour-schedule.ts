import type { SourceDocument, Table } from '../../document/source-document.js';
import type { Column } from './columns.js';
import { bodyRows, cellText } from './row.js';

const CLOCK = /(?<![\p{L}\p{N}])\d{1,2}\s?(?:h|g|giờ|:)\s?(?:\d{2})?(?![\p{N}])/iu;
const DAY_PART =
  /^(?:buổi\s|ca\s)?(?:sáng|trưa|chiều|tối|cả ngày)(?!\p{L})|^(?:thứ\s(?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật)(?!\p{L})/iu;
/** A date, month, quarter or year: what a task is due by. */
const DATE = /\d{1,2}[/.-]\d{1,2}|tháng|quý|quí|năm\s\d|ngày\s\d/iu;
/** "Thứ hai (06/5)": a day of a week's roster. */
const WEEKDAY = /^(?:thứ\s(?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật)(?!\p{L})(?!.*(?:20\d\d|tuần|tháng))/iu;
const LEAST = 0.6;

/**
 * Whether a column of a table's times are hours or parts of a day ("7h30 - 8h00", "Sáng thứ hai") without a date: the
 * programme of a meeting or a roster, not tasks.
 */
export function isHourSchedule(
  document: SourceDocument,
  table: Table,
  columns: readonly Column[],
  headRows: number,
): boolean {
  const timing = columns.filter((c) => c.kind === 'timing');
  if (timing.length === 0) return false;
  const rows = bodyRows(table, headRows);
  return timing.some((c) => {
    const texts = rows.map((row) => cellText(document, row.cells[c.column])).filter((text) => text !== '');
    const hours = texts.filter(
      (text) => WEEKDAY.test(text) || ((CLOCK.test(text) || DAY_PART.test(text)) && !DATE.test(text)),
    );
    return hours.length >= 2 && hours.length >= LEAST * texts.length;
  });
}
