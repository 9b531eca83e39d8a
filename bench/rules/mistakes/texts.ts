import { each, type Mistake } from '../mistake.js';
import type { Profile } from '../profile.js';

const since = (day: string) => (profile: Profile) => profile.day >= day;
const BODY = /(?<=\nI\. M[^\n]*\n)/u;
const REMARK = /(?<=\n(?:III|IV)\. (?:TỔ CHỨC|PHÂN CÔNG)[^\n]*\n)/u;

/** Names of units that ended, or that a letter went wrong in. */
export const UNIT_MISTAKES: readonly Mistake[] = [
  ...each(
    'unit/abolished',
    [
      [BODY, 'Đề nghị UBND các huyện, thị xã, thành phố phối hợp triển khai.\n', 'các huyện'],
      [BODY, 'Các quận, huyện báo cáo tình hình áp dụng theo quý.\n', 'quận, huyện'],
      [REMARK, 'Phòng chuyên môn thuộc Ủy ban nhân dân cấp huyện gửi báo cáo trước tháng 12.\n', 'cấp huyện'],
      [
        BODY,
        'Phối hợp với Sở Thông tin và Truyền thông nâng cấp phần mềm ISO điện tử.\n',
        'Thông tin và Truyền thông',
      ],
      [BODY, 'Báo cáo Bộ Kế hoạch và Đầu tư kết quả thực hiện.\n', 'Kế hoạch và Đầu tư'],
      [BODY, 'Học tập kinh nghiệm tại tỉnh Quảng Nam về ISO điện tử.\n', 'Quảng Nam'],
      [BODY, 'Trao đổi chuyên gia với tỉnh Bà Rịa - Vũng Tàu trong năm.\n', 'Vũng Tàu'],
      [
        REMARK,
        'Văn phòng gửi Bộ Thông tin và Truyền thông báo cáo chuyên đề.\n',
        'Thông tin và Truyền thông',
      ],
    ],
    { when: since('2025-07-02') },
  ),
  ...each(
    'unit/misspelled',
    [
      [
        /(?<=\n1\. [^\n]*)Phòng Hành chính - Tổ chức(?= chủ trì)/u,
        'Phòng Hành chánh - Tồ chức',
        'Phòng Hành ch',
      ],
      [REMARK, 'Sở Khoa học và Công nghê hướng dẫn nghiệp vụ cho các đơn vị.\n', 'Công nghê'],
      [REMARK, 'Kinh phí do Sở Tài chinh thẩm định.\n', 'Tài chính'],
      [REMARK, 'Phòng Quản lý Tiêu chuẩn Đo luờng Chất lượng là đầu mối.\n', 'Đo lường'],
      [REMARK, 'Trung tâm Phục vụ hành chính cộng phối hợp niêm yết quy trình.\n', 'hành chính công'],
      [REMARK, 'Chi cục Tiêu chuẩn Đo lưòng Chất lượng hỗ trợ khi có yêu cầu.\n', 'Đo lường'],
      [REMARK, 'Sở Giáo dục và Đào tao cử cán bộ tham gia.\n', 'Đào tạo'],
      [REMARK, 'Phòng Chuyển đồi số vận hành phần mềm.\n', 'Phòng Chuyển đổi số'],
    ],
    { also: ['text/misspelling'] },
  ),
];

const TITLE = /(?<=\n)KẾ HOẠCH\n/u;

