import { describe, expect, it } from 'vitest';
import { conflictWith } from '../../src/review/conflict.js';
import type { Action, Decision } from '../../src/review/decision.js';

const number = { part: 'header', field: 'number' } as const;
const cell = (field: string) => ({ part: 'tasks', item: 'r1', field }) as const;

const kept = (id: number, by: string, action: Action): Decision => ({
  id,
  sha256: 'x',
  by,
  at: '2026-11-22T00:00:00.000Z',
  batch: null,
  action,
  evidence: null,
});
const mine = { seen: 1, by: 'lan' };

describe('two people on one document', () => {
  it('are told of a newer decision on the same field', () => {
    const other = kept(2, 'minh', { kind: 'correct', address: number, value: '1' });
    expect(conflictWith([{ kind: 'correct', address: number, value: '2' }], [other], mine)).toBe(other);
    expect(conflictWith([{ kind: 'confirm', address: number }], [other], mine)).toBe(other);
  });

  it('may both confirm a field, and each work on other cells of one row', () => {
    const confirmed = kept(2, 'minh', { kind: 'confirm', address: number });
    expect(conflictWith([{ kind: 'confirm', address: number }], [confirmed], mine)).toBeNull();
    const content = kept(2, 'minh', { kind: 'correct', address: cell('content'), value: 'x' });
    expect(conflictWith([{ kind: 'confirm', address: cell('timings') }], [content], mine)).toBeNull();
  });

  it('are told where the row they correct was removed, split or joined meanwhile', () => {
    const removed = kept(2, 'minh', { kind: 'remove-task', item: 'r1' });
    expect(conflictWith([{ kind: 'correct', address: cell('content'), value: 'x' }], [removed], mine)).toBe(
      removed,
    );
  });

  it('are not told of what they had seen, of their own, or of what was taken back', () => {
    const correct: Action = { kind: 'correct', address: number, value: '1' };
    const action: readonly Action[] = [{ kind: 'correct', address: number, value: '2' }];
    expect(conflictWith(action, [kept(1, 'minh', correct)], mine)).toBeNull();
    expect(conflictWith(action, [kept(2, 'lan', correct)], mine)).toBeNull();
    const undone = [kept(2, 'minh', correct), kept(3, 'minh', { kind: 'undo', decision: 2 })];
    expect(conflictWith(action, undone, mine)).toBeNull();
  });
});
