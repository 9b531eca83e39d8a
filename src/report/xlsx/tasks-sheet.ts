import type { AuditResult } from '../../record/audit-result.js';
import type { Task, Timing } from '../../record/fields.js';
import { checkedDocuments } from '../document-state.js';
import { assignmentText, timingText } from '../field-text.js';
import type { Language } from '../language.js';
import { messages } from '../messages/messages.js';
import { dateCell, numberCell, textCell } from './cell.js';
import { type SheetColumn, type SheetContent, sheetOf } from './sheet.js';

/** One row a task and time: a task with two times takes two rows, so that the dates can be sorted and filtered. */
export function tasksSheet(result: AuditResult, language: Language): SheetContent {
  const say = messages(language);
  const rows = checkedDocuments(result).flatMap(({ file, record }) =>
    record.tasks.flatMap((task): readonly { file: string; task: Task; timing: Timing | null }[] =>
      task.timings.length === 0
        ? [{ file, task, timing: null }]
        : task.timings.map((timing) => ({ file, task, timing })),
    ),
  );
  const columns: readonly SheetColumn<(typeof rows)[number]>[] = [
    { head: say.column.file, width: 24, cell: (row) => textCell(row.file) },
    { head: say.task.section, width: 22, cell: ({ task }) => textCell(task.section) },
    { head: say.task.number, width: 7, cell: ({ task }) => textCell(task.number) },
    { head: say.task.content, width: 44, cell: ({ task }) => textCell(task.content) },
    {
      head: say.task.units,
      width: 30,
      cell: ({ task }) => textCell(task.assignments.map((one) => assignmentText(one, language)).join('; ')),
    },
    { head: say.task.timings, width: 22, cell: ({ timing }) => textCell(timing?.raw ?? null) },
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
    { head: say.task.outputs, width: 26, cell: ({ task }) => textCell(task.outputs.join('; ')) },
    {
      head: say.task.origin,
      width: 10,
      cell: ({ task }) => textCell(task.origin === 'table' ? say.task.fromTable : say.task.fromProse),
    },
    { head: say.column.page, width: 8, cell: ({ task }) => numberCell(task.location[0]?.page ?? null) },
  ];
  return sheetOf(say.sheet.tasks, columns, rows);
}
