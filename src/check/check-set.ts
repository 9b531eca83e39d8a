import type { Finding } from '../record/finding.js';
import type { PlanRecord } from '../record/plan-record.js';
import type { Registers } from './registers/load-registers.js';
import { copiedPlan } from './set/copied-plan.js';
import { oddCitation } from './set/odd-citation.js';
import { duplicatePlan, sameNumber } from './set/same-plan.js';
import { setMember } from './set/set-member.js';
import type { SetRule } from './set/set-rule.js';
import { type RuledDraft, toFindings } from './to-findings.js';
import { tuned } from './tuned.js';

/** Every rule that looks at plans side by side. */
export const SET_RULES: readonly SetRule[] = [oddCitation, duplicatePlan, sameNumber, copiedPlan];

/**
 * Findings that show only when records stand side by side: a number of which others say otherwise, a plan handed in
 * twice, two plans under one number, what was left of the plan that one was copied from. Keyed by the record's
 * source.sha256; records without such a finding are not in the map. Papers that are no plans are left out. Time grows
 * with the records.
 */
export function checkSet(
  records: readonly PlanRecord[],
  registers: Registers,
): ReadonlyMap<string, readonly Finding[]> {
  const members = records.filter((record) => record.isPlan).map((record) => setMember(record, registers));
  const byRecord = new Map<PlanRecord, RuledDraft[]>();
  for (const rule of SET_RULES)
    for (const [record, draft] of rule.check(members, registers)) {
      const found = byRecord.get(record) ?? [];
      found.push({ ruleId: rule.id, draft });
      byRecord.set(record, found);
    }
  return new Map(
    [...byRecord].map(([record, drafts]) => [
      record.source.sha256,
      toFindings(record, tuned(drafts, registers)),
    ]),
  );
}
