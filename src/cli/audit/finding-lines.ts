import { shortFingerprint } from '../../check/fingerprint.js';
import type { FindingRow } from '../../report/finding-row.js';
import { findingText } from '../../report/finding-text.js';
import type { Language } from '../../report/language.js';
import { messages } from '../../report/messages/messages.js';
import type { CliMessages } from '../messages/messages.js';
import { displayWidth, wrapToWidth } from '../terminal/display-width.js';
import { markPlace } from '../terminal/mark-place.js';
import type { Paint } from '../terminal/paint.js';
import { printable } from '../terminal/printable.js';

export interface FindingLinesOptions {
  readonly language: Language;
  readonly say: CliMessages;
  readonly paint: Paint;
  /** Of the terminal. */
  readonly columns: number;
}

const SIGNS = { error: '■', warning: '▲', notice: '○' } as const;

/** The sign of a severity, as in the HTML report. */
export function severitySign(severity: keyof typeof SIGNS): string {
  return SIGNS[severity];
}

/**
 * A finding for the terminal: where, how grave, what, then the line of text with a marker under the place and what
 * should stand there. The head is `file:line:column: …`, which editors and scripts can follow; without
 * a place where the thing is absent.
 */
export function findingLines(
  row: FindingRow,
  { language, say, paint, columns }: FindingLinesOptions,
): readonly string[] {
  const { finding, record } = row;
  const reports = messages(language);
  const { message } = findingText(finding, language);
  const page = row.page === null ? '' : ` (${reports.finding.page(row.page)})`;
  const name = `${SIGNS[finding.severity]} ${reports.severity[finding.severity]}`;
  const place =
    row.line === null ? printable(row.file) : `${printable(row.file)}:${row.line}:${row.column ?? 1}`;
  const state = row.state === null ? '' : ` ${reports.changes.state[row.state]}`;
  const identity = `[${finding.ruleId}] ${shortFingerprint(finding.fingerprint)}`;
  const head = `${paint.bold(place)}${page}: ${paint.severity(finding.severity, name)}${state}`;
  // A long file name leaves no room for the rest: it goes on a line of its own.
  const fits = displayWidth(`${place}${page}: ${name}${state} ${identity}`) <= columns;
  const lines = [
    ...(fits ? [`${head} ${paint.soft(identity)}`] : [head, `  ${paint.soft(identity)}`]),
    ...wrapToWidth(printable(message), columns - 2).map((text) => `  ${text}`),
  ];
  if (row.line !== null) {
    const { line: text, marker } = markPlace(record.text, finding.span, columns - 4);
    lines.push(`    ${text}`, `    ${paint.severity(finding.severity, marker)}`);
  }
  if (finding.suggestion !== null)
    lines.push(
      ...wrapToWidth(`${say.summary.suggestion}: ${printable(finding.suggestion)}`, columns - 4).map(
        (text) => `    ${text}`,
      ),
    );
  return lines;
}
