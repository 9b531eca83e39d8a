import type { Severity } from '../../../record/finding.js';
import { useMessages } from '../language/language.js';

const SEVERITIES = ['error', 'warning', 'notice'] as const;

/** How many findings of each severity; a dash where there are none. */
export function SeverityCounts({ findings }: { readonly findings: Readonly<Record<Severity, number>> }) {
  const say = useMessages();
  const there = SEVERITIES.filter((severity) => findings[severity] > 0);
  if (there.length === 0) return <span class="soft">–</span>;
  return (
    <>
      {there.map((severity) => (
        <span key={severity} class={`count ${severity}`} title={say.severity[severity]}>
          <span class="hidden">{say.severity[severity]} </span>
          {findings[severity]}
        </span>
      ))}
    </>
  );
}
