import { type CleanPlan, cleanPlans } from './clean-plans.js';
import type { Mistake } from './mistake.js';
import { NUMBER_MISTAKES } from './mistakes/citation-numbers.js';
import { CITATION_MISTAKES } from './mistakes/citations.js';
import { STANDARD_MISTAKES } from './mistakes/standards.js';
import { BUDGET_MISTAKES, TASK_MISTAKES, TIMING_MISTAKES } from './mistakes/tables.js';
import { FORM_MISTAKES, TEXT_MISTAKES, UNIT_MISTAKES } from './mistakes/texts.js';

export const MISTAKES: readonly Mistake[] = [
  ...STANDARD_MISTAKES,
  ...CITATION_MISTAKES,
  ...NUMBER_MISTAKES,
  ...TIMING_MISTAKES,
  ...TASK_MISTAKES,
  ...BUDGET_MISTAKES,
  ...UNIT_MISTAKES,
  ...FORM_MISTAKES,
  ...TEXT_MISTAKES,
];

/** A finding that a document must raise. */
export interface Expected {
  readonly rule: string;
  readonly contains: string;
}

/** A generated document and all that is true of it. */
export interface Specimen {
  readonly name: string;
  readonly text: string;
  readonly expected: readonly Expected[];
  /** Rules that may speak without being wrong or right. */
  readonly tolerated: readonly string[];
}

/** The clean plans as they are. */
export const cleanSpecimens = (): readonly Specimen[] =>
  cleanPlans().map(({ profile, text }) => ({ name: profile.name, text, expected: [], tolerated: [] }));

/**
 * Each mistake by itself in up to `plansEach` plans that have its words, then plans with several mistakes of different
 * rules at once. The same each time.
 */
export function plantedSpecimens(plansEach: number): readonly Specimen[] {
  const plans = cleanPlans();
  const alone: Specimen[] = [];
  for (const [index, mistake] of MISTAKES.entries()) {
    const fitting = turned(plans, index * 5).filter((plan) => planted(plan, plan.text, mistake) !== null);
    for (const plan of fitting.slice(0, plansEach)) {
      const text = planted(plan, plan.text, mistake);
      if (text === null) continue;
      alone.push({
        name: `${plan.profile.name}-${String(index).padStart(3, '0')}`,
        text,
        expected: [{ rule: mistake.rule, contains: mistake.contains }],
        tolerated: mistake.also ?? [],
      });
    }
  }
  return [...alone, ...plans.map(several)];
}

const AT_ONCE = 6;

/** A plan with mistakes of several rules, no two of which touch one line. */
function several(plan: CleanPlan, turn: number): Specimen {
  let { text } = plan;
  const chosen: Mistake[] = [];
  const touched = new Set<string>();
  for (const mistake of turned(MISTAKES, turn * 17)) {
    if (chosen.length === AT_ONCE) break;
    if (
      ALONE.has(mistake.rule) ||
      chosen.some(({ rule, also }) => rule === mistake.rule || also?.includes(mistake.rule))
    )
      continue;
    const next = planted(plan, text, mistake);
    if (next === null) continue;
    const was = new Set(text.split('\n'));
    const now = new Set(next.split('\n'));
    const gone = [...was].filter((line) => !now.has(line));
    if (gone.some((line) => touched.has(line))) continue;
    for (const line of now) if (!was.has(line)) touched.add(line);
    text = next;
    chosen.push(mistake);
  }
  return {
    name: `${plan.profile.name}-several`,
    text,
    expected: chosen.map(({ rule, contains }) => ({ rule, contains })),
    tolerated: chosen.flatMap(({ also }) => also ?? []),
  };
}

/** Without a date or a name of its kind a plan is judged otherwise in all. */
const ALONE: ReadonlySet<string> = new Set(['format/missing-part', 'format/missing-date']);

const turned = <T>(list: readonly T[], by: number): readonly T[] => {
  const at = by % list.length;
  return [...list.slice(at), ...list.slice(0, at)];
};

/** The text with the mistake in it; null where it does not fit. */
function planted({ profile }: CleanPlan, text: string, { find, put, when, inBody }: Mistake): string | null {
  if (when !== undefined && !when(profile)) return null;
  const from = inBody === true ? text.indexOf('\nI. ') : 0;
  const match = find.exec(text.slice(from));
  if (match === null) return null;
  const written = typeof put === 'string' ? put : put(match, profile);
  const at = from + match.index;
  const result = text.slice(0, at) + written + text.slice(at + match[0].length);
  return result === text ? null : result;
}
