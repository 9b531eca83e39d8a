import type { CheckContext, Rule } from '../rule.js';
import { expandShortForms, foldName } from '../short-forms.js';

/** So many units must have duties of their own before the list can be taken for complete. */
const LEAST_LISTED = 3;
/** Entries that speak of everybody: then nobody is left out. */
const EVERYBODY =
  /^(?:cac|thu truong|truong|lanh dao|toan the|tat ca|nhung|moi|can bo|cong chuc|don vi|phong ban|co quan)(?: |$)/u;
const LEAST_WORDS = 2;
/** Persons, teams and people from outside get no duties of their own. */
const STANDING_UNIT = /^(?:phong|van phong|chi cuc|trung tam|thanh tra|khoa|bo phan|so) /u;

/** A unit that leads a task and has no part in the list of who does what. */
export const unitWithoutDuties: Rule = {
  id: 'unit/no-duties',
  *check(context) {
    const { tasks, responsibilities } = context.record;
    const listed = responsibilities.map(({ unit }) => nameOf(context, unit));
    if (listed.length < LEAST_LISTED || listed.some((name) => EVERYBODY.test(name))) return;
    const told = new Set<string>();
    for (const task of tasks) {
      if (task.origin !== 'table') continue;
      for (const assignment of task.assignments) {
        if (assignment.role !== 'lead' && assignment.role !== 'implement') continue;
        const name = nameOf(context, assignment.resolved ?? assignment.unit);
        if (told.has(name) || !STANDING_UNIT.test(name) || name.split(' ').length < LEAST_WORDS) continue;
        if (listed.some((other) => other.includes(name) || name.includes(other))) continue;
        told.add(name);
        yield {
          severity: 'notice',
          at: assignment,
          message: {
            vi: `"${assignment.unit}" được giao việc trong bảng nhưng không có trong phần tổ chức thực hiện.`,
            en: `"${assignment.unit}" leads a task of the table and has no part in the list of duties.`,
          },
          evidence: {
            vi: `Phần tổ chức thực hiện nêu: ${responsibilities.map(({ unit }) => unit).join('; ')}.`,
            en: `The list of duties names: ${responsibilities.map(({ unit }) => unit).join('; ')}.`,
          },
          key: [name],
        };
      }
    }
  },
};

const nameOf = (context: CheckContext, unit: string): string => foldName(expandShortForms(unit, context));
