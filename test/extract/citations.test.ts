import { describe, expect, it } from 'vitest';
import { extractPlan } from '../../src/extract/extract-plan.js';
import type { Citation } from '../../src/record/fields.js';
import { documentOf, planText } from './document-of.js';

const cited = async (preamble: string): Promise<readonly Citation[]> =>
  extractPlan(await documentOf(planText(preamble))).citations;
const row = (c: Citation | undefined): unknown[] => [c?.type, c?.number, c?.issuedOn, c?.issuer, c?.role];

describe('number families', () => {
  it.each([
    ['Luật số 68/2006/QH11 ngày 29 tháng 6 năm 2006', ['Luật', '68/2006/QH11', '2006-06-29', null, 'basis']],
    [
      'Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ về công tác văn thư',
      ['Nghị định', '30/2020/NĐ-CP', '2020-03-05', 'Chính phủ', 'basis'],
    ],
    [
      'Thông tư 05/2019/TT-BNV ngày 5-6-2019 của Bộ trưởng Bộ Nội vụ quy định một số nội dung',
      ['Thông tư', '05/2019/TT-BNV', '2019-06-05', 'Bộ trưởng Bộ Nội vụ', 'basis'],
    ],
    [
      'Thông tư liên tịch số 27/2015/TTLT-BKHCN-BTC ngày 30/12/2015 của Bộ trưởng Bộ Khoa học và Công nghệ, Bộ trưởng Bộ Tài chính quy định khoán chi',
      [
        'Thông tư liên tịch',
        '27/2015/TTLT-BKHCN-BTC',
        '2015-12-30',
        'Bộ trưởng Bộ Khoa học và Công nghệ, Bộ trưởng Bộ Tài chính',
        'basis',
      ],
    ],
    [
      'Quyết định số 468/QĐ-TTg ngày 27/3/2021 của Thủ tướng Chính phủ phê duyệt Đề án',
      ['Quyết định', '468/QĐ-TTg', '2021-03-27', 'Thủ tướng Chính phủ', 'basis'],
    ],
    [
      'Nghị quyết số 66.22/2026/NQ-CP ngày 10.3.2026 của Chính phủ',
      ['Nghị quyết', '66.22/2026/NQ-CP', '2026-03-10', 'Chính phủ', 'basis'],
    ],
    [
      'Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị về đột phá phát triển khoa học',
      ['Nghị quyết', '57-NQ/TW', '2024-12-22', 'Bộ Chính trị', 'basis'],
    ],
    [
      'Chương trình hành động số 12-CTr/TU ngày 03/02/2025 của Ban Thường vụ Tỉnh ủy về chuyển đổi số',
      ['Chương trình hành động', '12-CTr/TU', '2025-02-03', 'Ban Thường vụ Tỉnh ủy', 'basis'],
    ],
    [
      'Công văn số 1209/UBND-KGVX ngày 12/3/2025 của UBND tỉnh An Giang v/v triển khai',
      ['Công văn', '1209/UBND-KGVX', '2025-03-12', 'UBND tỉnh An Giang', 'basis'],
    ],
    [
      'Văn bản hợp nhất số 67/VBHN-VPQH ngày 04/7/2025 của Văn phòng Quốc hội',
      ['Văn bản hợp nhất', '67/VBHN-VPQH', '2025-07-04', 'Văn phòng Quốc hội', 'basis'],
    ],
  ])('%s', async (text, expected) => {
    expect(row((await cited(`Căn cứ ${text};`))[0])).toEqual(expected);
  });
});

