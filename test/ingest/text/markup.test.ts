import { describe, expect, it } from 'vitest';
import { documentOf, paragraphsOf, rowsOf, tablesOf } from './read.js';

describe('Markdown', () => {
  it('drops marks, keeps the words, and tells headings', async () => {
    const document = await documentOf(
      '## **II. PHẠM VI**\n\nÁp dụng trong **03** (ba) tháng (*Văn phòng là cơ quan tham mưu*).\n\n### Nơi nhận:\n\n- Lưu: VT, VP_{HĐT}.',
    );
    expect(paragraphsOf(document)).toEqual([
      'II. PHẠM VI',
      'Áp dụng trong 03 (ba) tháng (Văn phòng là cơ quan tham mưu).',
      'Nơi nhận:',
      '- Lưu: VT, VP_{HĐT}.',
    ]);
    const headings = document.blocks.map((b) => (b.kind === 'paragraph' ? b.style.heading : null));
    expect(headings).toEqual([2, null, 3, null]);
  });

  it('reads pipe tables', async () => {
    const document = await documentOf(
      '| TT | Nội dung |\n| --- | :-- |\n| 1 | **Đánh giá**<br>nội bộ |\n| 2 | |\n\nHết.',
    );
    const [table] = tablesOf(document);
    expect(rowsOf(document, table)).toEqual([
      ['TT', 'Nội dung'],
      ['1', 'Đánh giá nội bộ'],
      ['2', ''],
    ]);
    expect(table?.rows[1]?.cells[1]?.paragraphs).toHaveLength(2);
    expect(paragraphsOf(document)).toEqual(['Hết.']);
  });
});

describe('tab-separated lines', () => {
  it('form a table whose empty cells keep their columns', async () => {
    const document = await documentOf(
      'TT\tNội dung\tSản phẩm\tThời hạn\n1\tXây dựng mục tiêu\tMục tiêu\t- Của Sở: trước ngày 15/02/2026 - Của phòng: trước ngày 28/02/2026\n\t\tBáo cáo\t\nI\tDuy trì\t\t15.000.000',
    );
    const [table] = tablesOf(document);
    expect(table).toMatchObject({ columns: 4, headRows: 1, origin: 'markup' });
    expect(rowsOf(document, table)).toEqual([
      ['TT', 'Nội dung', 'Sản phẩm', 'Thời hạn'],
      [
        '1',
        'Xây dựng mục tiêu',
        'Mục tiêu',
        '- Của Sở: trước ngày 15/02/2026 - Của phòng: trước ngày 28/02/2026',
      ],
      ['', '', 'Báo cáo', ''],
      ['I', 'Duy trì', '', '15.000.000'],
    ]);
    expect(table?.rows[1]?.cells[3]?.paragraphs).toHaveLength(2);
  });

  it('keeps a dash inside a sentence in its paragraph', async () => {
    const document = await documentOf('TT\tĐơn vị\n1\tPhòng Hành chính - Tổng hợp');
    expect(tablesOf(document)[0]?.rows[1]?.cells[1]?.paragraphs).toHaveLength(1);
  });
});
