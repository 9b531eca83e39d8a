import type { BudgetLine, Citation } from '../../record/fields.js';
import type { PlanRecord } from '../../record/plan-record.js';
import type { Mention } from '../../record/primitives.js';
import type { Flag, Row } from './schema.js';

const flag = (value: boolean): Flag => (value ? 1 : 0);

/** The columns that every mention has; key order is that of all rows of a table. */
export const mentionColumns = (mention: Mention, documentId: number, ordinal: number) => ({
  document_id: documentId,
  ordinal,
  raw: mention.raw,
  span_start: mention.span.start,
  span_end: mention.span.end,
  page: mention.location[0]?.page ?? null,
  confidence: mention.confidence,
});

/** A record's parts as rows of their tables, in the record's order. Findings are rows of their own. */
export interface DocumentRows {
  readonly citations: readonly Row<'citations'>[];
  readonly standards: readonly Row<'standards'>[];
  readonly tasks: readonly Row<'tasks'>[];
  readonly assignments: readonly Row<'assignments'>[];
  readonly timings: readonly Row<'timings'>[];
  readonly amounts: readonly Row<'amounts'>[];
  readonly budgetLines: readonly Row<'budget_lines'>[];
}

/** Takes a record apart. `id` is the document's row. */
export function documentRows(record: PlanRecord, id: number): DocumentRows {
  const timed = [
    ...record.tasks.flatMap((task, at) => task.timings.map((timing) => ({ timing, at }))),
    ...record.dates.map((timing) => ({ timing, at: null })),
  ];
  return {
    citations: record.citations.map((citation, i) => citationRow(citation, id, i)),
    standards: record.standards.map((standard, i) => ({
      ...mentionColumns(standard, id, i),
      designation: standard.designation,
      version: standard.version,
      in_title_of: standard.inTitleOf,
    })),
    tasks: record.tasks.map((task, i) => ({
      ...mentionColumns(task, id, i),
      number: task.number,
      content: task.content,
      section: task.section,
      outputs: JSON.stringify(task.outputs),
      origin: task.origin,
      table_number: task.table,
    })),
    assignments: record.tasks
      .flatMap((task, at) => task.assignments.map((assignment) => ({ assignment, at })))
      .map(({ assignment, at }, i) => ({
        ...mentionColumns(assignment, id, i),
        task_ordinal: at,
        unit: assignment.unit,
        role: assignment.role,
        resolved: assignment.resolved,
      })),
    timings: timed.map(({ timing, at }, i) => ({
      ...mentionColumns(timing, id, i),
      task_ordinal: at,
      label: timing.label,
      start: timing.start,
      end: timing.end,
      frequency: timing.frequency,
      times: timing.times,
      conditional: flag(timing.conditional),
      invalid: timing.invalid,
    })),
    amounts: record.budget.amounts.map((amount, i) => ({
      ...mentionColumns(amount, id, i),
      value: amount.value,
      per: JSON.stringify(amount.per),
      in_words: amount.inWords,
    })),
    budgetLines: record.budget.lines.map((line, i) => budgetRow(line, id, i)),
  };
}

function citationRow(citation: Citation, id: number, ordinal: number): Row<'citations'> {
  return {
    ...mentionColumns(citation, id, ordinal),
    type: citation.type,
    number: citation.number,
    short: flag(citation.short),
    issuer: citation.issuer,
    issued_on: citation.issuedOn,
    title: citation.title,
    locators: JSON.stringify(citation.locators),
    role: citation.role,
    within_ordinal: citation.within,
  };
}

function budgetRow(line: BudgetLine, id: number, ordinal: number): Row<'budget_lines'> {
  return {
    ...mentionColumns(line, id, ordinal),
    number: line.number,
    content: line.content,
    unit: line.unit,
    quantity: line.quantity,
    unit_price: line.unitPrice,
    amount: line.amount,
    level: line.level,
    table_number: line.table,
  };
}

/** The document's own columns that say what stands in it: as persons left it, where they did. */
export const headColumns = ({ header, isPlan }: PlanRecord) => ({
  is_plan: flag(isPlan),
  parent_agency: header.parentAgency,
  issuing_agency: header.issuingAgency,
  document_type: header.documentType,
  number: header.number,
  symbol: header.symbol,
  subject: header.subject,
  place: header.place,
  issued_on: header.issuedOn,
  plan_year: header.planYear,
});

/** The columns about how it was read. The record goes in without its findings. */
export function readingColumns(
  record: PlanRecord,
  how: {
    readonly pipelineVersion: string;
    readonly checkKey: string;
    readonly runId: string;
    readonly at: string;
  },
) {
  const { findings: _, ...rest } = record;
  const { source } = record;
  return {
    sha256: source.sha256,
    media_type: source.mediaType,
    pages: source.pages,
    method: source.method,
    pipeline_version: how.pipelineVersion,
    check_key: how.checkKey,
    run_id: how.runId,
    read_at: how.at,
    record: JSON.stringify(rest),
  };
}
