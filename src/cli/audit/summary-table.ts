import type { AuditedDocument } from '../../record/audit-result.js';
import { documentState } from '../../report/document-state.js';
import { formatNumber, type Language } from '../../report/language.js';
import { messages } from '../../report/messages/messages.js';
import { countSeverities, findingsOf, SEVERITIES } from '../../report/severity.js';
import type { CliMessages } from '../messages/messages.js';
import type { Paint } from '../terminal/paint.js';
import { printable } from '../terminal/printable.js';
import { renderTable, type TableColumn } from '../terminal/table.js';
import { severitySign } from './finding-lines.js';

/** How the end of an audit is shown. */
export interface SummaryOptions {
  readonly language: Language;
  readonly say: CliMessages;
  readonly paint: Paint;
  /** Columns of the terminal; null where the output is none: then rows become plain lines. */
  readonly columns: number | null;
}

/** Where the output is no terminal. */
export const PLAIN_COLUMNS = 120;
const MOST_ROWS = 40;
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
