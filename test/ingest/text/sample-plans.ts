/** A table of a sample plan. Cells hold "\n" between paragraphs; a row with one string is a group row over all columns. */
export interface SampleTable {
  readonly head: readonly string[];
  /** A second head row under merged cells: texts of the columns in [from, to), named together by `title`. */
  readonly under?: { readonly title: string; readonly from: number; readonly to: number };
  /** Share of the page's width, in percent. */
  readonly widths: readonly number[];
  readonly rows: readonly (readonly string[])[];
}

export interface SamplePlan {
  readonly name: string;
  readonly landscape?: boolean;
  /** Half points. */
  readonly size?: number;
  readonly centered?: boolean;
  readonly before: readonly string[];
  readonly tables: readonly SampleTable[];
  readonly between?: readonly string[];
  readonly after: readonly string[];
}

const PROSE = {
  basis: [
    'Căn cứ Quyết định số 19/2014/QĐ-TTg ngày 05 tháng 3 năm 2014 của Thủ tướng Chính phủ về việc áp dụng Hệ thống quản lý chất lượng theo Tiêu chuẩn quốc gia TCVN ISO 9001:2008 vào hoạt động của các cơ quan, tổ chức thuộc hệ thống hành chính nhà nước;',
    'Căn cứ Thông tư số 26/2014/TT-BKHCN ngày 10 tháng 10 năm 2014 của Bộ trưởng Bộ Khoa học và Công nghệ quy định chi tiết thi hành Quyết định số 19/2014/QĐ-TTg.',
  ],
  aim: [
    'I. MỤC ĐÍCH, YÊU CẦU',
    '1. Mục đích',
    'Duy trì và cải tiến Hệ thống quản lý chất lượng theo tiêu chuẩn quốc gia TCVN ISO 9001:2015, góp phần nâng cao chất lượng, hiệu quả quản lý nhà nước và cung cấp dịch vụ công của cơ quan.',
    '2. Yêu cầu',
    '- Các phòng, đơn vị thực hiện đúng quy trình đã ban hành, báo cáo kết quả kịp thời và đầy đủ theo quy định.',
  ],
  carry: [
    'III. TỔ CHỨC THỰC HIỆN',
    '1. Ban Chỉ đạo ISO có trách nhiệm chỉ đạo, kiểm tra, đôn đốc các phòng, đơn vị triển khai thực hiện các nội dung của Kế hoạch này bảo đảm đúng tiến độ và chất lượng.',
    '2. Các phòng, đơn vị căn cứ nhiệm vụ được giao chủ động tổ chức thực hiện; kịp thời phản ánh khó khăn, vướng mắc về Thư ký ISO để tổng hợp, báo cáo Ban Chỉ đạo xem xét, quyết định./.',
  ],
} as const;

const plan = (
  name: string,
  rest: Omit<SamplePlan, 'name' | 'before' | 'after'> & Partial<SamplePlan>,
): SamplePlan => ({
  before: [
    'KẾ HOẠCH',
    'Duy trì, cải tiến Hệ thống quản lý chất lượng năm 2026',
    ...PROSE.basis,
    ...PROSE.aim,
    'II. NỘI DUNG THỰC HIỆN',
  ],
  after: PROSE.carry,
  ...rest,
  name,
});

