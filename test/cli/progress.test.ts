import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { progressLine } from '../../src/cli/audit/progress-line.js';
import { filesDone, NOTHING_DONE, progressAfter } from '../../src/cli/audit/progress-state.js';
import { barView, lineView } from '../../src/cli/audit/progress-view.js';
import { durationText, estimateRest } from '../../src/cli/audit/rest.js';
import { cliMessages } from '../../src/cli/messages/messages.js';
import { displayWidth } from '../../src/cli/terminal/display-width.js';
import type { AuditEvent } from '../../src/run/events.js';
import { fakeOutput } from './fake-io.js';

const say = cliMessages('vi');
const file = { path: 'hop-thu/kế-hoạch.pdf', file: 'kế-hoạch.pdf' };
const EVENTS: readonly AuditEvent[] = [
  { kind: 'collected', files: 4 },
  { kind: 'file-started', ...file },
  { kind: 'stage', stage: 'recognizing', ...file },
  { kind: 'page', stage: 'recognizing', page: 3, pages: 6, ...file },
];
const after = (events: readonly AuditEvent[]) => events.reduce(progressAfter, NOTHING_DONE);

describe('the state of a run', () => {
  test('counts pages of open files as parts of files', () => {
    expect(filesDone(after(EVENTS))).toBe(0.5);
  });

  test('forgets a file that is done', () => {
    const done = after([
      ...EVENTS,
      { kind: 'file-done', outcome: 'failed', read: true, done: 1, total: 4, ...file },
    ]);
    expect(done).toMatchObject({ done: 1, failed: 1 });
    expect(done.open.size).toBe(0);
  });
});

describe('the progress bar', () => {
  test('shows files, estimated rest, file, page and stage', () => {
    const events: readonly AuditEvent[] = [
      EVENTS[0] as AuditEvent,
      { kind: 'file-done', outcome: 'new', read: true, done: 2, total: 4, path: 'a', file: 'a' },
      ...EVENTS.slice(1),
    ];
    expect(progressLine(after(events), 50_000, 100, say)).toBe(
      '█████████████░░░░░░░ 2/4  còn khoảng 30 giây  kế-hoạch.pdf · trang 4/6 · nhận dạng',
    );
  });

  test('fits the terminal, whatever the name and width', () => {
    const name = fc.string({ unit: fc.constantFrom('ế', 'a', '漢', '\u001B', ' ') });
    fc.assert(
      fc.property(name, fc.integer({ min: 20, max: 200 }), (text, columns) => {
        const state = after([
          EVENTS[0] as AuditEvent,
          { kind: 'page', stage: 'reading', page: 1, pages: 3, path: 'x', file: text },
        ]);
        const line = progressLine(state, 9_000, columns, say);
        expect(displayWidth(line)).toBeLessThan(columns);
        expect(line).not.toContain('\u001B');
      }),
    );
  });

  test('is taken away at the end', () => {
    const output = fakeOutput(80);
    const view = barView(output, say);
    for (const event of EVENTS) view.onEvent(event);
    view.close();
    expect(output.text().endsWith('\r\u001B[2K')).toBe(true);
    expect(output.text()).not.toContain('\n');
  });
});

test('without a bar every file is a line, without control characters', () => {
  const output = fakeOutput();
  const view = lineView(output, say);
  for (const event of EVENTS) view.onEvent(event);
  view.onEvent({ kind: 'file-done', outcome: 'new', read: true, done: 1, total: 4, ...file });
  view.onEvent({
    kind: 'file-done',
    outcome: 'unchanged',
    read: false,
    done: 2,
    total: 4,
    ...file,
    path: 'x\u001B',
  });
  view.close();
  expect(output.text()).toBe(
    '[1/4] hop-thu/kế-hoạch.pdf: đã đọc\n[2/4] x\uFFFD: không đổi, đã có trong cơ sở dữ liệu\n',
  );
});

describe('the estimated rest', () => {
  test('is the time so far carried on, once there is something to go by', () => {
    expect(estimateRest(60_000, 20, 40)).toBe(60_000);
    expect(estimateRest(60_000, 0, 40)).toBeNull();
    expect(estimateRest(100, 20, 40)).toBeNull();
  });

  test('is told coarsely', () => {
    expect([4_400, 33_000, 150_000, 7_500_000].map((time) => durationText(time, say))).toEqual([
      '4 giây',
      '35 giây',
      '2 phút 30 giây',
      '2 giờ 5 phút',
    ]);
  });
});
