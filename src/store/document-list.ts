import type { FailureReason } from '../ingest/read-outcome.js';
import type { Severity } from '../record/finding.js';
import type { Reviewed } from '../review/reviewed.js';

/** Where a document stands on its way: read and reviewed, or not readable. */
export type ListState = Reviewed['state'] | 'failed';

/** A line of the list of documents: the current version of each file, and each file that could not be read. */
export interface ListedDocument {
  /** Null where the bytes could not be read. */
  readonly sha256: string | null;
  readonly file: string;
  readonly unit: string | null;
  readonly documentType: string | null;
  readonly number: string | null;
  readonly subject: string | null;
  readonly issuedOn: string | null;
  readonly planYear: number | null;
  readonly pages: number | null;
  readonly state: ListState;
  readonly failure: FailureReason | null;
  readonly findings: Readonly<Record<Severity, number>>;
  /** Fields that a person confirmed or corrected. */
  readonly confirmed: number;
  readonly corrected: number;
  readonly lastBy: string | null;
  readonly lastAt: string | null;
  /** ISO 8601 instant: when it was read. */
  readonly readAt: string;
}

export const SORT_KEYS = [
  'file',
  'unit',
  'number',
  'issuedOn',
  'planYear',
  'state',
  'error',
  'readAt',
] as const;
export type SortKey = (typeof SORT_KEYS)[number];

/** Which documents to list. All that is given must hold. */
export interface ListQuery {
  /** Words of the text or of the head, as for `Store.search`. */
  readonly text?: string;
  /** However its letters' case and tone marks are set. */
  readonly unit?: string;
  readonly planYear?: number;
  readonly state?: ListState;
  /** Documents with at least one finding of this severity. */
  readonly severity?: Severity;
  /** Documents with at least one finding of this rule. */
  readonly rule?: string;
  /** Documents that this run read or met again. */
  readonly run?: string;
  /** Documents with a task whose last day lies in this month ("2026-04"). */
  readonly deadline?: string;
  readonly sort: SortKey;
  readonly descending: boolean;
  readonly offset: number;
  readonly limit: number;
}

export interface DocumentList {
  /** How many there are in all. */
  readonly total: number;
  readonly rows: readonly ListedDocument[];
}

/** How often something occurs. */
export interface Tally {
  readonly name: string;
  readonly findings: Readonly<Record<Severity, number>>;
}

/** The whole database in figures. */
export interface Overview {
  readonly states: Readonly<Record<ListState, number>>;
  /** Units in the order of their findings; null names are left out. */
  readonly byUnit: readonly Tally[];
  readonly byRule: readonly Tally[];
  /** Tasks' last days by month ("2026-04"), with how many tasks and documents. */
  readonly deadlines: readonly {
    readonly month: string;
    readonly tasks: number;
    readonly documents: number;
  }[];
  readonly units: readonly string[];
  readonly years: readonly number[];
}

/** A run as lists show it. Times are ISO 8601 instants; counts are null until it ended. */
export interface ListedRun {
  readonly id: string;
  readonly startedAt: string;
  readonly finishedAt: string | null;
  readonly state: 'running' | 'finished' | 'interrupted' | 'abandoned';
  readonly checked: number | null;
  readonly unchanged: number | null;
  readonly failed: number | null;
}
