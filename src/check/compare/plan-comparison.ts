import type { Citation, Task } from '../../record/fields.js';
import type { Finding } from '../../record/finding.js';
import type { PlanRecord } from '../../record/plan-record.js';

/** What of a task is otherwise than before; years are counted from the plan's own. */
export type TaskChange = 'content' | 'units' | 'timings' | 'outputs';

/** A task of both plans. */
export interface TaskPair {
  readonly older: Task;
  readonly newer: Task;
  /** Empty where nothing of it changed. */
  readonly changes: readonly TaskChange[];
}

/** A document that took another's place: by the register, or by type and title. */
export interface ExchangedCitation {
  readonly older: Citation;
  readonly newer: Citation;
  readonly by: 'successor' | 'title';
}

/** A standard that both plans name, with the versions that each names; null: without a year. */
export interface StandardVersions {
  readonly designation: string;
  readonly older: readonly (number | null)[];
  readonly newer: readonly (number | null)[];
}

/** Fields of the head that are compared. */
export type ComparedField = 'parentAgency' | 'issuingAgency' | 'subject' | 'signatory' | 'planYear';

/** A plan against an older one of the same unit. */
export interface PlanComparison {
  readonly older: PlanRecord;
  readonly newer: PlanRecord;
  /** False where the heads name different units: then the comparison may make no sense. */
  readonly sameUnit: boolean;
  readonly header: readonly {
    readonly field: ComparedField;
    readonly older: string | null;
    readonly newer: string | null;
  }[];
  readonly findings: {
    readonly mended: readonly Finding[];
    readonly stayed: readonly { readonly older: Finding; readonly newer: Finding }[];
    readonly fresh: readonly Finding[];
  };
  readonly tasks: {
    readonly kept: readonly TaskPair[];
    readonly dropped: readonly Task[];
    readonly added: readonly Task[];
  };
  /** A document that is cited twice stands once. */
  readonly citations: {
    readonly kept: readonly Citation[];
    readonly exchanged: readonly ExchangedCitation[];
    readonly dropped: readonly Citation[];
    readonly added: readonly Citation[];
  };
  /** Only those whose versions differ or that one plan alone names. */
  readonly standards: readonly StandardVersions[];
  /** Units with tasks, as the plan that has them writes them. */
  readonly units: {
    readonly kept: readonly string[];
    readonly dropped: readonly string[];
    readonly added: readonly string[];
  };
  /** The largest total of a budget table, in đồng; null where there is none. */
  readonly budget: { readonly older: number | null; readonly newer: number | null };
}
