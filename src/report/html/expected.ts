import type { AuditResult, ExpectedUnit } from '../../record/audit-result.js';
import { formatNumber, type Language } from '../language.js';
import { messages } from '../messages/messages.js';
import { type Html, html } from './escape.js';

/** Who handed in nothing, who more than once, and who is not on the list. Null where no list was given. */
export function expectedUnits({ expected, documents }: AuditResult, language: Language): Html | null {
  if (expected === undefined) return null;
  const say = messages(language).expected;
  const { units, others, name } = expected;
  const figure = (value: number): string => formatNumber(value, language);
  const missing = units.filter(({ plans }) => plans.length === 0);
  const twice = units.filter((unit) => unit.twice);
  const near = units.filter(({ plans }) => plans.some((plan) => plan.near));
  const unread = documents.filter(({ kind }) => kind === 'failed').length;
  const unitName = ({ name: unit, parent }: ExpectedUnit): Html =>
    html`${unit}${parent !== null && html` <span class="soft">(${parent})</span>`}`;
  const listed = (heading: string, items: readonly Html[]): Html | null =>
    items.length === 0
      ? null
      : html`<h4>${heading} (${figure(items.length)})</h4>
<ul class="list columns">${items.map((item) => html`<li>${item}</li>`)}</ul>
`;
  const withPlans = (unit: ExpectedUnit): Html =>
    html`${unitName(unit)}: ${unit.plans.map(({ file }) => file).join('; ')}`;
  return html`<section><h2 id="expected">${say.heading}</h2>
<p>${say.lead(name, figure(units.length))} <strong>${say.handedIn(figure(units.length - missing.length), figure(units.length))}.</strong></p>
${unread > 0 && missing.length > 0 && html`<p class="note">${say.unreadable(figure(unread))}</p>`}
${listed(say.missing, missing.map(unitName))}${listed(say.twice, twice.map(withPlans))}${listed(say.near, near.map(withPlans))}${listed(
  say.others,
  others.map(({ file, unit }) => html`${file}${unit !== null && html` <span class="soft">(${unit})</span>`}`),
)}</section>`;
}
