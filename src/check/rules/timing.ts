import { overlaps, type Span } from '../../document/span.js';
import type { Task, Timing } from '../../record/fields.js';
import type { PlanRecord } from '../../record/plan-record.js';
import type { Mention } from '../../record/primitives.js';
import { vietnameseDate } from '../facts.js';
import { daysOf } from '../judgement-day.js';
import type { Rule } from '../rule.js';

/** No such day. */
export const invalidDate: Rule = {
  id: 'timing/invalid-date',
  *check({ record }) {
    const reported: Span[] = [];
    for (const timing of [...record.tasks.flatMap((t) => t.timings), ...record.dates]) {
      if (timing.invalid === null || reported.some((span) => overlaps(span, timing.span))) continue;
      reported.push(timing.span);
      yield {
        severity: 'error',
        at: timing,
        message: {
          vi: `Thời gian "${timing.raw}" không có trong lịch: ${timing.invalid}.`,
          en: `No calendar has "${timing.raw}".`,
        },
        evidence: { vi: `${timing.invalid}.`, en: `${timing.invalid}.` },
        key: [timing.raw],
      };
    }
    const written = [
      ...record.citations.filter((c) => c.within === null),
      ...(record.header.places.issuedOn ? [record.header.places.issuedOn] : []),
    ];
    for (const { span, what } of written.flatMap(impossibleDates)) {
      if (reported.some((other) => overlaps(other, span))) continue;
      reported.push(span);
      const raw = record.text.slice(span.start, span.end);
      yield {
        severity: 'error',
        at: span,
        message: { vi: `Ngày "${raw}" không có trong lịch: ${what}.`, en: `No calendar has "${raw}".` },
        evidence: { vi: `${what}.`, en: `${what}.` },
        key: [raw],
      };
    }
  },
};

const DATE =
  /(?<!\d)(\d{1,2})(?:\s?[/.-]\s?|\s+tháng\s+)(\d{1,2})(?:\s?[/.-]\s?|\s+năm\s+)((?:19|20)\d{2})(?!\d|\s?\/\s?\p{L})/giu;

/** Whole dates in a mention's words that do not exist. */
function impossibleDates({ raw, span }: Mention): readonly { readonly span: Span; readonly what: string }[] {
  return [...raw.matchAll(DATE)].flatMap((match) => {
    const [day, month, year] = [Number(match[1]), Number(match[2]), Number(match[3])];
    const days = month < 1 || month > 12 ? 0 : new Date(Date.UTC(year, month, 0)).getUTCDate();
    if (day >= 1 && day <= days) return [];
    const start = span.start + match.index;
    const what = days === 0 ? `không có tháng ${month}` : `tháng ${month}/${year} chỉ có ${days} ngày`;
    return [{ span: { start, end: start + match[0].length }, what }];
  });
}

/** A deadline that had passed when the plan was issued. */
export const beforeIssue: Rule = {
  id: 'timing/before-issue',
  *check({ record }) {
    const { issuedOn, planYear } = record.header;
    if (issuedOn === null) return;
    const issued = daysOf(issuedOn).first;
    for (const { task, timing } of timingsOf(record)) {
      if (timing.end === null || timing.frequency !== null || timing.invalid !== null) continue;
      const end = daysOf(timing.end).last;
      if (end >= issued) continue;
      // A year that is not the plan's is a slip in the year: that rule speaks of it, once.
      if (planYear !== null && Number(end.slice(0, 4)) < planYear) continue;
      yield {
        severity: 'error',
        at: timing,
        message: {
          vi: `Thời hạn "${timing.raw}" đã qua khi kế hoạch được ban hành (${vietnameseDate(issuedOn)}).`,
          en: `The deadline "${timing.raw}" had passed when the plan was issued (${issuedOn}).`,
        },
        evidence: {
          vi: `Việc "${task.content.slice(0, 120)}" phải xong ${vietnameseDate(end)}; kế hoạch ban hành sớm nhất ${vietnameseDate(issued)}.`,
          en: `The task "${task.content.slice(0, 120)}" was due on ${end}; the plan is of ${issued} at the earliest.`,
        },
        key: [timing.raw, end],
      };
    }
  },
};

const SEVERAL_YEARS = /giai đoạn|(?:19|20)\d{2}\s*[-–]\s*(?:19|20)\d{2}|nhiệm kỳ/iu;

/** A date outside the year of the plan. Plans for several years are not judged. */
export const outsidePlanYear: Rule = {
  id: 'timing/outside-plan-year',
  *check({ record }) {
    const { planYear, subject } = record.header;
    if (planYear === null || SEVERAL_YEARS.test(subject ?? '')) return;
    for (const { timing } of timingsOf(record)) {
      if (timing.invalid !== null) continue;
      const years = [timing.start, timing.end].flatMap((d) => (d === null ? [] : [Number(d.slice(0, 4))]));
      const outside = years.find((year) => year !== planYear);
      if (outside === undefined || SEVERAL_YEARS.test(timing.raw)) continue;
      const justAfter = timing.end?.startsWith(`${planYear + 1}-01`) === true;
      yield {
        severity: justAfter ? 'notice' : 'warning',
        at: timing,
        message: {
          vi: `Thời gian "${timing.raw}" nằm ngoài năm ${planYear} của kế hoạch.`,
          en: `The time "${timing.raw}" is outside ${planYear}, the year of the plan.`,
        },
        evidence: {
          vi: `Kế hoạch năm ${planYear}; thời gian này thuộc năm ${outside}.`,
          en: `The plan is for ${planYear}; this time is in ${outside}.`,
        },
        key: [timing.raw],
      };
    }
  },
};

/** Every task's times, but for the plan's own date where it was taken for one. */
function* timingsOf({
  tasks,
  header,
}: PlanRecord): Generator<{ readonly task: Task; readonly timing: Timing }> {
  const seen = new Set<string>();
  const own = header.places.issuedOn?.span;
  for (const task of tasks)
    for (const timing of task.timings) {
      if (own !== undefined && overlaps(own, timing.span)) continue;
      // One cell over several rows is one time.
      const place = `${timing.span.start}-${timing.span.end}-${timing.end}`;
      if (seen.has(place)) continue;
      seen.add(place);
      yield { task, timing };
    }
}
