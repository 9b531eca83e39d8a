import { describe, expect, it } from 'vitest';
import { parseTimings } from '../../src/extract/timing/parse-timings.js';

type Row = readonly [string | null, string | null, string | null, number | null, boolean];
const rows = (phrase: string): Row[] =>
  parseTimings(phrase, 2026).map((t) => [t.start, t.end, t.frequency, t.times, t.conditional]);
const span = (start: string | null, end: string | null): Row => [start, end, null, null, false];

describe('phrases of a plan of 2026', () => {
  it.each<[string, Row[]]>([
    ['Quý I', [span('2026-01-01', '2026-03-31')]],
    ['Quí I/2026', [span('2026-01-01', '2026-03-31')]],
    ['Quý I-II', [span('2026-01-01', '2026-06-30')]],
    ['Quý I, II', [span('2026-01-01', '2026-06-30')]],
    ['Quí I-IV', [span('2026-01-01', '2026-12-31')]],
    ['Quý I/2026 - Quý III/2026', [span('2026-01-01', '2026-09-30')]],
    ['Từ quý I đến quý III', [span('2026-01-01', '2026-09-30')]],
    ['Trong năm 2026', [span('2026-01-01', '2026-12-31')]],
    ['Cả năm', [span('2026-01-01', '2026-12-31')]],
    ['Tháng 02/2026', [span('2026-02-01', '2026-02-28')]],
    ['Tháng 7, 8/2026', [span('2026-07-01', '2026-08-31')]],
    ['Quý I, III', [span('2026-01-01', '2026-03-31'), span('2026-07-01', '2026-09-30')]],
    ['Tháng 6 và tháng 12', [span('2026-06-01', '2026-06-30'), span('2026-12-01', '2026-12-31')]],
    ['Trước tháng 6/2026', [span(null, '2026-05-31')]],
    ['Đến hết quý II', [span(null, '2026-06-30')]],
    ['đến 30/6', [span(null, '2026-06-30')]],
    ['6 tháng đầu năm', [span('2026-01-01', '2026-06-30')]],
    ['Trước ngày 15/11/2026', [span(null, '2026-11-15')]],
    ['chậm nhất ngày 15 tháng 11', [span(null, '2026-11-15')]],
    ['trước ngày 15/6/2026 và 15/12/2026', [span(null, '2026-06-15'), span(null, '2026-12-15')]],
    ['Từ ngày 01/3 đến ngày 15/4/2026', [span('2026-03-01', '2026-04-15')]],
    ['01-15/3/2026', [span('2026-03-01', '2026-03-15')]],
    ['T3-T6', [span('2026-03-01', '2026-06-30')]],
    ['Thường xuyên', [['2026-01-01', '2026-12-31', 'continuous', null, false]]],
    ['Thường xuyên trong năm 2026', [['2026-01-01', '2026-12-31', 'continuous', null, false]]],
    ['Định kỳ hàng tháng', [['2026-01-01', '2026-12-31', 'monthly', null, false]]],
    ['6 tháng/lần', [['2026-01-01', '2026-12-31', 'half-yearly', null, false]]],
    ['1 lần/năm', [['2026-01-01', '2026-12-31', 'yearly', 1, false]]],
    ['2 lần/năm', [['2026-01-01', '2026-12-31', 'yearly', 2, false]]],
    ['Định kỳ hàng năm trước ngày 15/8', [[null, '2026-08-15', 'yearly', null, false]]],
    ['Nếu có thay đổi', [[null, null, null, null, true]]],
    ['theo kế hoạch của cấp trên', []],
    ['Quý II - III', [span('2026-04-01', '2026-09-30')]],
    ['Từ 03 tháng 8 năm 2019 đến 28 tháng 8 năm 2019', [span('2019-08-03', '2019-08-28')]],
    ['từ 03 tháng 8 đến 28 tháng 8', [span('2026-08-03', '2026-08-28')]],
    ['ngày 15 tháng 8/2026', [span('2026-08-15', '2026-08-15')]],
    ['Ngày 14 và 15/3/2026', [span('2026-03-14', '2026-03-15')]],
    ['14,15/3', [span('2026-03-14', '2026-03-15')]],
    ['ngày 05, 12/3', [span('2026-03-05', '2026-03-05'), span('2026-03-12', '2026-03-12')]],
    ['2026 - 2027', [span('2026-01-01', '2027-12-31')]],
    ['1999', [span('1999-01-01', '1999-12-31')]],
    ['6 tháng 1 lần', [['2026-01-01', '2026-12-31', 'half-yearly', null, false]]],
    ['Định kỳ 06 tháng, 01 năm', [['2026-01-01', '2026-12-31', 'half-yearly', null, false]]],
    ['Trước ngày 20 tháng cuối quý', [['2026-01-01', '2026-12-31', 'quarterly', null, false]]],
    ['21/21 xã, 12/12 thủ tục', []],
  ])('%s', (phrase, expected) => {
    expect(rows(phrase)).toEqual(expected);
  });
  it('keeps the labels of a list', () => {
    const found = parseTimings('- Của Sở: trước ngày 15/02/2026 - Của phòng: trước ngày 28/02/2026', 2026);
    expect(found.map((t) => [t.label, t.end])).toEqual([
      ['Của Sở', '2026-02-15'],
      ['Của phòng', '2026-02-28'],
    ]);
  });
  it('says what no calendar has', () => {
    expect(parseTimings('Quý V', 2026)[0]?.invalid).toBe('không có quý V');
    expect(parseTimings('31/02/2026', 2026)[0]?.invalid).toBe('tháng 2/2026 chỉ có 28 ngày');
    expect(parseTimings('Tháng 13/2026', 2026)[0]?.invalid).toBe('không có tháng 13');
  });
  it('leaves dates open where no year is known', () => {
    expect(parseTimings('Quý II', null).map((t) => [t.start, t.end])).toEqual([[null, null]]);
  });
  it('knows the leap year', () => {
    expect(parseTimings('Tháng 02/2024', null)[0]?.end).toBe('2024-02-29');
  });
});
