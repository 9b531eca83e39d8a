import { createHash } from 'node:crypto';
import type { PlanComparison } from '../../check/compare/plan-comparison.js';
import type { Finding } from '../../record/finding.js';
import type { PlanRecord } from '../../record/plan-record.js';
import { numberText, placeAndDateText } from '../field-text.js';
import { type Html, html, htmlText, trusted } from '../html/escape.js';
import { findingApart, findingItem } from '../html/finding.js';
import { STYLE } from '../html/style.js';
import { formatInstant, formatNumber, type Language } from '../language.js';
import { messages } from '../messages/messages.js';
import type { RuleTitle } from '../rule-title.js';
import { byGravity } from '../severity.js';
import {
  changedParts,
  citationLine,
  comparisonSummary,
  fieldName,
  sumText,
  taskLine,
  versionsText,
} from './compare-texts.js';

export interface CompareHtmlOptions {
  readonly language: Language;
  readonly ruleTitle: RuleTitle;
  /** ISO 8601 instant. */
  readonly at: string;
  readonly version: string;
  readonly timeZone?: string;
}

const POLICY = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; base-uri 'none'; form-action 'none'`;

/** The comparison of two plans as one self-contained HTML file; no script, nothing loaded. */
export function renderComparisonHtml(comparison: PlanComparison, options: CompareHtmlOptions): string {
  const { language, at, version, timeZone } = options;
  const say = messages(language);
  const texts = say.compare;
  const { older, newer } = comparison;
  const figure = (value: number | null): string => (value === null ? '–' : formatNumber(value, language));
  const plan = ({ header, source }: PlanRecord): Html =>
    html`<td><strong>${source.file}</strong><br>${header.issuingAgency ?? say.unknown}${header.parentAgency !== null && html` <span class="soft">– ${header.parentAgency}</span>`}<br>${[numberText(header, language), placeAndDateText(header, language)].filter((part) => part !== null).join('; ')}<br>${header.subject}</td>`;
  return htmlText(html`<!doctype html>
<html lang="${say.htmlLanguage}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${texts.title}: ${older.source.file} – ${newer.source.file}</title>
<style>${trusted(STYLE)}</style>
</head>
<body>
<header class="masthead"><h1>${texts.title}</h1><p>${texts.comparedAt(formatInstant(at, language, timeZone), version)}.</p></header>
<main>
<table class="sides"><thead><tr><th>${texts.older}</th><th>${texts.newer}</th></tr></thead><tbody><tr>${plan(older)}${plan(newer)}</tr></tbody></table>
${!comparison.sameUnit && html`<p class="note">${texts.otherUnit}</p>`}
<h2>${texts.summary}</h2>
<table><thead><tr><th>${texts.what}</th><th class="number">${texts.kept}</th><th class="number">${texts.changed}</th><th class="number">${texts.dropped}</th><th class="number">${texts.added}</th></tr></thead><tbody>
${comparisonSummary(comparison, language).map(
  (
    row,
  ) => html`<tr><th scope="row">${row.name}</th><td class="number">${figure(row.kept)}</td><td class="number">${figure(row.changed)}</td><td class="number">${figure(row.dropped)}</td><td class="number">${figure(row.added)}</td></tr>
`,
)}<tr><th scope="row">${texts.budget}</th><td colspan="4">${sumText(comparison.budget.older, language)} → ${sumText(comparison.budget.newer, language)}</td></tr></tbody></table>
${findings(comparison, options)}
${header(comparison, language)}
${tasks(comparison, language)}
${citations(comparison, language)}
${units(comparison, language)}
</main>
<footer class="end">${say.footer}</footer>
</body>
</html>
`);
}

const list = (heading: string, items: readonly Html[]): Html | null =>
  items.length === 0
    ? null
    : html`<h3>${heading} <span class="soft">(${items.length})</span></h3>
<ul class="list">${items.map((item) => html`<li>${item}</li>`)}</ul>
`;

function findings(
  { findings: found, newer }: PlanComparison,
  { language, ruleTitle }: CompareHtmlOptions,
): Html {
  const say = messages(language).compare;
  const view = { language, ruleTitle, state: null, cutOut: null };
  const shown = (
    heading: string,
    items: readonly Finding[],
    item: (finding: Finding) => Html,
  ): Html | null =>
    items.length === 0
      ? null
      : html`<h3>${heading} <span class="soft">(${items.length})</span></h3>
