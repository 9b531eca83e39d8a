import type { PlanComparison } from '../../check/compare/plan-comparison.js';
import type { Finding } from '../../record/finding.js';
import type { PlanRecord } from '../../record/plan-record.js';
import {
  changedParts,
  citationLine,
  comparisonSummary,
  fieldName,
  sumText,
  taskLine,
  versionsText,
} from '../../report/compare/compare-texts.js';
import { numberText, placeAndDateText } from '../../report/field-text.js';
import { findingText } from '../../report/finding-text.js';
import { formatNumber, type Language } from '../../report/language.js';
import { messages } from '../../report/messages/messages.js';
import { byGravity } from '../../report/severity.js';
import { severitySign } from '../audit/finding-lines.js';
import { wrapToWidth } from '../terminal/display-width.js';
import type { Paint } from '../terminal/paint.js';
import { printable } from '../terminal/printable.js';
import { renderTable } from '../terminal/table.js';

export interface CompareLinesOptions {
  readonly language: Language;
  readonly paint: Paint;
  /** Of the terminal. */
  readonly columns: number;
}

/** Two plans side by side for the terminal: figures first, then findings, head, tasks, documents, units. */
export function compareLines(comparison: PlanComparison, options: CompareLinesOptions): readonly string[] {
  const { language, paint, columns } = options;
  const say = messages(language).compare;
  const figure = (value: number | null): string => (value === null ? '' : formatNumber(value, language));
  const item = (mark: string, text: string): readonly string[] =>
    wrapToWidth(printable(text), Math.max(30, columns - 4)).map(
      (line, index) => `${index === 0 ? `  ${mark} ` : '    '}${line}`,
    );
  const section = (heading: string, count: number, lines: readonly string[]): readonly string[] =>
    count === 0 ? [] : ['', paint.bold(`${heading} (${formatNumber(count, language)})`), ...lines];
  const finding =
    (mark: string) =>
    (one: Finding): readonly string[] => {
      const lines = item(
        mark,
        `${severitySign(one.severity)} ${findingText(one, language).message} [${one.ruleId}]`,
      );
      return mark === '–' ? lines.map(paint.good) : lines.map((line) => paint.severity(one.severity, line));
    };
  const { findings, tasks, citations, units, header, standards, budget } = comparison;
  const changed = tasks.kept.filter(({ changes }) => changes.length > 0);
  const sorted = (list: readonly Finding[]): readonly Finding[] => [...list].sort(byGravity);
  const rows = comparisonSummary(comparison, language);
  return [
    planLine(say.older, comparison.older, options),
    planLine(say.newer, comparison.newer, options),
    ...(comparison.sameUnit ? [] : [paint.alarm(say.otherUnit)]),
    '',
    ...renderTable(
      [
        { head: say.what, flexible: true },
        ...[say.kept, say.changed, say.dropped, say.added].map((head) => ({ head, align: 'right' as const })),
      ],
      rows.map((row) => [
        row.name,
        figure(row.kept),
        figure(row.changed),
        figure(row.dropped),
        figure(row.added),
      ]),
      columns,
      (line, row) => (row < 0 ? paint.bold(line) : line),
    ),
    `${say.budget}: ${sumText(budget.older, language)} → ${sumText(budget.newer, language)}`,
    ...section(
      `${say.findings}: ${say.fresh.toLocaleLowerCase('vi')}`,
      findings.fresh.length,
      sorted(findings.fresh).flatMap(finding('+')),
    ),
    ...section(
      `${say.findings}: ${say.stayed.toLocaleLowerCase('vi')}`,
      findings.stayed.length,
      sorted(findings.stayed.map(({ newer }) => newer)).flatMap(finding('=')),
    ),
    ...section(
      `${say.findings}: ${say.mended.toLocaleLowerCase('vi')}`,
      findings.mended.length,
      sorted(findings.mended).flatMap(finding('–')),
    ),
    ...section(
      say.header,
      header.length,
      header.flatMap((one) =>
        item('·', `${fieldName(one.field, language)}: ${one.older ?? '–'} → ${one.newer ?? '–'}`),
      ),
    ),
    ...section(
      say.standards,
      standards.length,
      standards.flatMap((one) =>
        item(
          '·',
          `${one.designation}: ${versionsText(one.older, language)} → ${versionsText(one.newer, language)}`,
        ),
      ),
    ),
    ...section(
      say.tasksChanged,
      changed.length,
      changed.flatMap((pair) => [
        ...item('·', taskLine(pair.newer)),
        ...changedParts(pair, language).flatMap((part) =>
          wrapToWidth(
            printable(`${part.name}: ${part.older} → ${part.newer}`),
            Math.max(30, columns - 6),
          ).map((line, index) => paint.soft(`${index === 0 ? '    ' : '      '}${line}`)),
        ),
      ]),
    ),
    ...section(
      say.tasksDropped,
      tasks.dropped.length,
      tasks.dropped.flatMap((one) => item('–', taskLine(one))),
    ),
    ...section(
      say.tasksAdded,
      tasks.added.length,
      tasks.added.flatMap((one) => item('+', taskLine(one))),
    ),
    ...section(
      say.citationsExchanged,
      citations.exchanged.length,
      citations.exchanged.flatMap((pair) => [
        ...item('–', citationLine(pair.older, language)),
        ...item('+', `${citationLine(pair.newer, language)} (${say.by[pair.by]})`),
      ]),
    ),
    ...section(
      say.citationsDropped,
      citations.dropped.length,
      citations.dropped.flatMap((one) => item('–', citationLine(one, language))),
    ),
    ...section(
      say.citationsAdded,
      citations.added.length,
      citations.added.flatMap((one) => item('+', citationLine(one, language))),
    ),
    ...section(
      say.unitsDropped,
      units.dropped.length,
      units.dropped.flatMap((one) => item('–', one)),
    ),
    ...section(
      say.unitsAdded,
      units.added.length,
      units.added.flatMap((one) => item('+', one)),
    ),
  ];
}

function planLine(
  name: string,
  { source, header }: PlanRecord,
  { language, paint }: CompareLinesOptions,
): string {
  const about = [
    header.issuingAgency,
    numberText(header, language),
    placeAndDateText(header, language),
    header.planYear?.toString() ?? null,
  ].filter((part) => part !== null);
  return `${paint.bold(`${name}: ${printable(source.file)}`)}  ${printable(about.join(', '))}`;
}
