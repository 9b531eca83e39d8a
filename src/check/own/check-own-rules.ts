import { endedBefore, heldThroughout } from '../judgement-day.js';
import { findPhrases, indexPhrases } from '../phrases.js';
import type { CheckContext, Draft } from '../rule.js';
import type { OwnRule } from './own-rule.js';

/** What an office's own rules say of a plan. */
export function* ownFindings(
  context: CheckContext,
): Generator<{ readonly ruleId: string; readonly draft: Draft }> {
  for (const rule of context.registers.ownRules) {
    if (!isHeldTo(rule, context)) continue;
    for (const at of placesOf(rule, context))
      yield {
        ruleId: rule.id,
        draft: {
          severity: rule.severity,
          at,
          message: rule.message,
          suggestion: rule.kind === 'forbidden-phrase' ? rule.suggestion : null,
          evidence: { vi: `Nguồn: ${rule.source}.`, en: `Source: ${rule.source}.` },
        },
      };
  }
}

/** A rule without days always holds; one with days only for plans of which it is known that they are of them. */
function isHeldTo(rule: OwnRule, { day }: CheckContext): boolean {
  if (rule.from === null && rule.to === null) return true;
  return day !== null && !endedBefore(rule.to, day) && heldThroughout(rule, day);
}

function placesOf(rule: OwnRule, context: CheckContext): readonly Draft['at'][] {
  const { record, syllables } = context;
  if (rule.kind === 'required-basis') {
    const number = rule.number.toUpperCase();
    return record.citations.some((c) => c.role !== 'nested' && c.number?.toUpperCase() === number)
      ? []
      : [null];
  }
  const index = indexPhrases(rule.phrases.map((phrase) => [phrase, phrase] as const));
  const found = findPhrases(record.text, syllables, index, syllables.keys());
  if (rule.kind === 'forbidden-phrase') return found.map(({ span }) => span);
  return found.length > 0 ? [] : [null];
}
