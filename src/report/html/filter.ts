import type { AuditedDocument } from '../../record/audit-result.js';
import { groupByUnit } from '../issuing-unit.js';
import type { Language } from '../language.js';
import { messages } from '../messages/messages.js';
import type { RuleTitle } from '../rule-title.js';
import { findingsOf } from '../severity.js';
import { type Html, html } from './escape.js';

/**
 * Where the page's script puts the filter: hidden until it does. What can be chosen stands in the markup, so that the
 * script has no text of its own.
 */
export function filterPlace(
  documents: readonly AuditedDocument[],
  language: Language,
  ruleTitle: RuleTitle,
): Html {
  const say = messages(language);
  const units = groupByUnit(documents).map(({ unit }) => unit);
  const rules = [...new Set(documents.flatMap(findingsOf).map(({ ruleId }) => ruleId))].sort((a, b) =>
    ruleTitle(a).localeCompare(ruleTitle(b), 'vi'),
  );
  const compared = documents.some((one) => one.kind === 'checked' && one.changes !== undefined);
  const chooser = (name: string, label: string, any: string, options: readonly Html[]): Html | null =>
    options.length < 2
      ? null
      : html`<label class="choice"><span class="soft">${label}</span> <select data-by="${name}"><option value="">${any}</option>${options}</select></label>
`;
  return html`<form class="filter" id="filter" role="search" aria-label="${say.filter.label}" hidden data-hits="${say.filter.hits}" data-findings="${say.filter.findings}">
<input type="search" name="words" placeholder="${say.filter.search}" aria-label="${say.filter.search}" autocomplete="off" spellcheck="false">
<span class="boxes">${(['error', 'warning', 'notice'] as const).map(
    (
      severity,
    ) => html`<label><input type="checkbox" name="severity" value="${severity}" checked> <span class="severity ${severity}">${say.severity[severity]}</span></label>
`,
  )}</span>
${chooser(
  'unit',
  say.filter.unit,
  say.filter.anyUnit,
  units.map(
    ({ key, name, parent }) =>
      html`<option value="${key}">${[name ?? say.unknown, parent].filter((part) => part !== null).join(' – ')}</option>`,
  ),
)}${chooser(
  'rule',
  say.filter.rule,
  say.filter.anyRule,
  rules.map((rule) => html`<option value="${rule}">${ruleTitle(rule)}</option>`),
)}${
  compared &&
  chooser(
    'state',
    say.filter.state,
    say.filter.anyState,
    (['new', 'stayed'] as const).map(
      (state) => html`<option value="${state}">${say.changes.state[state]}</option>`,
    ),
  )
}<button type="reset">${say.filter.reset}</button>
<output class="soft" aria-live="polite"></output>
</form>
<p class="note" id="nothing" hidden>${say.filter.nothing}</p>`;
}
