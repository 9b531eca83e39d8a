import { expect, it } from 'vitest';
import { type Decision, holding } from '../../src/review/decision.js';
import type { DecisionView } from '../../src/web/api/review.js';
import { lastTaken, lastUndone } from '../../src/web/pages/review/undo.js';

type Step = { readonly by?: string; readonly batch?: string; readonly undo?: number };

/** Decisions numbered from 1. */
function history(...steps: readonly Step[]): readonly DecisionView[] {
  const decisions = steps.map(
    ({ by = 'lan', batch = null, undo }, i): Decision => ({
      id: i + 1,
      sha256: '',
      by,
      at: '',
      batch,
      action: undo === undefined ? { kind: 'finish' } : { kind: 'undo', decision: undo },
      evidence: null,
    }),
  );
  const active = new Set(holding(decisions).map(({ id }) => id));
  return decisions.map(({ sha256: _, ...one }) => ({ ...one, holds: active.has(one.id), orphan: false }));
}

it('takes back one’s own last decision, and those that one key took with it', () => {
  expect(lastTaken(history({}, { by: 'minh' }), 'lan')).toEqual([1]);
  expect(lastTaken(history({}, { batch: 'b' }, { batch: 'b' }, { undo: 3, batch: 'u' }), 'lan')).toEqual([2]);
  expect(lastTaken(history({}, { undo: 1 }), 'lan')).toEqual([]);
});

it('brings back what was taken back last, step by step, until something new is decided', () => {
  expect(lastUndone(history({}, {}, { undo: 2 }, { undo: 1 }), 'lan')).toEqual([4]);
  expect(lastUndone(history({}, {}, { undo: 2 }, { undo: 1 }, { undo: 4 }), 'lan')).toEqual([3]);
  expect(lastUndone(history({}, { undo: 1 }, { undo: 2 }), 'lan')).toEqual([]);
  expect(lastUndone(history({}, { undo: 1 }, {}), 'lan')).toEqual([]);
  expect(lastUndone(history({}, { undo: 1 }, { by: 'minh' }), 'lan')).toEqual([2]);
  expect(lastUndone(history({}, {}, { undo: 1, batch: 'u' }, { undo: 2, batch: 'u' }), 'lan')).toEqual([
    3, 4,
  ]);
});
