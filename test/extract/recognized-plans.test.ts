import { describe, expect, it } from 'vitest';
import type { SourceDocument } from '../../src/document/source-document.js';
import { extractPlan } from '../../src/extract/extract-plan.js';
import { parseTimings } from '../../src/extract/timing/parse-timings.js';
import { documentOf, planText } from './document-of.js';

/** The text as if a recognizer had read it from a page. */
const recognized = async (text: string): Promise<SourceDocument> => ({
  ...(await documentOf(text)),
  method: 'ocr',
});

const table = (rows: readonly (readonly string[])[]): string => {
  const [head = [], ...body] = rows;
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...body.map(line)].join('\n');
};

const headingsOf = (document: SourceDocument) =>
  extractPlan(document)
    .outline.filter(({ kind }) => kind === 'heading')
    .map(({ number, title, raw }) => [number, title, raw]);

describe('headings whose Roman numeral was misread', () => {
  const body =
    'L. Mục đích\n\nNâng cao hiệu quả công tác.\n\nIL Nội dung thực hiện\n\nĐánh giá nội bộ trong năm.\n\nLIL Tổ chức thực hiện\n\nVăn phòng theo dõi.\n\nIV. Kinh phí\n\nTheo dự toán được giao.\n';

  it('are known by the numeral that is due and its strokes, and keep the text that was read', async () => {
    expect(headingsOf(await recognized(planText('', body)))).toEqual([
      ['I', 'Mục đích', 'L. Mục đích'],
      ['II', 'Nội dung thực hiện', 'IL Nội dung thực hiện'],
      ['III', 'Tổ chức thực hiện', 'LIL Tổ chức thực hiện'],
      ['IV', 'Kinh phí', 'IV. Kinh phí'],
    ]);
  });

  it.each([
    ['H. Nội dung thực hiện', 'II'],
    ['LII. Nội dung thực hiện', null],
    ['X. Nội dung thực hiện', 'X'],
  ])('%s behind I. has the number %j', async (line, number) => {
    const document = await recognized(planText('', `I. Mục đích\n\nNâng cao.\n\n${line}\n\nĐánh giá.\n`));
    expect(headingsOf(document).at(1)?.[0] ?? null).toBe(number);
  });

  it('are left alone in documents that were not recognized', async () => {
    const numbers = headingsOf(await documentOf(planText('', body))).map(([number]) => number);
    expect(numbers).toEqual(['IV']);
  });
});

describe('times whose numeral was misread', () => {
  it.each([
    ['Quý IH/2026', '2026-07-01', '2026-09-30'],
    ['Quý HI', '2026-07-01', '2026-09-30'],
    ['Quý H/2026', '2026-04-01', '2026-06-30'],
    ['Quý IL', '2026-04-01', '2026-06-30'],
    ['Quý L/2026', '2026-01-01', '2026-03-31'],
    ['Tháng Ì - 2/2026', '2026-01-01', '2026-02-28'],
  ])('%s is what it can only be, and marked', (text, start, end) => {
    expect(parseTimings(text, 2026)).toMatchObject([{ start, end, misread: true }]);
  });

  it.each(['Châm nhất ngày 10/12/2026', 'Truớc ngày 10/12/2026', 'Trươc 10/12/2026'])(
    '%s is a deadline though a mark is lost',
    (text) => {
      expect(parseTimings(text, 2026)).toMatchObject([{ start: null, end: '2026-12-10' }]);
    },
  );

  it('a document number that lost its second slash is no month', () => {
    expect(parseTimings('Nghị định số 61/2018 NĐ-CP', 2026)).toEqual([]);
  });

  it.each(['Quý IIII', 'Quý V', 'Quý 12'])('%s stays impossible', (text) => {
    expect(parseTimings(text, 2026)[0]?.invalid).not.toBeNull();
  });
});

describe('columns whose head was misread', () => {
  const rows = [
    ['SITT', 'Nội đung.', 'Cơ quan chú trì', 'Thơi gian', 'San phẩm'],
    ['1', 'Đánh giá nội bộ', 'Văn phòng Sở', 'Quý II/2025', 'Báo cáo'],
  ];

  it('hold what their words without marks say', async () => {
    const { tasks } = extractPlan(await recognized(planText('', `I. NỘI DUNG\n\n${table(rows)}\n`)));
    expect(tasks).toMatchObject([
      {
        number: '1',
        content: 'Đánh giá nội bộ',
        assignments: [{ unit: 'Văn phòng Sở', role: 'lead' }],
        timings: [{ start: '2025-04-01' }],
        outputs: ['Báo cáo'],
      },
    ]);
  });

  it('and a total beside its sources is the amount though a speck stands behind it', async () => {
    const costs = [
      ['TT', 'Hạng mục', 'Tống số.', 'Ngân sách tỉnh', 'Phí để lại'],
      ['1', 'Mua sắm thiết bị', '24.000.000', '20.000.000', '4.000.000'],
    ];
    const { budget } = extractPlan(await recognized(planText('', `I. KINH PHÍ\n\n${table(costs)}\n`)));
    expect(budget.lines).toMatchObject([{ content: 'Mua sắm thiết bị', amount: 24_000_000 }]);
  });
});

