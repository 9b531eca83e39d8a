import { shortFingerprint } from '../../check/fingerprint.js';
import type { AuditResult } from '../../record/audit-result.js';
import { type FindingRow, findingRowsApart } from '../finding-row.js';
import { findingText } from '../finding-text.js';
import type { Language } from '../language.js';
import { messages } from '../messages/messages.js';
import type { RuleTitle } from '../rule-title.js';
import { dateCell, textCell } from './cell.js';
import { type SheetColumn, type SheetContent, sheetOf } from './sheet.js';

/** One row a finding that does not count: let be with a reason, or mended. Null where there is none. */
export function apartSheet(
  result: AuditResult,
  language: Language,
  ruleTitle: RuleTitle,
): SheetContent | null {
  const rows = findingRowsApart(result);
  if (rows.length === 0) return null;
  const say = messages(language);
  const columns: readonly SheetColumn<FindingRow>[] = [
    { head: say.column.file, width: 24, cell: (row) => textCell(row.file) },
    { head: say.column.unit, width: 22, cell: (row) => textCell(row.issuingAgency) },
    {
      head: say.column.kind,
      width: 16,
      cell: ({ suppressed }) =>
        textCell(suppressed === null ? say.changes.state.mended : say.suppressed.figure),
    },
    { head: say.column.severity, width: 11, cell: ({ finding }) => textCell(say.severity[finding.severity]) },
    { head: say.column.rule, width: 24, cell: ({ finding }) => textCell(ruleTitle(finding.ruleId)) },
    {
      head: say.column.message,
      width: 42,
      cell: ({ finding }) => textCell(findingText(finding, language).message),
    },
    { head: say.column.raw, width: 30, cell: ({ finding }) => textCell(finding.raw) },
    { head: say.column.suppressedReason, width: 34, cell: (row) => textCell(row.suppressed?.reason ?? null) },
    { head: say.column.suppressedBy, width: 18, cell: (row) => textCell(row.suppressed?.by ?? null) },
    { head: say.column.suppressedUntil, width: 13, cell: (row) => dateCell(row.suppressed?.until ?? null) },
    {
      head: say.column.fingerprint,
      width: 13,
      cell: ({ finding }) => textCell(shortFingerprint(finding.fingerprint)),
    },
  ];
  return sheetOf(say.sheet.apart, columns, rows);
}
