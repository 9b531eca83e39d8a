import type { AuditedDocument } from '../../record/audit-result.js';
import { barsByRule, barsByUnit } from '../charts/bars.js';
import { deadlinesByYear } from '../charts/deadlines.js';
import type { CheckedDocument } from '../document-state.js';
import { formatNumber, type Language } from '../language.js';
import { messages } from '../messages/messages.js';
import type { RuleTitle } from '../rule-title.js';
import { countSeverities, findingsOf, SEVERITIES } from '../severity.js';
import { barChart } from './chart-bars.js';
import { timeline } from './chart-timeline.js';
import { type Html, html } from './escape.js';

const MOST_UNITS = 15;
const MOST_RULES = 20;
const MOST_PLANS = 40;
const MOST_YEARS = 3;

/** What was found and when tasks are due, drawn. Null where there is nothing to draw. */
export function charts(
  documents: readonly AuditedDocument[],
  language: Language,
  ruleTitle: RuleTitle,
): Html | null {
  const say = messages(language);
  const counts = countSeverities(documents.flatMap(findingsOf));
  const total = counts.error + counts.warning + counts.notice;
  const checked = documents.filter((document): document is CheckedDocument => document.kind === 'checked');
  const units = barsByUnit(documents, MOST_UNITS);
  const rules = barsByRule(documents, MOST_RULES);
  const years = deadlinesByYear(checked, MOST_PLANS).slice(0, MOST_YEARS);
  if (total === 0 && years.length === 0) return null;
  const inAll = formatNumber(total, language);
  return html`<section><h2 id="charts">${say.chart.heading}</h2>
${
  total > 0 &&
  html`${barChart(
    {
      id: 'chart-severity',
      title: say.chart.bySeverity,
      description: say.chart.description(inAll),
      head: say.column.severity,
      bars: SEVERITIES.filter((severity) => counts[severity] > 0).map((severity) => ({
        name: severity,
        above: null,
        counts: { error: 0, warning: 0, notice: 0, [severity]: counts[severity] },
        total: counts[severity],
        rest: 0,
      })),
      nameOf: (bar) =>
        SEVERITIES.filter((one) => one === bar.name).map((one) => say.severityLong[one])[0] ?? '',
    },
    language,
  )}${
    units.length > 1 &&
    barChart(
      {
        id: 'chart-units',
        title: say.chart.byUnit,
        description: say.chart.description(inAll),
        head: say.documents.unit,
        bars: units,
        nameOf: (bar) =>
          bar.rest > 0
            ? say.chart.otherUnits(formatNumber(bar.rest, language))
            : [bar.name ?? say.chart.noUnit, bar.above].filter((part) => part !== null).join(' – '),
      },
      language,
    )
  }${barChart(
    {
      id: 'chart-rules',
      title: say.chart.byRule,
      description: say.chart.description(inAll),
      head: say.matrix.rule,
      bars: rules,
      nameOf: (bar) =>
        bar.rest > 0 ? say.chart.otherRules(formatNumber(bar.rest, language)) : ruleTitle(bar.name ?? ''),
    },
    language,
  )}`
}
${years.map((year) => timeline(year, language))}
</section>`;
}
