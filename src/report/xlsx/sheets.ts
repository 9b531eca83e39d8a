import type { AuditedDocument, AuditResult } from '../../record/audit-result.js';
import type { Amount, BudgetLine, Citation, Task, Timing } from '../../record/fields.js';
import { documentState, pageList, uncheckedPages } from '../document-state.js';
import { assignmentText, locatorsText, signatoryText, timingText } from '../field-text.js';
import { type FindingRow, findingRows } from '../finding-row.js';
import { findingText } from '../finding-text.js';
import type { Language } from '../language.js';
import { messages } from '../messages/messages.js';
import type { RuleTitle } from '../rule-title.js';
import { countSeverities } from '../severity.js';
import { dateCell, numberCell, quantityCell, textCell } from './cell.js';
import { type SheetColumn, type SheetContent, sheetOf } from './sheet.js';

type Checked = Extract<AuditedDocument, { kind: 'checked' }>;

function checkedOf(result: AuditResult): readonly Checked[] {
  return result.documents.filter((document) => document.kind === 'checked');
}

/** One row a file, those that could not be read among them. */
export function documentsSheet(result: AuditResult, language: Language): SheetContent {
  const say = messages(language);
  const of =
    <Value>(pick: (document: Checked) => Value) =>
    (document: AuditedDocument): Value | null =>
      document.kind === 'checked' ? pick(document) : null;
  const text = (
    head: string,
    width: number,
    pick: (document: Checked) => string | null,
  ): SheetColumn<AuditedDocument> => ({
    head,
    width,
    cell: (document) => textCell(of(pick)(document)),
  });
  const count = (
    head: string,
    pick: (document: Checked) => number | null,
    format = '#,##0',
  ): SheetColumn<AuditedDocument> => ({
    head,
    width: 10,
    cell: (document) => numberCell(of(pick)(document), format),
  });
  const columns: readonly SheetColumn<AuditedDocument>[] = [
    { head: say.column.file, width: 34, cell: (document) => textCell(document.file) },
    { head: say.column.state, width: 18, cell: (document) => textCell(say.state[documentState(document)]) },
    count(say.severity.error, ({ record }) => countSeverities(record.findings).error),
    count(say.severity.warning, ({ record }) => countSeverities(record.findings).warning),
    count(say.severity.notice, ({ record }) => countSeverities(record.findings).notice),
    text(say.column.unit, 32, ({ record }) => record.header.issuingAgency),
    text(say.column.parent, 26, ({ record }) => record.header.parentAgency),
    text(say.column.number, 18, ({ record }) => record.header.number),
    {
      head: say.column.date,
      width: 13,
      cell: (document) => dateCell(of(({ record }) => record.header.issuedOn)(document)),
    },
    count(say.column.year, ({ record }) => record.header.planYear, '0'),
    text(say.column.subject, 48, ({ record }) => record.header.subject),
    text(say.column.signatory, 30, ({ record }) => signatoryText(record.header)),
    count(say.column.pages, ({ record }) => record.source.pages),
    text(say.column.method, 18, ({ record }) => say.method[record.source.method]),
    text(say.column.uncheckedPages, 14, ({ record }) => pageList(uncheckedPages(record))),
    {
      head: say.column.reason,
      width: 30,
      cell: (document) =>
        textCell(document.kind === 'failed' ? say.failure[document.failure.reason].reason : null),
    },
    { head: say.column.path, width: 40, cell: (document) => textCell(document.path) },
    { head: say.column.sha256, width: 20, cell: (document) => textCell(document.sha256, { wrap: false }) },
  ];
  return sheetOf(say.sheet.documents, columns, result.documents);
}

