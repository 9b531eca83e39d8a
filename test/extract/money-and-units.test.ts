import { describe, expect, it } from 'vitest';
import { numberInWords } from '../../src/extract/money/in-words.js';
import { parseMoney } from '../../src/extract/money/parse-money.js';
import { readAssignments } from '../../src/extract/unit/read-assignments.js';

describe('money', () => {
  it.each<[string, number, string[]]>([
    ['10 triệu đồng/năm/đơn vị', 10_000_000, ['year', 'unit']],
    ['1,5 tỷ đồng', 1_500_000_000, []],
    ['1.245,5 triệu đồng', 1_245_500_000, []],
    ['1 tỷ 500 triệu đồng', 1_500_000_000, []],
    ['500.000đ/người/ngày', 500_000, ['person', 'day']],
    ['60 triệu', 60_000_000, []],
    ['Hai trăm linh năm triệu đồng', 205_000_000, []],
  ])('%s', (text, value, per) => {
    expect(parseMoney(text).map((m) => [m.value, m.per])).toEqual([[value, per]]);
  });
  it('takes a sum repeated in words for one', () => {
    expect(
      parseMoney('15.000.000 đồng (Bằng chữ: Mười lăm triệu đồng chẵn)').map((m) => [m.value, m.inWords]),
    ).toEqual([[15_000_000, 15_000_000]]);
  });
  it('takes no bare number, percentage or document number for money', () => {
    expect(parseMoney('19/2014/QĐ-TTg, 100%, 25 người, năm 2026')).toEqual([]);
  });
  it.each([
    ['Mười lăm triệu', 15_000_000],
    ['bốn mươi lăm triệu năm trăm nghìn', 45_500_000],
    ['một tỷ hai trăm triệu', 1_200_000_000],
    ['hai mươi mốt nghìn', 21_000],
    ['không phải số', null],
  ])('%s in words', (words, value) => {
    expect(numberInWords(words)).toBe(value);
  });
});

describe('units with their roles', () => {
  const units = (text: string): string[][] =>
    readAssignments(text, 'implement').map((a) => [text.slice(a.span.start, a.span.end), a.role]);
  it.each<[string, string[][]]>([
    ['Các phòng, đơn vị thuộc Sở tham dự', [['Các phòng, đơn vị thuộc Sở', 'implement']]],
    ['Phòng Tài chính - Kế toán', [['Phòng Tài chính - Kế toán', 'implement']]],
    ['Phòng Kế hoạch tổng hợp', [['Phòng Kế hoạch tổng hợp', 'implement']]],
    ['Phòng TĐC tổng hợp', [['Phòng TĐC', 'implement']]],
    [
      'Văn phòng, Phòng Quản lý quy hoạch xây dựng',
      [
        ['Văn phòng', 'implement'],
        ['Phòng Quản lý quy hoạch xây dựng', 'implement'],
      ],
    ],
    ['Trung tâm Dịch vụ việc làm', [['Trung tâm Dịch vụ việc làm', 'implement']]],
    ['Ủy ban Mặt trận Tổ quốc Việt Nam xã', [['Ủy ban Mặt trận Tổ quốc Việt Nam xã', 'implement']]],
    [
      '- Chủ trì: Văn phòng - Hỗ trợ: Phòng Tài vụ',
      [
        ['Văn phòng', 'lead'],
        ['Phòng Tài vụ', 'coordinate'],
      ],
    ],
    ['Phòng TCHC tổng hợp', [['Phòng TCHC', 'implement']]],
    [
      'Ban Chỉ đạo ISO Thư ký ISO',
      [
        ['Ban Chỉ đạo ISO', 'implement'],
        ['Thư ký ISO', 'implement'],
      ],
    ],
    [
      '- Chủ trì: Thanh tra tỉnh - Phối hợp: Văn phòng',
      [
        ['Thanh tra tỉnh', 'lead'],
        ['Văn phòng', 'coordinate'],
      ],
    ],
    [
      'Văn phòng Sở chủ trì, phối hợp với Phòng Kế hoạch - Tài chính và các phòng chuyên môn',
      [
        ['Văn phòng Sở', 'lead'],
        ['Phòng Kế hoạch - Tài chính', 'coordinate'],
        ['các phòng chuyên môn', 'coordinate'],
      ],
    ],
    [
      'Chi cục TĐC (chủ trì), Văn phòng (phối hợp)',
      [
        ['Chi cục TĐC', 'lead'],
        ['Văn phòng', 'coordinate'],
      ],
    ],
    [
      'Phòng Phát triển Công nghệ và Đổi mới sáng tạo',
      [['Phòng Phát triển Công nghệ và Đổi mới sáng tạo', 'implement']],
    ],
    ['Đoàn đánh giá nội bộ', [['Đoàn đánh giá nội bộ', 'implement']]],
  ])('%s', (text, expected) => {
    expect(units(text)).toEqual(expected);
  });
});
