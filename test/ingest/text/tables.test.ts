import { describe, expect, it } from 'vitest';
import { assertSpanLaws } from '../../span-laws.js';
import { exactRows, type RowCount } from './exact-rows.js';
import { documentOf, paragraphsOf, rowsOf, sample, tablesOf } from './read.js';
import { HELD_OUT_PLANS, SAMPLE_PLANS, type SamplePlan } from './sample-plans.js';

async function share(
  plans: readonly SamplePlan[],
  way: string,
): Promise<{ share: number; missed: string[] }> {
  let right = 0;
  let all = 0;
  const missed: string[] = [];
  for (const plan of plans) {
    const document = await documentOf(sample(`${plan.name}.${way}`));
    assertSpanLaws(document);
    const count: RowCount = exactRows(document, plan);
    right += count.right;
    all += count.all;
    missed.push(...count.missed.map((row) => `${plan.name}: ${row}`));
  }
  return { share: right / all, missed };
}

describe.each([
  ['the plans the method was made on', SAMPLE_PLANS],
  ['plans that were held out', HELD_OUT_PLANS],
])('tables that lost their cells: %s', (_, plans) => {
  it.each([
    ['raw', 0.95],
    ['layout', 0.95],
    ['plain', 0.7],
  ] as const)('stand row for row again (%s: at least %d)', async (way, least) => {
    const found = await share(plans, way);
    expect(found.share, found.missed.join('\n')).toBeGreaterThanOrEqual(least);
  });
});

describe('a table written cell by cell', () => {
  const text = `II. NỘI DUNG

STT Nội dung công việc Tổ chức/cá
nhân thực hiện
Thời gian
thực hiện
Kết quả
 Công bố hệ thống phù
hợp tiêu chuẩn (tách
Trung tâm Thông tin
- Trách nhiệm:
Giám đốc Sở
- Phối hợp: Các
Tháng
02/2023
Quyết định
công bố
2
 thành đơn vị độc lập
trong áp dụng)
phòng
2 Đánh giá sự hài lòng
của tổ chức, công dân
- Trách nhiệm:
Văn phòng
Định kỳ hàng
tháng
Báo cáo đánh
giá
3 Tổng kết Ban Chỉ đạo Cả năm 2023 Báo cáo
III. TỔ CHỨC THỰC HIỆN
1. Văn phòng Sở theo dõi, đôn đốc.`;

  it('goes on over a page’s end, cell by cell', async () => {
    const document = await documentOf(text.replace('\n2\n', '\n\f2\n'));
    assertSpanLaws(document);
    const [table] = tablesOf(document);
    expect(rowsOf(document, table)).toEqual([
      ['STT', 'Nội dung công việc', 'Tổ chức/cá nhân thực hiện', 'Thời gian thực hiện', 'Kết quả'],
      [
        '',
        'Công bố hệ thống phù hợp tiêu chuẩn (tách Trung tâm Thông tin thành đơn vị độc lập trong áp dụng)',
        '- Trách nhiệm: Giám đốc Sở - Phối hợp: Các phòng',
        'Tháng 02/2023',
        'Quyết định công bố',
      ],
      [
        '2',
        'Đánh giá sự hài lòng của tổ chức, công dân',
        '- Trách nhiệm: Văn phòng',
        'Định kỳ hàng tháng',
        'Báo cáo đánh giá',
      ],
      ['3', 'Tổng kết', 'Ban Chỉ đạo', 'Cả năm 2023', 'Báo cáo'],
    ]);
    expect(table?.rows[1]?.cells[2]?.paragraphs).toHaveLength(2);
    expect(paragraphsOf(document, 'header')).toEqual(['2']);
    expect(paragraphsOf(document)).toEqual([
      'II. NỘI DUNG',
      'III. TỔ CHỨC THỰC HIỆN',
      '1. Văn phòng Sở theo dõi, đôn đốc.',
    ]);
  });

  it('says how sure it is', async () => {
    const [table] = tablesOf(await documentOf(text));
    expect(table?.origin).toBe('flattened');
    expect(table?.certainty).toBeGreaterThan(0.2);
  });

  it('makes no table of prose that names a table’s columns', async () => {
    const prose =
      'Nội dung\nThời gian\nTheo dõi tiến độ thực hiện các nhiệm vụ được giao tại Kế hoạch này và báo cáo kết quả về Sở.';
    expect(tablesOf(await documentOf(prose))).toEqual([]);
  });
});
