import type { Finding } from '../record/finding.js';
import type { PlanRecord } from '../record/plan-record.js';
import { judgementDay } from './judgement-day.js';
import { ownFindings } from './own/check-own-rules.js';
import { type Starts, startsIn } from './phrase-book.js';
import type { Registers } from './registers/load-registers.js';
import type { CheckContext } from './rule.js';
import { RULES } from './rules/catalogue.js';
import { notAPlan, pageUnreadable } from './rules/document.js';
import { type Syllable, syllablesOf } from './syllables.js';
import { type Places, type RuledDraft, toFindings } from './to-findings.js';
import { tuned } from './tuned.js';

export interface CheckOptions {
  /** ISO date (maybe partial) by which to judge instead of the plan's own. */
  readonly asOf?: string | null;
  /** Where a range of the text stands on the pages; default: by the words of the record. */
  readonly places?: Places;
}

/** What rules need to look at a record. */
export function contextOf(
  record: PlanRecord,
  registers: Registers,
  asOf: string | null = null,
): CheckContext {
  let syllables: readonly Syllable[] | null = null;
  let starts: Starts | null = null;
  return {
    record,
    registers,
    day: judgementDay(record, asOf),
    found: new Map(),
    get syllables() {
      syllables ??= syllablesOf(record.text);
      return syllables;
    },
    get starts() {
      starts ??= startsIn(this.syllables, registers);
      return starts;
    },
  };
}

/**
 * All findings about one record, in text order. Pure: the record's own `findings` are not looked at. A document that
 * is no plan gets that one finding (and its unreadable pages).
 */
export function check(
  record: PlanRecord,
  registers: Registers,
  options: CheckOptions = {},
): readonly Finding[] {
  const context = contextOf(record, registers, options.asOf ?? null);
  const rules = record.isPlan ? RULES : [notAPlan, pageUnreadable];
  const drafts: RuledDraft[] = [];
  for (const rule of rules) for (const draft of rule.check(context)) drafts.push({ ruleId: rule.id, draft });
  if (record.isPlan) drafts.push(...ownFindings(context));
  return toFindings(record, tuned(drafts, registers), options.places);
}
