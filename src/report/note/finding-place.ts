import type { Finding } from '../../record/finding.js';
import type { PlanRecord } from '../../record/plan-record.js';
import type { Language } from '../language.js';
import { messages } from '../messages/messages.js';

const LONGEST_HEADING = 70;

const cut = (text: string, length: number): string =>
  text.length <= length ? text : `${text.slice(0, length - 1).trimEnd()}…`;

/** The heading under which an offset stands, as printed; null above the first. */
function headingAbove({ outline }: PlanRecord, at: number): string | null {
  const found = outline.findLast(
    ({ kind, span }) => (kind === 'heading' || kind === 'appendix') && span.start <= at,
  );
  return found === undefined ? null : cut(found.raw.replace(/\s+/gu, ' ').trim(), LONGEST_HEADING);
}

/** Where a finding stands, for people with the paper in hand: page, heading, row of a table; a part a line. */
export function findingPlace(finding: Finding, record: PlanRecord, language: Language): string {
  const say = messages(language).note.place;
  const { span, location } = finding;
  const pages = [...new Set(location.map(({ page }) => page))];
  if (span.end <= span.start) return pages.length > 0 ? say.pages(pages.join(', ')) : say.whole;
  const parts: string[] = [];
  if (pages.length > 0) parts.push(say.pages(pages.join(', ')));
  const task = record.tasks.find((one) => one.span.start <= span.start && span.end <= one.span.end);
  const line = record.budget.lines.find((one) => one.span.start <= span.start && span.end <= one.span.end);
  const heading = headingAbove(record, span.start);
  if (heading !== null) parts.push(say.heading(heading));
  else if (record.outline.some(({ kind }) => kind === 'heading')) parts.push(say.beginning);
  if (task?.origin === 'table' && task.number !== null) parts.push(say.task(task.number));
  else if (line !== undefined) parts.push(line.number === null ? say.budget : say.budgetRow(line.number));
  return parts.length > 0 ? parts.join('\n') : say.beginning;
}
