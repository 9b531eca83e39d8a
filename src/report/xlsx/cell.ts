import type { CellObject } from 'write-excel-file/node';

/** What Excel takes in one cell. */
const LONGEST_CELL = 32_767;
/** Characters that XML 1.0 cannot carry, halves of a surrogate pair among them. */
const NOT_IN_XML = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF\p{Surrogate}]/gu;
const LIKE_A_FORMULA = /^[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/u;

/** A cell of a sheet; null is an empty one. */
export type SheetCell = CellObject | null;

/**
 * Text, never a formula: the cell's type is text, and where it begins like a formula its format is "Text" too, so
 * that it stays text when somebody edits the cell. Over-long text is cut with an ellipsis.
 */
export function textCell(text: string | null, style: CellObject = {}): SheetCell {
  if (text === null || text === '') return null;
  const clean = text.replace(NOT_IN_XML, '\uFFFD');
  const value = clean.length > LONGEST_CELL ? `${clean.slice(0, LONGEST_CELL - 1)}…` : clean;
  return {
    type: String,
    value,
    wrap: true,
    alignVertical: 'top',
    ...(LIKE_A_FORMULA.test(value) ? { format: '@' } : {}),
    ...style,
  };
}

/** A count, a year, a share; `format` is Excel's ("#,##0" for counts, "0" for years, "0%" for shares). */
export function numberCell(value: number | null, format = '#,##0'): SheetCell {
  return value === null ? null : { type: Number, value, format, align: 'center', alignVertical: 'top' };
}

/** A sum in đồng. */
export function moneyCell(value: number | null): SheetCell {
  return value === null
    ? null
    : { type: Number, value, format: '#,##0', align: 'right', alignVertical: 'top' };
}

/** A number that may have decimals; Excel would show a lone separator behind whole ones in one format for both. */
export function quantityCell(value: number | null): SheetCell {
  return numberCell(value, value === null || Number.isInteger(value) ? '#,##0' : '#,##0.##');
}

const FULL_DATE = /^(\d{4})-(\d{2})-(\d{2})$/u;

/** A date cell for a full ISO date, so that it sorts and filters as one; text for a partial or an impossible one. */
export function dateCell(date: string | null): SheetCell {
  if (date === null) return null;
  const match = FULL_DATE.exec(date);
  const value = new Date(`${date}T00:00:00Z`);
  const beforeExcel = match === null || Number(match[1]) < 1900;
  if (beforeExcel || Number.isNaN(value.getTime()) || value.toISOString().slice(0, 10) !== date)
    return textCell(date.split('-').reverse().join('/'));
  return { type: Date, value, format: 'dd/mm/yyyy', align: 'left', alignVertical: 'top' };
}
