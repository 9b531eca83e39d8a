import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PlanRecordSchema } from '../../src/record/plan-record.js';
import { applyDecisions } from '../../src/review/apply-decisions.js';
import type { Action, Decision, Evidence } from '../../src/review/decision.js';
import { holding } from '../../src/review/decision.js';
import { fieldKey } from '../../src/review/field-address.js';
import { reviewFields } from '../../src/review/fields.js';
import { sheetOf } from '../../src/review/sheet.js';
import { fullRecord } from '../store/plan.js';

const record = fullRecord();
const [task] = sheetOf(record).tasks;
const taskId = task?.id ?? '';

function evidence(raw: string): Evidence {
  return { before: null, raw, page: null, box: null, confidence: 1, pipelineVersion: '1' };
}

const decision = (id: number, action: Action, by = 'lan', raw = task?.item.raw ?? ''): Decision => ({
  id,
  sha256: record.source.sha256,
  by,
  at: `2026-11-22T00:00:${String(id).padStart(2, '0')}.000Z`,
  batch: null,
  action,
  evidence: evidence(raw),
});

const content = { part: 'tasks', item: taskId, field: 'content' } as const;
const draft = (text: string) => ({ number: null, content: text, assignments: [], timings: [], outputs: [] });

describe('decisions laid over a record', () => {
  it('changes nothing where there are none', () => {
    const reviewed = applyDecisions(record, []);
    expect(reviewed.record).toEqual(record);
    expect(reviewed.state).toBe('to-review');
  });

  it('puts a correction in the place of the value and remembers what the machine read', () => {
    const reviewed = applyDecisions(record, [
      decision(1, { kind: 'correct', address: content, value: 'Công bố lại Hệ thống' }),
    ]);
    expect(reviewed.record.tasks[0]?.content).toBe('Công bố lại Hệ thống');
    expect(reviewed.record.tasks[0]?.raw).toBe('Công bố lại hệ thống');
    expect(reviewed.fields.get(fieldKey(content))).toMatchObject({
      state: 'corrected',
      by: 'lan',
      machine: 'Công bố lại hệ thống',
    });
    expect(reviewed.state).toBe('in-review');
  });

  it('keeps a unit’s words where only its role was corrected', () => {
    const address = { ...content, field: 'assignments' } as const;
    const value = [
      { unit: 'Phòng Hành chính', role: 'lead' },
      { unit: 'Văn phòng', role: 'coordinate' },
    ];
    const { assignments } = applyDecisions(record, [decision(1, { kind: 'correct', address, value })]).record
      .tasks[0] ?? { assignments: [] };
    expect(assignments.map(({ unit, role, raw }) => ({ unit, role, raw }))).toEqual([
      { unit: 'Phòng Hành chính', role: 'lead', raw: 'Phòng Hành chính' },
      { unit: 'Văn phòng', role: 'coordinate', raw: '' },
    ]);
  });

  it('takes back an undone decision, and an undone undo takes nothing back', () => {
    const correct = decision(1, { kind: 'correct', address: content, value: 'Khác' });
    const undo = decision(2, { kind: 'undo', decision: 1 });
    const redo = decision(3, { kind: 'undo', decision: 2 });
    expect(applyDecisions(record, [correct, undo]).record).toEqual(record);
    expect(applyDecisions(record, [correct, undo, redo]).record.tasks[0]?.content).toBe('Khác');
  });

  it('adds, splits, joins and removes rows', () => {
    const add = decision(1, { kind: 'add-task', after: taskId, task: draft('Đánh giá nội bộ') });
    const split = decision(2, {
      kind: 'split-task',
      item: taskId,
      first: draft('Công bố'),
      second: draft('lại hệ thống'),
    });
    const contents = (decisions: readonly Decision[]) =>
      applyDecisions(record, decisions).record.tasks.map((one) => one.content);
    expect(contents([add])).toEqual(['Công bố lại hệ thống', 'Đánh giá nội bộ']);
    expect(contents([add, split])).toEqual(['Công bố', 'lại hệ thống', 'Đánh giá nội bộ']);
    const join = decision(3, { kind: 'join-tasks', item: taskId, other: 'd2', task: draft('Công bố lại') });
    expect(contents([add, split, join])).toEqual(['Công bố lại', 'Đánh giá nội bộ']);
    const remove = decision(4, { kind: 'remove-task', item: 'd1' });
    expect(contents([add, split, join, remove])).toEqual(['Công bố lại']);
  });

  it('adds a first row to a document in which the machine saw none', () => {
    const bare = { ...record, tasks: [] };
    const add = decision(1, { kind: 'add-task', after: null, task: draft('Đánh giá nội bộ') });
    const reviewed = applyDecisions(bare, [add]);
    expect(reviewed.record.tasks.map((one) => one.content)).toEqual(['Đánh giá nội bộ']);
    expect(PlanRecordSchema.safeParse(reviewed.record).success).toBe(true);
  });

  it('finds its row by its words after the file was read anew', () => {
    const again = {
      ...record,
      tasks: record.tasks.map((one) => ({ ...one, raw: 'Công bố lại hệ thông' })),
    };
    const reviewed = applyDecisions(again, [
      decision(1, { kind: 'correct', address: content, value: 'Công bố lại Hệ thống' }),
    ]);
    expect(reviewed.orphans).toEqual([]);
    expect(reviewed.record.tasks[0]?.content).toBe('Công bố lại Hệ thống');
  });

  it('keeps apart what finds its row no more', () => {
    const again = { ...record, tasks: [] };
    const correct = decision(1, { kind: 'correct', address: content, value: 'Khác' });
    const reviewed = applyDecisions(again, [correct]);
    expect(reviewed.orphans).toEqual([correct]);
    expect(reviewed.record).toEqual(again);
  });

  it('lets the last word on a finding count, and keeps comments', () => {
    const fingerprint = record.findings[0]?.fingerprint ?? '';
    const { findings } = applyDecisions(record, [
      decision(1, { kind: 'comment-finding', fingerprint, text: 'Hỏi lại đơn vị' }),
      decision(2, { kind: 'dismiss-finding', fingerprint, reason: 'Trích tên cũ' }),
      decision(3, { kind: 'accept-finding', fingerprint }, 'minh'),
    ]);
    expect(findings.get(fingerprint)).toMatchObject({ state: 'accepted', by: 'minh', reason: null });
    expect(findings.get(fingerprint)?.comments.map(({ text }) => text)).toEqual(['Hỏi lại đơn vị']);
  });

  it('is done with the last word, and open again with the next', () => {
    const finish = decision(1, { kind: 'finish' });
    const more = decision(2, { kind: 'confirm', address: content });
    expect(applyDecisions(record, [finish]).state).toBe('done');
    expect(applyDecisions(record, [finish, more]).state).toBe('in-review');
  });

  it('makes the words sure that a person confirmed', () => {
    const { start, end } = task?.item.span ?? { start: 0, end: 0 };
    const scanned = {
      ...record,
      words: [
        [0, 2, 1, 0, 0, 9, 9, 0.5],
        [start, end, 1, 0, 0, 9, 9, 0.6],
      ] as (typeof record)['words'],
    };
    const reviewed = applyDecisions(scanned, [decision(1, { kind: 'confirm', address: content })]);
    expect(reviewed.record.words?.map((word) => word[7])).toEqual([0.5, 1]);
  });

  it('leaves a valid record behind any decisions, in any order', () => {
    const addresses = reviewFields(record, sheetOf(record)).map(({ address }) => address);
    const action = fc.oneof(
      fc.constantFrom(...addresses).map((address): Action => ({ kind: 'confirm', address })),
      fc.constantFrom<Action>(
        { kind: 'correct', address: content, value: 'Khác' },
        { kind: 'correct', address: { part: 'header', field: 'number' }, value: null },
        { kind: 'remove-task', item: taskId },
        { kind: 'add-task', after: null, task: draft('Mới') },
        { kind: 'add-task', after: taskId, task: draft('Mới nữa') },
        { kind: 'split-task', item: taskId, first: draft('Một'), second: draft('Hai') },
        { kind: 'join-tasks', item: taskId, other: 'd1', task: draft('Nối') },
        { kind: 'finish' },
      ),
      fc.integer({ min: 1, max: 12 }).map((id): Action => ({ kind: 'undo', decision: id })),
    );
    fc.assert(
      fc.property(fc.array(action, { maxLength: 12 }), (actions) => {
        const decisions = actions.map((one, i) => decision(i + 1, one));
        const reviewed = applyDecisions(record, decisions);
        expect(PlanRecordSchema.safeParse(reviewed.record).error).toBeUndefined();
        expect(applyDecisions(record, decisions.toReversed())).toEqual(reviewed);
        const ids = reviewed.sheet.tasks.map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
        expect(holding(decisions).every(({ action: { kind } }) => kind !== 'undo')).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});
