import { createHash } from 'node:crypto';
import type { AuditResult } from '../record/audit-result.js';
import { html, htmlText, trusted } from './html/escape.js';
import { matrix } from './html/matrix.js';
import { documentList, failures, figures, masthead, planAnchor } from './html/overview.js';
import { planSection } from './html/plan.js';
import { SCRIPT } from './html/script.js';
import { STYLE } from './html/style.js';
import type { Language } from './language.js';
import { messages } from './messages/messages.js';
import type { RuleTitle } from './rule-title.js';

export interface HtmlReportOptions {
  readonly language: Language;
  readonly ruleTitle: RuleTitle;
  /** IANA name of the zone in which the time of the run is told; the machine's own where left out. */
  readonly timeZone?: string;
}

const hashSource = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** Forbids all loading; lets the page's own style and script through by their hashes. */
const POLICY = `default-src 'none'; style-src ${hashSource(STYLE)}; script-src ${hashSource(SCRIPT)}; base-uri 'none'; form-action 'none'`;

/**
 * The report as one self-contained HTML file, part by part (head, a document at a time, end), so that an audit of
 * thousands of documents need not stand in memory as one text.
 */
export function* htmlReportParts(
  result: AuditResult,
  { language, ruleTitle, timeZone }: HtmlReportOptions,
): Generator<string> {
  const say = messages(language);
  const { documents } = result;
  yield htmlText(html`<!doctype html>
<html lang="${say.htmlLanguage}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="Rasoat ${result.version}">
<title>${say.title}</title>
<style>${trusted(STYLE)}</style>
</head>
<body>
${masthead(result, language, timeZone)}
<main>
${figures(result, language)}
${failures(documents, language)}
${documentList(documents, language)}
${matrix(documents, language, ruleTitle)}
<h2 id="plans">${say.document.heading}</h2>
`);
  for (const [index, document] of documents.entries())
    if (document.kind === 'checked')
      yield htmlText(planSection(document, planAnchor(index), language, ruleTitle));
  yield htmlText(html`</main>
<footer class="end">${say.footer}</footer>
<script>${trusted(SCRIPT)}</script>
</body>
</html>
`);
}

/** The whole report as one text. */
export function renderHtmlReport(result: AuditResult, options: HtmlReportOptions): string {
  return [...htmlReportParts(result, options)].join('');
}