/** One row a finding. */
export function findingsSheet(result: AuditResult, language: Language, ruleTitle: RuleTitle): SheetContent {
  const say = messages(language);
  const columns: readonly SheetColumn<FindingRow>[] = [
    { head: say.column.file, width: 30, cell: (row) => textCell(row.file) },
    { head: say.column.unit, width: 28, cell: (row) => textCell(row.issuingAgency) },
    { head: say.column.year, width: 9, cell: (row) => numberCell(row.planYear, '0') },
    { head: say.column.severity, width: 11, cell: ({ finding }) => textCell(say.severity[finding.severity]) },
    {
      head: say.column.rule,
      width: 28,
      cell: ({ finding }) => textCell(ruleTitle(finding.ruleId)),
    },
    {
      head: say.column.message,
      width: 52,
      cell: ({ finding }) => textCell(findingText(finding, language).message),
    },
    { head: say.column.raw, width: 40, cell: ({ finding }) => textCell(finding.raw) },
    { head: say.column.suggestion, width: 36, cell: ({ finding }) => textCell(finding.suggestion) },
    {
      head: say.column.evidence,
      width: 44,
      cell: ({ finding }) => textCell(findingText(finding, language).evidence),
    },
    { head: say.column.page, width: 8, cell: (row) => numberCell(row.page) },
    { head: say.column.line, width: 8, cell: (row) => numberCell(row.line) },
    { head: say.column.confidence, width: 10, cell: ({ finding }) => numberCell(finding.confidence, '0%') },
    { head: say.column.ruleId, width: 26, cell: ({ finding }) => textCell(finding.ruleId) },
  ];
  return sheetOf(say.sheet.findings, columns, findingRows(result));
}

/** One row a mention of a document. */
export function citationsSheet(result: AuditResult, language: Language): SheetContent {
  const say = messages(language);
  const rows = checkedOf(result).flatMap(({ file, record }) =>
    record.citations.map((citation): { file: string; citation: Citation } => ({ file, citation })),
  );
  const columns: readonly SheetColumn<(typeof rows)[number]>[] = [
    { head: say.column.file, width: 30, cell: (row) => textCell(row.file) },
    { head: say.citation.type, width: 14, cell: ({ citation }) => textCell(citation.type) },
    { head: say.citation.number, width: 22, cell: ({ citation }) => textCell(citation.number) },
    { head: say.citation.issuedOn, width: 13, cell: ({ citation }) => dateCell(citation.issuedOn) },
    { head: say.citation.issuer, width: 32, cell: ({ citation }) => textCell(citation.issuer) },
    { head: say.citation.title, width: 56, cell: ({ citation }) => textCell(citation.title) },
    {
      head: say.citation.locators,
      width: 24,
      cell: ({ citation }) => textCell(locatorsText(citation, language)),
    },
    { head: say.citation.role, width: 18, cell: ({ citation }) => textCell(say.role[citation.role]) },
    {
      head: say.citation.short,
      width: 10,
      cell: ({ citation }) => textCell(citation.short ? say.yes : say.no),
    },
    {
      head: say.column.page,
      width: 8,
      cell: ({ citation }) => numberCell(citation.location[0]?.page ?? null),
    },
    { head: say.column.raw, width: 60, cell: ({ citation }) => textCell(citation.raw) },
  ];
  return sheetOf(say.sheet.citations, columns, rows);
}

