/** What the two forms say besides what is filled in; both languages alike in shape. */
export const wording = {
  vi: {
    nation: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    motto: 'Độc lập - Tự do - Hạnh phúc',
    number: 'Số:         /PRS',
    summaryNumber: 'Số:         /TH-RS',
    placeDate: '{{dia_danh}}, ngày {{ngay}} tháng {{thang}} năm {{nam}}',
    recipients: 'Nơi nhận:',
    note: {
      title: 'PHIẾU RÀ SOÁT',
      subject: '{{ke_hoach}}',
      to: 'Kính gửi: {{don_vi}}.',
      body: [
        'Qua rà soát *{{ke_hoach_day_du}}* (tệp “{{tep}}”), {{co_quan_rut_gon}} ghi nhận *{{tong_so}}* điểm cần xem lại, gồm *{{so_loi}}* lỗi và *{{so_canh_bao}}* cảnh báo; cụ thể như sau:',
      ],
      heads: ['TT', 'Vị trí', 'Nội dung sai khác', 'Căn cứ', 'Đề nghị'],
      conclusion: '{{ket_luan}}',
      closing:
        'Đề nghị {{don_vi}} đối chiếu với bản gốc, chỉnh sửa những nội dung nêu trên và gửi lại để rà soát./.',
      recipients: ['- {{don_vi}};', '- Lưu: VT.'],
    },
    summary: {
      title: 'BẢNG TỔNG HỢP',
      subject: 'Kết quả rà soát kế hoạch của các đơn vị',
      body: [
        '1. Đã nhận *{{so_tep}}* tệp; rà soát được *{{so_ke_hoach}}* kế hoạch, *{{so_khong_doc}}* tệp không đọc được. Có *{{so_dat}}* kế hoạch không có lỗi hoặc cảnh báo; các kế hoạch còn lại có tổng cộng *{{so_loi}}* lỗi và *{{so_canh_bao}}* cảnh báo.',
      ],
      plansLead: '2. Kết quả theo từng kế hoạch',
      planHeads: ['TT', 'Đơn vị', 'Kế hoạch', 'Lỗi', 'Cảnh báo', 'Kết quả'],
      rulesLead: '3. Các loại sai khác',
      ruleHeads: ['TT', 'Loại sai khác', 'Mức độ', 'Số lượt', 'Số kế hoạch'],
      failuresLead: '4. Tệp không đọc được (chưa được rà soát)',
      failureHeads: ['TT', 'Tệp', 'Lý do', 'Cách xử lý'],
      closing: '{{ket_luan}}',
      recipients: ['- Lãnh đạo cơ quan (để báo cáo);', '- Lưu: VT.'],
    },
  },
  en: {
    nation: 'SOCIALIST REPUBLIC OF VIET NAM',
    motto: 'Independence - Freedom - Happiness',
    number: 'No.:         /PRS',
    summaryNumber: 'No.:         /TH-RS',
    placeDate: '{{dia_danh}}, {{ngay}}/{{thang}}/{{nam}}',
    recipients: 'Recipients:',
    note: {
      title: 'DISCREPANCY NOTE',
      subject: '{{ke_hoach}}',
      to: 'To: {{don_vi}}.',
      body: [
        '{{co_quan_rut_gon}} went through *{{ke_hoach_day_du}}* (file “{{tep}}”) and found *{{tong_so}}* points to be looked at again, *{{so_loi}}* errors and *{{so_canh_bao}}* warnings:',
      ],
      heads: ['No.', 'Place', 'Discrepancy', 'Legal basis', 'Proposal'],
      conclusion: '{{ket_luan}}',
      closing:
        '{{don_vi}} is asked to compare these points with the original, mend them and hand the plan in again.',
      recipients: ['- {{don_vi}};', '- File.'],
    },
    summary: {
      title: 'SUMMARY',
      subject: 'Discrepancies in the plans of the units',
      body: [
        '1. *{{so_tep}}* files came in; *{{so_ke_hoach}}* plans were checked, *{{so_khong_doc}}* files could not be read. *{{so_dat}}* plans have neither errors nor warnings; the others have *{{so_loi}}* errors and *{{so_canh_bao}}* warnings.',
      ],
      plansLead: '2. Plan by plan',
      planHeads: ['No.', 'Unit', 'Plan', 'Errors', 'Warnings', 'Result'],
      rulesLead: '3. Kinds of discrepancy',
      ruleHeads: ['No.', 'Kind', 'Severity', 'Times', 'Plans'],
      failuresLead: '4. Files that could not be read (not checked)',
      failureHeads: ['No.', 'File', 'Reason', 'What to do'],
      closing: '{{ket_luan}}',
      recipients: ['- The head of the office;', '- File.'],
    },
  },
} as const;
