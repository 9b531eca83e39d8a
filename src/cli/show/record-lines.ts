import type { PlanRecord } from '../../record/plan-record.js';
import { pageList, uncheckedPages } from '../../report/document-state.js';
import {
  amountText,
  assignmentText,
  locatorsText,
  numberText,
  placeAndDateText,
  signatoryText,
  timingText,
} from '../../report/field-text.js';
import { findingRow } from '../../report/finding-row.js';
import { formatDate, formatNumber } from '../../report/language.js';
import { messages } from '../../report/messages/messages.js';
import { pageReadingText } from '../../report/page-readings.js';
import { seenMarks } from '../../report/reading-state.js';
import { byGravity } from '../../report/severity.js';
import { type FindingLinesOptions, findingLines } from '../audit/finding-lines.js';
import { displayWidth, padToWidth, wrapToWidth } from '../terminal/display-width.js';
import { printable } from '../terminal/printable.js';

/** Entries under a name, the name in a column of its own, long values wrapped beside it. */
function fields(entries: readonly (readonly [string, string | null])[], columns: number): readonly string[] {
  const given = entries.filter(
    (entry): entry is readonly [string, string] => entry[1] !== null && entry[1] !== '',
  );
  const width = Math.max(0, ...given.map(([name]) => displayWidth(name)));
  return given.flatMap(([name, value]) =>
    wrapToWidth(printable(value), Math.max(20, columns - width - 4)).map(
      (line, index) => `  ${padToWidth(index === 0 ? name : '', width)}  ${line}`,
    ),
  );
}

const item = (lead: string, text: string, columns: number): readonly string[] =>
  wrapToWidth(printable(text), Math.max(20, columns - displayWidth(lead))).map((line, index) =>
    index === 0 ? lead + line : ' '.repeat(displayWidth(lead)) + line,
  );

/** A record for people: head, findings, what stayed open, tasks, budget, citations. */
export function recordLines(
  record: PlanRecord,
  path: string,
  options: FindingLinesOptions,
): readonly string[] {
  const { language, paint, columns } = options;
  const say = messages(language);
  const { header, source } = record;
  const lines: string[] = [];
  const section = (name: string, count: number, content: readonly string[]): void => {
    if (count > 0) lines.push('', paint.bold(`${name} (${count})`), ...content);
  };
  const unchecked = uncheckedPages(record);
  lines.push(
    paint.bold(printable(path)),
    ...fields(
      [
        [say.document.issuingAgency, header.issuingAgency],
        [say.document.parentAgency, header.parentAgency],
        [say.document.number, numberText(header, language)],
        [say.document.placeAndDate, placeAndDateText(header, language)],
        [say.document.documentType, header.documentType],
        [say.document.subject, header.subject],
        [say.document.planYear, header.planYear?.toString() ?? null],
        [say.document.signatory, signatoryText(header)],
        [say.document.recipients, header.recipients.join('; ')],
        [say.documents.method, say.method[source.method]],
        [say.documents.pages, source.pages?.toString() ?? null],
        [say.document.pageReadings, pageReadingText(record, language)],
        [say.document.uncheckedPages, pageList(unchecked)],
        [
          say.reading.marks,
          seenMarks(record)
            .map(({ kind, page }) => say.reading.mark[kind](page))
            .join('; '),
        ],
        ['SHA-256', source.sha256],
      ],
      columns,
    ),
  );
  const shown = { file: source.file, path, sha256: source.sha256, record };
  const rows = [...record.findings].sort(byGravity).map((finding) => findingRow(shown, finding));
  section(
    say.document.findings,
    rows.length,
    rows.flatMap((row, index) => [...(index === 0 ? [] : ['']), ...findingLines(row, options)]),
  );
  section(
    say.document.warnings,
    record.warnings.length,
    record.warnings.flatMap((warning) => item('  – ', warning.message, columns)),
  );
  const suggestions = record.suggestions ?? [];
  section(
    say.reading.suggestions,
    suggestions.length,
    suggestions.flatMap(({ raw, suggestion, location: [place] }) =>
      item(
        '  – ',
        `${raw} → ${suggestion}${place === undefined ? '' : ` (${say.finding.page(place.page)})`}`,
        columns,
      ),
    ),
  );
  section(
    say.document.tasks,
    record.tasks.length,
    record.tasks.flatMap((task) => [
      ...item(`  ${task.number ?? '–'}  `, task.content, columns),
      ...fields(
        [
          [`   ${say.task.units}`, task.assignments.map((one) => assignmentText(one, language)).join('; ')],
          [
            `   ${say.task.timings}`,
            task.timings.map((timing) => `${timing.raw} [${timingText(timing, language)}]`).join('; '),
          ],
          [`   ${say.task.outputs}`, task.outputs.join('; ')],
        ],
        columns,
      ),
    ]),
  );
  section(say.document.budget, record.budget.lines.length + record.budget.amounts.length, [
    ...record.budget.lines.flatMap((line) =>
      item(
        `  ${line.number ?? '–'}  `,
        `${line.content}${line.amount === null ? '' : `: ${formatNumber(line.amount, language)} ${say.budget.dong}`}`,
        columns,
      ),
    ),
    ...fields(
      [
        [say.budget.inText, record.budget.amounts.map((amount) => amountText(amount, language)).join('; ')],
        [say.budget.fundingSources, record.budget.fundingSources.join('; ')],
      ],
      columns,
    ),
  ]);
  section(
    say.document.citations,
    record.citations.length,
    record.citations.flatMap((citation) =>
      item(
        '  – ',
        [
          [citation.type, citation.number].filter((part) => part !== null).join(' ') || citation.raw,
          citation.issuedOn === null ? null : formatDate(citation.issuedOn, language),
          citation.issuer,
          locatorsText(citation, language) || null,
          say.role[citation.role],
        ]
          .filter((part) => part !== null)
          .join(', '),
        columns,
      ),
    ),
  );
  return lines;
}