/** One row a task and time: a task with two times takes two rows, so that the dates can be sorted and filtered. */
export function tasksSheet(result: AuditResult, language: Language): SheetContent {
  const say = messages(language);
  const rows = checkedOf(result).flatMap(({ file, record }) =>
    record.tasks.flatMap((task): readonly { file: string; task: Task; timing: Timing | null }[] =>
      task.timings.length === 0
        ? [{ file, task, timing: null }]
        : task.timings.map((timing) => ({ file, task, timing })),
    ),
  );
  const columns: readonly SheetColumn<(typeof rows)[number]>[] = [
    { head: say.column.file, width: 30, cell: (row) => textCell(row.file) },
    { head: say.task.section, width: 28, cell: ({ task }) => textCell(task.section) },
    { head: say.task.number, width: 7, cell: ({ task }) => textCell(task.number) },
    { head: say.task.content, width: 56, cell: ({ task }) => textCell(task.content) },
    {
      head: say.task.units,
      width: 36,
      cell: ({ task }) => textCell(task.assignments.map((one) => assignmentText(one, language)).join('; ')),
    },
    { head: say.task.timings, width: 26, cell: ({ timing }) => textCell(timing?.raw ?? null) },
    { head: say.column.start, width: 13, cell: ({ timing }) => dateCell(timing?.start ?? null) },
    { head: say.column.end, width: 13, cell: ({ timing }) => dateCell(timing?.end ?? null) },
    {
      head: say.column.frequency,
      width: 16,
      cell: ({ timing }) =>
        textCell(
          timing === null ? null : timingText({ ...timing, start: null, end: null, label: null }, language),
        ),
    },
    { head: say.task.outputs, width: 32, cell: ({ task }) => textCell(task.outputs.join('; ')) },
    {
      head: say.task.origin,
      width: 10,
      cell: ({ task }) => textCell(task.origin === 'table' ? say.task.fromTable : say.task.fromProse),
    },
    { head: say.column.page, width: 8, cell: ({ task }) => numberCell(task.location[0]?.page ?? null) },
  ];
  return sheetOf(say.sheet.tasks, columns, rows);
}

type BudgetRow = { readonly file: string } & (
  | { readonly kind: 'line'; readonly line: BudgetLine }
  | { readonly kind: 'amount'; readonly amount: Amount }
);

/** One row a line of a budget table, then one a sum named in running text. */
export function budgetSheet(result: AuditResult, language: Language): SheetContent {
  const say = messages(language);
  const rows = checkedOf(result).flatMap(({ file, record }): readonly BudgetRow[] => [
    ...record.budget.lines.map((line) => ({ kind: 'line' as const, file, line })),
    ...record.budget.amounts.map((amount) => ({ kind: 'amount' as const, file, amount })),
  ]);
  const ofLine =
    <Value>(pick: (line: BudgetLine) => Value) =>
    (row: BudgetRow): Value | null =>
      row.kind === 'line' ? pick(row.line) : null;
  const columns: readonly SheetColumn<BudgetRow>[] = [
    { head: say.column.file, width: 30, cell: (row) => textCell(row.file) },
    {
      head: say.budget.kind,
      width: 16,
      cell: (row) => textCell(row.kind === 'line' ? say.budget.line : say.budget.mention),
    },
    { head: say.column.table, width: 8, cell: (row) => numberCell(ofLine((line) => line.table + 1)(row)) },
    { head: say.budget.number, width: 7, cell: (row) => textCell(ofLine((line) => line.number)(row)) },
    {
      head: say.budget.content,
      width: 52,
      cell: (row) => textCell(row.kind === 'line' ? row.line.content : row.amount.raw),
    },
    { head: say.budget.unit, width: 14, cell: (row) => textCell(ofLine((line) => line.unit)(row)) },
    {
      head: say.budget.quantity,
      width: 11,
      cell: (row) => quantityCell(ofLine((line) => line.quantity)(row)),
    },
    {
      head: say.budget.unitPrice,
      width: 17,
      cell: (row) => numberCell(ofLine((line) => line.unitPrice)(row)),
    },
    {
      head: say.budget.amount,
      width: 18,
      cell: (row) => numberCell(row.kind === 'line' ? row.line.amount : row.amount.value),
    },
    {
      head: say.column.per,
      width: 14,
      cell: (row) =>
        textCell(row.kind === 'amount' ? row.amount.per.map((unit) => say.per[unit]).join(', ') : null),
    },
    {
      head: say.budget.level,
      width: 12,
      cell: (row) => textCell(ofLine((line) => say.budget.levels[line.level])(row)),
    },
    {
      head: say.column.page,
      width: 8,
      cell: (row) => numberCell((row.kind === 'line' ? row.line : row.amount).location[0]?.page ?? null),
    },
  ];
  return sheetOf(say.sheet.budget, columns, rows);
}
