import { describe, expect, it } from 'vitest';
import { centred, layout, line, outline, page, prose } from './page-builder.js';

describe('columns without rulings', () => {
  it('keeps a long entry of the left column in it, though it passes the middle of the first gap', () => {
    const text = prose(
      80,
      'Kế hoạch này được phổ biến đến các chi bộ để thực hiện trong toàn Đảng bộ xã năm nay.',
    );
    const left = [
      'Nơi nhận:',
      '- Ban Thường vụ,',
      '- Các đồng chí Ủy viên Ban Chấp hành Đảng bộ',
      '- Lưu Văn phòng.',
    ];
    const right = ['T/M BAN THƯỜNG VỤ', 'PHÓ BÍ THƯ', '', '', 'Nguyễn Thị Phúc'];
    const top = text.y + 30;
    const words = [
      ...text.words,
      ...left.flatMap((entry, i) => line(80, top + i * 16, entry)),
      ...right.flatMap((entry, i) => (entry === '' ? [] : line(390, top + i * 16, entry, { bold: true }))),
    ];
    expect(outline(layout(page(1, words))).slice(-7)).toEqual([
      ...left,
      ...right.filter((entry) => entry !== ''),
    ]);
  });

  it('parts a date at the right edge from the centred title below it', () => {
    const date = 'Hướng Phùng, ngày 05 tháng 02 năm 2026';
    const text = prose(
      180,
      'Căn cứ yêu cầu công tác, Ủy ban nhân dân xã xây dựng Kế hoạch năm 2026 với các nội dung sau đây:',
    );
    const words = [
      ...line(80, 100, 'UBND XÃ HƯỚNG PHÙNG', { bold: true }),
      ...line(520 - 212, 120, date, { italic: true }),
      ...centred(138, 'KẾ HOẠCH', { bold: true }),
      ...text.words,
    ];
    expect(outline(layout(page(1, words)))).toContain('KẾ HOẠCH');
  });

  it('finds a table without lines whose columns stand close, and ends it at the next heading', () => {
    const rows = [
      ['Stt', 'Công việc', 'Thời gian', 'Đơn vị', 'Ghi chú'],
      ['1', 'Thành lập Ban chỉ đạo', 'Tháng 3', 'Phòng Tổ chức', ''],
      ['2', 'Mời chuyên gia tư vấn', 'Tháng 4', 'Phòng Kế hoạch', 'Trọn gói'],
      ['3', 'Viết quy trình', 'Tháng 5', 'Các khoa', ''],
    ];
    const xs = [80, 112, 262, 328, 414];
    const words = [
      ...rows.flatMap((row, r) =>
        row.flatMap((cell, c) =>
          cell === '' ? [] : line(xs[c] ?? 0, 100 + r * 22, cell, { bold: r === 0 }),
        ),
      ),
      ...line(116, 200, 'C. KINH PHÍ', { bold: true }),
      ...line(116, 220, '1. Tư vấn: 45.000.000đ'),
    ];
    expect(outline(layout(page(1, words)))).toEqual([rows, 'C. KINH PHÍ', '1. Tư vấn: 45.000.000đ']);
  });
});
