import { describe, expect, it } from 'vitest';
import { extractPlan } from '../../src/extract/extract-plan.js';
import { readTables } from '../tables/read-tables.js';
import { documentOf, planText } from './document-of.js';

/** The tasks of a plan for 2025 with this table, written in Markdown. */
async function tasksOf(rows: readonly (readonly string[])[]) {
  const [head = [], ...body] = rows;
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const table = [line(head), line(head.map(() => '---')), ...body.map(line)].join('\n');
  const document = await documentOf(planText('', `I. NỘI DUNG\n\n${table}\n`));
  return extractPlan(document).tasks.filter((task) => task.origin === 'table');
}

const MONTHS = Array.from({ length: 12 }, (_, i) => `T${i + 1}`);
/** A cell for each month, ticked by `sign` in those that are named. */
const ticks = (sign: string, ...months: readonly number[]): string[] =>
  MONTHS.map((_, i) => (months.includes(i + 1) ? sign : ''));

describe('columns of months', () => {
  it.each(['x', 'X', '×', '✓', '✔', 'v', '•'])('give the months that "%s" ticks as times', async (sign) => {
    const [task] = await tasksOf([
      ['TT', 'Nội dung công việc', ...MONTHS],
      ['1', 'Hiệu chuẩn cân', ...ticks(sign, 2, 3, 11)],
      ['2', 'Bảo trì máy', ...ticks(sign, 6)],
    ]);
    expect(task?.timings.map(({ start, end }) => [start, end])).toEqual([
      ['2025-02-01', '2025-03-31'],
      ['2025-11-01', '2025-11-30'],
    ]);
  });

  it.each([
    ['Thán g 10', (month: number) => `Thán g ${month}`],
    [
      'T1 0 under a head of its own',
      (month: number) => `Thời gian thực hiện năm 2025 T${String(month).split('').join(' ')}`,
    ],
  ])('are known in heads that a narrow column broke: %s', async (_, write) => {
    const broken = MONTHS.map((_month, i) => write(i + 1));
    const [task] = await tasksOf([
      ['TT', 'Nội dung công việc', ...broken],
      ['1', 'Hiệu chuẩn cân', ...ticks('x', 10, 12)],
    ]);
    expect(task?.timings.map(({ start, end }) => [start, end])).toEqual([
      ['2025-10-01', '2025-10-31'],
      ['2025-12-01', '2025-12-31'],
    ]);
  });

  it('say nothing of time where figures stand in them', async () => {
    const tasks = await tasksOf([
      ['TT', 'Nội dung chi', ...MONTHS],
      ['1', 'Tiền điện', ...MONTHS.map((_, i) => `${i + 3}.500`)],
      ['2', 'Tiền nước', ...MONTHS.map((_, i) => `${i + 1}.200`)],
    ]);
    expect(tasks.flatMap((task) => task.timings)).toEqual([]);
  });
});

describe('columns of quarters', () => {
  it('give the ticked quarters as times, those that touch as one', async () => {
    const tasks = await tasksOf([
      ['TT', 'Nhiệm vụ', 'Quý I', 'Quý II', 'Quý III', 'Quý IV'],
      ['1', 'Điều tra thực trạng', 'x', 'x', '', ''],
      ['2', 'Tổng kết chương trình', '', 'x', '', 'x'],
    ]);
    expect(tasks.map((task) => task.timings.map(({ start, end }) => [start, end]))).toEqual([
      [['2025-01-01', '2025-06-30']],
      [
        ['2025-04-01', '2025-06-30'],
        ['2025-10-01', '2025-12-31'],
      ],
    ]);
  });

  it('make no tasks of a table of figures', async () => {
    const tasks = await tasksOf([
      ['TT', 'Nội dung', 'Quý I', 'Quý II', 'Quý III', 'Quý IV'],
      ['1', 'Số hồ sơ tiếp nhận', '120', '135', '98', '140'],
      ['2', 'Số hồ sơ trả lại', '3', '5', '2', '4'],
    ]);
    expect(tasks).toEqual([]);
  });
});

describe('programmes of hours', () => {
  it('are no tasks', async () => {
    expect(extractPlan(await readTables('schedule', 'docx')).tasks).toEqual([]);
    expect(extractPlan(await readTables('schedule', 'pdf')).tasks).toEqual([]);
  });

  it('differ from tasks that are due at an hour of a day', async () => {
    const tasks = await tasksOf([
      ['TT', 'Nội dung công việc', 'Thời gian', 'Đơn vị'],
      ['1', 'Khai mạc tuần lễ', '8h00 ngày 15/4/2025', 'Phòng Kinh tế'],
      ['2', 'Bế mạc tuần lễ', '16h00 ngày 20/4/2025', 'Phòng Kinh tế'],
    ]);
    expect(tasks.length).toBe(2);
  });
});

describe('tables of months on paper', () => {
  it.each(['docx', 'pdf'] as const)('give the same times from a %s', async (form) => {
    const { tasks } = extractPlan(await readTables('months', form));
    const times = tasks.map((task) =>
      task.timings.map(({ start, end }) => `${start?.slice(5, 7)}-${end?.slice(5, 7)}`).join(' '),
    );
    expect(times).toEqual([
      '01-01 07-07',
      '02-04',
      '06-06 12-12',
      '01-12',
      '09-10',
      '03-03 06-06 09-09',
      '04-06',
      '08-09',
      '10-11',
      '03-04 09-10',
      '01-01 04-04 07-07 10-10',
      '01-12',
      '05-05 11-11',
    ]);
  });
});
