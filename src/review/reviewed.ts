import type { PlanRecord } from '../record/plan-record.js';
import type { Decision } from './decision.js';
import type { FieldValue } from './field-value.js';
import type { Sheet } from './sheet.js';

/** What a person said of a field last. */
export interface FieldReview {
  readonly state: 'confirmed' | 'corrected';
  readonly by: string;
  readonly at: string;
  readonly decision: number;
  /** What the machine had read. */
  readonly machine: FieldValue;
}

/** What persons said of a finding; `comments` in their order. */
export interface FindingReview {
  readonly state: 'open' | 'accepted' | 'dismissed';
  readonly reason: string | null;
  readonly by: string | null;
  readonly at: string | null;
  readonly comments: readonly { readonly by: string; readonly at: string; readonly text: string }[];
}

/** A document with what persons decided laid over what the machine read. */
export interface Reviewed {
  /** The machine's record with the decisions applied; its findings are still the machine's. */
  readonly record: PlanRecord;
  readonly sheet: Sheet;
  /** By field key; a field that nobody looked at is not in it. */
  readonly fields: ReadonlyMap<string, FieldReview>;
  /** By fingerprint. */
  readonly findings: ReadonlyMap<string, FindingReview>;
  /** Decisions whose field or row is no longer found after the file was read again: for a person to settle. */
  readonly orphans: readonly Decision[];
  readonly state: 'to-review' | 'in-review' | 'done';
}
