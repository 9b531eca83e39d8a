import type { FindingRow } from '../../report/finding-row.js';
import { byGravity, severityRank } from '../../report/severity.js';

/**
 * The gravest findings to show first: those that point at words before those about something absent, and of many
 * documents and rules rather than many of one.
 */
export function worstFindings(rows: readonly FindingRow[], most: number): readonly FindingRow[] {
  const turns = new Map<string, number>();
  const turn = (key: string): number => {
    const before = turns.get(key) ?? 0;
    turns.set(key, before + 1);
    return before;
  };
  return [...rows]
    .sort((a, b) => byGravity(a.finding, b.finding))
    .map((row) => {
      const { severity, ruleId, span } = row.finding;
      const absent = span.end > span.start ? 0 : 1;
      const kind = `${severity} ${absent}`;
      return { row, absent, turn: turn(`${kind} ${row.path}`) + turn(`${kind} ${ruleId}`) };
    })
    .sort(
      (a, b) =>
        severityRank(a.row.finding.severity) - severityRank(b.row.finding.severity) ||
        a.absent - b.absent ||
        a.turn - b.turn,
    )
    .slice(0, most)
    .map(({ row }) => row);
}
