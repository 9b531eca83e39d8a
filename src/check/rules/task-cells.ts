import type { Task } from '../../record/fields.js';
import type { Draft, Rule } from '../rule.js';
import { phraseKey } from '../syllables.js';

/** A row of a table with a unit column that names nobody, or only who helps. */
export const missingUnit: Rule = {
  id: 'task/missing-unit',
  *check({ record }) {
    for (const task of record.tasks) {
      if (task.origin !== 'table' || !task.columns.unit) continue;
      const helpers = task.assignments.filter((a) => a.role === 'coordinate');
      if (helpers.length < task.assignments.length || hasOther(task)) continue;
      yield helpers.length === 0
        ? draft(task, {
            vi: `Nhiệm vụ "${short(task)}" không có đơn vị thực hiện.`,
            en: `Nobody is responsible for the task "${short(task)}".`,
          })
        : draft(task, {
            vi: `Nhiệm vụ "${short(task)}" chỉ có đơn vị phối hợp, không có đơn vị chủ trì.`,
            en: `The task "${short(task)}" names who helps and nobody who leads.`,
          });
    }
  },
};

/** A row of a table with a time column that names no time. */
export const missingTiming: Rule = {
  id: 'task/missing-timing',
  *check({ record }) {
    for (const task of record.tasks)
      if (task.origin === 'table' && task.columns.timing && task.timings.length === 0 && !hasOther(task))
        yield draft(task, {
          vi: `Nhiệm vụ "${short(task)}" không có thời gian thực hiện.`,
          en: `The task "${short(task)}" has no time.`,
        });
  },
};

const short = (task: Task): string =>
  task.content.length > 100 ? `${task.content.slice(0, 99)}…` : task.content;

function draft(task: Task, message: Draft['message']): Draft {
  return {
    severity: 'warning',
    at: task,
    row: task.span,
    message,
    evidence: {
      vi: `Ô tương ứng trong dòng ${task.number === null ? '' : `số ${task.number} `}để trống.`,
      en: `The cell of row ${task.number ?? ''} is empty.`,
    },
    key: [task.content],
  };
}

/** Words around a time that belong to no field: "Trong tháng 9", "Vào dịp". */
const FILLERS: ReadonlySet<string> = new Set([
  'trong',
  'vào',
  'khoảng',
  'dự',
  'kiến',
  'xong',
  'hoàn',
  'thành',
  'và',
]);

/** Whether the row holds words that no field of the task took: then a cell is filled with something not understood. */
function hasOther(task: Task): boolean {
  const taken = new Map<string, number>();
  const fields = [
    task.number ?? '',
    task.content,
    ...task.outputs,
    ...task.assignments.map((a) => a.raw),
    ...task.timings.map((t) => t.raw),
  ];
  for (const word of fields.flatMap(phraseKey)) taken.set(word, (taken.get(word) ?? 0) + 1);
  for (const word of phraseKey(task.raw)) {
    const left = taken.get(word) ?? 0;
    if (left === 0 && !/^\d+$/u.test(word) && !FILLERS.has(word)) return true;
    taken.set(word, left - 1);
  }
  return false;
}
