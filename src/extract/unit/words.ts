/** First words of the names of bodies that plans give work to; a list's next item begins with one of them. */
export const UNIT_HEADS: readonly string[] = [
  'Phòng', 'Văn phòng', 'Ban', 'Bộ phận', 'Bộ', 'Sở', 'Ngành', 'Chi cục', 'Cục', 'Tổng cục', 'Trung tâm', 'Viện', 'Trường', 'Quỹ',
  'Ủy ban', 'Uỷ ban', 'UBND', 'HĐND', 'Hội đồng', 'Hội', 'Đoàn', 'Tổ', 'Nhóm', 'Đội', 'Thư ký', 'Thanh tra', 'Thành viên',
  'Giám đốc', 'Phó Giám đốc', 'Trưởng', 'Phó', 'Chánh', 'Lãnh đạo', 'Thủ trưởng', 'Chủ tịch', 'Cán bộ', 'Công chức', 'Viên chức',
  'Đơn vị', 'Cơ quan', 'Các', 'Cá nhân', 'Tập thể', 'Toàn thể', 'Tất cả', 'Toàn bộ', 'Mỗi', 'Đại diện', 'Chuyên gia', 'Chuyên viên', 'Kế toán', 'BCĐ', 'BGĐ',
  'Công an', 'Công ty', 'Kho bạc', 'Báo', 'Đài', 'Bưu điện', 'Vụ', 'Khoa', 'Xã', 'Phường', 'Huyện', 'Thành phố', 'Tỉnh', 'Đảng ủy', 'Tỉnh ủy', 'Thành ủy', 'Công đoàn', 'Liên hiệp', 'Bên', 'Tư vấn', 'Người', 'QMR', 'ISO', 'Đồng chí', 'Đ/c', 'Ông', 'Bà',
  'Hiệp hội', 'Liên minh', 'Liên đoàn', 'Mặt trận', 'Ngân hàng', 'Tòa án', 'Viện kiểm sát', 'Bệnh viện', 'Trạm', 'Hạt', 'Chi nhánh', 'Chi bộ', 'Đảng bộ', 'Huyện ủy', 'Bảo hiểm xã hội', 'Điện lực', 'Hợp tác xã', 'Doanh nghiệp', 'Quận', 'Thị xã', 'Thị trấn', 'Đại học', 'Học viện', 'Thư viện', 'Bảo tàng', 'Nhà máy', 'Xí nghiệp', 'Bộ Chỉ huy',
]; // biome-ignore format: a table of words

/** What begins like a unit's name and is none: "Tổ chức hội nghị", "Ban hành", "Báo cáo". */
export const FALSE_HEADS: readonly string[] = [
  'Tổ chức', 'Ban hành', 'Báo cáo', 'Hội nghị', 'Hội thảo', 'Trường hợp', 'Vụ việc', 'Xã hội', 'Bộ tài liệu', 'Bộ thủ tục', 'Bộ tiêu chí', 'Bộ chỉ số', 'Trưởng thành', 'Ông bà', 'Đoàn kết', 'Nhóm nhiệm vụ', 'Nhóm giải pháp', 'Người dân', 'Các nội dung', 'Các quy trình', 'Các nhiệm vụ', 'Các hoạt động', 'Các văn bản', 'Các tài liệu', 'Các thủ tục', 'Các chỉ tiêu', 'Các giải pháp', 'Các biện pháp', 'Các mục tiêu', 'Tất cả các quy trình', 'Tất cả các thủ tục', 'Toàn bộ các quy trình', 'Toàn bộ quy trình', 'Toàn bộ hồ sơ', 'Toàn bộ tài liệu', 'Mỗi năm', 'Mỗi quý', 'Mỗi tháng', 'Bên cạnh', 'Khoa học', 'Quỹ đất', 'Đài phun', 'Báo động', 'Thành phần', 'Thành lập', 'Công bố', 'Tư vấn xây', 'Phòng chống', 'Phòng ngừa', 'Phòng cháy', 'Phó bản', 'Cục bộ', 'ISO điện tử', 'Tổ quốc', 'Đoàn thể', 'Đoàn viên', 'Hội viên', 'Báo chí', 'Phó mặc', 'Khoa giáo', 'Hạt nhân',
]; // biome-ignore format: a table of words

