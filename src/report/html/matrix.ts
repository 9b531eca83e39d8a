import type { AuditedDocument } from '../../record/audit-result.js';
import { findingsMatrix, type MatrixRow } from '../findings-matrix.js';
import { formatNumber, type Language } from '../language.js';
import { messages } from '../messages/messages.js';
import type { RuleTitle } from '../rule-title.js';
import { type Html, html } from './escape.js';
import { countCell, severityLabel } from './severity-label.js';

/** As many units as fit beside the rules on an A4 page. */
const UNITS_A_TABLE = 10;
/** Up to so many units their names are written across. */
const UNITS_ACROSS = 4;

/** Findings by rule and severity (rows) and issuing unit (columns); more units than fit go on in further tables. */
export function matrix(
  documents: readonly AuditedDocument[],
  language: Language,
  ruleTitle: RuleTitle,
): Html | null {
  const say = messages(language);
  const { units, rows, unitTotals, total } = findingsMatrix(documents);
  if (rows.length === 0) return null;
  const table = (from: number): Html => {
    const shown = units.slice(from, from + UNITS_A_TABLE);
    const caption =
      units.length > UNITS_A_TABLE
        ? say.matrix.unitColumns(from + 1, from + shown.length, units.length)
        : say.matrix.rule;
    const here = (row: MatrixRow): readonly number[] => row.byUnit.slice(from, from + UNITS_A_TABLE);
    const line = (row: MatrixRow): Html =>
      html`<tr><th scope="row">${ruleTitle(row.ruleId)}</th><td>${severityLabel(row.severity, language)}</td>${countCell(row.total, language)}${countCell(row.documents, language)}${here(row).map((count) => countCell(count, language, 'unit'))}</tr>
`;
    return html`<table class="matrix${units.length > UNITS_ACROSS ? ' many' : ''}"><thead><tr><th>${caption}</th><th></th><th class="number">${say.matrix.total}</th><th class="number">${say.matrix.inDocuments}</th>${shown.map(
      (unit) =>
        html`<th scope="col" class="unit"><span>${unit.name ?? say.unknown}${unit.parent !== null && html`<br><span class="soft">${unit.parent}</span>`}</span></th>`,
    )}</tr></thead><tbody>
${rows.filter((row) => units.length <= UNITS_A_TABLE || here(row).some((count) => count > 0)).map(line)}
<tr class="total"><th scope="row">${say.matrix.total}</th><td></td><td class="number">${formatNumber(total, language)}</td><td></td>${unitTotals.slice(from, from + UNITS_A_TABLE).map((count) => countCell(count, language, 'unit'))}</tr>
</tbody></table>
`;
  };
  const starts = Array.from({ length: Math.ceil(units.length / UNITS_A_TABLE) }, (_, n) => n * UNITS_A_TABLE);
  return html`<section><h2 id="matrix">${say.matrix.heading}</h2><div class="scroll">${starts.map(table)}</div></section>`;
}
