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

  it('keeps the words of a title together though a line of the other column lies nearer in height', () => {
    const text = prose(80, 'Kế hoạch này được phổ biến đến các đơn vị để thực hiện trong toàn xã năm nay./.');
    const style = { confidence: 0.98 };
    // Recognized boxes are as high as their letters: a dot below brings "TỊCH" nearer to the left column's next line.
    const title = line(372, 260, 'PHÓ CHỦ TỊCH', style).map((word) => ({
      ...word,
      box: word.text === 'TỊCH' ? ([word.box[0], 252, word.box[2], 264] as const) : word.box,
    }));
    const words = [
      ...text.words.map((word) => ({ ...word, ...style })),
      ...line(80, 235, 'Nơi nhận:', style),
      ...line(80, 250, 'UBND huyện;', style),
      ...line(80, 265, 'Lưu VP.', style),
      ...line(372, 245, 'KT.CHỦ TỊCH', style),
      ...title,
      ...line(390, 340, 'Lý A Sử', style),
    ];
    expect(outline(layout(page(1, words, [], { method: 'ocr' }))).slice(-3)).toEqual([
      'KT.CHỦ TỊCH',
      'PHÓ CHỦ TỊCH',
      'Lý A Sử',
    ]);
  });

  it('does not take the width of a few short lines on a last page for the text area', () => {
    const style = { confidence: 0.98 };
    const first = prose(
      80,
      'Căn cứ yêu cầu công tác, Ủy ban nhân dân xã xây dựng Kế hoạch năm 2026 với các nội dung sau đây. '
        .repeat(6)
        .trim(),
      30,
      style,
    );
    const last = [
      ...line(362, 60, 'TUQ. TRƯỞNG BAN', style),
      ...line(360, 76, 'CHÁNH VĂN PHÒNG', style),
      ...line(380, 150, 'Phạm Đức Toàn', style),
      ...['Nơi nhận:', '- Như mục 4;', '- Các phòng;', '- Trưởng ban;', '- Đăng tin;', '- Lưu: VT.'].flatMap(
        (entry, i) => line(80, 166 + 14 * i, entry, style),
      ),
    ];
    const document = layout(
      page(1, first.words, [], { method: 'ocr' }),
      page(2, last, [], { method: 'ocr' }),
    );
    expect(outline(document)).toEqual(expect.arrayContaining(['Phạm Đức Toàn', 'Nơi nhận:']));
  });

  it('keeps a recognized line whole though a box reaches over the next word', () => {
    const style = { confidence: 0.98 };
    const words = line(80, 100, 'dân xã khóa I, kỳ họp thứ 4 về nhiệm vụ phát triển', style).map((word) => ({
      ...word,
      box:
        word.text === 'thứ' ? ([word.box[0], word.box[1], word.box[2] + 9, word.box[3]] as const) : word.box,
    }));
    expect(outline(layout(page(1, words, [], { method: 'ocr' })))).toEqual([
      'dân xã khóa I, kỳ họp thứ 4 về nhiệm vụ phát triển',
    ]);
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
