import { dated, type Family, grouped, type Profile } from './profile.js';

/** The body of a plan: what stands between its bases and its signature, a line an entry; cells are parted by tabs. */
export interface Body {
  readonly subject: string;
  readonly lines: readonly string[];
  /** What stands behind the signature. */
  readonly appendices: readonly string[];
}

type Writer = (profile: Profile) => Body;

/** The national standard as it was to be named on the plan's day. */
export const standardOf = ({ day }: Profile): string =>
  day < '2015-12-31' ? 'TCVN ISO 9001:2008' : 'TCVN ISO 9001:2015';

/** "15/11/2026": a deadline in the plan's year. */
const on = ({ year, dates }: Profile, month: number, day: number): string =>
  dated(`${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`, dates);

/** The first month that is wholly after the plan's day, in its year. */
const afterIssue = ({ day, year }: Profile): number =>
  Number(day.slice(0, 4)) < year ? 1 : Number(day.slice(5, 7)) + 1;

const WORDS = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'];

/** Thousands below ten million in words: 4500000 -> "Bốn triệu năm trăm nghìn đồng"; whole tens of millions as well. */
export function inWords(value: number): string {
  const millions = Math.floor(value / 1e6);
  const thousands = Math.floor((value % 1e6) / 1000);
  const tens = millions >= 20 ? `${WORDS[Math.floor(millions / 10)]} mươi` : millions >= 10 ? 'mười' : '';
  const unit = millions % 10;
  const ones =
    unit === 0 ? '' : unit === 5 && millions > 10 ? 'lăm' : unit === 1 && millions > 20 ? 'mốt' : WORDS[unit];
  const hundreds = thousands === 0 ? '' : `${WORDS[thousands / 100]} trăm nghìn`;
  const text = [tens, ones, 'triệu', hundreds, 'đồng'].filter((word) => word !== '').join(' ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

const totalOf = ({ costs }: Profile): number => costs[0] + costs[1] + costs[2];

const table: Writer = (p) => {
  const { lead, units, short } = p;
  const standard = standardOf(p);
  const start = afterIssue(p);
  const total = totalOf(p);
  return {
    subject: `Duy trì, cải tiến Hệ thống quản lý chất lượng theo tiêu chuẩn quốc gia ${standard} năm ${p.year}`,
    lines: [
      `${p.self} ban hành Kế hoạch duy trì, cải tiến Hệ thống quản lý chất lượng (HTQLCL) theo tiêu chuẩn quốc gia ${standard} năm ${p.year} như sau:`,
      'I. MỤC ĐÍCH, YÊU CẦU',
      '1. Mục đích',
      `a) Bảo đảm HTQLCL của ${short} phù hợp với tiêu chuẩn quốc gia ${standard}, phục vụ công tác chỉ đạo, điều hành.`,
      'b) Nâng cao chất lượng giải quyết thủ tục hành chính, bảo đảm công khai, minh bạch.',
      '2. Yêu cầu',
      'a) Việc rà soát quy trình phải gắn với trách nhiệm của từng đơn vị, cá nhân.',
      'b) Các nhiệm vụ được thực hiện đúng tiến độ, tiết kiệm, hiệu quả.',
      'II. NỘI DUNG, TIẾN ĐỘ THỰC HIỆN',
      'TT\tNội dung công việc\tĐơn vị chủ trì\tĐơn vị phối hợp\tThời gian hoàn thành\tKết quả',
      `1\tKiện toàn Ban Chỉ đạo ISO của ${short}\t${lead}\t${units[0]}\tTháng ${start}/${p.year}\tQuyết định`,
      `2\tXây dựng mục tiêu chất lượng năm ${p.year}\t${lead}\t${units[2]}\tTrước ngày ${on(p, start, 25)}\tMục tiêu chất lượng`,
      `3\tRà soát, cập nhật các quy trình nội bộ khi văn bản quy phạm pháp luật thay đổi\t${units[1]}\t${units[2]}\tThường xuyên\tQuy trình được phê duyệt`,
      `4\tTập huấn nghiệp vụ đánh giá viên nội bộ\t${units[0]}\t${units[1]}\tQuý III/${p.year}\tDanh sách tham dự`,
      `5\tTổ chức đánh giá nội bộ HTQLCL\t${lead}\t${units[2]}\tTháng 9/${p.year}\tBáo cáo đánh giá`,
      `6\tHọp xem xét của lãnh đạo\t${lead}\t${units[0]}\tTrước ngày ${on(p, 11, 20)}\tBiên bản họp`,
      `7\tBáo cáo kết quả thực hiện gửi cơ quan cấp trên\t${units[0]}\t${lead}\tTrước ngày ${on(p, 12, 10)}\tBáo cáo`,
      'III. KINH PHÍ THỰC HIỆN',
      `1. Kinh phí thực hiện từ nguồn ngân sách nhà nước giao cho ${short} năm ${p.year}.`,
      `2. Tổng kinh phí là ${grouped(total)} đồng (${inWords(total)}), cụ thể như sau:`,
      'TT\tNội dung chi\tĐơn vị tính\tSố lượng\tĐơn giá (đồng)\tThành tiền (đồng)',
      `1\tIn ấn, sao chụp tài liệu hệ thống\tBộ\t${p.costs[0] / 50000}\t50.000\t${grouped(p.costs[0])}`,
      `2\tVăn phòng phẩm phục vụ đánh giá nội bộ\tLần\t2\t${grouped(p.costs[1] / 2)}\t${grouped(p.costs[1])}`,
      `3\tNước uống các cuộc họp\tCuộc\t5\t${grouped(p.costs[2] / 5)}\t${grouped(p.costs[2])}`,
      `\tTổng cộng\t\t\t\t${grouped(total)}`,
      'IV. TỔ CHỨC THỰC HIỆN',
      `1. ${lead}: tham mưu Ban Chỉ đạo ISO triển khai Kế hoạch này; đôn đốc, tổng hợp và báo cáo Giám đốc.`,
      `2. ${units[0]}: bố trí kinh phí, hướng dẫn thanh toán theo quy định.`,
      `3. ${units[2]}: thực hiện nội dung được giao và chịu trách nhiệm về tiến độ.`,
      `Trên đây là Kế hoạch của ${p.self}; quá trình thực hiện nếu có vướng mắc, các đơn vị phản ánh về ${lead} để tổng hợp./.`,
    ],
    appendices: [],
  };
};

const appendix: Writer = (p) => {
  const { lead, units, short } = p;
  const standard = standardOf(p);
  const start = afterIssue(p);
  const total = totalOf(p);
  return {
    subject: `Áp dụng Hệ thống quản lý chất lượng theo ${standard} tại ${p.self} năm ${p.year}`,
    lines: [
      `Nhằm nâng cao hiệu lực quản lý, ${p.self} xây dựng Kế hoạch áp dụng hệ thống quản lý chất lượng năm ${p.year} với các nội dung sau:`,
      'I. MỤC TIÊU',
      `1. 100% quy trình trong phạm vi áp dụng được vận hành theo ${standard}.`,
      '2. Tỷ lệ hồ sơ giải quyết đúng hạn đạt từ 98% trở lên; mức độ hài lòng của tổ chức, cá nhân đạt từ 95%.',
      'II. NHIỆM VỤ',
      'Các nhiệm vụ cụ thể được phân công tại Phụ lục I kèm theo Kế hoạch này.',
      'III. KINH PHÍ',
      `Tổng dự toán: ${grouped(total)} đồng (Bằng chữ: ${inWords(total)}). Chi tiết tại Phụ lục II kèm theo.`,
      'IV. TỔ CHỨC THỰC HIỆN',
      `1. Giao ${lead} là đầu mối giúp lãnh đạo ${short} theo dõi, kiểm tra việc thực hiện Kế hoạch.`,
      `2. ${units[0]} phối hợp với ${lead} chuẩn bị nội dung các cuộc họp xem xét của lãnh đạo.`,
      `3. Trưởng ${units[2].charAt(0).toLowerCase()}${units[2].slice(1)} phổ biến, quán triệt đến toàn thể viên chức, người lao động để thực hiện./.`,
    ],
    appendices: [
      'PHỤ LỤC I',
      'PHÂN CÔNG NHIỆM VỤ',
      `(Kèm theo Kế hoạch số ${p.number} ngày ${dated(p.day, 'words')} của ${p.self})`,
      'STT\tNhiệm vụ\tThời hạn\tĐơn vị thực hiện\tSản phẩm',
      `1\tPhổ biến chính sách chất lượng đến công chức, viên chức\tTháng ${start}/${p.year}\t${units[0]}\tHội nghị`,
      `2\tCập nhật danh mục tài liệu bên ngoài\t15/${start}/${p.year}\t${lead}\tDanh mục`,
      `3\tKiểm tra việc tuân thủ quy trình tại các đơn vị\tTừ ngày ${on(p, 9, 12)} đến ngày ${on(p, 10, 24)}\t${lead}\tBiên bản kiểm tra`,
      `4\tĐánh giá nội bộ và khắc phục điểm không phù hợp\tTháng 10, 11/${p.year}\t${units[1]}\tPhiếu yêu cầu khắc phục`,
      `5\tTổng kết, đề xuất cải tiến cho năm sau\tChậm nhất ngày ${on(p, 12, 18)}\t${lead}\tBáo cáo tổng kết`,
      'PHỤ LỤC II',
      'DỰ TOÁN KINH PHÍ',
      `(Kèm theo Kế hoạch số ${p.number} ngày ${dated(p.day, 'words')} của ${p.self})`,
      'STT\tNội dung\tSố lượng\tĐơn giá\tThành tiền (đồng)',
      `1\tThuê hội trường, trang thiết bị\t1\t${grouped(p.costs[0])}\t${grouped(p.costs[0])}`,
      `2\tPhô tô tài liệu tập huấn\t${p.costs[1] / 20000}\t20.000\t${grouped(p.costs[1])}`,
      `3\tHỗ trợ đoàn kiểm tra\t10\t${grouped(p.costs[2] / 10)}\t${grouped(p.costs[2])}`,
      `\tCộng\t\t\t${grouped(total)}`,
    ],
  };
};

const prose: Writer = (p) => {
  const { lead, units, short } = p;
  const standard = standardOf(p);
  const total = totalOf(p);
  return {
    subject: `Xây dựng, áp dụng và duy trì hệ thống quản lý chất lượng theo tiêu chuẩn ${standard} năm ${p.year}`,
    lines: [
      `${p.self} ban hành Kế hoạch xây dựng, áp dụng và duy trì hệ thống quản lý chất lượng theo tiêu chuẩn ${standard} năm ${p.year}, cụ thể như sau:`,
      'I. MỤC ĐÍCH, YÊU CẦU',
      `- Duy trì có hiệu quả hệ thống quản lý chất lượng tại ${short}; khắc phục những tồn tại đã nêu trong báo cáo năm trước.`,
      `- Mọi quy trình đều được viết theo yêu cầu của ${standard} và phù hợp với Quyết định nêu trên.`,
      'II. NỘI DUNG THỰC HIỆN',
      '1. Rà soát phạm vi áp dụng',
      `- ${lead} chủ trì rà soát danh mục thủ tục hành chính, trình ký quyết định công bố lại trước ngày ${on(p, 6, 30)}.`,
      `- ${units[0]} cập nhật quy trình lên phần mềm, hoàn thành trong tháng 7/${p.year}.`,
      '2. Đánh giá nội bộ và xem xét của lãnh đạo',
      `- Thực hiện đánh giá nội bộ ít nhất 01 lần/năm, xong trước ngày ${on(p, 10, 31)}.`,
      `- Họp xem xét của lãnh đạo trong quý IV/${p.year}.`,
      '3. Chế độ báo cáo',
      `- ${units[1]} tổng hợp báo cáo năm, gửi cơ quan có thẩm quyền trước ngày ${on(p, 12, 15)}.`,
      'III. KINH PHÍ THỰC HIỆN',
      `Kinh phí dự kiến ${grouped(total)} đồng (${inWords(total)}) từ nguồn chi thường xuyên năm ${p.year} của ${short}.`,
      'IV. TỔ CHỨC THỰC HIỆN',
      `1. ${lead}`,
      `- Chủ trì, đôn đốc việc thực hiện Kế hoạch; kịp thời đề xuất biện pháp xử lý vướng mắc.`,
      `2. ${units[2]}`,
      `- Tổ chức thực hiện các nội dung liên quan, báo cáo kết quả về ${lead}./.`,
    ],
    appendices: [],
  };
};

const groups: Writer = (p) => {
  const { lead, units, short } = p;
  const standard = standardOf(p);
  const half = p.costs[0] + p.costs[1];
  const total = totalOf(p);
  return {
    subject: `Duy trì áp dụng hệ thống quản lý chất lượng theo tiêu chuẩn ${standard} năm ${p.year}`,
    lines: [
      `${p.self} ban hành Kế hoạch duy trì áp dụng hệ thống quản lý chất lượng theo tiêu chuẩn ${standard} năm ${p.year} như sau:`,
      'I. MỤC TIÊU CHUNG',
      `Tiếp tục duy trì, cải tiến thường xuyên hệ thống tại ${p.self} theo đúng quy định; tăng cường kỷ luật, kỷ cương hành chính.`,
      'II. NHIỆM VỤ TRỌNG TÂM',
      'STT\tNội dung\tChủ trì\tPhối hợp\tThời gian thực hiện',
      'I\tCông tác chỉ đạo, điều hành\t\t\t',
      `1\tXây dựng, ban hành kế hoạch và mục tiêu chất lượng\t${lead}\t${units[0]}\tQuý II`,
      `2\tTuyên truyền về hệ thống quản lý chất lượng theo ${standard}\t${units[0]}\t${units[2]}\tThường xuyên`,
      'II\tVận hành hệ thống\t\t\t',
      `1\tSoát xét tài liệu, biểu mẫu\t${units[1]}\t${units[2]}\tQuý II, III`,
      `2\tKiểm soát hồ sơ, lưu trữ\t${units[0]}\t${units[2]}\t6 tháng cuối năm`,
      `3\tKhảo sát sự hài lòng của tổ chức, công dân\t${lead}\t${units[1]}\tTháng 10/${p.year}`,
      'III\tKiểm tra, đánh giá\t\t\t',
      `1\tĐánh giá nội bộ\t${lead}\t${units[2]}\tTrước ngày ${on(p, 11, 15)}`,
      `2\tXem xét của lãnh đạo\t${lead}\t${units[0]}\tTrước ngày ${on(p, 12, 5)}`,
      'III. KINH PHÍ',
      `Kinh phí thực hiện: ${grouped(total)} đồng, bằng chữ: ${inWords(total)}.`,
      'TT\tNội dung chi\tThành tiền (đồng)',
      `I\tChi nghiệp vụ\t${grouped(half)}`,
      `1\tChi soạn thảo, soát xét tài liệu\t${grouped(p.costs[0])}`,
      `2\tChi tổ chức hội nghị quán triệt\t${grouped(p.costs[1])}`,
      `II\tChi khác\t${grouped(p.costs[2])}`,
      `1\tChi văn phòng phẩm\t${grouped(p.costs[2])}`,
      `\tTổng cộng\t${grouped(total)}`,
      'IV. PHÂN CÔNG TRÁCH NHIỆM',
      `1. ${lead} tham mưu tổ chức triển khai, theo dõi, tổng hợp tình hình thực hiện.`,
      `2. ${units[2]} căn cứ chức năng, nhiệm vụ để triển khai thực hiện.`,
      `Yêu cầu các đơn vị nghiêm túc thực hiện; trong quá trình thực hiện nếu có khó khăn, kịp thời báo cáo lãnh đạo ${short}./.`,
    ],
    appendices: [],
  };
};

const office: Writer = (p) => {
  const { lead, units, short } = p;
  const standard = standardOf(p);
  return {
    subject: `Duy trì, cải tiến hệ thống quản lý chất lượng năm ${p.year} của ${p.self}`,
    lines: [
      `${p.self} ban hành Kế hoạch duy trì, cải tiến hệ thống quản lý chất lượng năm ${p.year} như sau:`,
      'I. MỤC ĐÍCH',
      `1. Nâng cao trách nhiệm của công chức, người lao động trong việc thực hiện hệ thống quản lý chất lượng theo ${standard}.`,
      '2. Gắn việc áp dụng hệ thống với cải cách hành chính và chuyển đổi số.',
      'II. NỘI DUNG',
      'TT\tNội dung nhiệm vụ\tThời gian\tTrách nhiệm thực hiện\tGhi chú',
      `1\tBan hành kế hoạch đánh giá nội bộ\tTrước ngày ${on(p, 5, 15)}\t${lead}\t`,
      `2\tHướng dẫn các đơn vị tự đánh giá\tTháng 6/${p.year}\t${lead} phối hợp với ${units[0]}\t`,
      `3\tĐánh giá nội bộ tại các đơn vị\tTừ ngày ${on(p, 8, 3)} đến ngày ${on(p, 8, 28)}\tĐoàn đánh giá nội bộ\t`,
      `4\tKhắc phục các điểm không phù hợp\tTrong tháng 9/${p.year}\t${units[2]}\t`,
      `5\tHọp xem xét của lãnh đạo\tQuý IV/${p.year}\tLãnh đạo ${short}; ${lead}\t`,
      'III. KINH PHÍ',
      `Sử dụng nguồn kinh phí hoạt động thường xuyên năm ${p.year} của ${short} theo khoản 6 Điều 4 Thông tư số 116/2015/TT-BTC.`,
      'IV. TỔ CHỨC THỰC HIỆN',
      `1. ${lead} chủ trì, phối hợp với ${units[0]}, ${units[1]} theo dõi, đôn đốc, tổng hợp kết quả.`,
      `2. ${units[2]} triển khai thực hiện nghiêm túc Kế hoạch này./.`,
    ],
    appendices: [],
  };
};

/** How each layout is written. */
export const FAMILIES: Readonly<Record<Family, Writer>> = { table, appendix, prose, groups, office };
