import { describe, expect, it } from 'vitest';
import { extractPlan } from '../../src/extract/extract-plan.js';
import { documentOf, planText } from './document-of.js';

const table = (rows: readonly (readonly string[])[]): string => {
  const [head = [], ...body] = rows;
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...body.map(line)].join('\n');
};
const recordOf = async (preamble: string, body?: string) =>
  extractPlan(await documentOf(planText(preamble, body)));

/** A party committee's plan, with this signature. */
const partyPlan = (signature: string): string =>
  `ĐẢNG BỘ TỈNH AN GIANG\nĐẢNG ỦY XÃ VĨNH XƯƠNG\n*\nSố 31-KH/ĐU\nVĩnh Xương, ngày 14 tháng 01 năm 2026\n\nKẾ HOẠCH\nchuyển đổi số năm 2026\n\nI- MỤC ĐÍCH\n1. Quán triệt nghị quyết.\n\nKế hoạch này phổ biến đến chi bộ để thực hiện.\n\nNơi nhận:\n- Ban Thường vụ Tỉnh ủy (báo cáo),\n- Lưu Văn phòng Đảng ủy.\n\n${signature}\n`;

describe('heads and signatures of all times and bodies', () => {
  it('reads a party number and drops the closing commas of recipients', async () => {
    const { header, citations } = extractPlan(
      await documentOf(partyPlan('T/M BAN THƯỜNG VỤ\nPHÓ BÍ THƯ\n\nNguyễn Thị Phúc')),
    );
    expect([header.number, header.symbol]).toEqual(['31-KH/ĐU', 'KH/ĐU']);
    expect(header.signatory).toEqual({
      onBehalf: 'T/M BAN THƯỜNG VỤ',
      position: 'PHÓ BÍ THƯ',
      name: 'Nguyễn Thị Phúc',
    });
    expect(header.recipients).toEqual(['Ban Thường vụ Tỉnh ủy (báo cáo)', 'Lưu Văn phòng Đảng ủy']);
    expect(citations).toEqual([]);
  });

  it.each([
    ['K/T GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\n\nLê Văn Tám', 'K/T GIÁM ĐỐC', 'Lê Văn Tám'],
    ['GIÁM ĐỐC BỆNH VIỆN\n\nBS CKII. Trần Quốc Trạch', null, 'BS CKII. Trần Quốc Trạch'],
    ['GIÁM ĐỐC\n\nTS.BS. Trịnh Hồng Nhựt', null, 'TS.BS. Trịnh Hồng Nhựt'],
  ])('reads the signature %j', async (signature, onBehalf, name) => {
    const { header } = extractPlan(await documentOf(partyPlan(signature)));
    expect([header.signatory?.onBehalf, header.signatory?.name]).toEqual([onBehalf, name]);
  });

  it('reads a symbol whose codes a stop parts, and a year before 2000', async () => {
    const text = planText('').replaceAll('2025', '1999').replace('12/KH-STC', '12/KH.STC');
    const { header } = extractPlan(await documentOf(text));
    expect([header.number, header.planYear]).toEqual(['12/KH.STC', 1999]);
  });

  it('takes "V/v …" for a subject, not for a part numbered V', async () => {
    const text = planText(
      '- Căn cứ Quyết định số 19/2014/QĐ-TTg ngày 05/3/2014 của Thủ tướng Chính phủ;',
    ).replace('Áp dụng', 'V/v áp dụng');
    expect(extractPlan(await documentOf(text)).citations.map((c) => c.role)).toEqual(['basis']);
  });
});

describe('citations', () => {
  it('reads a conclusion by notice, an urgent telegram and codes parted by a stop', async () => {
    const { citations } = await recordOf(
      'Căn cứ Thông báo kết luận số 315/TB-VPCP ngày 20/6/2025 của Văn phòng Chính phủ; Công điện khẩn số 122/CĐ-TTg ngày 28/7/2024; Chỉ thị số 27/CT.UB ngày 21-11-2001 của Chủ tịch UBND tỉnh;',
    );
    expect(citations.map((c) => [c.type, c.number])).toEqual([
      ['Thông báo kết luận', '315/TB-VPCP'],
      ['Công điện', '122/CĐ-TTg'],
      ['Chỉ thị', '27/CT.UB'],
    ]);
  });

  it('ends an issuer before what it said', async () => {
    const { citations } = await recordOf(
      'Căn cứ Thông báo số 743/TB-UBND ngày 30/11/2024 của UBND tỉnh kết luận của Chủ tịch UBND tỉnh;',
    );
    expect(citations[0]?.issuer).toBe('UBND tỉnh');
  });

  it('goes on with a list of places at "và các điểm …"', async () => {
    const { citations } = await recordOf(
      'Theo khoản 4 Điều 4, Điều 10 và các điểm a, b khoản 1 Điều 12 Quyết định số 19/2014/QĐ-TTg;',
    );
    expect(citations[0]?.locators).toEqual([
      { clause: '4', article: '4' },
      { article: '10' },
      { point: 'a', clause: '1', article: '12' },
      { point: 'b', clause: '1', article: '12' },
    ]);
  });
});