describe('group rows whose numeral was misread', () => {
  it.each([
    ['IH', 'IH. GIAI ĐOẠN KẾT THÚC'],
    ['', 'GIAI ĐOẠN KẾT THÚC'],
  ])('%j before capitals is no task', async (numeral, section) => {
    const rows = [
      ['TT', 'Nội dung', 'Đơn vị chủ trì', 'Thời gian'],
      ['1', 'Họp xem xét của lãnh đạo', 'Văn phòng', 'Tháng 3'],
      [numeral, 'GIAI ĐOẠN KẾT THÚC', '', ''],
      ['2', 'Công bố áp dụng', 'Phòng Kế hoạch', 'Tháng 9'],
    ];
    const { tasks } = extractPlan(await recognized(planText('', `I. NỘI DUNG\n\n${table(rows)}\n`)));
    expect(tasks.map((task) => [task.content, task.section])).toEqual([
      ['Họp xem xét của lãnh đạo', expect.anything()],
      ['Công bố áp dụng', section],
    ]);
  });
});

describe('the stamp of incoming mail', () => {
  it.each([
    'CÔNG VĂN ĐẾN\nSố: 381 Ngày: 24/10/2025',
    'ĐẾN\nSố: 381\nNgày: 24/10/2025\nChuyển: VP',
    'CONG VĂN ĐEN\nSo 381Ngay 24. 1Ó',
  ])('gives the plan neither its type nor its number nor its date: %j', async (stamp) => {
    const { header } = extractPlan(await documentOf(`${stamp}\n${planText('')}`));
    expect(header).toMatchObject({
      parentAgency: 'UBND TỈNH AN GIANG',
      issuingAgency: 'SỞ TÀI CHÍNH',
      number: '12/KH-STC',
      issuedOn: '2025-01-05',
      documentType: 'KẾ HOẠCH',
    });
  });
});

describe('recipients and signer under a seal', () => {
  const end = (recipients: string, signature: string): string =>
    `${planText('')}\nTrên đây là Kế hoạch năm 2025./.\n\nNơi nhận:\n${recipients}\n\n${signature}\n`;

  it('keeps an entry whose last word was read with a capital, and one whose dash was misread', async () => {
    const text = end(
      '- UBND tỉnh (b/c);\n- Các đồng chí Ủy viên Ban Chấp hành Đảng bộ\nXã;\n_Các phòng thuộc Sở;\n- Lưu: VT.',
      'GIÁM ĐỐC\n\nTrần Thị Lan',
    );
    const { header } = extractPlan(await recognized(text));
    expect(header.recipients).toEqual([
      'UBND tỉnh (b/c)',
      'Các đồng chí Ủy viên Ban Chấp hành Đảng bộ Xã',
      'Các phòng thuộc Sở',
      'Lưu: VT',
    ]);
  });

  it('keeps entries that lost their dashes, told by the semicolons', async () => {
    const text = end('- UBND tỉnh (b/c);\nCac phòng thuộc Sở;\nLưu: VT.', 'GIÁM ĐỐC\n\nTrần Thị Lan');
    const { header } = extractPlan(await recognized(text));
    expect(header.recipients).toEqual(['UBND tỉnh (b/c)', 'Cac phòng thuộc Sở', 'Lưu: VT']);
  });

  it('takes no year out of five figures', async () => {
    const text = planText('').replace('năm 2025', 'năm 20245');
    expect(extractPlan(await recognized(text)).header.issuedOn).toBeNull();
  });

  it('knows a position that lost a mark and a name that got a dash', async () => {
    const text = end('- Lưu: VT.', 'TL. GIÁM ĐỐC\nCHANH VĂN PHÒNG\n\nNguyễn Minh-Lan');
    expect(extractPlan(await recognized(text)).header.signatory).toEqual({
      onBehalf: 'TL. GIÁM ĐỐC',
      position: 'CHANH VĂN PHÒNG',
      name: 'Nguyễn Minh-Lan',
    });
  });
});