/** Heads that begin a new unit even without a comma or dash before them ("Ban Chỉ đạo ISO Thư ký ISO"). */
export const STRONG_HEADS: readonly string[] = [
  'Phòng', 'Văn phòng', 'Ban', 'Bộ phận', 'Chi cục', 'Trung tâm', 'Thư ký', 'Đoàn', 'Tổ', 'Các phòng', 'Các đơn vị', 'Các Phòng', 'Các Sở', 'Các sở', 'BCĐ',
]; // biome-ignore format: a table of words

/** Words behind which a capitalized head goes on with the same name: "Giám đốc Sở", "thuộc Văn phòng". */
export const BINDERS: readonly string[] = [
  'thuộc', 'của', 'đốc', 'đạo', 'trưởng', 'phó', 'chánh', 'ký', 'viên', 'các', 'và', 'với', 'cho', 'tại', 'trình', 'cáo', 'diện', 'tịch', 'trực', 'văn', 'toàn', 'một', 'từng', 'là', 'thể', 'bộ', 'tra', '-', '–', '&', '/', 'trong', 'vị', 'quan', 'phòng', 'sự', 'chức', 'do', 'ban', 'đồng', 'lý',
]; // biome-ignore format: a table of words

/** Verbs with which a cell goes on to say what the unit is to do; lower case, so that names keep theirs. */
export const DUTY_VERBS: readonly string[] = [
  'tổng hợp', 'tham dự', 'tham gia', 'tổ chức', 'xây dựng', 'rà soát', 'trình', 'thực hiện', 'chủ trì', 'phối hợp', 'tham mưu', 'báo cáo',
  'triển khai', 'hướng dẫn', 'theo dõi', 'đôn đốc', 'kiểm tra', 'lập', 'cử', 'đăng ký', 'cung cấp', 'phê duyệt', 'ban hành', 'chuẩn bị',
  'cập nhật', 'đề xuất', 'xem xét', 'gửi', 'thuê', 'tự', 'chỉ đạo', 'có trách nhiệm', 'chịu trách nhiệm', 'căn cứ', 'giúp', 'bố trí', 'quyết định', 'duyệt', 'làm', 'đảm bảo', 'bảo đảm', 'đánh giá', 'hỗ trợ', 'thống nhất', 'nghiên cứu', 'phổ biến', 'quán triệt', 'tiếp tục', 'thường xuyên', 'chủ động', 'định kỳ', 'tuyên truyền', 'công bố', 'niêm yết', 'hoàn thiện', 'hoàn thành', 'sửa đổi', 'thông báo', 'phân công', 'giám sát', 'quản lý', 'được giao', 'được phân công', 'đầu mối', 'là đầu mối', 'là cơ quan', 'là đơn vị', 'cho ý kiến', 'góp ý', 'soạn thảo', 'dự thảo', 'lấy ý kiến', 'tiếp nhận', 'giải quyết', 'tập huấn', 'đào tạo', 'vận hành', 'duy trì', 'áp dụng', 'khắc phục', 'họp', 'nhận diện', 'phát động', 'tiến hành', 'hàng năm', 'hằng năm', 'khi', 'để', 'nhằm', 'trên cơ sở', 'theo chức năng', 'phải', 'cần', 'sẽ', 'có thể', 'kịp thời', 'nghiêm túc', 'đẩy mạnh', 'tăng cường', 'chấp hành', 'quan tâm', 'liên hệ', 'bảo trì', 'số hóa', 'xử lý',
  'cân đối', 'thẩm định', 'thẩm tra', 'phân bổ', 'huy động', 'lồng ghép', 'ưu tiên', 'khẩn trương', 'tích cực', 'trực tiếp', 'phát huy', 'nâng cao', 'đưa', 'mời', 'nộp', 'chuyển', 'xác định', 'xác nhận', 'kiến nghị', 'đề nghị', 'yêu cầu', 'vận động', 'công khai', 'đăng tải', 'điều phối', 'điều hành', 'điều chỉnh', 'rút kinh nghiệm', 'tạo điều kiện', 'chuẩn hóa', 'đối chiếu', 'kiện toàn', 'thành lập', 'thu thập', 'nắm', 'chấn chỉnh', 'cụ thể hóa', 'viết', 'soạn', 'lưu', 'có nhiệm vụ', 'có ý kiến', 'có kế hoạch', 'hằng tháng', 'hàng tháng', 'hằng quý', 'hàng quý', 'hằng tuần', 'hàng tuần', 'trước ngày', 'trong quá trình', 'dựa trên', 'cùng phối hợp', 'trích', 'bảo quản', 'mở', 'đề ra', 'ghi nhận', 'giao', 'nhắc', 'là thường trực', 'phụ trách',
]; // biome-ignore format: a table of words