/** Plans to develop the method on. */
export const SAMPLE_PLANS: readonly SamplePlan[] = [
  plan('thu-tu-thuong', {
    tables: [
      {
        head: ['TT', 'Nội dung công việc', 'Đơn vị chủ trì', 'Đơn vị phối hợp', 'Thời gian thực hiện'],
        widths: [7, 38, 19, 19, 17],
        rows: [
          [
            '1',
            'Kiện toàn Ban Chỉ đạo ISO và Tổ giúp việc của Sở',
            'Văn phòng Sở',
            'Các phòng chuyên môn',
            'Quý I/2026',
          ],
          [
            '2',
            'Xây dựng mục tiêu chất lượng năm 2026 của Sở và của các phòng, đơn vị trực thuộc',
            'Các phòng, đơn vị',
            'Thư ký ISO',
            'Trước ngày 15/02/2026',
          ],
          [
            '3',
            'Rà soát, sửa đổi, bổ sung hệ thống tài liệu; cập nhật các văn bản quy phạm pháp luật mới ban hành',
            'Các phòng, đơn vị',
            'Văn phòng Sở',
            'Thường xuyên',
          ],
          [
            '4',
            'Tổ chức tập huấn nâng cao nhận thức về HTQLCL theo TCVN ISO 9001:2015',
            'Chi cục Tiêu chuẩn Đo lường Chất lượng',
            'Văn phòng Sở',
            'Quý II/2026',
          ],
          ['5', 'Đánh giá nội bộ', 'Đoàn đánh giá nội bộ', 'Các phòng, đơn vị', 'Tháng 8/2026'],
          [
            '6',
            'Khắc phục các điểm không phù hợp sau đánh giá nội bộ',
            'Các phòng, đơn vị',
            'Đoàn đánh giá nội bộ',
            'Tháng 9/2026',
          ],
          ['7', 'Họp xem xét của lãnh đạo', 'Ban Chỉ đạo ISO', 'Các phòng, đơn vị', 'Tháng 10/2026'],
          ['8', 'Công bố lại HTQLCL phù hợp TCVN ISO 9001:2015', 'Giám đốc Sở', 'Thư ký ISO', 'Quý IV/2026'],
          [
            '9',
            'Báo cáo kết quả duy trì, cải tiến HTQLCL năm 2026 gửi UBND tỉnh',
            'Văn phòng Sở',
            'Các phòng, đơn vị',
            'Trước ngày 10/12/2026',
          ],
        ],
      },
    ],
  }),
  plan('co-san-pham', {
    centered: true,
    tables: [
      {
        head: ['STT', 'Nội dung', 'Thời gian hoàn thành', 'Đơn vị thực hiện', 'Sản phẩm'],
        widths: [7, 36, 17, 20, 20],
        rows: [
          [
            '1',
            'Ban hành Kế hoạch duy trì, cải tiến HTQLCL năm 2026',
            'Tháng 01/2026',
            'Phòng Hành chính - Tổng hợp',
            'Kế hoạch',
          ],
          [
            '2',
            'Công bố chính sách chất lượng, mục tiêu chất lượng',
            'Tháng 02/2026',
            'Ban Chỉ đạo ISO',
            'Quyết định ban hành mục tiêu chất lượng',
          ],
          [
            '3',
            'Rà soát, cập nhật quy trình giải quyết thủ tục hành chính theo quyết định công bố của Chủ tịch UBND tỉnh',
            'Khi có thay đổi',
            'Các phòng chuyên môn',
            'Quy trình được phê duyệt',
          ],
          [
            '4',
            'Đo lường sự hài lòng của tổ chức, cá nhân',
            'Hằng quý',
            'Bộ phận Một cửa',
            'Báo cáo tổng hợp kết quả khảo sát',
          ],
          ['5', 'Đánh giá nội bộ lần 1', 'Quý II', 'Đoàn đánh giá', 'Biên bản đánh giá; Báo cáo khắc phục'],
          ['6', 'Đánh giá nội bộ lần 2', 'Quý IV', 'Đoàn đánh giá', 'Biên bản đánh giá; Báo cáo khắc phục'],
          [
            '7',
            'Họp xem xét của lãnh đạo về HTQLCL',
            'Tháng 11/2026',
            'Ban Chỉ đạo ISO, Thư ký ISO',
            'Thông báo kết luận',
          ],
          [
            '8',
            'Lập hồ sơ, báo cáo kết quả áp dụng HTQLCL năm 2026',
            'Trước ngày 15/12/2026',
            'Thư ký ISO',
            'Báo cáo',
          ],
        ],
      },
    ],
  }),
  plan('bon-cot', {
    tables: [
      {
        head: ['TT', 'Nội dung thực hiện', 'Tiến độ', 'Phân công thực hiện'],
        widths: [8, 48, 20, 24],
        rows: [
          [
            '1',
            'Phổ biến, quán triệt các yêu cầu của TCVN ISO 9001:2015 đến toàn thể công chức, viên chức và người lao động trong cơ quan',
            'Quý I',
            'Văn phòng HĐND và UBND',
          ],
          [
            '2',
            'Thiết lập mục tiêu chất lượng của cơ quan; theo dõi, đo lường việc thực hiện mục tiêu',
            'Quý I',
            'Ban ISO',
          ],
          [
            '3',
            'Thực hiện kiểm soát tài liệu, hồ sơ theo quy trình',
            'Thường xuyên',
            'Các phòng, ban chuyên môn',
          ],
          ['4', 'Cập nhật văn bản bên ngoài vào hệ thống tài liệu', '6 tháng/lần', 'Thư ký ISO'],
          [
            '5',
            'Tổ chức đánh giá nội bộ toàn bộ hệ thống; lập báo cáo đánh giá và theo dõi hành động khắc phục',
            'Quý III',
            'Đoàn đánh giá nội bộ',
          ],
          ['6', 'Xem xét của lãnh đạo', '01 lần/năm', 'Trưởng Ban ISO'],
          ['7', 'Tổng kết, báo cáo', 'Tháng 12', 'Ban ISO'],
        ],
      },
    ],
  }),
  plan('ba-cot', {
    size: 28,
    tables: [
      {
        head: ['STT', 'Nội dung công việc', 'Thời gian'],
        widths: [10, 62, 28],
        rows: [
          [
            '1',
            'Xây dựng và trình ban hành Kế hoạch áp dụng, duy trì Hệ thống quản lý chất lượng',
            'Tháng 01/2026',
          ],
          ['2', 'Xây dựng mục tiêu chất lượng của cơ quan và của từng phòng', 'Tháng 02/2026'],
          ['3', 'Rà soát, chuẩn hóa quy trình nội bộ', 'Từ tháng 3 đến tháng 6/2026'],
          ['4', 'Đánh giá nội bộ', 'Tháng 9/2026'],
          ['5', 'Thực hiện hành động khắc phục, phòng ngừa (nếu có)', 'Sau đánh giá nội bộ 15 ngày'],
          ['6', 'Họp xem xét của lãnh đạo, đề xuất cải tiến hệ thống cho năm tiếp theo', 'Tháng 11/2026'],
          ['7', 'Báo cáo Sở Khoa học và Công nghệ kết quả thực hiện', 'Trước 15/12/2026'],
        ],
      },
    ],
  }),
  plan('nhom-la-ma', {
    tables: [
      {
        head: ['TT', 'Nội dung nhiệm vụ', 'Cơ quan chủ trì', 'Cơ quan phối hợp', 'Thời hạn', 'Kết quả'],
        widths: [6, 30, 17, 17, 14, 16],
        rows: [
          ['I. Công tác chỉ đạo, điều hành'],
          [
            '1',
            'Kiện toàn Ban Chỉ đạo thực hiện ISO hành chính công của thành phố',
            'Sở Khoa học và Công nghệ',
            'Sở Nội vụ',
            'Quý I/2026',
            'Quyết định',
          ],
          [
            '2',
            'Xây dựng kế hoạch kiểm tra việc áp dụng HTQLCL tại các cơ quan',
            'Sở Khoa học và Công nghệ',
            'Các sở, ban, ngành',
            'Tháng 3/2026',
            'Kế hoạch kiểm tra',
          ],
          ['II. Công tác đào tạo, tập huấn'],
          [
            '3',
            'Tổ chức lớp đào tạo chuyên gia đánh giá nội bộ',
            'Chi cục Tiêu chuẩn Đo lường Chất lượng',
            'Các sở, ban, ngành',
            'Quý II/2026',
            'Chứng chỉ đào tạo',
          ],
          [
            '4',
            'Tập huấn cho công chức cấp xã mới tham gia áp dụng',
            'Sở Khoa học và Công nghệ',
            'UBND các xã, phường',
            'Quý III/2026',
            'Lớp tập huấn',
          ],
          ['III. Công tác kiểm tra, giám sát'],
          [
            '5',
            'Kiểm tra việc duy trì, cải tiến HTQLCL',
            'Đoàn kiểm tra liên ngành',
            'UBND các xã, phường',
            'Quý III, IV/2026',
            'Biên bản kiểm tra',
          ],
          [
            '6',
            'Tổng hợp, báo cáo Bộ Khoa học và Công nghệ',
            'Sở Khoa học và Công nghệ',
            'Các cơ quan liên quan',
            'Tháng 12/2026',
            'Báo cáo',
          ],
        ],
      },
    ],
  }),
  plan('hai-dong-dau', {
    tables: [
      {
        head: ['TT', 'Nội dung công việc', 'Chủ trì', 'Phối hợp', 'Thời gian hoàn thành'],
        under: { title: 'Đơn vị thực hiện', from: 2, to: 4 },
        widths: [7, 40, 18, 18, 17],
        rows: [
          [
            '1',
            'Ban hành kế hoạch duy trì và cải tiến hệ thống quản lý chất lượng',
            'Văn phòng',
            'Các phòng',
            'Quý I',
          ],
          ['2', 'Đào tạo, hướng dẫn công chức mới về áp dụng ISO', 'Phòng Tổ chức', 'Văn phòng', 'Quý II'],
          [
            '3',
            'Chuyển đổi hệ thống tài liệu sang phiên bản điện tử',
            'Trung tâm Chuyển đổi số',
            'Văn phòng',
            'Quý II-III',
          ],
          ['4', 'Đánh giá nội bộ hệ thống quản lý chất lượng', 'Đoàn đánh giá', 'Các phòng', 'Quý III'],
          ['5', 'Họp xem xét lãnh đạo', 'Ban ISO', 'Các phòng', 'Quý IV'],
        ],
      },
    ],
  }),
  plan('kinh-phi', {
    tables: [
      {
        head: ['TT', 'Nội dung chi', 'Đơn vị tính', 'Số lượng', 'Đơn giá (đồng)', 'Thành tiền (đồng)'],
        widths: [7, 37, 12, 10, 17, 17],
        rows: [
          [
            '1',
            'Chi thuê chuyên gia đào tạo nhận thức về TCVN ISO 9001:2015',
            'Lớp',
            '1',
            '5.000.000',
            '5.000.000',
          ],
          ['2', 'Chi biên soạn, in ấn tài liệu phục vụ tập huấn', 'Bộ', '50', '40.000', '2.000.000'],
          ['3', 'Chi nước uống cho đại biểu', 'Người', '50', '20.000', '1.000.000'],
          ['4', 'Chi cho hoạt động đánh giá nội bộ', 'Cuộc', '2', '2.500.000', '5.000.000'],
          ['5', 'Văn phòng phẩm, tủ lưu trữ hồ sơ ISO', 'Năm', '1', '2.000.000', '2.000.000'],
          ['', 'Tổng cộng', '', '', '', '15.000.000'],
        ],
      },
    ],
  }),
  plan('trach-nhiem-gach', {
    landscape: true,
    tables: [
      {
        head: [
          'STT',
          'Nhiệm vụ',
          'Đơn vị/cá nhân thực hiện',
          'Thời gian thực hiện',
          'Kết quả/sản phẩm',
          'Ghi chú',
        ],
        widths: [6, 30, 23, 14, 19, 8],
        rows: [
          [
            '1',
            'Xây dựng mục tiêu chất lượng năm 2026',
            '- Chủ trì: Văn phòng Chi cục\n- Phối hợp: Các phòng chuyên môn',
            'Tháng 01/2026',
            'Quyết định ban hành mục tiêu chất lượng',
            '',
          ],
          [
            '2',
            'Triển khai thực hiện mục tiêu chất lượng tại các phòng',
            '- Chủ trì: Các phòng chuyên môn\n- Phối hợp: Thư ký ISO',
            'Cả năm 2026',
            'Báo cáo kết quả thực hiện mục tiêu',
            '',
          ],
          [
            '3',
            'Rà soát hệ thống văn bản, biểu mẫu của các quy trình; loại bỏ tài liệu lỗi thời',
            '- Chủ trì: Thư ký ISO\n- Phối hợp: Các phòng chuyên môn',
            'Định kỳ hằng tháng',
            'Danh mục tài liệu nội bộ được cập nhật',
            '',
          ],
          [
            '4',
            'Đánh giá rủi ro và cơ hội',
            '- Chủ trì: Các phòng chuyên môn',
            'Quý I/2026',
            'Bảng nhận diện rủi ro và cơ hội',
            '',
          ],
          [
            '5',
            'Đánh giá nội bộ HTQLCL',
            '- Chủ trì: Đoàn đánh giá\n- Tham mưu: Thư ký ISO\n- Phối hợp: Các phòng chuyên môn',
            'Tháng 6/2026',
            'Báo cáo đánh giá nội bộ',
            '',
          ],
          [
            '6',
            'Họp xem xét của lãnh đạo',
            '- Chủ trì: Lãnh đạo Chi cục\n- Tham mưu: Thư ký ISO',
            'Tháng 7/2026',
            'Biên bản họp xem xét của lãnh đạo',
            '',
          ],
        ],
      },
    ],
  }),
  plan('bay-cot', {
    landscape: true,
    size: 24,
    tables: [
      {
        head: [
          'TT',
          'Nội dung công việc',
          'Chủ trì',
          'Phối hợp',
          'Thời gian bắt đầu',
          'Thời gian hoàn thành',
          'Sản phẩm',
        ],
        widths: [5, 29, 15, 15, 11, 11, 14],
        rows: [
          [
            '1',
            'Tham mưu ban hành quyết định kiện toàn Ban Chỉ đạo ISO',
            'Phòng Tổ chức - Hành chính',
            'Các phòng',
            'Tháng 01/2026',
            'Tháng 02/2026',
            'Quyết định',
          ],
          [
            '2',
            'Cập nhật, ban hành lại sổ tay chất lượng',
            'Thư ký ISO',
            'Các phòng',
            'Tháng 02/2026',
            'Tháng 4/2026',
            'Sổ tay chất lượng',
          ],
          [
            '3',
            'Khảo sát mức độ hài lòng của người dân',
            'Trung tâm Phục vụ hành chính công',
            'Văn phòng',
            'Tháng 3/2026',
            'Tháng 11/2026',
            'Báo cáo khảo sát',
          ],
          [
            '4',
            'Đánh giá nội bộ',
            'Đoàn đánh giá',
            'Các phòng',
            'Tháng 8/2026',
            'Tháng 9/2026',
            'Hồ sơ đánh giá',
          ],
          [
            '5',
            'Họp xem xét lãnh đạo',
            'Ban Chỉ đạo ISO',
            'Thư ký ISO',
            'Tháng 10/2026',
            'Tháng 10/2026',
            'Biên bản họp',
          ],
        ],
      },
    ],
  }),
  plan('don-vi-truoc', {
    tables: [
      {
        head: ['TT', 'Đơn vị chủ trì', 'Nội dung công việc', 'Thời gian'],
        widths: [8, 25, 47, 20],
        rows: [
          [
            '1',
            'Phòng Kế hoạch - Tài chính',
            'Lập dự toán kinh phí duy trì, cải tiến HTQLCL năm 2026',
            'Quý I',
          ],
          ['2', 'Văn phòng Sở', 'Tham mưu Lãnh đạo Sở ban hành mục tiêu chất lượng', 'Quý I'],
          ['3', 'Thanh tra Sở', 'Rà soát quy trình tiếp công dân, giải quyết khiếu nại, tố cáo', 'Quý II'],
          [
            '4',
            'Phòng Quản lý Chuyên ngành',
            'Xây dựng mới quy trình thẩm định công nghệ dự án đầu tư và các quy trình liên quan',
            'Quý II, III',
          ],
          ['5', 'Ban ISO', 'Đánh giá nội bộ và họp xem xét lãnh đạo', 'Quý IV'],
        ],
      },
    ],
  }),
  plan('nhieu-trang', {
    size: 28,
    centered: true,
    tables: [
      {
        head: [
          'STT',
          'Nội dung công việc',
          'Đơn vị chủ trì',
          'Đơn vị phối hợp',
          'Thời gian thực hiện',
          'Kết quả',
        ],
        widths: [7, 31, 17, 16, 14, 15],
        rows: [
          [
            '1',
            'Xây dựng Kế hoạch duy trì, áp dụng và cải tiến Hệ thống quản lý chất lượng theo tiêu chuẩn quốc gia TCVN ISO 9001:2015 năm 2026',
            'Văn phòng Sở',
            'Các phòng chuyên môn',
            'Tháng 01/2026',
            'Kế hoạch',
          ],
          [
            '2',
            'Xây dựng mục tiêu chất lượng và kế hoạch thực hiện mục tiêu chất lượng của Sở',
            'Văn phòng Sở',
            'Các phòng chuyên môn',
            'Tháng 02/2026',
            'Mục tiêu chất lượng',
          ],
          [
            '3',
            'Xây dựng mục tiêu chất lượng của các phòng chuyên môn, đơn vị trực thuộc',
            'Các phòng chuyên môn',
            'Thư ký ISO',
            'Tháng 02/2026',
            'Mục tiêu chất lượng của phòng',
          ],
          [
            '4',
            'Rà soát các quy trình giải quyết thủ tục hành chính thuộc phạm vi chức năng quản lý của Sở; đề xuất sửa đổi, bổ sung, thay thế hoặc bãi bỏ',
            'Các phòng chuyên môn',
            'Văn phòng Sở',
            'Thường xuyên trong năm',
            'Quy trình sửa đổi',
          ],
          [
            '5',
            'Tổ chức tập huấn nghiệp vụ đánh giá nội bộ',
            'Chi cục Tiêu chuẩn Đo lường Chất lượng',
            'Văn phòng Sở',
            'Quý II/2026',
            'Lớp tập huấn',
          ],
          [
            '6',
            'Thành lập Đoàn đánh giá nội bộ',
            'Văn phòng Sở',
            'Thư ký ISO',
            'Tháng 7/2026',
            'Quyết định thành lập',
          ],
          [
            '7',
            'Thực hiện đánh giá nội bộ tại các phòng chuyên môn, đơn vị trực thuộc Sở',
            'Đoàn đánh giá nội bộ',
            'Các phòng chuyên môn',
            'Tháng 8/2026',
            'Báo cáo đánh giá nội bộ',
          ],
          [
            '8',
            'Thực hiện hành động khắc phục sau đánh giá',
            'Các phòng chuyên môn',
            'Đoàn đánh giá nội bộ',
            'Tháng 9/2026',
            'Báo cáo khắc phục',
          ],
          [
            '9',
            'Xem xét của lãnh đạo đối với Hệ thống quản lý chất lượng của Sở',
            'Ban Chỉ đạo ISO',
            'Thư ký ISO',
            'Tháng 10/2026',
            'Biên bản họp',
          ],
          [
            '10',
            'Công bố lại Hệ thống quản lý chất lượng phù hợp tiêu chuẩn',
            'Giám đốc Sở',
            'Thư ký ISO',
            'Tháng 11/2026',
            'Quyết định công bố',
          ],
          [
            '11',
            'Báo cáo tình hình áp dụng, duy trì và cải tiến HTQLCL',
            'Văn phòng Sở',
            'Các phòng chuyên môn',
            'Trước ngày 15/12/2026',
            'Báo cáo',
          ],
        ],
      },
    ],
  }),
  plan('thoi-gian-gach', {
    tables: [
      {
        head: ['TT', 'Nội dung', 'Sản phẩm', 'Thời hạn hoàn thành', 'Đối tượng thực hiện'],
        widths: [7, 31, 20, 22, 20],
        rows: [
          [
            '1',
            'Xây dựng mục tiêu chất lượng và báo cáo kết quả thực hiện',
            'Mục tiêu chất lượng năm 2026',
            '- MTCL của Sở: trước ngày 15/02/2026\n- MTCL của phòng: trước ngày 28/02/2026',
            '- Ban Chỉ đạo ISO\n- Văn phòng',
          ],
          [
            '2',
            'Đánh giá nội bộ',
            '- Kế hoạch\n- Báo cáo đánh giá',
            'Trước ngày 30/9/2026',
            '- Đoàn đánh giá\n- Các phòng',
          ],
          ['3', 'Họp xem xét lãnh đạo', 'Biên bản họp', 'Trước ngày 30/10/2026', '- Ban Chỉ đạo ISO'],
          [
            '4',
            'Rà soát, xây dựng quy trình giải quyết thủ tục hành chính khi có thay đổi',
            'Quy trình được phê duyệt',
            'Thường xuyên trong năm 2026',
            '- Các phòng\n- Thư ký ISO',
          ],
        ],
      },
    ],
  }),
  plan('dong-trong', {
    tables: [
      {
        head: ['TT', 'Công việc', 'Người thực hiện', 'Thời gian', 'Ghi chú'],
        widths: [8, 40, 22, 18, 12],
        rows: [
          ['1', 'Kiểm soát việc áp dụng các quy trình', 'Trưởng các phòng', 'Hàng tháng', ''],
          ['2', 'Thống kê hồ sơ trễ hạn, phân tích nguyên nhân', 'Bộ phận Một cửa', 'Hàng quý', ''],
          ['3', 'Đánh giá nội bộ', 'Tổ ISO', 'Tháng 10', 'Năm 2026'],
          ['4', 'Tự công bố hệ thống phù hợp', 'Chủ tịch UBND phường', 'Tháng 12', ''],
        ],
      },
    ],
  }),
];

