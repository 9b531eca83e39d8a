import type { Cell, SourceDocument, Table } from '../../document/source-document.js';
import { coverOf, type Span } from '../../document/span.js';
import type { Assignment, Task, Timing } from '../../record/fields.js';
import type { RecordWarning } from '../../record/plan-record.js';
import { allMatches } from '../all-matches.js';
import { foldSpace, mentionAt } from '../mention.js';
import { type Abbreviations, assignmentsIn, outputsOf } from './cell-parts.js';
import { tickedMonths, timingsOfCell } from './cell-timings.js';
import { type Column, columnsOf, isTaskTable } from './columns.js';
import { isHourSchedule } from './hour-schedule.js';
import { bodyRows, cellText, groupHeading, type TableRow } from './row.js';

export interface TableTasks {
  readonly tasks: readonly Task[];
  readonly warnings: readonly RecordWarning[];
}

interface Draft {
  readonly number: string | null;
  content: string;
  readonly spans: Span[];
  readonly seen: Set<Cell>;
  readonly assignments: Assignment[];
  readonly timings: Timing[];
  readonly outputs: string[];
  readonly section: string | null;
}

/** The tasks of a task table, in order; null where the table is none. `section` is the heading it stands under. */
export function tasksFromTable(
  document: SourceDocument,
  table: Table,
  tableIndex: number,
  section: string | null,
  year: number | null,
  abbreviations: Abbreviations,
): TableTasks | null {
  const head = columnsOf(document, table);
  if (head === null || !isTaskTable(head.columns)) return null;
  const { columns } = head;
  if (isHourSchedule(document, table, columns, head.headRows)) return null;
  const drafts: Draft[] = [];
  const warnings: RecordWarning[] = [];
  let group = section;
  const rows = bodyRows(table, head.headRows);
  for (const [index, row] of rows.entries()) {
    if (isColumnNumbering(document, row)) continue;
    const heading = groupHeading(document, row, columns, table.columns, rows[index + 1]);
    if (heading !== null) {
      group = heading;
      continue;
    }
    const number = numberIn(document, row, columns);
    const written =
      textIn(document, row, columns, 'content') ||
      (number === null ? '' : textIn(document, row, columns, 'content', true));
    const content = columns.some((c) => c.kind === 'number') ? written : written.replace(LEADING_NUMBER, '');
    const previous = drafts.at(-1);
    const continuation = number === null && (content === '' || /^\p{Ll}/u.test(content));
    if (continuation && previous === undefined) continue;
    if (isTotal(content, number)) continue;
    const draft: Draft =
      continuation && previous !== undefined
        ? previous
        : {
            number,
            content: '',
            spans: [],
            seen: new Set(),
            assignments: [],
            timings: [],
            outputs: [],
            section: group,
          };
    if (draft !== previous) drafts.push(draft);
    if (content !== '') draft.content = draft.content === '' ? content : `${draft.content} ${content}`;
    fill(document, draft, row, columns, year, abbreviations, warnings);
  }
  const has = (kind: Column['kind']): boolean => columns.some((c) => c.kind === kind);
  const shape = { unit: has('unit'), timing: has('timing') || has('month'), output: has('output') };
  const tasks = drafts
    .filter((d) => d.content !== '' && d.spans.length > 0)
    .map((d): Task => {
      const { raw, span, location, confidence } = mentionAt(document, coverOf(d.spans));
      return {
        raw,
        span,
        location,
        confidence,
        number: d.number,
        content: d.content,
        assignments: d.assignments,
        timings: d.timings,
        outputs: d.outputs,
        section: d.section,
        origin: 'table',
        table: tableIndex,
        columns: shape,
      };
    });
  return tasks.length === 0 ? null : { tasks, warnings };
}

const LEADING_NUMBER = /^\(?(\d{1,2}(?:\.\d{1,2}){0,2})[.)/]?[.)/]\s*(?=\p{L})/u;

/** Adds what a row's cells hold; a cell that spans rows counts once for the row it begins in and for those it covers. */
function fill(
  document: SourceDocument,
  draft: Draft,
  row: TableRow,
  columns: readonly Column[],
  year: number | null,
  abbreviations: Abbreviations,
  warnings: RecordWarning[],
): void {
  for (const column of columns) {
    const cell = row.cells[column.column];
    if (cell === undefined || draft.seen.has(cell)) continue;
    // a cell over several columns belongs to the first of them that says something
    draft.seen.add(cell);
    if (cellText(document, cell) === '') continue;
    if (cell.row === row.index) draft.spans.push(cell.span);
    if (column.kind === 'unit')
      draft.assignments.push(
        ...assignmentsIn(
          document,
          cell.span.start,
          cell.span.end,
          column.role,
          abbreviations,
          cell.paragraphs,
        ),
      );
    else if (column.kind === 'timing') {
      const found = timingsOfCell(document, cell, yearOf(column.head) ?? year);
      draft.timings.push(...found.timings);
      if (cell.row === row.index) warnings.push(...found.warnings);
    } else if (column.kind === 'output') draft.outputs.push(...outputsOf(document, cell));
  }
  draft.timings.push(...tickedMonths(document, row, columns, year));
}

/** A year that a column's head names holds for its cells. */
function yearOf(head: string): number | null {
  const years = allMatches(head, /(?<!\d)((?:19|20)\d{2})(?!\d)/gu).map((m) => Number(m[1]));
  return years.length === 1 ? (years[0] ?? null) : null;
}

/** What stands in a row's cells of a kind; with `covering`, also in those that reach down from the rows above. */
function textIn(
  document: SourceDocument,
  row: TableRow,
  columns: readonly Column[],
  kind: Column['kind'],
  covering = false,
): string {
  const cells = columns.filter((c) => c.kind === kind).map((c) => row.cells[c.column]);
  const own = [...new Set(cells)].filter(
    (c): c is Cell => c !== undefined && (covering || c.row === row.index),
  );
  return foldSpace(own.map((c) => cellText(document, c)).join(' '));
}

function numberIn(document: SourceDocument, row: TableRow, columns: readonly Column[]): string | null {
  const column = columns.find((c) => c.kind === 'number');
  const cell = column === undefined ? undefined : row.cells[column.column];
  // without a TT column the number may lead the content: "1. Rà soát …"
  if (column === undefined)
    return LEADING_NUMBER.exec(textIn(document, row, columns, 'content'))?.[1] ?? null;
  if (cell === undefined || cell.row !== row.index) return null;
  const text = cellText(document, cell).replace(/^[-–+•(]\s*|[.):/\s]+$/gu, '');
  return text === '' ? null : text;
}

/** "(1) | (2) | (3)" or "1 | 2 | 3" under a head numbers the columns. */
function isColumnNumbering(document: SourceDocument, row: TableRow): boolean {
  let count = 0;
  for (const cell of new Set(row.cells)) {
    const text = cellText(document, cell);
    if (text === '') continue;
    count += 1;
    if (/^\(?(\d{1,3})\)?$/u.exec(text)?.[1] !== String(count) && !/^[A-D]$/u.test(text)) return false;
  }
  return count >= 3;
}

const isTotal = (content: string, number: string | null): boolean =>
  number === null && /^(?:tổng\s*(?:cộng|số)|cộng)\s*:?$/iu.test(content);
