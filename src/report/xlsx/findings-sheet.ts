import { shortFingerprint } from '../../check/fingerprint.js';
import type { AuditResult } from '../../record/audit-result.js';
import { type FindingRow, findingRows } from '../finding-row.js';
import { findingText } from '../finding-text.js';
import type { Language } from '../language.js';
import { messages } from '../messages/messages.js';
import type { RuleTitle } from '../rule-title.js';
import { numberCell, textCell } from './cell.js';
import { type SheetColumn, type SheetContent, sheetOf } from './sheet.js';

/** One row a finding. */
export function findingsSheet(result: AuditResult, language: Language, ruleTitle: RuleTitle): SheetContent {
  const say = messages(language);
  const rows = findingRows(result);
  const columns: readonly SheetColumn<FindingRow>[] = [
    { head: say.column.file, width: 24, cell: (row) => textCell(row.file) },
    { head: say.column.unit, width: 22, cell: (row) => textCell(row.issuingAgency) },
    { head: say.column.year, width: 9, cell: (row) => numberCell(row.planYear, '0') },
    { head: say.column.severity, width: 11, cell: ({ finding }) => textCell(say.severity[finding.severity]) },
    {
      head: say.column.rule,
      width: 22,
      cell: ({ finding }) => textCell(ruleTitle(finding.ruleId)),
    },
    {
      head: say.column.message,
      width: 42,
      cell: ({ finding }) => textCell(findingText(finding, language).message),
    },
    { head: say.column.raw, width: 30, cell: ({ finding }) => textCell(finding.raw) },
    { head: say.column.suggestion, width: 28, cell: ({ finding }) => textCell(finding.suggestion) },
    {
      head: say.column.evidence,
      width: 40,
      cell: ({ finding }) => textCell(findingText(finding, language).evidence),
    },
    { head: say.column.page, width: 8, cell: (row) => numberCell(row.page) },
    { head: say.column.line, width: 8, cell: (row) => numberCell(row.line) },
    { head: say.column.confidence, width: 10, cell: ({ finding }) => numberCell(finding.confidence, '0%') },
    { head: say.column.ruleId, width: 20, cell: ({ finding }) => textCell(finding.ruleId) },
    ...(rows.some(({ state }) => state !== null)
      ? [
          {
            head: say.column.changeState,
            width: 13,
            cell: ({ state }: FindingRow) => textCell(state === null ? null : say.changes.state[state]),
          },
        ]
      : []),
    {
      head: say.column.fingerprint,
      width: 13,
      cell: ({ finding }) => textCell(shortFingerprint(finding.fingerprint)),
    },
  ];
  return sheetOf(say.sheet.findings, columns, rows);
}
