import type { AuditedDocument } from '../record/audit-result.js';
import type { Severity } from '../record/finding.js';
import { groupByUnit, type IssuingUnit } from './issuing-unit.js';
import { severityRank } from './severity.js';

/** How often one rule fired with one severity: in each unit's plans (in the order of the units), and in all. */
export interface MatrixRow {
  readonly ruleId: string;
  readonly severity: Severity;
  readonly byUnit: readonly number[];
  readonly total: number;
  /** In how many documents. */
  readonly documents: number;
}

export interface FindingsMatrix {
  readonly units: readonly (IssuingUnit & { readonly documents: number })[];
  /** Gravest first, then most frequent first. */
  readonly rows: readonly MatrixRow[];
  readonly unitTotals: readonly number[];
  readonly total: number;
}

/** Counts the findings of an audit by rule, severity and issuing unit. */
export function findingsMatrix(documents: readonly AuditedDocument[]): FindingsMatrix {
  const groups = groupByUnit(documents);
  const rows = new Map<
    string,
    { ruleId: string; severity: Severity; byUnit: number[]; records: Set<string> }
  >();
  const unitTotals = groups.map(() => 0);
  groups.forEach(({ records }, unit) => {
    records.forEach((record, index) => {
      for (const { ruleId, severity } of record.findings) {
        const key = `${severity} ${ruleId}`;
        const row = rows.get(key) ?? { ruleId, severity, byUnit: groups.map(() => 0), records: new Set() };
        rows.set(key, row);
        row.byUnit[unit] = (row.byUnit[unit] ?? 0) + 1;
        row.records.add(`${unit} ${index}`);
        unitTotals[unit] = (unitTotals[unit] ?? 0) + 1;
      }
    });
  });
  const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);
  return {
    units: groups.map(({ unit, records }) => ({ ...unit, documents: records.length })),
    rows: [...rows.values()]
      .map(({ records, ...row }) => ({ ...row, total: sum(row.byUnit), documents: records.size }))
      .sort(
        (a, b) =>
          severityRank(a.severity) - severityRank(b.severity) ||
          b.total - a.total ||
          a.ruleId.localeCompare(b.ruleId, 'en'),
      ),
    unitTotals,
    total: sum(unitTotals),
  };
}
