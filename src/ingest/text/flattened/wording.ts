/* How cells of each kind begin and what they hold, in the words of Vietnamese plans. */

export const TIME_START =
  /^(?:-\s+)?(?:[Qq]u[ýí]\s+(?:[IV]+|[1-4]|đầu|cuối)|[Qq]u[ýí]$|[Tt]háng(?:\s+\d|$)|T\d{1,2}(?!\p{L})|Ngày|Trước(?!\s+hết)|Sau(?!\p{L})|Từ(?!\p{L})|Đến(?!\p{L})|Trong(?!\p{L})|Thường(?:\s+xuyên|$)|H[àằ]ng(?!\p{L})|Định(?:\s+kỳ|\s+kì|$)|Cả\s+năm|Cả$|Mỗi(?!\p{L})|Khi(?!\p{L})|Nếu(?!\p{L})|Chậm(?:\s+nhất|$)|Đầu(?!\s+(?:tư|mối)\s?)|Cuối(?!\p{L})|Giữa(?!\p{L})|Năm(?:\s+\d|$)|Liên tục|Đột xuất|Ngay(?!\p{L})|Tuần|Theo\s+(?:kế|yêu|quy|lịch|tiến)|Hoàn thành|\d{1,2}[/-]\d|\d{1,2}\s+(?:lần|tháng|ngày)|0?\d\s+lần|Quanh năm|Toàn năm|Năm$)/u;
export const TIME_STRONG =
  /^(?:Qu[ýí]\s+(?:[IV]+|[1-4])(?!\p{L})|Qu[ýí]$|Tháng\s+\d|Tháng$|Thường xuyên|Thường$|Cả năm|Trước (?:ngày|tháng|\d)|Chậm nhất|H[àằ]ng (?:quý|tháng|năm|tuần|ngày)|Định k[ỳì]|\d{1,2} lần\/|0\d lần|Khi có|Nếu có|Từ (?:tháng|ngày|quý)|Trong (?:năm|quý|tháng) |Trong năm)/u;
/** Times as careless hands begin them. */
export const LOW_TIME =
  /^(?:[Qq][uú][ýyíi]\s+(?:[IVX]+|\d)|trước (?:ngày|tháng|\d)|từ (?:ngày|tháng|quý|\d)|thường xuyên|hàng (?:tháng|quý|năm)|cả năm|trong (?:năm|quý|tháng)|chậm nhất|đến (?:ngày|tháng|hết)|khi có|ngày \d|năm \d)/u;
export const TIME_WORD =
  /^(?:q[uú][ýíyi]|tháng|ngày|năm|tuần|trước|sau|từ|đến|hết|trong|thường|xuyên|h[àằ]ng|định|k[ỳì]|cả|mỗi|khi|nếu|có|thay|đổi|chậm|nhất|đầu|cuối|giữa|lần|một|hai|và|hoặc|liên|tục|đột|xuất|ngay|theo|kế|hoạch|quy|yêu|cầu|thực|tế|hoàn|thành|phát|sinh|xong|ngay|tối|thiểu|ít|khoảng|dự|kiến|thời|gian|điểm|lịch|đợt|[ivx]+|\d[\d/.,:-]*|[ivx]+[-–/,][ivx\d/,–-]*|t\d+|[-–]|của|kể|việc|làm|xuất|ban|hành|các|i|\d+\/.*|văn|bản|mới|sở|phòng|mtcl)$/u;
export const HOLDS_TIME = /(?<!\p{L})(?:quý|quí|tháng|ngày|năm|trước|lần|xuyên|\d{1,2}\/\d)/iu;
export const UNIT_START =
  /^(?:[-–+]\s*)?(?:Phòng(?!\s+(?:ngừa|chống))|Ban(?!\s+hành)|BCĐ|BGĐ|BLĐ|LĐ|Các(?=\s+(?:phòng|đơn|sở|cơ|ban|bộ phận|xã|ngành|phường|cá nhân|đồng chí|thành viên|công chức|cán bộ|chi cục|trung tâm|cục|vụ|tổ|địa|doanh|UBND|chuyên))|Các$|Sở|Văn phòng|Văn$|VP|Giám đốc|Giám$|GĐ|PGĐ|Phó|Thư ký|Thư$|Đoàn|Trung tâm|Trung$|TT(?!HC)|Chi cục|Chi$|Cục|Tổng cục|UBND|Ủy ban|Ủy$|Uỷ ban|HĐND|Tổ(?!\s+chức)|Bộ phận|Bộ|Trưởng|Lãnh đạo|Lãnh$|Chủ tịch|Chủ$|Chủ trì|Thanh tra|Thanh$|Công an|Đơn vị|Đơn$|Cơ quan|Cơ$|Toàn thể|Toàn bộ CB|Tất cả|Công chức|Công$|Cán bộ|Cán$|Cá nhân|Cá$|Nhóm|Hội đồng|Hội$|Thành viên|Thành$|Đồng chí|Đ\/c|Ông|Bà|Kế toán|Chuyên viên|Viện|Trường|Liên đoàn|Mặt trận|Đảng ủy|Công đoàn|Thủ trưởng|Người|QMR|Chánh|Hiệu trưởng|Hiệu$|Hiệu phó|Ban Giám|Khoa(?!\s+học)|Trạm|Bệnh viện|Liên ngành|Tổng Giám|Đại diện|Nhà thầu|Quỹ|Báo|Đài)/u;
