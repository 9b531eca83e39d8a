import type { AuditedDocument, AuditResult } from '../../record/audit-result.js';
import { auditTotals, documentState, pageList, uncheckedPages } from '../../report/document-state.js';
import { type FindingRow, findingRows } from '../../report/finding-row.js';
import { formatNumber, type Language } from '../../report/language.js';
import { messages } from '../../report/messages/messages.js';
import { byGravity, countSeverities, findingsOf, SEVERITIES, severityRank } from '../../report/severity.js';
import type { CliMessages } from '../messages/messages.js';
import { wrapToWidth } from '../terminal/display-width.js';
import type { Paint } from '../terminal/paint.js';
import { printable } from '../terminal/printable.js';
import { renderTable, type TableColumn } from '../terminal/table.js';
import { findingLines, severitySign } from './finding-lines.js';

export interface SummaryOptions {
  readonly language: Language;
  readonly say: CliMessages;
  readonly paint: Paint;
  /** Columns of the terminal; null where the output is none: then rows become plain lines. */
  readonly columns: number | null;
}

const MOST_ROWS = 40;
const MOST_FINDINGS = 8;
const PLAIN_COLUMNS = 120;
const STATE_FROM_COLUMNS = 100;

const STATE_SIGN = {
  failed: '✕',
  notPlan: '?',
  error: severitySign('error'),
  warning: severitySign('warning'),
  notice: severitySign('notice'),
  clean: '✓',
} as const;

const STATE_ORDER = ['failed', 'error', 'warning', 'notPlan', 'notice', 'clean'] as const;

function worstFirst(documents: readonly AuditedDocument[]): readonly AuditedDocument[] {
  const weight = (document: AuditedDocument): number => {
    const { error, warning } = countSeverities(findingsOf(document));
    return STATE_ORDER.indexOf(documentState(document)) * 1e6 - error * 1e3 - warning;
  };
  return [...documents].sort((a, b) => weight(a) - weight(b));
}

/** The documents of an audit as a table, the worst first. */
export function summaryTable(
  documents: readonly AuditedDocument[],
  { language, say, paint, columns }: SummaryOptions,
): readonly string[] {
  const { heads } = say.summary;
  const room = columns ?? PLAIN_COLUMNS;
  const withState = room >= STATE_FROM_COLUMNS;
  const shown = worstFirst(documents).slice(0, MOST_ROWS);
  const { state: states, failure: reasons } = messages(language);
  const heading: readonly TableColumn[] = [
    { head: ' ' },
    { head: heads.file, flexible: true },
    { head: heads.unit, flexible: true },
    { head: heads.year, align: 'right' },
    ...SEVERITIES.map((severity): TableColumn => ({ head: heads[severity], align: 'right' })),
    ...(withState ? [{ head: heads.state }] : []),
  ];
  const rows = shown.map((document) => {
    const state = documentState(document);
    const record = document.kind === 'checked' ? document.record : null;
    const counts = countSeverities(findingsOf(document));
    const count = (value: number): string =>
      record === null ? '' : value === 0 ? '·' : formatNumber(value, language);
    return [
      STATE_SIGN[state],
      printable(document.file),
      printable(
        document.kind === 'failed'
          ? reasons[document.failure.reason].reason
          : (record?.header.issuingAgency ?? ''),
      ),
      record?.header.planYear?.toString() ?? '',
      ...SEVERITIES.map((severity) => count(counts[severity])),
      ...(withState ? [states[state]] : []),
    ];
  });
  const colour = (line: string, row: number): string => {
    const document = shown[row];
    if (document === undefined) return paint.bold(line);
    const state = documentState(document);
    if (state === 'failed') return paint.alarm(line);
    return state === 'error' || state === 'warning' ? paint.severity(state, line) : line;
  };
  const table = renderTable(heading, rows, room, colour);
  const left = documents.length - shown.length;
  return left > 0 ? [...table, paint.soft(say.summary.moreRows(left))] : table;
}

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

/**
 * The gravest findings to show first: those that point at words before those about something absent, and of many
 * documents and rules rather than many of one.
 */
export function worstFindings(rows: readonly FindingRow[], most: number): readonly FindingRow[] {
  const turns = new Map<string, number>();
  const turn = (key: string): number => {
    const before = turns.get(key) ?? 0;
    turns.set(key, before + 1);
    return before;
  };
  return [...rows]
    .sort((a, b) => byGravity(a.finding, b.finding))
    .map((row) => {
      const { severity, ruleId, span } = row.finding;
      const absent = span.end > span.start ? 0 : 1;
      const kind = `${severity} ${absent}`;
      return { row, absent, turn: turn(`${kind} ${row.path}`) + turn(`${kind} ${ruleId}`) };
    })
    .sort(
      (a, b) =>
        severityRank(a.row.finding.severity) - severityRank(b.row.finding.severity) ||
        a.absent - b.absent ||
        a.turn - b.turn,
    )
    .slice(0, most)
    .map(({ row }) => row);
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
  );
  return lines;
}
