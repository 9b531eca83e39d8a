import type { PlanRecord } from '../../record/plan-record.js';
import { formatNumber, formatShare, type Language } from '../language.js';
import { messages } from '../messages/messages.js';
import { confidenceBands, seenMarks } from '../reading-state.js';
import { type Html, html } from './escape.js';

/**
 * How a recognized plan was read: fields by confidence, seals and signatures seen, words that may have been meant
 * otherwise. Null for a plan without recognized pages.
 */
export function readingDetails(record: PlanRecord, language: Language): Html | null {
  const bands = confidenceBands(record);
  if (bands.length === 0) return null;
  const say = messages(language).reading;
  const marks = seenMarks(record);
  const suggestions = record.suggestions ?? [];
  return html`<details class="reading"><summary>${say.heading}</summary>
<table class="small"><caption>${say.bands}</caption><thead><tr><th scope="col">${say.confidence}</th><th scope="col" class="number">${say.fields}</th><th scope="col" class="number">${say.right}</th></tr></thead><tbody>
${bands.map(({ from, to, fields, right }) => html`<tr><td>${formatShare(from)} – ${formatShare(to)}</td><td class="number">${formatNumber(fields, language)}</td><td class="number">${formatNumber(Math.round(right * 1000) / 10, language)}%</td></tr>`)}</tbody></table>
<p class="small soft">${say.bandsLead}</p>
${marks.length > 0 && html`<p class="small">${say.marks}: ${marks.map(({ kind, page }) => say.mark[kind](page)).join('; ')}</p>`}
${
  suggestions.length > 0 &&
  html`<p class="small">${say.suggestions}:</p>
<ul class="list">${suggestions.map(({ raw, suggestion, location }) => html`<li>${raw} → ${suggestion}${location[0] !== undefined && html` <span class="soft">(${messages(language).finding.page(location[0].page)})</span>`}</li>`)}</ul>
`
}</details>
`;
}