<ul class="findings">${[...items].sort(byGravity).map(item)}</ul>
`;
  const here = (finding: Finding): Html => findingItem(finding, newer.text, view);
  return html`<h2>${say.findings}</h2>
${shown(say.fresh, found.fresh, here)}${shown(
  say.stayed,
  found.stayed.map((pair) => pair.newer),
  here,
)}${shown(say.mended, found.mended, (finding) => findingApart(finding, null, view))}${
  found.fresh.length + found.stayed.length + found.mended.length === 0 && html`<p>${say.nothing}</p>`
}`;
}

function header({ header: fields, standards }: PlanComparison, language: Language): Html | null {
  const say = messages(language).compare;
  const rows = [
    ...fields.map((one) => ({
      name: fieldName(one.field, language),
      older: one.older ?? '–',
      newer: one.newer ?? '–',
    })),
    ...standards.map((one) => ({
      name: one.designation,
      older: versionsText(one.older, language),
      newer: versionsText(one.newer, language),
    })),
  ];
  if (rows.length === 0) return null;
  return html`<h2>${say.header}, ${say.standards.toLocaleLowerCase('vi')}</h2>
<table><thead><tr><th></th><th>${say.older}</th><th>${say.newer}</th></tr></thead><tbody>
${rows.map(
  (row) => html`<tr><th scope="row">${row.name}</th><td>${row.older}</td><td>${row.newer}</td></tr>
`,
)}</tbody></table>`;
}

function tasks({ tasks: compared }: PlanComparison, language: Language): Html {
  const say = messages(language).compare;
  const changed = compared.kept.filter(({ changes }) => changes.length > 0);
  const kept = compared.kept.filter(({ changes }) => changes.length === 0);
  return html`<h2>${say.tasks}</h2>
${
  changed.length > 0 &&
  html`<h3>${say.tasksChanged} <span class="soft">(${changed.length})</span></h3>
<table><thead><tr><th class="wide">${say.tasks}</th><th></th><th>${say.older}</th><th>${say.newer}</th></tr></thead><tbody>
${changed.map((pair) => {
  const parts = changedParts(pair, language);
  return parts.map(
    (
      part,
      index,
    ) => html`<tr>${index === 0 && html`<th scope="row" rowspan="${parts.length}">${taskLine(pair.newer)}</th>`}<td class="soft">${part.name}</td><td>${part.older}</td><td>${part.newer}</td></tr>
`,
  );
})}</tbody></table>`
}${list(
  say.tasksDropped,
  compared.dropped.map((task) => html`${taskLine(task)}`),
)}${list(
  say.tasksAdded,
  compared.added.map((task) => html`${taskLine(task)}`),
)}${
  kept.length > 0 &&
  html`<details><summary>${say.tasksKept} <span class="soft">(${kept.length})</span></summary><ul class="list">${kept.map((pair) => html`<li>${taskLine(pair.newer)}</li>`)}</ul></details>`
}`;
}

function citations({ citations: compared }: PlanComparison, language: Language): Html {
  const say = messages(language).compare;
  const { exchanged, dropped, added, kept } = compared;
  return html`<h2>${say.citations}</h2>
${list(
  say.citationsExchanged,
  exchanged.map(
    (pair) =>
      html`${citationLine(pair.older, language)}<br>→ ${citationLine(pair.newer, language)} <span class="soft">(${say.by[pair.by]})</span>`,
  ),
)}${list(
  say.citationsDropped,
  dropped.map((one) => html`${citationLine(one, language)}`),
)}${list(
  say.citationsAdded,
  added.map((one) => html`${citationLine(one, language)}`),
)}${
  kept.length > 0 &&
  html`<details><summary>${say.kept} <span class="soft">(${kept.length})</span></summary><ul class="list">${kept.map((one) => html`<li>${citationLine(one, language)}</li>`)}</ul></details>`
}`;
}

function units({ units: compared }: PlanComparison, language: Language): Html | null {
  const say = messages(language).compare;
  if (compared.dropped.length + compared.added.length === 0) return null;
  return html`<h2>${say.units}</h2>
${list(
  say.unitsDropped,
  compared.dropped.map((unit) => html`${unit}`),
)}${list(
  say.unitsAdded,
  compared.added.map((unit) => html`${unit}`),
)}`;
}
