import type { PlanRecord } from '../../record/plan-record.js';
import type { Registers } from '../registers/load-registers.js';
import type { Draft } from '../rule.js';
import type { SetMember } from './set-member.js';

/** A rule that looks at plans side by side. */
export interface SetRule {
  readonly id: string;
  check(members: readonly SetMember[], registers: Registers): Iterable<readonly [PlanRecord, Draft]>;
}
