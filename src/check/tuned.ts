import type { Severity } from '../record/finding.js';
import type { Registers } from './registers/load-registers.js';
import type { RuledDraft } from './to-findings.js';

const GRAVITY: Readonly<Record<Severity, number>> = { notice: 0, warning: 1, error: 2 };

/** The drafts without those of rules that are off, and none graver than its rule may be. */
export function tuned(drafts: readonly RuledDraft[], { severities }: Registers): readonly RuledDraft[] {
  return drafts.flatMap((ruled) => {
    const most = severities[ruled.ruleId];
    if (most === undefined) return [ruled];
    if (most === 'off') return [];
    const { draft, ruleId } = ruled;
    return [
      GRAVITY[draft.severity] <= GRAVITY[most] ? ruled : { ruleId, draft: { ...draft, severity: most } },
    ];
  });
}