/** The form of the paper: its parts, number, date, appendices. */
export const FORM_MISTAKES: readonly Mistake[] = [
  ...each('format/missing-number', [
    [/(?<=\nSố: )\d+/u, '     ', 'chưa ghi số'],
    [/\nSố: [^\n]*\n/u, '\n', 'không có số'],
    [/(?<=\nSố:) \d+\//u, '        /', 'chưa ghi số'],
    [/(?<=\nSố: )\d+/u, '......', 'chưa ghi số'],
  ]),
  ...each(
    'format/missing-date',
    [
      [/ngày \d{2} tháng \d+ năm (\d{4})(?=\n\nKẾ)/u, (m) => `ngày    tháng    năm ${m[1]}`, 'để trống'],
      [/ngày \d{2} (?=tháng \d+ năm \d{4}\n\nKẾ)/u, 'ngày     ', 'để trống'],
      [/\n[^\n]*, ngày \d{2} tháng \d+ năm \d{4}\n(?=\nKẾ)/u, '\n', 'không có ngày'],
      [/ngày \d{2} tháng \d+ năm (\d{4})(?=\n\nKẾ)/u, (m) => `ngày ... tháng ... năm ${m[1]}`, 'để trống'],
    ],
    { also: ['format/missing-part', 'format/date-style'] },
  ),
  ...each(
    'format/missing-part',
    [
      [/CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n/u, '', 'Quốc hiệu'],
      [/\nNơi nhận:\n(?:- [^\n]*\n)+/u, '\n', 'nơi nhận'],
      [/\nĐộc lập - Tự do - Hạnh phúc\n/u, '\n', 'Tiêu ngữ'],
      [TITLE, '', 'tên loại'],
    ],
    { when: since('2020-03-06'), also: ['document/not-a-plan', 'format/missing-part'] },
  ),
  ...each(
    'format/date-style',
    [
      [
        /ngày 0(\d) tháng (\d+) năm (\d{4})(?=\n\nKẾ)/u,
        (m) => `ngày ${m[1]} tháng ${m[2]} năm ${m[3]}`,
        'ngày',
      ],
      [
        /ngày (\d{2}) tháng 0(\d) năm (\d{4})(?=\n\nKẾ)/u,
        (m) => `ngày ${m[1]} tháng ${m[2]} năm ${m[3]}`,
        'tháng',
      ],
    ],
    { when: since('2020-03-06') },
  ),
  ...each('format/missing-appendix', [
    [/\nPHỤ LỤC II\n[\s\S]*$/u, '\n', 'Phụ lục II'],
    [/tại Phụ lục II kèm theo/u, 'trong dự toán', 'không nhắc đến'],
    [
      /(?<=\nI\. MỤC TIÊU\n)/u,
      'Danh mục quy trình nêu tại Phụ lục III ban hành kèm theo Kế hoạch này.\n',
      'Phụ lục III',
    ],
    [/(?<=\nII\. NỘI DUNG[^\n]*\n)/u, '(Chi tiết theo Phụ lục đính kèm)\n', 'Phụ lục'],
    [/(?<=\nII\. NỘI DUNG[^\n]*\n)/u, 'Phân công cụ thể tại Phụ lục số 01.\n', 'Phụ lục'],
  ]),
];

type Slip = readonly [find: RegExp, put: string, contains: string];

const REPEATS: readonly Slip[] = [
  [/ quốc gia TCVN/u, ' quốc gia quốc gia TCVN', 'quốc gia'],
  [/ triển khai /u, ' triển khai triển khai ', 'triển khai'],
  [/ phối hợp với /u, ' phối hợp với với ', 'với với'],
  [/ của lãnh đạo/u, ' của của lãnh đạo', 'của của'],
  [/ các đơn vị/u, ' các các đơn vị', 'các các'],
  [/ theo quy định/u, ' theo quy định quy định', 'quy định'],
  [/ kết quả thực hiện/u, ' kết quả thực hiện thực hiện', 'thực hiện'],
  [/ được viết/u, ' được được viết', 'được được'],
  [/ và chịu trách nhiệm/u, ' và và chịu trách nhiệm', 'và và'],
  [/ căn cứ chức năng/u, ' căn cứ căn cứ chức năng', 'căn cứ'],
  [/ báo cáo kết quả/iu, ' báo cáo báo cáo kết quả', 'báo cáo'],
  [/ để tổng hợp/u, ' để để tổng hợp', 'để để'],
  [/ tại các /u, ' tại tại các ', 'tại tại'],
  [/ trong quá trình/u, ' trong trong quá trình', 'trong trong'],
];

/** Common slips of fingers and tongues: tones and marks lost, misplaced or mistaken, letters swapped or lost. */
const SLIPS: readonly Slip[] = [
  [/ triển khai /u, ' triễn khai ', 'triễn'],
  [/ quy trình /u, ' quy trịnh ', 'trịnh'],
  [/ quy định/u, ' quy đinh', 'quy đinh'],
  [/ hiệu quả/u, ' hiêu quả', 'hiêu'],
  [/ chất lượng /u, ' chất lựơng ', 'lựơng'],
  [/ thực hiện /u, ' thưc hiện ', 'thưc'],
  [/ trách nhiệm /u, ' trách nhịêm ', 'nhịêm'],
  [/ nâng cao /iu, ' nâng coa ', 'coa'],
  [/ kịp thời/u, ' kiệp thời', 'kiệp'],
  [/ đôn đốc/u, ' đôn dốc', 'dốc'],
  [/ tổng hợp/u, ' tồng hợp', 'tồng'],
  [/ lãnh đạo/u, ' lảnh đạo', 'lảnh'],
  [/ hệ thống /u, ' hệ thóng ', 'thóng'],
  [/ cải tiến/u, ' cãi tiến', 'cãi'],
  [/ báo cáo /u, ' báo caó ', 'caó'],
  [/ đánh giá nội bộ/u, ' đánh gía nội bộ', 'gía'],
  [/ theo dõi/u, ' theo giõi', 'giõi'],
  [/ hướng dẫn/u, ' hướng dẩn', 'dẩn'],
  [/ kinh phí/u, ' kinh phi', 'phi'],
  [/ hành chính/u, ' hành chinh', 'chinh'],
  [/ nghiêm túc/u, ' ngiêm túc', 'ngiêm'],
  [/ khắc phục/iu, ' khăc phục', 'khăc'],
  [/ tiêu chuẩn quốc gia /u, ' tiêu chuẩn quôc gia ', 'quôc'],
  [/ chịu trách/u, ' chiụ trách', 'chiụ'],
  [/ bảo đảm /u, ' bảo đãm ', 'đãm'],
  [/ tiến độ/u, ' tiến đô', 'đô'],
  [/ phù hợp /u, ' phù hơp ', 'hơp'],
  [/ nhiệm vụ/u, ' nhiệm vủ', 'vủ'],
  [/ cải cách/u, ' cải cácch', 'cácch'],
  [/ tài liệu/u, ' tài liêụ', 'liêụ'],
  [/ công chức/u, ' công chưc', 'chưc'],
  [/ chỉ đạo/u, ' chỉ đaọ', 'đaọ'],
];

const slip =
  (rule: string, also: readonly string[]) =>
  ([find, put, contains]: Slip): Mistake => ({
    rule,
    find,
    inBody: true,
    put,
    contains,
    also,
  });

/** Words written twice and misspelled phrases. */
export const TEXT_MISTAKES: readonly Mistake[] = [
  ...REPEATS.map(slip('text/repeated-word', [])),
  ...SLIPS.map(slip('text/misspelling', ['unit/misspelled'])),
];
