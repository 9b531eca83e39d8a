import { describe, expect, it } from 'vitest';
import { documentOf, paragraphsOf } from './read.js';

describe('lines broken by a page’s width', () => {
  it('are joined where no blank line stands between them', async () => {
    const text = `Căn cứ Quyết định số 19/2014/QĐ-TTg ngày 05 tháng 3 năm 2014 của Thủ tướng
Chính phủ về việc áp dụng Hệ thống quản lý chất lượng theo tiêu chuẩn quốc gia
TCVN ISO 9001:2008 vào hoạt động của các cơ quan, tổ chức thuộc hệ thống hành
chính nhà nước;

Căn cứ Công văn số 68/SKHCN-TĐC ngày 16/01/2024 của Sở Khoa học và Công nghệ
về việc hướng dẫn công tác duy trì và cải tiến hệ thống quản lý chất lượng theo
TCVN ISO 9001:2015.`;
    expect(paragraphsOf(await documentOf(text))).toEqual([
      'Căn cứ Quyết định số 19/2014/QĐ-TTg ngày 05 tháng 3 năm 2014 của Thủ tướng Chính phủ về việc áp dụng Hệ thống quản lý chất lượng theo tiêu chuẩn quốc gia TCVN ISO 9001:2008 vào hoạt động của các cơ quan, tổ chức thuộc hệ thống hành chính nhà nước;',
      'Căn cứ Công văn số 68/SKHCN-TĐC ngày 16/01/2024 của Sở Khoa học và Công nghệ về việc hướng dẫn công tác duy trì và cải tiến hệ thống quản lý chất lượng theo TCVN ISO 9001:2015.',
    ]);
  });

  it('are joined over the blank line that an extractor writes after every line', async () => {
    const lines = [
      'I. MỤC ĐÍCH, YÊU CẦU',
      '1. Áp dụng, duy trì và cải tiến hệ thống quản lý chất lượng để đẩy mạnh cải',
      'cách hành chính, hệ thống hóa quy trình xử lý công việc hợp lý, khoa học, phù',
      'hợp với quy định của pháp luật nhằm nâng cao hiệu quả quản lý của Bộ Khoa học',
      'Công nghệ; đồng thời, tạo điều kiện cho chuyển đổi số và các hoạt động khác của',
      'cơ quan.',
      '2. Tiếp tục nâng cao nhận thức của đội ngũ cán bộ, công chức, viên chức và',
      'người lao động về việc áp dụng hệ thống quản lý chất lượng trong toàn cơ quan.',
      'UBND THÀNH PHỐ HẢI ĐÔNG',
      'SỞ KHOA HỌC VÀ CÔNG NGHỆ',
      '3. Giúp Giám đốc giám sát, kiểm soát mục tiêu.',
    ];
    expect(paragraphsOf(await documentOf(lines.join('\n\n')))).toEqual([
      'I. MỤC ĐÍCH, YÊU CẦU',
      lines.slice(1, 6).join(' '),
      lines.slice(6, 8).join(' '),
      'UBND THÀNH PHỐ HẢI ĐÔNG',
      'SỞ KHOA HỌC VÀ CÔNG NGHỆ',
      '3. Giúp Giám đốc giám sát, kiểm soát mục tiêu.',
    ]);
  });

  it('are joined around a page’s number and a head that slid in', async () => {
    const text = `- Tham mưu lãnh đạo Sở rà soát, kịp thời củng cố đội ngũ công chức, viên chức
là đầu mối triển khai áp dụng hệ thống quản lý chất lượng tại các phòng và
2
UBND TỈNH X
đơn vị thuộc Sở theo đúng yêu cầu của tiêu chuẩn quốc gia TCVN ISO 9001:2015.`;
    const document = await documentOf(text);
    const [first, second] = paragraphsOf(document);
    expect(first).toMatch(/^- Tham mưu .* tại các phòng và đơn vị thuộc Sở .*9001:2015\.$/u);
    expect(second).toBe('UBND TỈNH X');
    expect(paragraphsOf(document, 'header')).toEqual(['2']);
    expect(document.text.endsWith('\n2')).toBe(true);
  });

  it('of an unwrapped file are joined only where a sentence goes on', async () => {
    const long = 'Triển khai có hiệu quả việc duy trì và cải tiến hệ thống quản lý chất lượng '.repeat(4);
    const text = `${long}theo hướng hiện\n\nđại hóa, ${long}cơ quan.\n\n${long}hằng năm.\n\nNgắn gọn\n\nKhông nối`;
    expect(paragraphsOf(await documentOf(text))).toHaveLength(4);
  });

  it('do not take a broken number for a list item', async () => {
    const text = `Kinh phí thực hiện theo quy định tại khoản 6 Điều
4. Mức chi do thủ trưởng cơ quan quyết định trong phạm vi dự toán được giao hằng
năm của đơn vị và các nguồn kinh phí hợp pháp khác theo quy định của pháp luật.`;
    expect(paragraphsOf(await documentOf(text))).toHaveLength(1);
  });
});

describe('lines that stand alone', () => {
  it('keeps the recipients’ list a line each, and the signature', async () => {
    const text =
      'Nơi nhận:\n- UBND TP (để b/c);\n- Các phòng, đơn vị\nthuộc Sở;\n- Lưu: VT, VP.\nKT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\n\nTrịnh Thị Hòa';
    expect(paragraphsOf(await documentOf(text))).toEqual([
      'Nơi nhận:',
      '- UBND TP (để b/c);',
      '- Các phòng, đơn vị thuộc Sở;',
      '- Lưu: VT, VP.',
      'KT. GIÁM ĐỐC',
      'PHÓ GIÁM ĐỐC',
      'Trịnh Thị Hòa',
    ]);
  });

  it('parts a number from the place and date on the same line', async () => {
    const text = 'Số:       /KH-SKHCN Đồng Nai, ngày    tháng    năm 2026';
    expect(paragraphsOf(await documentOf(text))).toEqual(['Số: /KH-SKHCN', 'Đồng Nai, ngày tháng năm 2026']);
  });

  it('reads a head of two columns column by column', async () => {
    const text = `  UBND TỈNH ĐỒNG BẰNG             CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
SỞ KHOA HỌC VÀ CÔNG NGHỆ              Độc lập - Tự do - Hạnh phúc

    Số: 12/KH-SKHCN               Đồng Bằng, ngày 05 tháng 02 năm 2026

                         KẾ HOẠCH
`;
    const document = await documentOf(text);
    const columns = document.blocks.map((b) => (b.kind === 'paragraph' ? b.column : -1));
    expect(paragraphsOf(document)).toEqual([
      'UBND TỈNH ĐỒNG BẰNG',
      'SỞ KHOA HỌC VÀ CÔNG NGHỆ',
      'Số: 12/KH-SKHCN',
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Độc lập - Tự do - Hạnh phúc',
      'Đồng Bằng, ngày 05 tháng 02 năm 2026',
      'KẾ HOẠCH',
    ]);
    expect(columns).toEqual([1, 1, 1, 2, 2, 2, 0]);
  });
});
