import type { AuditResult } from '../record/audit-result.js';
import type { Language } from './language.js';
import type { ProvinceOf } from './province-of.js';
import type { RuleTitle } from './rule-title.js';
import { apartSheet } from './xlsx/apart-sheet.js';
import { budgetSheet } from './xlsx/budget-sheet.js';
import { citationsSheet } from './xlsx/citations-sheet.js';
import { documentsSheet } from './xlsx/documents-sheet.js';
import { expectedSheet } from './xlsx/expected-sheet.js';
import { filteredHeads } from './xlsx/filtered-heads.js';
import { findingsSheet } from './xlsx/findings-sheet.js';
import { pivotSheet } from './xlsx/pivot-sheet.js';
import { tasksSheet } from './xlsx/tasks-sheet.js';

/** What a workbook needs to know besides the audit. */
export interface XlsxOptions {
  readonly language: Language;
  readonly ruleTitle: RuleTitle;
  readonly provinceOf: ProvinceOf;
}

/**
 * The audit as a workbook: documents, findings, citations, tasks, budget, the findings once more for pivot tables, and
 * where there are such, findings that don't count and who handed in; a sheet each with a frozen, filtered head and
 * typed cells. Nothing in it is a formula.
 */
export async function renderXlsx(
  result: AuditResult,
  { language, ruleTitle, provinceOf }: XlsxOptions,
): Promise<Uint8Array> {
  const { default: writeExcelFile } = await import('write-excel-file/node');
  const sheets = [
    documentsSheet(result, language),
    findingsSheet(result, language, ruleTitle),
    citationsSheet(result, language),
    tasksSheet(result, language),
    budgetSheet(result, language),
    pivotSheet(result, language, ruleTitle, provinceOf),
    apartSheet(result, language, ruleTitle),
    expectedSheet(result, language),
  ].filter((sheet) => sheet !== null);
  return writeExcelFile(
    sheets.map((sheet) => ({
      sheet: sheet.name,
      data: sheet.rows.map((row) => [...row]),
      columns: sheet.widths.map((width) => ({ width })),
      stickyRowsCount: 1,
      stickyColumnsCount: 1,
      orientation: 'landscape' as const,
    })),
    { fontFamily: 'Calibri', fontSize: 10, features: [filteredHeads(sheets)] },
  ).toBuffer();
}
