import { loadRuleFiles } from '../../check/cases/rule-file.js';
import type { AuditResult } from '../../record/audit-result.js';
import { auditTotals } from '../../report/document-state.js';
import { findingsMatrix } from '../../report/findings-matrix.js';
import { groupByUnit } from '../../report/issuing-unit.js';
import { formatNumber } from '../../report/language.js';
import { messages } from '../../report/messages/messages.js';
import { ruleTitles } from '../../report/rule-title.js';
import { countSeverities, SEVERITIES } from '../../report/severity.js';
import { printable } from '../terminal/printable.js';
import { renderTable, type TableColumn } from '../terminal/table.js';
import { changeLines, expectedLines } from './apart-lines.js';
import { severitySign } from './finding-lines.js';
import { notChecked } from './summary.js';
import { PLAIN_COLUMNS, type SummaryOptions } from './summary-table.js';

/** `--format summary`: totals, findings by rule and by unit, what changed, who handed in, what was not read. */
export function shortSummaryLines(result: AuditResult, options: SummaryOptions): readonly string[] {
  const { language, say, paint, columns } = options;
  const { documents } = result;
  if (documents.length === 0) return [say.summary.noFiles];
  const room = columns ?? PLAIN_COLUMNS;
  const figure = (value: number): string => formatNumber(value, language);
  const totals = auditTotals(result);
  const lines: string[] = [
    paint.bold(
      say.summary.totals(
        figure(totals.checked),
        figure(totals.failed),
        figure(totals.error),
        figure(totals.warning),
        figure(totals.notice),
      ),
    ),
    ...changeLines(result, options),
  ];
  const { rows } = findingsMatrix(documents);
  if (rows.length > 0) {
    const titleOf = ruleTitles(loadRuleFiles(), language);
    const table = renderTable(
      [
        { head: '', align: 'right' },
        { head: '' },
        { head: say.summary.byRule, flexible: true },
        { head: '' },
      ],
      rows.map((row) => [
        figure(row.total),
        severitySign(row.severity),
        `${titleOf(row.ruleId)} [${row.ruleId}]`,
        say.summary.inPlans(figure(row.documents)),
      ]),
      room,
      (line, index) => {
        const row = rows[index];
        return row === undefined ? paint.bold(line) : paint.severity(row.severity, line);
      },
    );
    lines.push('', ...table);
  }
  const groups = groupByUnit(documents);
  const heads = say.summary.heads;
  const unitColumns: readonly TableColumn[] = [
    { head: say.summary.byUnit, flexible: true },
    { head: messages(language).sheet.documents, align: 'right' },
    ...SEVERITIES.map((severity): TableColumn => ({ head: heads[severity], align: 'right' })),
  ];
  const unitRows = groups.map(({ unit, records }) => {
    const counts = countSeverities(records.flatMap(({ findings }) => findings));
    const name = [unit.name ?? `(${messages(language).unknown})`, unit.parent].filter(
      (part) => part !== null,
    );
    return [
      printable(name.join(' – ')),
      figure(records.length),
      ...SEVERITIES.map((severity) => (counts[severity] === 0 ? '·' : figure(counts[severity]))),
    ];
  });
  if (unitRows.length > 0)
    lines.push(
      '',
      ...renderTable(unitColumns, unitRows, room, (line, index) => (index < 0 ? paint.bold(line) : line)),
    );
  lines.push(...expectedLines(result, options));
  const unread = notChecked(documents, language, say);
  if (unread.length > 0)
    lines.push('', paint.alarm(say.summary.unreadable), ...unread.map((one) => `  ${one}`));
  return lines;
}
