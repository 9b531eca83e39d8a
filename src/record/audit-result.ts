import type { ReadFailure } from '../ingest/read-outcome.js';
import type { PlanRecord } from './plan-record.js';

/** A document as an audit leaves it. `change`: against what the database held under the same name and hash. */
export type AuditedDocument =
  | {
      readonly kind: 'checked';
      readonly file: string;
      readonly path: string;
      readonly sha256: string;
      readonly change: 'new' | 'new-version' | 'unchanged';
      /** Findings included. */
      readonly record: PlanRecord;
    }
  | {
      readonly kind: 'failed';
      readonly file: string;
      readonly path: string;
      readonly sha256: string | null;
      readonly failure: ReadFailure;
    };

/** What an audit run gives to the reports. Times are ISO 8601 instants. */
export interface AuditResult {
  readonly runId: string;
  readonly version: string;
  readonly startedAt: string;
  readonly finishedAt: string;
  readonly asOf: string | null;
  readonly documents: readonly AuditedDocument[];
  /** Paths that an interrupted run left undone; not there where it did everything. */
  readonly left?: readonly string[];
}