describe('standards', () => {
  it.each([
    ['duy trì ISO 9001 năm 2025', null],
    ['duy trì ISO 9001 phiên bản năm 2015', 2015],
    ['duy trì ISO 9001 (năm 2015)', 2015],
  ])('%s', async (words, version) => {
    const { standards } = await recordOf('', `I. NỘI DUNG\n\n- Tiếp tục ${words}.\n`);
    expect(standards.at(-1)?.version).toBe(version);
  });
});

describe('heads of columns', () => {
  it('knows "Hỗ trợ" for units that help, "Ngày" for a time and who is looked at for no unit', async () => {
    const rows = [
      ['Ngày', 'Nội dung đánh giá', 'Đơn vị được đánh giá', 'Chịu trách nhiệm chính', 'Hỗ trợ'],
      ['16/9/2025', 'Kiểm soát hồ sơ', 'Văn phòng', 'Tổ đánh giá', 'Phòng Pháp chế'],
      ['18-19/9/2025', 'Cấp giấy phép', 'Phòng Việc làm', 'Tổ đánh giá', 'Thanh tra'],
    ];
    const { tasks } = await recordOf('', `I. NỘI DUNG\n\n${table(rows)}\n`);
    expect(tasks.map((t) => t.timings.map((x) => [x.start, x.end]))).toEqual([
      [['2025-09-16', '2025-09-16']],
      [['2025-09-18', '2025-09-19']],
    ]);
    expect(tasks[0]?.assignments.map((a) => [a.unit, a.role])).toEqual([
      ['Tổ đánh giá', 'responsible'],
      ['Phòng Pháp chế', 'coordinate'],
    ]);
  });

  it('takes a total beside sources of money for the amount', async () => {
    const rows = [
      ['TT', 'Hạng mục', 'Tổng số', 'Ngân sách tỉnh', 'Phí để lại'],
      ['1', 'Công tác phí', '245,5', '200', '45,5'],
      ['', 'Tổng cộng', '1.245,5', '900', '345,5'],
    ];
    const { budget } = await recordOf('', `III. KINH PHÍ\n\nĐơn vị tính: triệu đồng\n\n${table(rows)}\n`);
    expect(budget.lines.map((l) => [l.content, l.amount, l.level])).toEqual([
      ['Công tác phí', 245_500_000, 'item'],
      ['Tổng cộng', 1_245_500_000, 'total'],
    ]);
    expect(budget.fundingSources).toEqual([]);
    expect(budget.amounts).toEqual([]);
  });

  it('counts thousands also above a million of them', async () => {
    const rows = [
      ['TT', 'Nội dung chi', 'Số lượng', 'Đơn giá', 'Thành tiền'],
      ['1', 'Tập huấn', '2', '25.000', '50.000'],
      ['2', 'Phần mềm', '1', '1.200.000', '1.200.000'],
    ];
    const { budget } = await recordOf('', `III. KINH PHÍ\n\nĐVT: 1.000 đồng\n\n${table(rows)}\n`);
    expect(budget.lines.map((l) => l.amount)).toEqual([50_000_000, 1_200_000_000]);
    expect(budget.amounts).toEqual([]);
  });

  it('names every source that "và" joins', async () => {
    const { budget } = await recordOf(
      '',
      'III. KINH PHÍ\n\nTừ nguồn thu hợp pháp của Trường và nguồn tài trợ của doanh nghiệp.\n',
    );
    expect(budget.fundingSources).toEqual([
      'nguồn thu hợp pháp của Trường',
      'nguồn tài trợ của doanh nghiệp',
    ]);
  });
});

