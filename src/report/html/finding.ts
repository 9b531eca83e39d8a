import { shortFingerprint } from '../../check/fingerprint.js';
import type { Finding } from '../../record/finding.js';
import type { CutOut } from '../cut-outs.js';
import { excerptAround, lineAndColumn } from '../excerpt.js';
import type { FindingState } from '../finding-state.js';
import { findingText } from '../finding-text.js';
import { formatShare, type Language } from '../language.js';
import { messages } from '../messages/messages.js';
import type { RuleTitle } from '../rule-title.js';
import { type Html, html, trusted } from './escape.js';
import { severityLabel } from './severity-label.js';

/** How findings are shown. */
export interface FindingView {
  readonly language: Language;
  readonly ruleTitle: RuleTitle;
  /** Against an older version; null where there is none. */
  readonly state: FindingState | null;
  readonly cutOut: CutOut | null;
}

/** Table cells are parted by tabs in the text; on paper by a rule. */
const cells = (text: string): string => text.replaceAll('\t', ' │ ');

/** CSS pixels that a picture is high at most: a whole page is to be known again, not to be read. */
const TALLEST = 640;

const BASE64 = /^[A-Za-z0-9+/]+=*$/u;

/** The piece of the page as a picture in the page itself, the words marked in it. */
function picture(
  { mediaType, base64, shownWidth, width, height, page, marks }: CutOut,
  alt: string,
): Html | null {
  if (!/^image\/(?:webp|png|jpeg)$/u.test(mediaType) || !BASE64.test(base64)) return null;
  const across = Math.round(Math.min(shownWidth, (TALLEST * width) / height));
  const down = Math.round((height * across) / width);
  return html`<p class="cut"><img src="data:${trusted(mediaType)};base64,${trusted(base64)}" width="${across}" height="${down}" loading="lazy" decoding="async" alt="${alt}" data-page="${page}"><svg viewBox="0 0 ${width} ${height}" preserveAspectRatio="none" aria-hidden="true">${marks.map(
    (mark) =>
      html`<rect x="${(mark.x - 3).toFixed(0)}" y="${(mark.y - 2).toFixed(0)}" width="${(mark.width + 6).toFixed(0)}" height="${(mark.height + 4).toFixed(0)}"/>`,
  )}</svg></p>
`;
}

/** The sentence on its own with what should stand there and why: what every view of a finding shares. */
function said(
  finding: Finding,
  { language }: FindingView,
): { readonly message: string; readonly because: Html | null } {
  const say = messages(language);
  const { message, evidence } = findingText(finding, language);
  const because =
    finding.suggestion === null && evidence === null
      ? null
      : html`<dl class="because">${finding.suggestion !== null && html`<dt>${say.finding.suggestion}</dt><dd class="should">${finding.suggestion}</dd>`}${evidence !== null && html`<dt>${say.finding.evidence}</dt><dd>${evidence}</dd>`}</dl>
`;
  return { message, because };
}

function ruleLine(finding: Finding, { language, ruleTitle }: FindingView): Html {
  return html`<p class="rule">${ruleTitle(finding.ruleId)} · ${finding.ruleId} · ${messages(language).finding.id} <code>${shortFingerprint(finding.fingerprint)}</code></p>`;
}

/** A finding with its excerpt of the record's `text`, what should stand there, why, and where it is. */
export function findingItem(finding: Finding, text: string, view: FindingView): Html {
  const { language, state, cutOut } = view;
  const say = messages(language);
  const { message, because } = said(finding, view);
  const excerpt = excerptAround(text, finding.span);
  const page = finding.location[0]?.page;
  const place =
    excerpt === null && page === undefined
      ? say.finding.absent
      : [
          page === undefined ? null : say.finding.page(page),
          excerpt === null ? null : say.finding.line(lineAndColumn(text, finding.span.start).line),
        ]
          .filter((part) => part !== null)
          .join(', ');
  return html`<li data-severity="${finding.severity}" data-rule="${finding.ruleId}"${state !== null && html` data-state="${state}"`}><div>${severityLabel(finding.severity, language)}${state !== null && html`<span class="change ${state}">${say.changes.state[state]}</span>`}<span class="place">${place}</span>${finding.confidence < 1 && html`<span class="place">${say.finding.recognized(formatShare(finding.confidence))}</span>`}</div><div>
<p class="message">${message}</p>
${cutOut !== null && picture(cutOut, say.cutOut.alt(cutOut.page, finding.raw))}${
  excerpt !== null &&
  html`<blockquote>${excerpt.cutBefore && '… '}${cells(excerpt.before)}<mark>${cells(excerpt.marked)}</mark>${cells(excerpt.after)}${excerpt.cutAfter && ' …'}</blockquote>
`
}${because}${ruleLine(finding, view)}
</div></li>
`;
}

/** A finding that does not count, with the words that it was about and `note` in place of its excerpt. */
export function findingApart(finding: Finding, note: Html | null, view: FindingView): Html {
  const { message } = said(finding, view);
  return html`<li><div>${severityLabel(finding.severity, view.language)}</div><div>
<p class="message">${message}</p>
${finding.raw !== '' && html`<blockquote>${cells(finding.raw)}</blockquote>`}${note}${ruleLine(finding, view)}
</div></li>
`;
}