/** Names that follow a post or an office: "Giám đốc Sở", "Trưởng Ban ISO". */
export const OWNER = /^(?:Sở|UBND|HĐND|Chi cục|Cục|Ban|Trung tâm|Văn phòng|Phòng|Đoàn|Tổ|Bộ)(?!\p{L})/u;
export const LONE_OWNER =
  /^(?:Sở|UBND|HĐND)\s+(?:Các|Thư|Ban|Phòng|Đoàn|Văn|Chi|Trung|Tổ|Giám|Lãnh|Trưởng|Đơn)(?!\p{L})/u;
export const ROLE_START = /^[-–+]\s*(?:Trách nhiệm|Chủ trì|Phối hợp|Tham mưu|Thực hiện|Chỉ đạo|Đơn vị)\s*:?/u;
export const VERB_START =
  /^(?:Xây dựng|Tổ chức|Rà soát|Thực hiện|Kiểm tra|Kiểm soát|Đánh giá|Họp|Báo cáo|Ban hành|Công bố|Cập nhật|Triển khai|Phổ biến|Đào tạo|Tập huấn|Kiện toàn|Duy trì|Cải tiến|Theo dõi|Tổng hợp|Tổng kết|Sơ kết|Lập|Trình|Tham mưu|Tham gia|Tiến hành|Hướng dẫn|Tuyên truyền|Phê duyệt|Thành lập|Chuyển đổi|Khắc phục|Xem xét|Đo lường|Khảo sát|Thiết lập|Soạn thảo|Biên soạn|Chi|Mua|In|Căn cứ|Sửa đổi|Bổ sung|Xác định|Nhận diện|Hỗ trợ|Đề xuất|Quản lý|Áp dụng|Vận hành|Thống kê|Phân công|Tiếp nhận|Cử|Giám sát|Thẩm định|Chuẩn hóa|Tiếp tục|Đăng ký|Gửi|Số hóa|Điều chỉnh|Tự|Phối hợp|Tăng cường|Nâng cao|Đẩy mạnh|Quán triệt|Hoàn thiện|Mở|Thuê|Viết|Lấy ý kiến|Kiến nghị)(?![\p{L}\p{N}])/u;
export const OUTPUT_START =
  /^(?:[-–+]\s*)?(?:Báo cáo|Báo$|Kế hoạch|Kế$|Quyết định|Quyết$|QĐ|Biên bản|Biên$|Danh sách|Danh mục|Danh$|Quy trình|Quy$|Giấy|Hồ sơ|Hồ$|Thông báo|Thông$|Tài liệu|Tài$|Mục tiêu|Mục$|Văn bản|Văn$|Chứng chỉ|Chứng|Lớp|Hội nghị|Hội|Bảng|Bản|Phiếu|Sổ|Kết luận|Kết quả|Kết$|Công văn|Công bố|Công$|Tờ trình|Chương trình|HTQLCL|Hệ thống|Dự thảo|Dự toán|Đề án|Phương án|Biểu|Sản phẩm|Nghị quyết|Bài|Thư mời|Tin|Chính sách|Cơ sở dữ liệu|Phần mềm|\d+\s+(?:cuộc|lớp|hội|đợt|báo|văn|bộ))/u;
export const TICK = /^[xX×✓✔+●•*]$/u;
export const BASIS_START =
  /^(?:[-–+]\s*)?(?:Quyết|QĐ|Nghị|NQ|Thông|TT|Luật|Công văn|Công$|CV|Chỉ thị|Chỉ$|Kế hoạch|Kế$|Hướng|HD|Tiêu chuẩn|TCVN|ISO|Khoản|Điều|Điểm|Mục|Theo|Quy)/u;
export const NUMERAL = /^\(?(?:\d{1,3}(?:\.\d{1,3}){0,3}|[IVX]{1,5}(?:\.\d{1,2})?|[a-zđ])[.)/]?$/u;
export const MONEY = /^(?:\d{1,3}(?:[.,]\d{3})+|\d{1,9}(?:,\d+)?|[-–])$/u;
export const QUANTITY = /^(?:\d{1,6}(?:[.,]\d{1,3})?|[-–])$/u;
export const TOTAL = /^(?:Tổng(?: cộng| số)?|Cộng|TỔNG(?: CỘNG)?|CỘNG)(?![\p{L}])/u;

export const capital = (word: string): boolean => /^["“(]?\p{Lu}/u.test(word);
export const lower = (word: string): boolean => /^["“(]?\p{Ll}/u.test(word);
export const dash = (word: string): boolean => /^[-–+•*]$|^[-–+•]\p{L}/u.test(word);
