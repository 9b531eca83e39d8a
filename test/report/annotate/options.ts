import { loadRuleFiles } from '../../../src/check/cases/rule-file.js';
import { loadRegisters } from '../../../src/check/registers/load-registers.js';
import type { AnnotateOptions } from '../../../src/report/annotate/annotation.js';
import type { AnnotateOutcome } from '../../../src/report/annotate/outcome.js';
import { ruleTitles } from '../../../src/report/rule-title.js';

export const OPTIONS: AnnotateOptions = {
  language: 'vi',
  ruleTitle: ruleTitles(loadRuleFiles(), 'vi'),
  date: '2026-11-22T08:30:00.000Z',
  registers: loadRegisters(),
};

/** The outcome of a file that has to be given back. */
export function given(outcome: AnnotateOutcome): AnnotateOutcome & { readonly kind: 'annotated' } {
  if (outcome.kind === 'refused') throw new Error(`${outcome.reason}: ${outcome.detail}`);
  return outcome;
}
