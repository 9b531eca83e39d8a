import type { Task, Timing } from '../../record/fields.js';
import { vietnameseDate } from '../facts.js';
import { daysOf } from '../judgement-day.js';
import type { Draft, Rule } from '../rule.js';
import { foldName } from '../short-forms.js';

/** Tasks of fewer words are too often different ones of one name ("Họp", "Báo cáo"). */
const LEAST_WORDS = 5;

/** A time that ends before it begins, or one task with two deadlines. */
export const contradictingTimes: Rule = {
  id: 'timing/contradiction',
  *check({ record }) {
    for (const timing of [...record.tasks.flatMap((task) => task.timings), ...record.dates])
      if (timing.invalid === null && endsBeforeStart(timing)) yield backwards(timing);
    const deadlines = new Map<string, { readonly timing: Timing; readonly end: string }>();
    for (const task of record.tasks) {
      const timing = onlyDeadline(task);
      if (timing?.end == null) continue;
      const name = foldName(task.content);
      if (name.split(' ').length < LEAST_WORDS) continue;
      const key = `${name}|${task.assignments.map(({ unit }) => foldName(unit)).join('|')}`;
      const before = deadlines.get(key);
      if (before === undefined) deadlines.set(key, { timing, end: timing.end });
      else if (before.end !== timing.end) yield twoDeadlines(task, timing, before.timing);
    }
  },
};

function endsBeforeStart({ start, end }: Timing): boolean {
  return start !== null && end !== null && daysOf(start).first > daysOf(end).last;
}

/** The task's one deadline; null where it has several times or comes again and again. */
function onlyDeadline({ timings }: Task): Timing | null {
  const [timing, second] = timings;
  if (timing === undefined || second !== undefined) return null;
  return timing.start === null && timing.frequency === null && !timing.conditional ? timing : null;
}

function backwards(timing: Timing): Draft {
  return {
    severity: 'error',
    at: timing,
    message: {
      vi: `"${timing.raw}" kết thúc trước khi bắt đầu.`,
      en: `"${timing.raw}" ends before it begins.`,
    },
    evidence: {
      vi: `Từ ${vietnameseDate(timing.start ?? '')} đến ${vietnameseDate(timing.end ?? '')}.`,
      en: `From ${timing.start} to ${timing.end}.`,
    },
    key: [timing.raw],
  };
}

function twoDeadlines(task: Task, timing: Timing, before: Timing): Draft {
  return {
    severity: 'warning',
    at: timing,
    message: {
      vi: `Việc "${task.content.slice(0, 100)}" có hai thời hạn khác nhau: "${before.raw}" và "${timing.raw}".`,
      en: `The task "${task.content.slice(0, 100)}" has two deadlines: "${before.raw}" and "${timing.raw}".`,
    },
    evidence: {
      vi: `${vietnameseDate(before.end ?? '')} và ${vietnameseDate(timing.end ?? '')}.`,
      en: `${before.end} and ${timing.end}.`,
    },
    key: [task.content, timing.raw],
  };
}
