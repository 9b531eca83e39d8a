import type { PlanDeadlines, YearOfDeadlines } from '../charts/deadlines.js';
import { formatDate, formatNumber, type Language } from '../language.js';
import { messages } from '../messages/messages.js';
import { figuresBehind, labelLines } from './chart-bars.js';
import { type Html, html } from './escape.js';

/** All lengths in the drawing's own units, of which 1000 are as wide as the page. */
const WIDTH = 1000;
const LABEL = 260;
const COLUMNS = 90;
const HEAD = 24;
const ROW = 26;
const SMALLEST = 4;
const LARGEST = 9;

const MONTHS = Array.from({ length: 12 }, (_, index) => index);
const DAY = 86_400_000;

/** Where in the year a day lies, from 0 to 1. */
function shareOfYear(day: string, year: number): number {
  const first = Date.UTC(year, 0, 1);
  const days = (Date.UTC(year + 1, 0, 1) - first) / DAY;
  const date = new Date(`${day}T00:00:00Z`).getTime();
  return Number.isNaN(date) ? 0 : ((date - first) / DAY + 0.5) / days;
}

const monthStart = (year: number, month: number): string =>
  new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 10);

/** When in the year tasks are due: columns of all plans by month, and a line of dots for each plan. */
export function timeline(
  { year, plans, months, total, notShown }: YearOfDeadlines,
  language: Language,
): Html {
  const say = messages(language).chart;
  const id = `timeline-${year}`;
  const xOf = (day: string): number => LABEL + shareOfYear(day, year) * (WIDTH - LABEL - 10);
  const highest = Math.max(1, ...months);
  const top = HEAD + COLUMNS;
  const height = top + plans.length * ROW + 8;
  const bottom = height - 4;
  const gridX = (month: number): number => LABEL + ((WIDTH - LABEL - 10) * month) / 12;
  const grid = MONTHS.map((month) => {
    const x = xOf(monthStart(year, month));
    return html`<line class="grid" x1="${x.toFixed(1)}" x2="${x.toFixed(1)}" y1="${HEAD - 4}" y2="${bottom}"/><text class="axis" x="${((x + (month < 11 ? xOf(monthStart(year, month + 1)) : gridX(12))) / 2).toFixed(1)}" y="14">${say.month(month + 1)}</text>`;
  });
  const columns = MONTHS.map((month) => {
    const count = months[month] ?? 0;
    if (count === 0) return null;
    const from = xOf(monthStart(year, month)) + 6;
    const to = (month < 11 ? xOf(monthStart(year, month + 1)) : gridX(12)) - 6;
    const tall = Math.max(2, ((COLUMNS - 34) * count) / highest);
    const y = HEAD + COLUMNS - 14 - tall;
    return html`<rect class="bar due" x="${from.toFixed(1)}" y="${y.toFixed(1)}" width="${(to - from).toFixed(1)}" height="${tall.toFixed(1)}"><title>${say.monthOf(month + 1, year)}: ${say.tasks(formatNumber(count, language))}</title></rect><text class="axis" x="${((from + to) / 2).toFixed(1)}" y="${(y - 4).toFixed(1)}">${formatNumber(count, language)}</text>`;
  });
  const most = Math.max(1, ...plans.flatMap(({ days }) => days.map(({ tasks }) => tasks)));
  const line = (plan: PlanDeadlines, index: number): Html => {
    const y = top + index * ROW + ROW / 2;
    const [name = ''] = labelLines(plan.unit ?? plan.file, LABEL - 14, 1);
    const [above] = plan.above === null ? [] : labelLines(plan.above, LABEL - 14, 1);
    return html`<g><text class="label" x="${LABEL - 12}" y="${(y + (above === undefined ? 4 : -1)).toFixed(1)}">${name}<title>${plan.file}</title></text>${above !== undefined && html`<text class="label above" x="${LABEL - 12}" y="${(y + 10).toFixed(1)}">${above}</text>`}<line class="lane" x1="${LABEL}" x2="${WIDTH - 10}" y1="${y}" y2="${y}"/>${
      plan.issuedOn !== null &&
      html`<path class="issued" d="M${xOf(plan.issuedOn).toFixed(1)} ${y - 6}v12"><title>${say.issued(formatDate(plan.issuedOn, language))}</title></path>`
    }${plan.days.map(
      ({ day, tasks, amiss }) =>
        html`<circle class="dot${amiss && ' amiss'}" cx="${xOf(day).toFixed(1)}" cy="${y}" r="${(SMALLEST + (LARGEST - SMALLEST) * Math.sqrt((tasks - 1) / Math.max(1, most - 1))).toFixed(1)}"><title>${formatDate(day, language)}: ${say.tasks(formatNumber(tasks, language))}${amiss && ` – ${say.amiss}`}</title></circle>`,
    )}</g>
`;
  };
  const title = say.timeline(year);
  return html`<figure class="chart" id="${id}">
<figcaption>${title}</figcaption>
<svg role="img" aria-labelledby="${id}-title ${id}-desc" viewBox="0 0 ${WIDTH} ${height}" preserveAspectRatio="xMinYMin meet"><title id="${id}-title">${title}</title><desc id="${id}-desc">${say.timelineDescription(formatNumber(total, language), formatNumber(plans.length + notShown, language))}</desc>
${grid}
${columns}<text class="label" x="${LABEL - 12}" y="${HEAD + COLUMNS - 20}">${say.allPlans}</text>
${plans.map(line)}</svg>
<p class="key"><span class="due-key">●</span> ${say.dotKey} <span class="amiss-key">●</span> ${say.amissKey} <span class="issued-key">│</span> ${say.issuedKey}${notShown > 0 && html` ${say.notShown(formatNumber(notShown, language))}`}</p>
${figuresBehind(
  html`<table><thead><tr><th>${messages(language).documents.file}</th>${MONTHS.map((month) => html`<th class="number">${say.month(month + 1)}</th>`)}<th class="number">${messages(language).matrix.total}</th></tr></thead><tbody>
${plans.map(
  (
    plan,
  ) => html`<tr><th scope="row">${plan.file}</th>${plan.months.map((count) => html`<td class="number">${count === 0 ? '–' : formatNumber(count, language)}</td>`)}<td class="number">${formatNumber(plan.total, language)}</td></tr>
`,
)}<tr class="total"><th scope="row">${say.allPlans}</th>${months.map((count) => html`<td class="number">${formatNumber(count, language)}</td>`)}<td class="number">${formatNumber(total, language)}</td></tr></tbody></table>`,
  language,
)}
</figure>
`;
}
