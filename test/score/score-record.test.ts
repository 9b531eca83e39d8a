import { describe, expect, it } from 'vitest';
import { type GoldRecord, goldNames, readGold } from './gold-record.js';
import { similarity } from './same-text.js';
import { meanF1, type ScoredRecord, scoreRecord, totalScore } from './score-record.js';
import { f1, precision, recall } from './tally.js';

const mention = { raw: '', span: { start: 0, end: 0 }, location: [], confidence: 1 };

const nothing: ScoredRecord = {
  header: {
    parentAgency: null,
    issuingAgency: null,
    number: null,
    symbol: null,
    place: null,
    issuedOn: null,
    documentType: null,
    subject: null,
    planYear: null,
    signatory: null,
    recipients: [],
    places: {},
  },
  citations: [],
  standards: [],
  tasks: [],
  responsibilities: [],
  budget: { amounts: [], lines: [], fundingSources: [] },
  findings: [],
};

const task: ScoredRecord['tasks'][number] = {
  ...mention,
  number: '1',
  content: 'Đánh giá nội bộ',
  assignments: [{ ...mention, unit: 'Phòng Quản lý', role: 'lead', resolved: null }],
  timings: [
    {
      ...mention,
      label: null,
      start: '2024-04-01',
      end: '2024-06-30',
      frequency: null,
      times: null,
      conditional: false,
      invalid: null,
    },
  ],
  outputs: ['Báo cáo'],
  section: null,
  origin: 'table',
  table: 0,
  columns: { unit: true, timing: true, output: true },
};

const goldTask: NonNullable<GoldRecord['tasks']>[number] = {
  content: { anyOf: ['Đánh giá nội bộ', 'Đánh giá nội bộ hằng năm'] },
  number: '1',
  assignments: [{ unit: 'phòng quản lý', role: 'lead' }],
  timings: [{ start: '2024-04-01', end: '2024-06-30', frequency: null, times: null, conditional: false }],
  outputs: ['- Báo cáo.'],
};

describe('scoreRecord', () => {
  it('gives full marks to a record that says what gold says, case and end punctuation aside', () => {
    const score = scoreRecord({ tasks: [goldTask] }, { ...nothing, tasks: [task] });
    expect(score.notes).toEqual([]);
    expect(meanF1(score)).toBe(1);
    expect([...score.metrics.keys()]).toContain('tasks.rowExact');
  });

  it('judges only the fields that gold states', () => {
    const score = scoreRecord({ header: { number: null } }, { ...nothing, tasks: [task] });
    expect([...score.metrics]).toEqual([['header.fields', { hit: 1, gold: 1, got: 1 }]]);
  });

  it('counts a wrong time against its row and says what was wanted', () => {
    const late = { ...task, timings: task.timings.map((timing) => ({ ...timing, end: '2024-07-31' })) };
    const score = scoreRecord({ tasks: [goldTask] }, { ...nothing, tasks: [late] });
    expect(score.metrics.get('tasks.timings')).toEqual({ hit: 0, gold: 1, got: 1 });
    expect(score.metrics.get('tasks.rowExact')).toEqual({ hit: 0, gold: 1, got: 1 });
    expect(score.notes.join()).toContain('2024-07-31');
  });

  it('counts a task too many for table tasks and forgives it for prose', () => {
    const stray = { ...task, content: 'Một việc không ai giao' };
    const table = scoreRecord({ tasks: [goldTask] }, { ...nothing, tasks: [task, stray] });
    expect(table.metrics.get('tasks.found')).toEqual({ hit: 1, gold: 1, got: 2 });
    const prose = [task, stray].map((one) => ({ ...one, origin: 'prose' as const }));
    const score = scoreRecord({ proseTasks: [goldTask] }, { ...nothing, tasks: prose });
    expect(score.metrics.get('proseTasks.found')).toEqual({ hit: 1, gold: 1, got: 1 });
  });

  it('does not hold findings of tolerated rules against a record', () => {
    const finding = {
      ...mention,
      ruleId: 'format/missing-part',
      severity: 'notice' as const,
      message: 'Thiếu Nơi nhận.',
      suggestion: null,
      evidence: null,
      english: { message: '', evidence: null },
      fingerprint: '',
    };
    const record = { ...nothing, findings: [finding] };
    const strict = scoreRecord({ findings: [] }, record);
    expect(strict.metrics.get('findings')).toEqual({ hit: 0, gold: 0, got: 1 });
    const lenient = scoreRecord({ findings: [], tolerated: ['format/missing-part'] }, record);
    expect(lenient.metrics.get('findings')).toEqual({ hit: 0, gold: 0, got: 0 });
  });

  it('adds tallies up over documents', () => {
    const good = scoreRecord({ tasks: [goldTask] }, { ...nothing, tasks: [task] });
    const bad = scoreRecord({ tasks: [goldTask] }, nothing);
    const total = totalScore([good, bad]).metrics.get('tasks.found') ?? { hit: 0, gold: 0, got: 0 };
    expect([precision(total), recall(total), f1(total)]).toEqual([1, 0.5, 2 / 3]);
  });
});

describe('similarity', () => {
  it('is 1 for equals, 0 against nothing, and falls with each letter that differs', () => {
    expect(similarity('Quý I – II', 'quý I - II')).toBe(1);
    expect(similarity('Quý I', '')).toBe(0);
    expect(similarity('abcd', 'abce')).toBe(0.75);
  });
});

describe('gold', () => {
  it.each(goldNames())('%s keeps to the form', (name) => {
    expect(() => readGold(name)).not.toThrow();
  });
});
