import type { Finding } from '../../record/finding.js';
import { excerptAround, lineAndColumn } from '../excerpt.js';
import { findingText } from '../finding-text.js';
import { formatShare, type Language } from '../language.js';
import { messages } from '../messages/messages.js';
import type { RuleTitle } from '../rule-title.js';
import { type Html, html } from './escape.js';
import { severityLabel } from './severity-label.js';

/** Table cells are parted by tabs in the text; on paper by a rule. */
const cells = (text: string): string => text.replaceAll('\t', ' │ ');

/** A finding with its excerpt of the record's `text`, what should stand there, why, and where it is. */
export function findingItem(finding: Finding, text: string, language: Language, ruleTitle: RuleTitle): Html {
  const say = messages(language);
  const { message, evidence } = findingText(finding, language);
  const excerpt = excerptAround(text, finding.span);
  const page = finding.location[0]?.page;
  const place =
    excerpt === null
      ? say.finding.absent
      : [
          page === undefined ? null : say.finding.page(page),
          say.finding.line(lineAndColumn(text, finding.span.start).line),
        ]
          .filter((part) => part !== null)
          .join(', ');
  return html`<li data-severity="${finding.severity}"><div>${severityLabel(finding.severity, language)}<span class="place">${place}</span>${finding.confidence < 1 && html`<span class="place">${say.finding.recognized(formatShare(finding.confidence))}</span>`}</div><div>
<p class="message">${message}</p>
${
  excerpt !== null &&
  html`<blockquote>${excerpt.cutBefore && '… '}${cells(excerpt.before)}<mark>${cells(excerpt.marked)}</mark>${cells(excerpt.after)}${excerpt.cutAfter && ' …'}</blockquote>
`
}${
  (finding.suggestion !== null || evidence !== null) &&
  html`<dl class="because">${finding.suggestion !== null && html`<dt>${say.finding.suggestion}</dt><dd class="should">${finding.suggestion}</dd>`}${evidence !== null && html`<dt>${say.finding.evidence}</dt><dd>${evidence}</dd>`}</dl>
`
}<p class="rule">${ruleTitle(finding.ruleId)} · ${finding.ruleId}</p>
</div></li>
`;
}
