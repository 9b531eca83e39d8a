import type { Decision } from './decision.js';
import type { FindingReview } from './reviewed.js';

const OPEN: FindingReview = { state: 'open', reason: null, by: null, at: null, comments: [] };

/** What the decisions that hold say of each finding, by fingerprint; the last word counts. */
export function findingReviews(active: readonly Decision[]): ReadonlyMap<string, FindingReview> {
  const reviews = new Map<string, FindingReview>();
  for (const { action, by, at } of active) {
    if (!('fingerprint' in action)) continue;
    const known = reviews.get(action.fingerprint) ?? OPEN;
    if (action.kind === 'comment-finding')
      reviews.set(action.fingerprint, {
        ...known,
        comments: [...known.comments, { by, at, text: action.text }],
      });
    else if (action.kind === 'accept-finding')
      reviews.set(action.fingerprint, { ...known, state: 'accepted', reason: null, by, at });
    else reviews.set(action.fingerprint, { ...known, state: 'dismissed', reason: action.reason, by, at });
  }
  return reviews;
}
