import type { AuditResult, ExpectedUnit } from '../../record/audit-result.js';
import { checkedDocuments } from '../../report/document-state.js';
import { countStates } from '../../report/finding-state.js';
import { formatNumber } from '../../report/language.js';
import { wrapToWidth } from '../terminal/display-width.js';
import { printable } from '../terminal/printable.js';
import { PLAIN_COLUMNS, type SummaryOptions } from './summary-table.js';

/** Names shown of one list of units. */
const MOST_NAMES = 30;

const indented = (text: string, columns: number, by: string): readonly string[] =>
  wrapToWidth(text, Math.max(20, columns - by.length)).map((line) => by + line);

/** Who handed in and who did not, where a list was given; begins with an empty line. */
export function expectedLines(
  { expected, documents }: AuditResult,
  { language, say, paint, columns }: SummaryOptions,
): readonly string[] {
  if (expected === undefined) return [];
  const room = columns ?? PLAIN_COLUMNS;
  const figure = (value: number): string => formatNumber(value, language);
  const { units, others } = expected;
  const missing = units.filter(({ plans }) => plans.length === 0);
  const list = (heading: string, names: readonly string[]): readonly string[] =>
    names.length === 0
      ? []
      : [
          heading,
          ...names.slice(0, MOST_NAMES).flatMap((name) => indented(`– ${printable(name)}`, room, '  ')),
          ...(names.length > MOST_NAMES ? [`  … ${figure(names.length - MOST_NAMES)}`] : []),
        ];
  const nameOf = ({ name, parent }: ExpectedUnit): string => (parent === null ? name : `${name} (${parent})`);
  const withPlans = (unit: ExpectedUnit): string =>
    `${nameOf(unit)}: ${unit.plans.map(({ path }) => path).join('; ')}`;
  const twice = units.filter((unit) => unit.twice);
  const near = units.filter(({ plans }) => plans.some((plan) => plan.near));
  const unread = documents.filter(({ kind }) => kind === 'failed').length;
  return [
    '',
    paint.bold(say.summary.handedIn(figure(units.length - missing.length), figure(units.length))),
    ...list(paint.alarm(say.summary.missingUnits(figure(missing.length))), missing.map(nameOf)),
    ...(missing.length > 0 && unread > 0 ? [say.summary.unreadMayBe(figure(unread))] : []),
    ...list(say.summary.twiceUnits(figure(twice.length)), twice.map(withPlans)),
    ...list(say.summary.nearUnits(figure(near.length)), near.map(withPlans)),
    ...list(
      say.summary.otherUnits(figure(others.length)),
      others.map(({ path, unit }) => (unit === null ? path : `${path} (${unit})`)),
    ),
  ];
}

/** What is new, stayed and was mended, what is suppressed, and suppressions without effect. */
export function changeLines(
  result: AuditResult,
  { language, say, paint, columns }: SummaryOptions,
): readonly string[] {
  const figure = (value: number): string => formatNumber(value, language);
  const checked = checkedDocuments(result);
  const states = countStates(checked);
  const suppressed = checked.reduce((sum, one) => sum + (one.suppressed?.length ?? 0), 0);
  const { baseline, suppressions } = result;
  const lines: string[] = [];
  if (states !== null) {
    const counts = [figure(states.new), figure(states.stayed), figure(states.mended)] as const;
    lines.push(
      baseline === undefined
        ? say.summary.states(...counts, figure(states.documents))
        : say.summary.statesOf(printable(baseline.name), ...counts),
    );
  }
  if (baseline !== undefined && baseline.gone.length > 0)
    lines.push(say.summary.gone(figure(baseline.gone.length)));
  if (suppressed > 0) lines.push(say.summary.suppressed(figure(suppressed)));
  for (const { why, finding, line } of suppressions?.idle ?? []) {
    const place = `${printable(suppressions?.name ?? '')}:${line}`;
    const text = `${say.summary.idle(place, finding)}: ${say.summary.idleWhy[why]}`;
    lines.push(...wrapToWidth(text, columns ?? PLAIN_COLUMNS).map((part) => paint.severity('warning', part)));
  }
  return lines;
}
