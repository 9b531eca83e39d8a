import type { AuditedDocument } from '../../record/audit-result.js';
import { findingsMatrix } from '../findings-matrix.js';
import { groupByUnit } from '../issuing-unit.js';
import { countSeverities, type SeverityCounts } from '../severity.js';

/** One bar: what it stands for and its parts. */
export interface Bar {
  /** Null for plans that name no unit, and for `rest`. */
  readonly name: string | null;
  /** The authority above the unit; null for rules. */
  readonly above: string | null;
  readonly counts: SeverityCounts;
  readonly total: number;
  /** How many bars this one stands for that are not shown each; 0 for a bar of its own. */
  readonly rest: number;
}

const NOTHING: SeverityCounts = { error: 0, warning: 0, notice: 0 };

const sumOf = (a: SeverityCounts, b: SeverityCounts): SeverityCounts => ({
  error: a.error + b.error,
  warning: a.warning + b.warning,
  notice: a.notice + b.notice,
});

const totalOf = ({ error, warning, notice }: SeverityCounts): number => error + warning + notice;

/** The longest `most` bars, errors before warnings where they are equal; all others added up in one more. */
function longest(bars: readonly Omit<Bar, 'rest' | 'total'>[], most: number): readonly Bar[] {
  const sorted = bars
    .map((bar) => ({ ...bar, total: totalOf(bar.counts), rest: 0 }))
    .filter(({ total }) => total > 0)
    .sort((a, b) => b.total - a.total || b.counts.error - a.counts.error);
  if (sorted.length <= most) return sorted;
  const left = sorted.slice(most);
  const counts = left.reduce((all, { counts: one }) => sumOf(all, one), NOTHING);
  return [
    ...sorted.slice(0, most),
    { name: null, above: null, counts, total: totalOf(counts), rest: left.length },
  ];
}

/** Findings by issuing unit, most first. */
export function barsByUnit(documents: readonly AuditedDocument[], most: number): readonly Bar[] {
  return longest(
    groupByUnit(documents).map(({ unit, records }) => ({
      name: unit.name,
      above: unit.parent,
      counts: countSeverities(records.flatMap(({ findings }) => findings)),
    })),
    most,
  );
}

/** Findings by rule, most first; `name` is the rule's id. */
export function barsByRule(documents: readonly AuditedDocument[], most: number): readonly Bar[] {
  const rules = new Map<string, SeverityCounts>();
  for (const { ruleId, severity, total } of findingsMatrix(documents).rows)
    rules.set(ruleId, sumOf(rules.get(ruleId) ?? NOTHING, { ...NOTHING, [severity]: total }));
  return longest(
    [...rules].map(([name, counts]) => ({ name, above: null, counts })),
    most,
  );
}
