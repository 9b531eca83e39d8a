import type { PlanRecord } from '../../record/plan-record.js';
import type { CutOuts } from '../cut-outs.js';
import { type CheckedDocument, pageList, recognizedPages, uncheckedPages } from '../document-state.js';
import { numberText, placeAndDateText, signatoryText } from '../field-text.js';
import { countStates, findingStates } from '../finding-state.js';
import { issuingUnit } from '../issuing-unit.js';
import { formatNumber, type Language } from '../language.js';
import { messages } from '../messages/messages.js';
import { pageReadingLines } from '../page-readings.js';
import type { RuleTitle } from '../rule-title.js';
import { byGravity, countSeverities } from '../severity.js';
import { findingsApart } from './apart.js';
import { type Html, html } from './escape.js';
import { budget, citationTable, taskTable } from './field-tables.js';
import { findingItem } from './finding.js';
import { readingDetails } from './reading.js';
import { severityTally } from './severity-label.js';

function headFields(record: PlanRecord, language: Language): Html {
  const say = messages(language).document;
  const { header, source } = record;
  const unknown = messages(language).unknown;
  const field = (name: string, value: string | number | null): Html =>
    html`<dt>${name}</dt><dd>${value ?? html`<span class="soft">${unknown}</span>`}</dd>
`;
  const wide = (name: string, value: string): Html => html`<dt>${name}</dt><dd class="full">${value}</dd>
`;
  const recognized = recognizedPages(record);
  return html`<dl class="fields">
${field(say.issuingAgency, header.issuingAgency)}${field(say.parentAgency, header.parentAgency)}${field(say.number, numberText(header, language))}${field(say.placeAndDate, placeAndDateText(header, language))}${field(say.documentType, header.documentType)}${field(say.planYear, header.planYear)}${wide(say.signatory, signatoryText(header) ?? unknown)}${header.recipients.length > 0 && wide(say.recipients, header.recipients.join('; '))}${recognized.length > 0 && wide(say.recognizedPages, `${pageList(recognized)} / ${source.pages ?? recognized.length}`)}${source.pageReadings.length > 0 && html`<dt>${say.pageReadings}</dt><dd class="full">${pageReadingLines(record, language).map((line) => html`<div>${line}</div>`)}</dd>`}</dl>
`;
}

function openPoints(record: PlanRecord, language: Language): Html | null {
  if (record.warnings.length === 0) return null;
  const say = messages(language);
  return html`<h4>${say.document.warnings}</h4>
<p class="small soft">${say.document.warningsLead}</p>
<ul class="list">${record.warnings.map((warning) => html`<li>${warning.message}${warning.page !== null && html` <span class="soft">(${say.finding.page(warning.page)})</span>`}</li>`)}</ul>
`;
}

/** How plans are shown. */
export interface PlanView {
  readonly language: Language;
  readonly ruleTitle: RuleTitle;
  /** Null where none were made. */
  readonly cutOuts: CutOuts | null;
}

/** A checked document in full: head, findings, what stayed open, citations, tasks, budget. */
export function planSection(
  document: CheckedDocument,
  anchor: string,
  { language, ruleTitle, cutOuts }: PlanView,
): Html {
  const say = messages(language);
  const { record, changes } = document;
  const stateOf = findingStates(document);
  const states = countStates([document]);
  const unchecked = uncheckedPages(record);
  const notes = [
    record.isPlan || record.text === '' ? null : say.document.notPlan,
    unchecked.length === 0 ? null : `${say.document.uncheckedPages}: ${pageList(unchecked)}`,
    record.review === undefined
      ? null
      : say.document.reviewed(
          record.review.state === 'done',
          formatNumber(record.review.confirmed, language),
          formatNumber(record.review.corrected, language),
        ),
    document.change === 'unchanged' && changes === undefined ? say.document.unchanged : null,
    states === null || changes === undefined
      ? null
      : `${say.changes.against(changes.against.file)}: ${say.changes.counts(
          formatNumber(states.new, language),
          formatNumber(states.stayed, language),
          formatNumber(states.mended, language),
        )}`,
  ].filter((note) => note !== null);
  return html`<section class="plan" id="${anchor}" data-unit="${issuingUnit(record).key}">
<header><h3>${document.file}</h3><p class="tally">${severityTally(countSeverities(record.findings), language)}</p></header>
${record.header.subject !== null && html`<p class="subject">${record.header.subject}</p>`}
${headFields(record, language)}
${notes.map((note) => html`<p class="note">${note}</p>`)}
<h4>${say.document.findings}</h4>
${
  record.findings.length === 0
    ? html`<p>${say.noFindings}.</p>`
    : html`<ul class="findings">${[...record.findings].sort(byGravity).map((finding) => findingItem(finding, record.text, { language, ruleTitle, state: stateOf(finding), cutOut: cutOuts?.of(document.path, finding) ?? null }))}</ul>`
}
${findingsApart(document, language, ruleTitle)}${openPoints(record, language)}${readingDetails(record, language)}${taskTable(record, language)}${budget(record, language)}${citationTable(record, language)}
<p class="small back"><a href="#list">${say.document.backToList}</a></p>
</section>
`;
}
