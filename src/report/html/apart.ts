import type { AuditResult } from '../../record/audit-result.js';
import type { CheckedDocument } from '../document-state.js';
import { formatDate, formatNumber, type Language } from '../language.js';
import { messages } from '../messages/messages.js';
import type { RuleTitle } from '../rule-title.js';
import { type Html, html } from './escape.js';
import { type FindingView, findingApart } from './finding.js';

/** A document's findings that do not count, folded: those let be with a reason, and those that were mended. */
export function findingsApart(
  { suppressed = [], changes }: CheckedDocument,
  language: Language,
  ruleTitle: RuleTitle,
): Html | null {
  const say = messages(language);
  const view: FindingView = { language, ruleTitle, state: null, cutOut: null };
  const mended = changes?.mended ?? [];
  return html`${
    suppressed.length > 0 &&
    html`<details class="apart"><summary>${say.suppressed.heading} <span class="soft">(${suppressed.length})</span></summary><ul class="findings">${suppressed.map(
      ({ finding, reason, by, when, until }) => {
        const date = when === null ? null : formatDate(when, language);
        const who = by === null ? date : say.suppressed.by(by, date);
        const notes = [who, until === null ? null : say.suppressed.until(formatDate(until, language))].filter(
          (part) => part !== null,
        );
        return findingApart(
          finding,
          html`<dl class="because"><dt>${say.suppressed.reason}</dt><dd class="should">${reason}${notes.length > 0 && html` <span class="soft">(${notes.join('; ')})</span>`}</dd></dl>`,
          view,
        );
      },
    )}</ul></details>
`
  }${
    mended.length > 0 &&
    html`<details class="apart"><summary>${say.changes.mended} <span class="soft">(${mended.length})</span></summary><ul class="findings">${mended.map((finding) => findingApart(finding, null, view))}</ul></details>
`
  }`;
}

/** Suppressions without effect, and documents of the baseline that are not in this audit. */
export function withoutEffect({ suppressions, baseline }: AuditResult, language: Language): Html | null {
  const say = messages(language);
  const idle = suppressions?.idle ?? [];
  const gone = baseline?.gone ?? [];
  if (idle.length + gone.length === 0) return null;
  return html`<section class="small-lists">${
    idle.length > 0 &&
    html`<h2 id="idle">${say.suppressed.idleHeading}</h2>
<p class="note">${say.suppressed.idleLead(suppressions?.name ?? '')}</p>
<ul class="list">${idle.map((entry) => html`<li><code>${entry.finding}</code> (${say.suppressed.entry(entry.line)}${entry.file !== null && html`, ${entry.file}`}${entry.ruleId !== null && html`, ${entry.ruleId}`}): ${say.suppressed.idle[entry.why]}</li>`)}</ul>
`
  }${
    gone.length > 0 &&
    html`<h2 id="gone">${say.changes.gone}</h2>
<ul class="list columns">${gone.map(({ file, findings }) => html`<li>${say.changes.goneFile(file, formatNumber(findings, language))}</li>`)}</ul>
`
  }</section>`;
}
