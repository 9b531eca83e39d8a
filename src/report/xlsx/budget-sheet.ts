import type { AuditResult } from '../../record/audit-result.js';
import type { Amount, BudgetLine } from '../../record/fields.js';
import { checkedDocuments } from '../document-state.js';
import type { Language } from '../language.js';
import { messages } from '../messages/messages.js';
import { moneyCell, numberCell, quantityCell, textCell } from './cell.js';
import { type SheetColumn, type SheetContent, sheetOf } from './sheet.js';

type BudgetRow = { readonly file: string } & (
  | { readonly kind: 'line'; readonly line: BudgetLine }
  | { readonly kind: 'amount'; readonly amount: Amount }
);

/** One row a line of a budget table, then one a sum named in running text. */
export function budgetSheet(result: AuditResult, language: Language): SheetContent {
  const say = messages(language);
  const rows = checkedDocuments(result).flatMap(({ file, record }): readonly BudgetRow[] => [
    ...record.budget.lines.map((line) => ({ kind: 'line' as const, file, line })),
    ...record.budget.amounts.map((amount) => ({ kind: 'amount' as const, file, amount })),
  ]);
  const ofLine =
    <Value>(pick: (line: BudgetLine) => Value) =>
    (row: BudgetRow): Value | null =>
      row.kind === 'line' ? pick(row.line) : null;
  const columns: readonly SheetColumn<BudgetRow>[] = [
    { head: say.column.file, width: 30, cell: (row) => textCell(row.file) },
    {
      head: say.budget.kind,
      width: 16,
      cell: (row) => textCell(row.kind === 'line' ? say.budget.line : say.budget.mention),
    },
    { head: say.column.table, width: 8, cell: (row) => numberCell(ofLine((line) => line.table + 1)(row)) },
    { head: say.budget.number, width: 7, cell: (row) => textCell(ofLine((line) => line.number)(row)) },
    {
      head: say.budget.content,
      width: 52,
      cell: (row) => textCell(row.kind === 'line' ? row.line.content : row.amount.raw),
    },
    { head: say.budget.unit, width: 14, cell: (row) => textCell(ofLine((line) => line.unit)(row)) },
    {
      head: say.budget.quantity,
      width: 11,
      cell: (row) => quantityCell(ofLine((line) => line.quantity)(row)),
    },
    {
      head: say.budget.unitPrice,
      width: 17,
      cell: (row) => moneyCell(ofLine((line) => line.unitPrice)(row)),
    },
    {
      head: say.budget.amount,
      width: 18,
      cell: (row) => moneyCell(row.kind === 'line' ? row.line.amount : row.amount.value),
    },
    {
      head: say.column.per,
      width: 14,
      cell: (row) =>
        textCell(row.kind === 'amount' ? row.amount.per.map((unit) => say.per[unit]).join(', ') : null),
    },
    {
      head: say.budget.level,
      width: 12,
      cell: (row) => textCell(ofLine((line) => say.budget.levels[line.level])(row)),
    },
    {
      head: say.column.page,
      width: 8,
      cell: (row) => numberCell((row.kind === 'line' ? row.line : row.amount).location[0]?.page ?? null),
    },
  ];
  return sheetOf(say.sheet.budget, columns, rows);
}
