import type { PlanComparison, StandardVersions, TaskPair } from '../../check/compare/plan-comparison.js';
import type { Citation, Task } from '../../record/fields.js';
import { assignmentText, timingText } from '../field-text.js';
import { formatDate, formatNumber, type Language } from '../language.js';
import { messages } from '../messages/messages.js';

/** One line of the table at the head: how much of a kind stayed, changed, went and came; null where it has no meaning. */
export interface SummaryRow {
  readonly name: string;
  readonly kept: number;
  readonly changed: number | null;
  readonly dropped: number;
  readonly added: number;
}

/** The comparison in figures. For findings "dropped" are those that were mended. */
export function comparisonSummary(
  { findings, tasks, citations, units }: PlanComparison,
  language: Language,
): readonly SummaryRow[] {
  const say = messages(language).compare;
  const changed = tasks.kept.filter(({ changes }) => changes.length > 0).length;
  return [
    {
      name: say.findings,
      kept: findings.stayed.length,
      changed: null,
      dropped: findings.mended.length,
      added: findings.fresh.length,
    },
    {
      name: say.tasks,
      kept: tasks.kept.length - changed,
      changed,
      dropped: tasks.dropped.length,
      added: tasks.added.length,
    },
    {
      name: say.citations,
      kept: citations.kept.length,
      changed: citations.exchanged.length,
      dropped: citations.dropped.length,
      added: citations.added.length,
    },
    {
      name: say.units,
      kept: units.kept.length,
      changed: null,
      dropped: units.dropped.length,
      added: units.added.length,
    },
  ];
}

/** A document in a line: type, number, date, title. */
export function citationLine({ type, number, issuedOn, title, raw }: Citation, language: Language): string {
  const name = [type, number].filter((part) => part !== null).join(' ') || raw;
  const date = issuedOn === null ? '' : ` (${formatDate(issuedOn, language)})`;
  return title === null || number === null ? `${name}${date}` : `${name}${date}: ${title}`;
}

/** A task in a line: number and content. */
export const taskLine = ({ number, content }: Task): string =>
  number === null ? content : `${number}. ${content}`;

/** A part of a task that changed, before and after. */
export interface ChangedPart {
  readonly name: string;
  readonly older: string;
  readonly newer: string;
}

/** What changed of a task, in words. */
export function changedParts(
  { older, newer, changes }: TaskPair,
  language: Language,
): readonly ChangedPart[] {
  const say = messages(language).compare;
  const shown: Readonly<Record<(typeof changes)[number], (task: Task) => string>> = {
    content: ({ content }) => content,
    units: ({ assignments }) => assignments.map((one) => assignmentText(one, language)).join('; '),
    timings: ({ timings }) => timings.map((timing) => timingText(timing, language) || timing.raw).join('; '),
    outputs: ({ outputs }) => outputs.join('; '),
  };
  return changes.map((change) => ({
    name: say.change[change],
    older: shown[change](older) || '–',
    newer: shown[change](newer) || '–',
  }));
}

/** The versions of a standard that one plan names. */
export function versionsText(versions: StandardVersions['older'], language: Language): string {
  const say = messages(language).compare;
  if (versions.length === 0) return say.notNamed;
  return versions.map((version) => version?.toString() ?? say.noVersion).join(', ');
}

/** A sum in đồng, or a dash. */
export const sumText = (sum: number | null, language: Language): string =>
  sum === null ? '–' : `${formatNumber(sum, language)} ${messages(language).budget.dong}`;

/** The names of the head's fields. */
export function fieldName(field: PlanComparison['header'][number]['field'], language: Language): string {
  return messages(language).document[field];
}
