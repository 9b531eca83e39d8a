import type { Severity } from '../../record/finding.js';
import { formatNumber, type Language } from '../language.js';
import { messages } from '../messages/messages.js';
import { SEVERITIES, type SeverityCounts } from '../severity.js';
import { type Html, html } from './escape.js';

/** A severity's sign and name; with a count in front where one is given. */
export function severityLabel(severity: Severity, language: Language, count?: number): Html {
  const name = messages(language).severity[severity];
  const counted =
    count === undefined ? name : `${formatNumber(count, language)} ${name.toLocaleLowerCase('vi')}`;
  return html`<span class="severity ${severity}">${counted}</span>`;
}

/** The severities that occur, each with its count. */
export function severityTally(counts: SeverityCounts, language: Language): Html {
  const there = SEVERITIES.filter((severity) => counts[severity] > 0);
  if (there.length === 0) return html`${messages(language).noFindings}`;
  return html`${there.map((severity) => severityLabel(severity, language, counts[severity]))}`;
}

/** A cell with a count, in which zero steps back; `column` is a class that its column has besides. */
export function countCell(count: number, language: Language, column = ''): Html {
  return count === 0
    ? html`<td class="number zero ${column}">–</td>`
    : html`<td class="number ${column}">${formatNumber(count, language)}</td>`;
}