/** Plans for measuring: the costs were set on the others. */
export const HELD_OUT_PLANS: readonly SamplePlan[] = [
  plan('giu-lai-1', {
    tables: [
      {
        head: ['STT', 'Nội dung triển khai', 'Thời gian', 'Chủ trì', 'Phối hợp', 'Sản phẩm đầu ra'],
        widths: [7, 30, 14, 17, 16, 16],
        rows: [
          [
            '1',
            'Ban hành Quyết định kiện toàn Ban chỉ đạo ISO',
            'Quý I/2025',
            'Phòng Văn hóa - Xã hội',
            'Văn phòng HĐND và UBND xã',
            'Quyết định của Chủ tịch UBND xã',
          ],
          [
            '2',
            'Thống kê, lập danh mục thủ tục hành chính cần xây dựng quy trình',
            'Quý I/2025',
            'Trung tâm Phục vụ hành chính công',
            'Các phòng chuyên môn',
            'Danh mục thủ tục hành chính',
          ],
          [
            '3',
            'Biên soạn quy trình giải quyết thủ tục hành chính',
            'Quý II/2025',
            'Các phòng chuyên môn',
            'Đơn vị tư vấn',
            'Dự thảo quy trình',
          ],
          [
            '4',
            'Phê duyệt, ban hành hệ thống tài liệu',
            'Tháng 7/2025',
            'Chủ tịch UBND xã',
            'Thư ký ISO',
            'Hệ thống tài liệu',
          ],
          [
            '5',
            'Vận hành thử hệ thống và hiệu chỉnh',
            'Từ tháng 8 đến tháng 9/2025',
            'Các phòng chuyên môn',
            'Đơn vị tư vấn',
            'Hồ sơ vận hành',
          ],
          [
            '6',
            'Đánh giá nội bộ, hành động khắc phục',
            'Tháng 10/2025',
            'Tổ đánh giá nội bộ',
            'Các phòng chuyên môn',
            'Báo cáo đánh giá nội bộ',
          ],
          [
            '7',
            'Công bố hệ thống phù hợp tiêu chuẩn',
            'Tháng 12/2025',
            'Chủ tịch UBND xã',
            'Ban chỉ đạo ISO',
            'Bản công bố',
          ],
        ],
      },
    ],
  }),
  plan('giu-lai-2', {
    centered: true,
    tables: [
      {
        head: ['TT', 'Nội dung công việc', 'Trách nhiệm thực hiện', 'Thời hạn hoàn thành'],
        widths: [8, 46, 24, 22],
        rows: [
          [
            '1',
            'Rà soát sự phù hợp của chính sách chất lượng với chức năng, nhiệm vụ mới sau sắp xếp tổ chức bộ máy',
            'Lãnh đạo Sở; Văn phòng Sở',
            'Tháng 3 năm 2025',
          ],
          ['2', 'Điều chỉnh phạm vi áp dụng hệ thống', 'Ban Chỉ đạo ISO', 'Tháng 4 năm 2025'],
          [
            '3',
            'Sửa đổi các quy trình chịu tác động của việc phân cấp, phân quyền',
            'Các phòng: Đổi mới sáng tạo, Bưu chính viễn thông, Chuyển đổi số',
            'Quý II, Quý III năm 2025',
          ],
          ['4', 'Kiểm tra việc tuân thủ quy trình tại các đơn vị sự nghiệp', 'Thư ký ISO', 'Mỗi quý một lần'],
          [
            '5',
            'Đánh giá nội bộ tập trung vào lĩnh vực mới tiếp nhận',
            'Đoàn đánh giá nội bộ',
            'Chậm nhất ngày 15 tháng 10',
          ],
          [
            '6',
            'Họp xem xét của lãnh đạo và đề ra hành động cải tiến',
            'Lãnh đạo Sở',
            'Trước ngày 30/11/2025',
          ],
        ],
      },
    ],
  }),
  plan('giu-lai-3', {
    landscape: true,
    tables: [
      {
        head: [
          'TT',
          'Nhiệm vụ',
          'Đơn vị chủ trì',
          'Đơn vị phối hợp',
          'Sản phẩm dự kiến',
          'Thời gian hoàn thành',
          'Kinh phí (triệu đồng)',
        ],
        widths: [5, 28, 15, 15, 15, 12, 10],
        rows: [
          [
            '1',
            'Tổ chức hội nghị phổ biến các quy định về ISO hành chính',
            'Chi cục TĐC',
            'Văn phòng Sở',
            'Hội nghị',
            'Quý I/2024',
            '12',
          ],
          [
            '2',
            'Đào tạo chuyên gia đánh giá',
            'Chi cục TĐC',
            'Đơn vị đào tạo',
            'Giấy chứng nhận',
            'Quý II/2024',
            '35',
          ],
          [
            '3',
            'Kiểm tra tình hình áp dụng tại 15 cơ quan',
            'Đoàn kiểm tra',
            'Các cơ quan được kiểm tra',
            'Biên bản, báo cáo kiểm tra',
            'Quý III/2024',
            '20',
          ],
          [
            '4',
            'Hỗ trợ kỹ thuật cho UBND cấp xã trong xây dựng hệ thống tài liệu',
            'Chi cục TĐC',
            'UBND cấp xã',
            'Hệ thống tài liệu',
            'Cả năm',
            '45',
          ],
          [
            '5',
            'Tổng kết công tác năm, đề xuất khen thưởng',
            'Sở Khoa học và Công nghệ',
            'Sở Nội vụ',
            'Báo cáo tổng kết',
            'Tháng 12/2024',
            '8',
          ],
        ],
      },
    ],
  }),
  plan('giu-lai-4', {
    tables: [
      {
        head: ['STT', 'Nội dung', 'Bộ phận thực hiện', 'Tiến độ thực hiện'],
        widths: [8, 46, 24, 22],
        rows: [
          [
            '1',
            'Xây dựng mục tiêu chất lượng của đơn vị năm 2022',
            'Bộ phận Tổ chức - Hành chính',
            'Tháng 01/2022',
          ],
          [
            '2',
            'Cải tiến quy trình tiếp nhận và trả kết quả theo cơ chế một cửa liên thông',
            'Bộ phận Một cửa',
            'Quý II/2022',
          ],
          ['3', 'Thực hiện 5S tại nơi làm việc', 'Toàn thể công chức, viên chức', 'Hàng tuần'],
          ['4', 'Đánh giá mức độ thực hiện mục tiêu', 'Trưởng các bộ phận', '6 tháng và cả năm'],
          ['5', 'Đánh giá nội bộ', 'Tổ đánh giá', 'Tháng 9/2022'],
          ['6', 'Báo cáo Chi cục Tiêu chuẩn Đo lường Chất lượng', 'Thư ký ISO', 'Ngày 05/12/2022'],
        ],
      },
      {
        head: ['STT', 'Nội dung chi', 'Số lượng', 'Đơn giá', 'Thành tiền', 'Ghi chú'],
        widths: [8, 42, 11, 14, 14, 11],
        rows: [
          ['1', 'Mua tủ đựng hồ sơ lưu trữ', '2', '3.200.000', '6.400.000', ''],
          ['2', 'Chi bồi dưỡng đoàn đánh giá nội bộ', '5', '200.000', '1.000.000', ''],
          ['3', 'In ấn, photo tài liệu hệ thống', '1', '1.600.000', '1.600.000', ''],
          ['', 'Cộng', '', '', '9.000.000', ''],
        ],
      },
    ],
    between: [
      '2. Dự toán kinh phí',
      'Kinh phí thực hiện Kế hoạch được bố trí từ nguồn chi thường xuyên của đơn vị, cụ thể như sau:',
    ],
  }),
];