describe('several citations', () => {
  it('keeps an outer citation and the one in its title apart', async () => {
    const found = await cited(
      'Căn cứ Thông tư số 26/2014/TT-BKHCN ngày 10/10/2014 của Bộ Khoa học và Công nghệ quy định chi tiết thi hành Quyết định số 19/2014/QĐ-TTg ngày 05/3/2014 của Thủ tướng Chính phủ về việc áp dụng HTQLCL; Công văn số 68/SKHCN-TĐC ngày 16/01/2024 của Sở Khoa học và Công nghệ về việc hướng dẫn.',
    );
    expect(found.map((c) => [c.number, c.role, c.within])).toEqual([
      ['26/2014/TT-BKHCN', 'basis', null],
      ['19/2014/QĐ-TTg', 'nested', 0],
      ['68/SKHCN-TĐC', 'basis', null],
    ]);
  });
  it('carries the type over a list of numbers', async () => {
    const found = await cited(
      'Thực hiện các Quyết định số 12/QĐ-UBND, số 13/QĐ-UBND và 14/QĐ-UBND ngày 05/01/2025 của Chủ tịch UBND tỉnh về việc giao dự toán;',
    );
    expect(found.map((c) => [c.type, c.number])).toEqual([
      ['Quyết định', '12/QĐ-UBND'],
      ['Quyết định', '13/QĐ-UBND'],
      ['Quyết định', '14/QĐ-UBND'],
    ]);
  });
  it('ends a title where a sibling begins', async () => {
    const found = await cited(
      'Căn cứ Kế hoạch số 385/KH-UBND ngày 31/12/2024 của UBND tỉnh về cải cách hành chính và Công văn số 12/VPCP-KSTT ngày 01/01/2023 của Văn phòng Chính phủ;',
    );
    expect(found.map((c) => [c.number, c.role, c.title])).toEqual([
      ['385/KH-UBND', 'basis', 'cải cách hành chính'],
      ['12/VPCP-KSTT', 'basis', null],
    ]);
  });
  it('calls an amending document behind "được sửa đổi tại" a reference', async () => {
    const found = await cited(
      'Căn cứ Nghị định số 61/2018/NĐ-CP ngày 23/4/2018 của Chính phủ về thực hiện cơ chế một cửa, được sửa đổi, bổ sung tại Nghị định số 107/2021/NĐ-CP ngày 06/12/2021 của Chính phủ;',
    );
    expect(found.map((c) => [c.number, c.role])).toEqual([
      ['61/2018/NĐ-CP', 'basis'],
      ['107/2021/NĐ-CP', 'reference'],
    ]);
  });
  it('reads a law that amends another as one law', async () => {
    const [first, second] = await cited(
      'Căn cứ Luật sửa đổi, bổ sung một số điều của Luật Tiêu chuẩn và Quy chuẩn kỹ thuật số 70/2025/QH15 ngày 14/6/2025;',
    );
    expect([first?.number, first?.title]).toEqual([
      '70/2025/QH15',
      'sửa đổi, bổ sung một số điều của Luật Tiêu chuẩn và Quy chuẩn kỹ thuật',
    ]);
    expect(second).toBeUndefined();
  });
});

describe('other forms', () => {
  it('names a law without its number by its title', async () => {
    const [law] = await cited('Căn cứ Luật Ngân sách nhà nước ngày 25 tháng 6 năm 2015;');
    expect([law?.type, law?.number, law?.title, law?.issuedOn]).toEqual([
      'Luật',
      null,
      'Ngân sách nhà nước',
      '2015-06-25',
    ]);
  });
  it('spells locators out', async () => {
    const [decree] = await cited(
      'Theo điểm a khoản 1 và khoản 3 Điều 5 Nghị định số 30/2020/NĐ-CP, văn bản được lập.',
    );
    expect(decree?.locators).toEqual([
      { point: 'a', clause: '1', article: '5' },
      { clause: '3', article: '5' },
    ]);
  });
  it('reads a number that a line end broke', async () => {
    const [decision] = await cited(
      'Căn cứ Quyết định số 19/2014/QĐ-\nTTg ngày 05/3/2014 của Thủ tướng Chính phủ;',
    );
    expect(row(decision)).toEqual([
      'Quyết định',
      '19/2014/QĐ-TTg',
      '2014-03-05',
      'Thủ tướng Chính phủ',
      'basis',
    ]);
  });
  it('resolves a short form only where one document fits', async () => {
    const text =
      'Căn cứ Quyết định số 19/2014/QĐ-TTg ngày 05/3/2014 của Thủ tướng Chính phủ;\n\nCăn cứ Quyết định số 20/2014/QĐ-TTg ngày 06/3/2014 của Thủ tướng Chính phủ;\n\nTheo Quyết định số 19 và theo Quyết định nêu trên, các đơn vị thực hiện.';
    const record = extractPlan(await documentOf(planText(text)));
    expect(record.citations.filter((c) => c.short).map((c) => c.number)).toEqual(['19/2014/QĐ-TTg', null]);
    expect(record.warnings.some((w) => w.code === 'citation-open')).toBe(true);
  });
  it('takes no ratio, date or paper size for a citation', async () => {
    expect(await cited('Tỷ lệ 15/20 đơn vị; họp ngày 12/3; khổ A4/A3; 24/7; đạt 3/5 tiêu chí.')).toEqual([]);
  });
  it('leaves out the plan’s own number', async () => {
    const body =
      'I. MỤC ĐÍCH\n\nNội dung./.\n\nPhụ lục\n(Kèm theo Kế hoạch số 12/KH-STC ngày 05 tháng 01 năm 2025 của Sở Tài chính)\n';
    expect(extractPlan(await documentOf(planText('Căn cứ yêu cầu công tác;', body))).citations).toEqual([]);
  });
  it('leaves an impossible date open and keeps its place', async () => {
    const [c] = await cited('Căn cứ Quyết định số 12/QĐ-UBND ngày 31/02/2025 của UBND tỉnh;');
    expect(c?.issuedOn).toBeNull();
    expect(c?.parts.issuedOn?.raw).toBe('ngày 31/02/2025');
  });
});
