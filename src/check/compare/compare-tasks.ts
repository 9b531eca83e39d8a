import type { Task } from '../../record/fields.js';
import type { PlanRecord } from '../../record/plan-record.js';
import { pairAlike } from './pair-alike.js';
import type { PlanComparison, TaskChange } from './plan-comparison.js';
import type { UnitName } from './unit-name.js';
import { yearMaskedDate, yearMaskedWords, yearOf } from './year-masked.js';

/** Tasks whose words are as alike as this are the same task, maybe reworded. */
const SAME_TASK = 0.62;

/** The tasks of two plans: those of both with what changed of them, and those of one alone. */
export function compareTasks(
  older: PlanRecord,
  newer: PlanRecord,
  unitName: UnitName,
): PlanComparison['tasks'] {
  const recordOf = (side: 'older' | 'newer'): PlanRecord => (side === 'older' ? older : newer);
  const { pairs, dropped, added } = pairAlike(
    older.tasks,
    newer.tasks,
    (task, side) => yearMaskedWords(task.content, yearOf(recordOf(side))),
    SAME_TASK,
  );
  const facets: readonly {
    readonly change: TaskChange;
    readonly of: (task: Task, record: PlanRecord) => string;
  }[] = [
    {
      change: 'content',
      of: (task, record) => yearMaskedWords(task.content, yearOf(record)).join(' '),
    },
    {
      change: 'units',
      of: (task, record) =>
        task.assignments
          .map(({ unit, resolved, role }) => `${unitName(resolved ?? unit, record)} ${role}`)
          .sort()
          .join('|'),
    },
    {
      change: 'timings',
      of: (task, record) =>
        task.timings
          .map(({ start, end, frequency, times, conditional }) =>
            [
              yearMaskedDate(start, yearOf(record)),
              yearMaskedDate(end, yearOf(record)),
              frequency,
              times,
              conditional,
            ].join(' '),
          )
          .sort()
          .join('|'),
    },
    {
      change: 'outputs',
      of: (task, record) => yearMaskedWords(task.outputs.join(' '), yearOf(record)).join(' '),
    },
  ];
  return {
    kept: pairs.map((pair) => ({
      older: pair.older,
      newer: pair.newer,
      changes: facets
        .filter(({ of }) => of(pair.older, older) !== of(pair.newer, newer))
        .map(({ change }) => change),
    })),
    dropped,
    added,
  };
}
