import type { AuditedDocument, AuditResult } from '../../record/audit-result.js';
import { auditTotals, pageList, uncheckedPages } from '../../report/document-state.js';
import { findingRows } from '../../report/finding-row.js';
import { formatNumber, type Language } from '../../report/language.js';
import { messages } from '../../report/messages/messages.js';
import { countSeverities, SEVERITIES } from '../../report/severity.js';
import type { CliMessages } from '../messages/messages.js';
import { wrapToWidth } from '../terminal/display-width.js';
import { printable } from '../terminal/printable.js';
import { changeLines, expectedLines } from './apart-lines.js';
import { findingLines } from './finding-lines.js';
import { PLAIN_COLUMNS, type SummaryOptions, summaryTable } from './summary-table.js';
import { worstFindings } from './worst-findings.js';

const MOST_FINDINGS = 8;

/** The documents of an audit as plain lines, for logs: path, then what became of it. */
function plainLines(
  documents: readonly AuditedDocument[],
  { language, say }: SummaryOptions,
): readonly string[] {
  return documents.map((document) => {
    if (document.kind === 'failed')
      return `${printable(document.path)}: ${messages(language).failure[document.failure.reason].reason}`;
    const counts = countSeverities(document.record.findings);
    const [error, warning, notice] = SEVERITIES.map((severity) => formatNumber(counts[severity], language));
    return `${printable(document.path)}: ${say.summary.counts(error ?? '', warning ?? '', notice ?? '')}`;
  });
}

/** Files that could not be read, with the reason, and pages that were not checked. */
export function notChecked(
  documents: readonly AuditedDocument[],
  language: Language,
  say: CliMessages,
): readonly string[] {
  return documents.flatMap((document) => {
    if (document.kind === 'failed') {
      const { reason, remedy } = messages(language).failure[document.failure.reason];
      return [`${printable(document.path)}: ${reason}. ${remedy}`];
    }
    const pages = uncheckedPages(document.record);
    return pages.length === 0 ? [] : [say.summary.uncheckedPages(printable(document.path), pageList(pages))];
  });
}

/** What stands in the terminal at the end of an audit: table, worst findings, what was not read, totals. */
export function summaryLines(result: AuditResult, options: SummaryOptions): readonly string[] {
  const { language, say, paint, columns } = options;
  const { documents } = result;
  if (documents.length === 0) return [say.summary.noFiles];
  const figure = (value: number): string => formatNumber(value, language);
  const lines: string[] = [
    ...(columns === null ? plainLines(documents, options) : summaryTable(documents, options)),
  ];
  const rows = findingRows(result);
  const worst = worstFindings(
    rows.filter(({ finding }) => finding.severity !== 'notice'),
    MOST_FINDINGS,
  );
  if (worst.length > 0) {
    lines.push('', paint.bold(say.summary.worst));
    for (const row of worst)
      lines.push('', ...findingLines(row, { ...options, columns: columns ?? PLAIN_COLUMNS }));
    if (rows.length > worst.length)
      lines.push('', paint.soft(say.summary.moreFindings(rows.length - worst.length)));
  }
  const unread = notChecked(documents, language, say);
  if (unread.length > 0) lines.push('', paint.alarm(say.summary.unreadable));
  for (const line of unread)
    for (const [index, part] of wrapToWidth(line, (columns ?? PLAIN_COLUMNS) - 4).entries())
      lines.push(`${index === 0 ? '  ' : '    '}${part}`);
  lines.push(...expectedLines(result, options));
  const totals = auditTotals(result);
  lines.push(
    '',
    paint.bold(
      say.summary.totals(
        figure(totals.checked),
        figure(totals.failed),
        figure(totals.error),
        figure(totals.warning),
        figure(totals.notice),
      ),
    ),
  );
  const changes = { new: 0, 'new-version': 0, unchanged: 0 };
  for (const document of documents) if (document.kind === 'checked') changes[document.change] += 1;
  lines.push(
    totals.checked > 0 && changes.unchanged === totals.checked
      ? say.summary.allUnchanged
      : say.summary.changes(figure(changes.new), figure(changes['new-version']), figure(changes.unchanged)),
    ...changeLines(result, options),
  );
  return lines;
}
