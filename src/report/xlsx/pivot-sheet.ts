import { shortFingerprint } from '../../check/fingerprint.js';
import type { AuditResult } from '../../record/audit-result.js';
import { type FindingRow, findingRows, findingRowsApart } from '../finding-row.js';
import { findingText } from '../finding-text.js';
import type { Language } from '../language.js';
import { messages } from '../messages/messages.js';
import type { ProvinceOf } from '../province-of.js';
import type { RuleTitle } from '../rule-title.js';
import { dateCell, numberCell, type SheetCell, textCell } from './cell.js';
import { type SheetColumn, type SheetContent, sheetOf } from './sheet.js';

/**
 * One row a finding with every dimension as a column, one kind of value a column and no empty heads, so that a pivot
 * table can be made of the whole sheet: how many (`count` is 1 in each row) by unit, year, province, rule … Those
 * that don't count are in it too and say so.
 */
export function pivotSheet(
  result: AuditResult,
  language: Language,
  ruleTitle: RuleTitle,
  provinceOf: ProvinceOf,
): SheetContent {
  const say = messages(language);
  const rows = [...findingRows(result), ...findingRowsApart(result)];
  // A blank in a pivot table's rows is one more thing to explain.
  const given = (text: string | null): SheetCell => ({
    ...textCell(text ?? `(${say.unknown})`),
    wrap: false,
  });
  const issued = ({ record }: FindingRow): readonly (string | undefined)[] =>
    record.header.issuedOn?.split('-') ?? [];
  const part = (text: string | undefined): number | null => (text === undefined ? null : Number(text));
  const columns: readonly SheetColumn<FindingRow>[] = [
    { head: say.column.file, width: 26, cell: (row) => given(row.file) },
    { head: say.column.unit, width: 26, cell: (row) => given(row.issuingAgency) },
    { head: say.column.parent, width: 22, cell: ({ record }) => given(record.header.parentAgency) },
    { head: say.column.province, width: 15, cell: ({ record }) => given(provinceOf(record)) },
    { head: say.column.year, width: 9, cell: (row) => numberCell(row.planYear, '0') },
    { head: say.column.documentType, width: 14, cell: ({ record }) => given(record.header.documentType) },
    { head: say.column.date, width: 13, cell: ({ record }) => fullDate(record.header.issuedOn) },
    { head: say.column.issueYear, width: 9, cell: (row) => numberCell(part(issued(row)[0]), '0') },
    { head: say.column.issueMonth, width: 9, cell: (row) => numberCell(part(issued(row)[1]), '0') },
    { head: say.column.method, width: 17, cell: ({ record }) => given(say.method[record.source.method]) },
    { head: say.column.severity, width: 11, cell: ({ finding }) => given(say.severity[finding.severity]) },
    { head: say.column.ruleGroup, width: 12, cell: ({ finding }) => given(groupOf(finding.ruleId)) },
    { head: say.column.ruleId, width: 25, cell: ({ finding }) => given(finding.ruleId) },
    { head: say.column.rule, width: 30, cell: ({ finding }) => given(ruleTitle(finding.ruleId)) },
    {
      head: say.column.changeState,
      width: 13,
      cell: ({ state }) => given(state === null ? say.changes.none : say.changes.state[state]),
    },
    { head: say.column.counted, width: 9, cell: (row) => given(isCounted(row) ? say.yes : say.no) },
    { head: say.column.suppressedReason, width: 22, cell: (row) => textCell(row.suppressed?.reason ?? null) },
    { head: say.column.page, width: 8, cell: (row) => numberCell(row.page) },
    {
      head: say.column.recognized,
      width: 10,
      cell: ({ finding }) => given(finding.confidence < 1 ? say.yes : say.no),
    },
    { head: say.column.confidence, width: 10, cell: ({ finding }) => numberCell(finding.confidence, '0%') },
    {
      head: say.column.message,
      width: 50,
      cell: ({ finding }) => given(findingText(finding, language).message),
    },
    {
      head: say.column.fingerprint,
      width: 13,
      cell: ({ finding }) => given(shortFingerprint(finding.fingerprint)),
    },
    { head: say.column.count, width: 8, cell: () => numberCell(1) },
  ];
  return sheetOf(say.sheet.pivot, columns, rows);
}

/** Only whole dates: a column of a pivot table holds one kind of value; year and month have columns of their own. */
const fullDate = (date: string | null): SheetCell => (date?.length === 10 ? dateCell(date) : null);

const isCounted = ({ state, suppressed }: FindingRow): boolean => state !== 'mended' && suppressed === null;

const groupOf = (ruleId: string): string => ruleId.split('/')[0] ?? ruleId;
