import { createHash } from 'node:crypto';
import type { AuditResult } from '../record/audit-result.js';
import type { CutOuts } from './cut-outs.js';
import { withoutEffect } from './html/apart.js';
import { charts } from './html/charts.js';
import { type Html, html, htmlText, trusted } from './html/escape.js';
import { expectedUnits } from './html/expected.js';
import { matrix } from './html/matrix.js';
import { documentList, failures, figures, masthead, planAnchor } from './html/overview.js';
import { planSection } from './html/plan.js';
import { SCRIPT } from './html/script.js';
import { STYLE } from './html/style.js';
import { formatNumber, type Language } from './language.js';
import { messages } from './messages/messages.js';
import type { RuleTitle } from './rule-title.js';

export interface HtmlReportOptions {
  readonly language: Language;
  readonly ruleTitle: RuleTitle;
  /** Pieces of the pages at findings; none where left out. */
  readonly cutOuts?: CutOuts | null;
  /** IANA name of the zone in which the time of the run is told; the machine's own where left out. */
  readonly timeZone?: string;
}

const hashSource = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** Forbids all loading; lets the page's own style and script through by their hashes, and pictures in the page itself. */
const policy = (pictures: boolean): string =>
  `default-src 'none'; style-src ${hashSource(STYLE)}; script-src ${hashSource(SCRIPT)};${pictures ? ' img-src data:;' : ''} base-uri 'none'; form-action 'none'`;

/**
 * The report as one self-contained HTML file, part by part (head, a document at a time, end), so that an audit of
 * thousands of documents need not stand in memory as one text.
 */
export function* htmlReportParts(
  result: AuditResult,
  { language, ruleTitle, timeZone, cutOuts = null }: HtmlReportOptions,
): Generator<string> {
  const say = messages(language);
  const { documents } = result;
  const drawn = charts(documents, language, ruleTitle);
  const found = matrix(documents, language, ruleTitle);
  const expected = expectedUnits(result, language);
  const contents: readonly (readonly [id: string, name: string])[] = [
    ...(expected === null ? [] : [['expected', say.expected.heading] as const]),
    ['list', say.documents.heading],
    ...(drawn === null ? [] : [['charts', say.chart.heading] as const]),
    ...(found === null ? [] : [['matrix', say.matrix.heading] as const]),
    ['plans', say.document.heading],
  ];
  yield htmlText(html`<!doctype html>
<html lang="${say.htmlLanguage}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy(cutOuts !== null && cutOuts.shown > 0)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="Rasoat ${result.version}">
<title>${say.title}</title>
<style>${trusted(STYLE)}</style>
</head>
<body>
${masthead(result, language, timeZone)}
<nav class="contents">${contents.map(([id, name]) => html`<a href="#${id}">${name}</a>`)}</nav>
<main>
${figures(result, language)}
${expected}
${failures(documents, language)}
${documentList(documents, language, ruleTitle)}
${drawn}
${found}
${withoutEffect(result, language)}
${cutOutNotes(cutOuts, language)}
<h2 id="plans">${say.document.heading}</h2>
`);
  for (const [index, document] of documents.entries())
    if (document.kind === 'checked')
      yield htmlText(planSection(document, planAnchor(index), { language, ruleTitle, cutOuts }));
  yield htmlText(html`</main>
<footer class="end">${say.footer}</footer>
<script>${trusted(SCRIPT)}</script>
</body>
</html>
`);
}

/** Says where pictures are missing and why. */
function cutOutNotes(cutOuts: CutOuts | null, language: Language): Html | null {
  if (cutOuts === null) return null;
  const say = messages(language).cutOut;
  return html`${cutOuts.left > 0 && html`<p class="note">${say.left(formatNumber(cutOuts.shown, language), formatNumber(cutOuts.left, language))}</p>`}${cutOuts.failed.length > 0 && html`<p class="note">${say.failed(cutOuts.failed.join('; '))}</p>`}`;
}

/** The whole report as one text. */
export function renderHtmlReport(result: AuditResult, options: HtmlReportOptions): string {
  return [...htmlReportParts(result, options)].join('');
}
