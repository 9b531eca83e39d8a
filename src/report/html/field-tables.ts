import type { Task } from '../../record/fields.js';
import type { PlanRecord } from '../../record/plan-record.js';
import { amountText, assignmentText, locatorsText, timingText } from '../field-text.js';
import { formatDate, formatNumber, type Language } from '../language.js';
import { messages } from '../messages/messages.js';
import { type Html, html } from './escape.js';

function folding(heading: string, count: number, content: Html): Html {
  return html`<details open><summary>${heading} <span class="soft">(${count})</span></summary>${content}</details>
`;
}

const lines = (entries: readonly string[]): Html =>
  html`${entries.map((entry, index) => html`${index > 0 && html`<br>`}${entry}`)}`;

/** The documents that a plan cites. */
export function citationTable({ citations }: PlanRecord, language: Language): Html | null {
  if (citations.length === 0) return null;
  const say = messages(language);
  const rows = citations.map((citation) => {
    const number = citation.number ?? (citation.title === null ? say.citation.open : '');
    const role = citation.short
      ? `${say.role[citation.role]}, ${say.citation.short}`
      : say.role[citation.role];
    return html`<tr><td>${[citation.type, number].filter((part) => part !== null && part !== '').join(' ')}${citation.title !== null && html`<br><span class="soft">${citation.title}</span>`}</td><td class="nowrap">${citation.issuedOn === null ? '–' : formatDate(citation.issuedOn, language)}</td><td>${citation.issuer ?? '–'}</td><td>${locatorsText(citation, language) || '–'}</td><td>${role}</td></tr>
`;
  });
  return folding(
    say.document.citations,
    citations.length,
    html`<table><thead><tr><th class="wide">${say.citation.number}</th><th>${say.citation.issuedOn}</th><th>${say.citation.issuer}</th><th>${say.citation.locators}</th><th>${say.citation.role}</th></tr></thead><tbody>
${rows}</tbody></table>`,
  );
}

/** The plan's tasks under the headings they stand under. */
export function taskTable({ tasks }: PlanRecord, language: Language): Html | null {
  if (tasks.length === 0) return null;
  const say = messages(language);
  const row = (task: Task, index: number): Html => {
    const heads = task.section !== null && task.section !== tasks[index - 1]?.section;
    const times = task.timings.map((timing) => {
      const meaning = timingText(timing, language);
      return html`${timing.raw}${meaning !== '' && html`<br><span class="soft">${meaning}</span>`}<br>`;
    });
    return html`${
      heads &&
      html`<tr class="section"><td colspan="5">${task.section}</td></tr>
`
    }<tr><td>${task.number}</td><td>${task.content}</td><td>${task.assignments.length === 0 ? '–' : lines(task.assignments.map((one) => assignmentText(one, language)))}</td><td>${times.length === 0 ? '–' : times}</td><td>${task.outputs.length === 0 ? '–' : lines(task.outputs)}</td></tr>
`;
  };
  return folding(
    say.document.tasks,
    tasks.length,
    html`<table class="tasks"><thead><tr><th class="order">${say.task.number}</th><th>${say.task.content}</th><th class="who">${say.task.units}</th><th class="when">${say.task.timings}</th><th class="what">${say.task.outputs}</th></tr></thead><tbody>
${tasks.map(row)}</tbody></table>`,
  );
}

/** The plan's budget: table rows, sums named in the text, sources. */
export function budget(
  { budget: { amounts, lines: rows, fundingSources } }: PlanRecord,
  language: Language,
): Html | null {
  if (amounts.length + rows.length + fundingSources.length === 0) return null;
  const say = messages(language).budget;
  const figure = (value: number | null): string => (value === null ? '–' : formatNumber(value, language));
  return folding(
    messages(language).document.budget,
    rows.length + amounts.length,
    html`${
      rows.length > 0 &&
      html`<table><thead><tr><th>${say.number}</th><th class="wide">${say.content}</th><th>${say.unit}</th><th class="number">${say.quantity}</th><th class="number">${say.unitPrice}</th><th class="number">${say.amount}</th></tr></thead><tbody>
${rows.map(
  (
    line,
  ) => html`<tr class="${line.level}"><td>${line.number}</td><td>${line.content}</td><td>${line.unit ?? '–'}</td><td class="number">${figure(line.quantity)}</td><td class="number">${figure(line.unitPrice)}</td><td class="number">${figure(line.amount)}</td></tr>
`,
)}</tbody></table>`
    }<dl class="aside">${amounts.length > 0 && html`<dt>${say.inText}</dt><dd>${amounts.map((amount) => amountText(amount, language)).join('; ')}</dd>`}${fundingSources.length > 0 && html`<dt>${say.fundingSources}</dt><dd>${fundingSources.join('; ')}</dd>`}</dl>`,
  );
}
