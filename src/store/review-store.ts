import type { Action, Decision, Evidence } from '../review/decision.js';
import type { Reviewed } from '../review/reviewed.js';

/** A decision that is not yet kept. */
export interface NewDecision {
  readonly action: Action;
  readonly evidence: Evidence | null;
}

/** Decisions of one person about one document, kept together or not at all. */
export interface DecisionsToAdd {
  readonly sha256: string;
  readonly by: string;
  /** Names the group where one key press took several decisions; null for a single one. */
  readonly batch: string | null;
  readonly decisions: readonly NewDecision[];
  /**
   * Looks at all decisions of the document that are kept already, in the same transaction: the one that stands in
   * the way, or null. Then nothing is written.
   */
  readonly conflict: (kept: readonly Decision[]) => Decision | null;
  /** The document's state and counts with the new decisions, to be kept beside them for lists. */
  readonly summary: (all: readonly Decision[]) => ReviewSummary;
}

/** What lists show of a review; derived from its decisions. */
export interface ReviewSummary {
  readonly state: Reviewed['state'];
  readonly confirmed: number;
  readonly corrected: number;
  readonly dismissed: number;
}

export type AddedDecisions =
  | { readonly kind: 'added'; readonly decisions: readonly Decision[] }
  | { readonly kind: 'conflict'; readonly with: Decision };

/** What persons decided. Decisions are only ever added. Methods throw StoreError. */
export interface ReviewStore {
  addDecisions(toAdd: DecisionsToAdd): Promise<AddedDecisions>;
  /** All decisions about a document, undone ones too, in the order they were taken; [] where there are none. */
  decisionsOf(sha256: string): Promise<readonly Decision[]>;
  /** The number of the last decision about a document; 0 where there is none. */
  lastDecision(sha256: string): Promise<number>;
}
