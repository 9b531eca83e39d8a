/** What a column of a plan's table holds. */
export type ColumnKind =
  | 'number'
  | 'content'
  | 'unit'
  | 'time'
  | 'output'
  | 'note'
  | 'money'
  | 'quantity'
  | 'measure'
  | 'basis'
  /** A month or quarter, ticked where the work is done in it. */
  | 'tick';

/** How a column's title begins, in lower case; longer phrases first where one begins another. */
export const TITLE_OPENERS: readonly (readonly [string, ColumnKind])[] = [
  ['số thứ tự', 'number'],
  ['số tt', 'number'],
  ['stt', 'number'],
  ['tt', 'number'],
  ['st', 'number'],
  ['đơn vị tính', 'measure'],
  ['đvt', 'measure'],
  ['đơn giá', 'money'],
  ['thành tiền', 'money'],
  ['số tiền', 'money'],
  ['dự kiến số tiền', 'money'],
  ['dự kiến kinh phí', 'money'],
  ['kinh phí', 'money'],
  ['dự toán', 'money'],
  ['mức chi', 'money'],
  ['số lượng', 'quantity'],
  ['khối lượng', 'quantity'],
  ['ghi chú', 'note'],
  ['sản phẩm', 'output'],
  ['kết quả', 'output'],
  ['đầu ra', 'output'],
  ['hồ sơ', 'output'],
  ['minh chứng', 'output'],
  ['tài liệu', 'output'],
  ['biểu mẫu', 'output'],
  ['văn bản', 'output'],
  ['căn cứ', 'basis'],
  ['cơ sở pháp lý', 'basis'],
  ['nguồn kinh phí', 'note'],
  ['địa điểm', 'note'],
  ['lý do', 'note'],
  ['vị trí', 'unit'],
  ['diễn giải', 'content'],
  ['mục chi', 'content'],
  ['quy trình', 'content'],
  ['yêu cầu', 'note'],
  ['tổng tiền', 'money'],
  ['tổng số', 'money'],
  ['ước tính', 'money'],
  ['mức', 'money'],
  ['dự kiến sản phẩm', 'output'],
  ['dự kiến kết quả', 'output'],
  ['thời gian', 'time'],
  ['thời hạn', 'time'],
  ['thời điểm', 'time'],
  ['tiến độ', 'time'],
  ['hoàn thành', 'time'],
  ['dự kiến thời gian', 'time'],
  ['ngày hoàn thành', 'time'],
  ['tần suất', 'time'],
  ['nội dung', 'content'],
  ['công việc', 'content'],
  ['nhiệm vụ', 'content'],
  ['hoạt động', 'content'],
  ['hạng mục', 'content'],
  ['khoản mục', 'content'],
  ['danh mục', 'content'],
  ['mục tiêu', 'content'],
  ['tên công việc', 'content'],
  ['tên nhiệm vụ', 'content'],
  ['giải pháp', 'content'],
  ['các nội dung', 'content'],
  ['các nhiệm vụ', 'content'],
  ['đơn vị', 'unit'],
  ['cơ quan', 'unit'],
  ['bộ phận', 'unit'],
  ['tổ chức', 'unit'],
  ['cá nhân', 'unit'],
  ['phòng', 'unit'],
  ['người', 'unit'],
  ['đối tượng', 'unit'],
  ['chủ trì', 'unit'],
  ['phối hợp', 'unit'],
  ['phân công', 'unit'],
  ['trách nhiệm', 'unit'],
  ['lãnh đạo', 'unit'],
  ['đầu mối', 'unit'],
  ['thực hiện', 'unit'],
];

/** "T1" … "T12", "I" … "IV": a month's or quarter's column. */
export const isTickTitle = (word: string): boolean => /^(?:T\.?\d{1,2}|(?:IV|I{1,3}))$/u.test(word);

/** Words that column titles are made of, in lower case, without punctuation. */
export const TITLE_WORDS: ReadonlySet<string> = new Set(
  `tt stt st t số thứ tự nội dung công việc nhiệm vụ hoạt động hạng mục khoản danh tiêu tên các giải pháp đơn vị cơ quan
  bộ phận tổ chức cá nhân phòng ban người đối tượng chủ trì phối hợp phân trách lãnh đạo đầu mối thực hiện thời gian hạn
  điểm tiến độ hoàn thành dự kiến bắt kết thúc ngày tần suất sản phẩm quả ra hồ sơ minh chứng đạt được cần ghi chú kinh
  phí giá tiền tính lượng khối toán mức chi triệu đồng vnđ đvt tổng nguồn triển khai cụ thể chính chịu và hoặc theo áp
  dụng yêu cầu năm quý tháng giao tham gia mưu báo cáo nghìn ngân sách ước liên quan kpi dự án đề xuất căn cứ tài liệu pháp lý mẫu biểu văn bản địa quy trình do chỉ đ vnd tỷ lệ
  vị trí diễn giải nguồn lần thành phẩm điều phối giám sát hỗ trợ gửi nhận dẫn chứng thuộc bàn giao cơ sở phụ kiểm tra`.split(
    /\s+/u,
  ),
);

/** Where a title column is by habit: smaller stands further left. */
export const HABITUAL_PLACE: Readonly<Record<ColumnKind, number>> = {
  number: 0,
  content: 1,
  measure: 2,
  quantity: 3,
  unit: 4,
  time: 5,
  output: 6,
  basis: 3,
  tick: 5,
  money: 7,
  note: 9,
};
