import type { ReadFailure } from '../ingest/read-outcome.js';
import type { Finding } from './finding.js';
import type { PlanRecord } from './plan-record.js';

/** A finding that somebody decided to let be. Dates are ISO 8601 days. */
export interface SuppressedFinding {
  readonly finding: Finding;
  readonly reason: string;
  readonly by: string | null;
  readonly when: string | null;
  readonly until: string | null;
}

/** What became of a document's findings since an older version of it. */
export interface FindingChanges {
  /** The older version: its file's name and, where it is known, its hash. */
  readonly against: { readonly file: string; readonly sha256: string | null };
  /** Fingerprints of the findings that were not there. All others stayed. */
  readonly fresh: readonly string[];
  /** Findings of the older version that are gone. */
  readonly mended: readonly Finding[];
}

/** A document as an audit leaves it. `change`: against what the database held under the same name and hash. */
export type AuditedDocument =
  | {
      readonly kind: 'checked';
      readonly file: string;
      readonly path: string;
      readonly sha256: string;
      readonly change: 'new' | 'new-version' | 'unchanged';
      /** Findings included, without the suppressed ones. */
      readonly record: PlanRecord;
      /** Findings that are not counted; not there where nothing is suppressed. */
      readonly suppressed?: readonly SuppressedFinding[];
      /** Not there where there is nothing to compare with. */
      readonly changes?: FindingChanges;
    }
  | {
      readonly kind: 'failed';
      readonly file: string;
      readonly path: string;
      readonly sha256: string | null;
      readonly failure: ReadFailure;
    };

/** An entry of the file of suppressions that has no effect, and why. */
export interface IdleSuppression {
  /** "prefix": the beginning of more than one fingerprint. */
  readonly why: 'unused' | 'no-reason' | 'expired' | 'prefix';
  /** As written in the file. */
  readonly finding: string;
  readonly file: string | null;
  readonly ruleId: string | null;
  readonly reason: string | null;
  /** 1-based line of the entry. */
  readonly line: number;
}

/** What an audit was compared with. */
export interface BaselineSummary {
  /** The file or the run, as it was named. */
  readonly name: string;
  /** Documents of the baseline that this audit has no newer version of. */
  readonly gone: readonly { readonly file: string; readonly findings: number }[];
}

/** A unit that was expected to hand in plans, with the plans that it handed in. */
export interface ExpectedUnit {
  readonly name: string;
  readonly parent: string | null;
  /** `near`: the head has a letter or two amiss or does not say which province; a person has to confirm it. */
  readonly plans: readonly {
    readonly file: string;
    readonly path: string;
    readonly planYear: number | null;
    readonly near: boolean;
  }[];
  /** Whether two or more of the sure plans are for one year. */
  readonly twice: boolean;
}

/** Who handed in and who did not, by a list of units. */
export interface ExpectedUnits {
  /** The list's file, as it was named. */
  readonly name: string;
  readonly units: readonly ExpectedUnit[];
  /** Plans of units that are not on the list. */
  readonly others: readonly { readonly file: string; readonly path: string; readonly unit: string | null }[];
}

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
  /** Suppressions without effect; not there where no file of suppressions was given. */
  readonly suppressions?: { readonly name: string; readonly idle: readonly IdleSuppression[] };
  readonly baseline?: BaselineSummary;
  readonly expected?: ExpectedUnits;
}