describe('tasks and duties in prose', () => {
  it('takes lettered lines with labels for parts of the task above them', async () => {
    const { tasks } = await recordOf(
      '',
      `II. NHIỆM VỤ CỤ THỂ\n\n1. Ban hành lại Sổ tay chất lượng, Mục tiêu chất lượng\n\na) Đơn vị chủ trì: Văn phòng Sở.\n\nb) Thời gian thực hiện: Tháng 8 - 9/2025.\n\nc) Kết quả: Quyết định ban hành.\n`,
    );
    expect(tasks.map((t) => [t.content, t.outputs, t.timings.map((x) => x.end)])).toEqual([
      ['Ban hành lại Sổ tay chất lượng, Mục tiêu chất lượng', ['Quyết định ban hành'], ['2025-09-30']],
    ]);
    expect(tasks[0]?.assignments.map((a) => [a.unit, a.role])).toEqual([['Văn phòng Sở', 'lead']]);
  });

  it('reads duties under numbers with a dash and ends a unit before what it is to do', async () => {
    const { responsibilities } = await recordOf(
      '',
      `IV. TỔ CHỨC THỰC HIỆN\n\n1- Đảng ủy xã lãnh đạo UBND xã cụ thể hóa Kế hoạch này.\n\n2- Phòng Kế hoạch - Tài chính cân đối, bố trí kinh phí; thẩm định dự toán.\n\n3- Thư ký ISO có nhiệm vụ: lưu hồ sơ, nhắc tiến độ các phòng.\n`,
    );
    expect(responsibilities.map((r) => r.unit)).toEqual([
      'Đảng ủy xã',
      'Phòng Kế hoạch - Tài chính',
      'Thư ký ISO',
    ]);
  });

  it('keeps words between two times, and cuts a single time that closes the sentence', async () => {
    const { tasks } = await recordOf(
      '',
      `II. NHIỆM VỤ\n\n1. Tổ chức đánh giá nội bộ 02 đợt: đợt 1 từ ngày 10/5 đến ngày 21/5/2025, đợt 2 từ ngày 04/10 đến ngày 15/10/2025.\n\n2. Họp xem xét của lãnh đạo trong tháng 11/2025.\n`,
    );
    expect(tasks.map((t) => t.content)).toEqual([
      'Tổ chức đánh giá nội bộ 02 đợt: đợt 1 từ ngày 10/5 đến ngày 21/5/2025, đợt 2 từ ngày 04/10 đến ngày 15/10/2025',
      'Họp xem xét của lãnh đạo',
    ]);
  });

  it('ends a unit before "là đơn vị đầu mối, có trách nhiệm:"', async () => {
    const { responsibilities } = await recordOf(
      '',
      `IV. TỔ CHỨC THỰC HIỆN\n\n1. Văn phòng Sở là đơn vị đầu mối, có trách nhiệm:\n\na) Tham mưu kinh phí.\n\n2. Hiệp hội Doanh nghiệp tỉnh\n\n- Giới thiệu doanh nghiệp.\n\n3. Các phòng được đánh giá chuẩn bị hồ sơ đầy đủ.\n\n4. Công chức Văn phòng - Thống kê tham mưu UBND xã.\n`,
    );
    expect(responsibilities.map((r) => r.unit)).toEqual([
      'Văn phòng Sở',
      'Hiệp hội Doanh nghiệp tỉnh',
      'Các phòng được đánh giá',
      'Công chức Văn phòng - Thống kê',
    ]);
  });
});

describe('rows of a task table', () => {
  const head = ['TT', 'Nội dung', 'Chủ trì', 'Lộ trình thực hiện'];
  it('takes "1" over "1.1" for a heading', async () => {
    const rows = [
      head,
      ['1', 'Công tác chỉ đạo', '', ''],
      ['1.1', 'Kiện toàn Ban Chỉ đạo', 'Văn phòng', 'Tháng 02/2025'],
      ['2', 'Duy trì hệ thống', '', ''],
      ['2.1', 'Cập nhật quy trình', 'Các phòng', 'Quý II/2025'],
      ['3', 'Báo cáo', 'Văn phòng', 'Tháng 12/2025'],
    ];
    const { tasks } = await recordOf('', `I. NỘI DUNG\n\n${table(rows)}\n`);
    expect(tasks.map((t) => [t.number, t.section, t.timings.length])).toEqual([
      ['1.1', '1. Công tác chỉ đạo', 1],
      ['2.1', '2. Duy trì hệ thống', 1],
      ['3', '2. Duy trì hệ thống', 1],
    ]);
  });
});

describe('the year of a plan', () => {
  it.each([
    ['Hỗ trợ doanh nghiệp năm 2025 và năm 2026', 2025],
    ['Hỗ trợ doanh nghiệp năm 2026 giai đoạn 2021 - 2030', 2026],
    ['Hỗ trợ doanh nghiệp giai đoạn 2026 - 2030', 2026],
  ])('%s', async (subject, year) => {
    const text = planText('').replace('Áp dụng hệ thống quản lý chất lượng năm 2025', subject);
    expect(extractPlan(await documentOf(text)).header.planYear).toBe(year);
  });
});

describe('a plan issued with a decision', () => {
  it('says so under its subject, which ends there', async () => {
    const text = planText('(Ban hành kèm theo Quyết định số 27/QĐ-SXD ngày 09/02/2025 của Giám đốc Sở)');
    const { header, citations } = extractPlan(await documentOf(text));
    expect(header.subject).toBe('Áp dụng hệ thống quản lý chất lượng năm 2025');
    expect(citations.map((c) => c.number)).toEqual(['27/QĐ-SXD']);
  });
});
