import type { AuditedDocument, AuditResult } from '../../record/audit-result.js';
import { auditTotals, documentState, pageList, uncheckedPages } from '../document-state.js';
import { countStates } from '../finding-state.js';
import { formatDate, formatInstant, formatNumber, type Language } from '../language.js';
import { messages } from '../messages/messages.js';
import type { RuleTitle } from '../rule-title.js';
import { countSeverities, SEVERITIES } from '../severity.js';
import { type Html, html } from './escape.js';
import { filterPlace } from './filter.js';
import { countCell, severityLabel } from './severity-label.js';

/** The report's head: what it is, when and by which program it was made, by the rules of which day. */
export function masthead(result: AuditResult, language: Language, timeZone?: string): Html {
  const say = messages(language);
  const judged =
    result.asOf === null ? say.judgedByOwnTime : say.judgedAsOf(formatDate(result.asOf, language));
  return html`<header class="masthead">
<h1>${say.title}</h1>
<p>${say.subtitle(formatInstant(result.finishedAt, language, timeZone), result.version)}. ${judged}.</p>
</header>`;
}

function tally<Key extends string>(keys: readonly Key[]): ReadonlyMap<Key, number> {
  const counts = new Map<Key, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

/** What was read, in figures. */
export function figures(result: AuditResult, language: Language): Html {
  const say = messages(language);
  const totals = auditTotals(result);
  const checked = result.documents.filter((document) => document.kind === 'checked');
  const suppressed = checked.reduce((sum, one) => sum + (one.suppressed?.length ?? 0), 0);
  const states = countStates(checked);
  const methods = tally(checked.map(({ record }) => record.source.method));
  const changes = tally(checked.map(({ change }) => change));
  const figure = (name: string, value: number, alarm = false): Html =>
    html`<div class="${alarm && value > 0 ? 'alarm' : ''}"><dt>${name}</dt><dd>${formatNumber(value, language)}</dd></div>`;
  const list = (entries: readonly string[]): string => entries.join(', ');
  return html`<dl class="figures">
${figure(say.overview.files, totals.files)}
${figure(say.overview.checked, totals.checked)}
${figure(say.overview.failed, totals.failed, true)}
${SEVERITIES.map((severity) => html`<div><dt>${severityLabel(severity, language)}</dt><dd>${formatNumber(totals[severity], language)}</dd></div>`)}
${figure(say.overview.clean, totals.clean)}
${suppressed > 0 && figure(say.suppressed.figure, suppressed)}
</dl>
<dl class="aside">
<dt>${say.overview.formats}</dt><dd>${methods.size === 0 ? say.none : list([...methods].map(([method, count]) => `${formatNumber(count, language)} ${say.method[method]}`))}</dd>
${totals.pages > 0 && html`<dt>${say.overview.pages}</dt><dd>${formatNumber(totals.pages, language)}</dd>`}
${totals.recognizedPages > 0 && html`<dt>${say.overview.recognized}</dt><dd>${formatNumber(totals.recognizedPages, language)}</dd>`}
${totals.uncheckedPages > 0 && html`<dt>${say.overview.unchecked}</dt><dd><strong>${formatNumber(totals.uncheckedPages, language)}</strong></dd>`}
<dt>${say.overview.changes}</dt><dd>${changes.size === 0 ? say.none : list([...changes].map(([change, count]) => `${formatNumber(count, language)} ${say.change[change]}`))}</dd>
${
  states !== null &&
  html`<dt>${result.baseline === undefined ? say.changes.figure : `${say.changes.baseline} ${result.baseline.name}`}</dt><dd><strong>${say.changes.counts(formatNumber(states.new, language), formatNumber(states.stayed, language), formatNumber(states.mended, language))}</strong> (${say.changes.ofPlans(formatNumber(states.documents, language))})</dd>`
}
</dl>`;
}

/** The files that could not be read, each with its reason and what to do. Nothing where all were read. */
export function failures(documents: readonly AuditedDocument[], language: Language): Html | null {
  const say = messages(language);
  const failed = documents.filter((document) => document.kind === 'failed');
  if (failed.length === 0) return null;
  return html`<section>
<h2 id="failures">${say.failures.heading}</h2>
<p class="note">${say.failures.lead}</p>
<table><thead><tr><th>${say.failures.file}</th><th>${say.failures.reason}</th><th>${say.failures.remedy}</th></tr></thead><tbody>
${failed.map(({ path, failure }) => {
  const { reason, remedy } = say.failure[failure.reason];
  return html`<tr><th scope="row" class="failed">${path}</th><td>${reason}<br><span class="soft" lang="en">${failure.detail}</span></td><td>${remedy}</td></tr>
`;
})}</tbody></table>
</section>`;
}

/** The anchor of a document's own section. */
export function planAnchor(index: number): string {
  return `plan-${index + 1}`;
}

/** Every document in a row, with the link to its section. */
export function documentList(
  documents: readonly AuditedDocument[],
  language: Language,
  ruleTitle: RuleTitle,
): Html {
  const say = messages(language);
  const row = (document: AuditedDocument, index: number): Html => {
    const state = say.state[documentState(document)];
    if (document.kind === 'failed')
      return html`<tr><td class="number">${index + 1}</td><th scope="row" class="failed">${document.file}</th><td colspan="5" class="soft">${say.failure[document.failure.reason].reason}</td><td colspan="4">${state}</td></tr>
`;
    const { header, source } = document.record;
    const counts = countSeverities(document.record.findings);
    const unchecked = uncheckedPages(document.record);
    return html`<tr data-plan="${planAnchor(index)}"><td class="number">${index + 1}</td>
<th scope="row"><a href="#${planAnchor(index)}">${document.file}</a></th>
<td>${header.issuingAgency ?? html`<span class="soft">${say.unknown}</span>`}${header.parentAgency !== null && html`<br><span class="soft">${header.parentAgency}</span>`}</td>
<td class="nowrap">${header.number ?? html`<span class="soft">${header.symbol === null ? '–' : `…/${header.symbol}`}</span>`}</td><td class="number">${header.planYear ?? '–'}</td>
<td class="number">${source.pages ?? '–'}</td><td>${say.method[source.method]}${unchecked.length > 0 && html`<br><strong>${say.overview.unchecked}: ${pageList(unchecked)}</strong>`}</td>
${SEVERITIES.map((severity) => countCell(counts[severity], language))}<td>${state}</td></tr>
`;
  };
  return html`<section>
<h2 id="list">${say.documents.heading}</h2>
${filterPlace(documents, language, ruleTitle)}
<div class="scroll"><table class="plans"><thead><tr><th class="number">#</th><th>${say.documents.file}</th><th>${say.documents.unit}</th><th>${say.documents.number}</th><th class="number">${say.documents.year}</th><th class="number">${say.documents.pages}</th><th>${say.documents.method}</th>${SEVERITIES.map((severity) => html`<th class="number">${severityLabel(severity, language)}</th>`)}<th>${say.documents.state}</th></tr></thead><tbody>
${documents.map(row)}</tbody></table></div>
</section>`;
}
