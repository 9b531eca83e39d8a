import { overlaps } from '../../document/span.js';
import type { Timing } from '../../record/fields.js';
import type { PlanRecord } from '../../record/plan-record.js';
import type { CheckedDocument } from '../document-state.js';

/** A day on which tasks of a plan are due. */
export interface DueDay {
  /** ISO 8601. */
  readonly day: string;
  readonly tasks: number;
  /** Whether a finding about time stands at one of them. */
  readonly amiss: boolean;
}

/** The deadlines of one plan within one year. */
export interface PlanDeadlines {
  readonly file: string;
  readonly unit: string | null;
  /** The authority above the unit. */
  readonly above: string | null;
  /** The day of the plan itself where it lies in that year and is known to the day. */
  readonly issuedOn: string | null;
  readonly days: readonly DueDay[];
  /** Tasks due in each of the twelve months. */
  readonly months: readonly number[];
  readonly total: number;
}

/** All deadlines within one year. */
export interface YearOfDeadlines {
  readonly year: number;
  /** Plans with the most deadlines first where there are too many, then in the order of the audit. */
  readonly plans: readonly PlanDeadlines[];
  /** Of all plans, those not in `plans` too. */
  readonly months: readonly number[];
  readonly total: number;
  /** Plans with deadlines in this year that are not in `plans`. */
  readonly notShown: number;
}

const FULL_DATE = /^\d{4}-\d{2}-\d{2}$/u;

/** Whether a time says by when something is done; what goes on or comes back again and again has no deadline. */
const isDeadline = (timing: Timing): timing is Timing & { end: string } =>
  timing.end !== null &&
  FULL_DATE.test(timing.end) &&
  timing.invalid === null &&
  (timing.frequency === null || (timing.frequency === 'yearly' && timing.start === null));

/** The deadlines of all tasks by year, latest year first, with at most `mostPlans` plans each. */
export function deadlinesByYear(
  documents: readonly CheckedDocument[],
  mostPlans: number,
): readonly YearOfDeadlines[] {
  const years = new Map<number, PlanDeadlines[]>();
  for (const document of documents)
    for (const [year, plan] of ofDocument(document)) {
      const plans = years.get(year) ?? [];
      plans.push(plan);
      years.set(year, plans);
    }
  return [...years]
    .sort(([a], [b]) => b - a)
    .map(([year, plans]) => {
      const fullest = new Set([...plans].sort((a, b) => b.total - a.total).slice(0, mostPlans));
      const months = Array.from({ length: 12 }, (_, month) =>
        plans.reduce((sum, plan) => sum + (plan.months[month] ?? 0), 0),
      );
      return {
        year,
        plans: plans.filter((plan) => fullest.has(plan)),
        months,
        total: months.reduce((sum, one) => sum + one, 0),
        notShown: plans.length - fullest.size,
      };
    });
}

function ofDocument({ file, record }: CheckedDocument): ReadonlyMap<number, PlanDeadlines> {
  const days = new Map<string, { tasks: number; amiss: boolean }>();
  for (const task of record.tasks)
    for (const timing of task.timings) {
      if (!isDeadline(timing)) continue;
      const day = days.get(timing.end) ?? { tasks: 0, amiss: false };
      days.set(timing.end, { tasks: day.tasks + 1, amiss: day.amiss || isAmiss(timing, record) });
    }
  const years = new Map<number, PlanDeadlines>();
  for (const [day, due] of [...days].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const year = Number(day.slice(0, 4));
    const { issuedOn, issuingAgency, parentAgency } = record.header;
    const before = years.get(year);
    const months = before?.months ?? Array.from({ length: 12 }, () => 0);
    const month = Number(day.slice(5, 7)) - 1;
    years.set(year, {
      file,
      unit: issuingAgency,
      above: issuingAgency === null ? null : parentAgency,
      issuedOn:
        issuedOn !== null && FULL_DATE.test(issuedOn) && issuedOn.startsWith(String(year)) ? issuedOn : null,
      days: [...(before?.days ?? []), { day, ...due }],
      months: months.map((count, index) => (index === month ? count + due.tasks : count)),
      total: (before?.total ?? 0) + due.tasks,
    });
  }
  return years;
}

const isAmiss = (timing: Timing, { findings }: PlanRecord): boolean =>
  findings.some(({ ruleId, span }) => ruleId.startsWith('timing/') && overlaps(span, timing.span));
