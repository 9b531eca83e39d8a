/**
 * Two-syllable words of administrative Vietnamese. A cell never ends inside a word, so a line break between two of
 * these syllables is a break by the column's width.
 */
const PAIRS = `
an ninh an toàn áp dụng ảnh hưởng bác bỏ bãi bỏ bàn giao ban hành ban ngành bảo đảm đảm bảo bảo mật bảo trì bảo
vệ báo cáo bắt buộc bắt đầu bất cập bệnh viện biên bản biên soạn biện pháp biểu mẫu bình quân bố trí bổ nhiệm bổ
sung bộ máy bộ phận bồi dưỡng bưu chính cá nhân các phòng các đơn cải cách cải thiện cải tiến cán bộ cảnh báo
căn cứ cấp xã cập nhật cấp phép chấp hành chất lượng chế độ chỉ đạo chỉ số chỉ tiêu chi cục chi phí chi tiết chi
trả chia sẻ chiến lược chính phủ chính quyền chính sách chính thức chịu trách chu kỳ chủ động chủ quản chủ tịch
chủ trì chú trọng chứng chỉ chứng nhận chứng thực chuẩn bị chuẩn hóa chuyên gia chuyên môn chuyên ngành chuyên
viên chuyển đổi chức năng chức danh chương trình công an công bố công chức công cụ công dân công đoàn công khai
công nghệ công nghiệp công tác công việc công văn công vụ cơ bản cơ chế cơ hội cơ quan cơ sở cung cấp cuộc họp
dân cư danh mục danh sách dịch vụ diện tích doanh nghiệp dữ liệu dự án dự kiến dự thảo dự toán duy trì đa dạng
đại biểu đại diện đàm phán đào tạo đáp ứng đánh giá đăng ký đăng tải đầu mối đầu ra đầu tư đẩy mạnh đất đai địa
bàn địa chỉ địa phương điện tử điều chỉnh điều hành điều kiện định hướng định kỳ định mức đo lường đoàn thể đoàn
kiểm đoàn đánh đóng góp đô thị đối chiếu đối tác đối thoại đối tượng đôn đốc đồng bộ đồng thời đột xuất đời sống
đơn giá đơn vị đề án đề cương đề nghị đề xuất giá trị giải đáp giải pháp giải quyết giải trình giám đốc giám sát
giáo dục giao ban giao dịch giao tiếp giảm thiểu giấy chứng giấy tờ giới hạn giới thiệu hạ tầng hài lòng hàng
hóa hạng mục hành chính hành động hằng năm hàng năm hàng tháng hàng quý hằng quý hằng tháng hạn chế hệ thống
hiện đại hiện hành hiện trạng hiệu chỉnh hiệu lực hiệu quả hình thức hiệp hội hoàn chỉnh hoàn thành hoàn thiện
hoạt động hỗ trợ hội đồng hội nghị hội thảo hồ sơ huấn luyện hướng dẫn hợp đồng hợp lệ hợp lý hợp pháp hợp tác
kế hoạch kế toán kết luận kết quả kết nối khai thác khảo sát khách hàng khách quan khắc phục khen thưởng khiếu
nại khoa học khó khăn khu vực khuyến khích kịp thời kiểm soát kiểm tra kiến nghị kiến thức kiện toàn kinh doanh
kinh nghiệm kinh phí kinh tế kỷ luật kỹ năng kỹ thuật lãnh đạo lao động liên quan liên thông liên ngành lĩnh vực
loại hình loại bỏ lộ trình lưu trữ lưu giữ lý lịch mạng lưới mẫu biểu môi trường mô hình một cửa mục đích mục
tiêu mua sắm mức độ nâng cao năng lực nền tảng ngân sách nghị định nghị quyết nghiêm túc nghiên cứu nghiệp vụ
nguồn lực nguyên nhân người dân người lao nhà nước nhân dân nhân lực nhân sự nhân viên nhận diện nhận thức nhanh
chóng nhiệm vụ nhu cầu niêm yết nội bộ nội dung nội vụ nông nghiệp nông thôn ngoại vụ phạm vi phản ánh phản hồi
pháp luật pháp lý pháp chế phát hiện phát huy phát hành phát sinh phát triển phân cấp phân công phân loại phân
quyền phân tích phê duyệt phiên bản phòng ban phòng chống phòng ngừa phổ biến phối hợp phụ lục phụ trách phục vụ
phù hợp phương án phương pháp phương tiện phó giám phó chủ phó trưởng quá trình quản lý quản trị quán triệt quốc
gia quy chế quy chuẩn quy định quy hoạch quy mô quy phạm quy trình quyền hạn quyết định quyết toán rà soát rủi
ro sản phẩm sản xuất sáng kiến sáng tạo sắp xếp sẵn sàng so sánh soạn thảo số hóa số lượng số liệu số tiền sơ
kết sơ đồ sở hữu sử dụng sự cố sự nghiệp sửa đổi tài chính tài liệu tài nguyên tài sản tài vụ tạm ứng tăng cường
tập huấn tập thể tập trung tham dự tham gia tham mưu thanh toán thanh tra thành lập thành phần thành phố thành
tích thành viên thay đổi thay thế thẩm định thẩm quyền theo dõi thể chế thể hiện thi đua thi hành thí điểm thiết
bị thiết kế thiết lập thiết yếu thị trường thông báo thông qua thông suốt thông tin thông tư thống kê thống nhất
thời điểm thời gian thời hạn thủ trưởng thủ tục thư ký thư viện thứ ba thu hẹp thu hồi thu thập thuận lợi thực
hiện thực tế thực tiễn thực trạng thực thi thương mại thường xuyên thường trực thường niên tiếp cận tiếp nhận
tiếp tục tiếp thu tiến độ tiến hành tiêu chí tiêu chuẩn tiếp theo tiết kiệm tìm hiểu tính toán tinh gọn toàn
diện toàn bộ toàn thể tổ chức tối thiểu tối đa tồn tại tổng cộng tổng cục tổng hợp tổng kết tổng thể trách nhiệm
tra cứu trang bị tranh chấp trao đổi triển khai trình độ trình tự trọng tâm trực thuộc trực tiếp trực tuyến
trung tâm trung ương trưởng ban trưởng các trưởng phòng truyền thông truyền hình tuân thủ tuyên truyền tuyển
dụng tư pháp tư vấn từng bước ủy ban uỷ ban ứng dụng ưu tiên vai trò vận hành văn bản văn hóa văn phòng văn thư
vấn đề vi phạm viên chức việc làm viễn thông vướng mắc vượt quá xã hội xác định xác nhận xây dựng xem xét xử lý
xử phạt yêu cầu ý kiến ý thức y tế thị xã trí tuệ bảng nhận cấp nước dân tộc tôn giáo du lịch thể thao giao
thông vận tải công thương sổ tay lớp tập lần đầu cuộc họp phần mềm chữ ký đường truyền máy tính văn phẩm phòng
phẩm lỗi thời kiểm kê lý do trung thực giúp việc thành tiền dự phòng bên ngoài nước ngoài đổi mới kiểm định cơ
động thiết thực biên chế rộng rãi thi công học tập học sinh giáo viên bác sĩ người bệnh thuế suất hải quan kho
bạc ngân hàng tín dụng bảo hiểm
`;

/** Syllables that follow a syllable within one word. Read from the pairs above, taken two by two. */
export const COMPOUNDS: ReadonlySet<string> = (() => {
  const syllables = PAIRS.trim().split(/\s+/u);
  const pairs = new Set<string>();
  for (let i = 0; i + 1 < syllables.length; i += 2)
    pairs.add(`${syllables[i] ?? ''} ${syllables[i + 1] ?? ''}`);
  return pairs;
})();

/** Words that usually follow one another in names of units and outputs, though a cell may end between them. */
const COLLOCATIONS: ReadonlySet<string> = new Set(
  `phòng chuyên|UBND phường|UBND xã|UBND tỉnh|UBND thành|UBND các|UBND cấp|bản kiểm|bản họp|bản đánh|cáo đánh|cáo khắc|cáo kết|cáo tổng|cáo khảo|cáo kiểm|trình sửa|trình được|định công|định ban|định phê|định thành|định kiện|hoạch kiểm|hoạch đánh|hoạch thực|đạo ISO|ký ISO|Ban ISO|các phòng|các đơn|các cơ|các sở|các ban|các xã|Các phòng|Các đơn|Các cơ|Các sở|Các ban|Các xã|giá nội|xét lãnh|xét của|thuộc Sở|trong năm|và Công|học và|Văn hóa|phòng Sở|đốc Sở|đốc Trung|đốc Văn|đốc Chi|trưởng Ban|Trưởng Ban|đạo Chi|đạo Ban|đạo Trung|đạo Văn|viên Ban|Giám hiệu|đạo Sở|tra Sở|tịch UBND|phòng HĐND|phòng UBND|HĐND và|và UBND|chuẩn Đo|cục Tiêu|tâm Chuyển|tâm Phục|chuẩn quốc|lý chất|hệ thống|thủ tục|tục hành|mục tiêu|tiêu chất|kết quả|phương tiện`
    .split('|')
    .map((pair) => pair.trim()),
);

/** The pairs and triples of words that stand side by side in the file's running text: they hold together elsewhere too. */
export function neighbours(lines: readonly string[]): ReadonlySet<string> {
  const pairs = new Set<string>();
  for (const line of lines) {
    const words = line.split(' ');
    for (let i = 0; i + 1 < words.length; i++) {
      const [a, b] = [words[i] ?? '', words[i + 1] ?? ''];
      if (!/^\p{L}+$/u.test(a) || !/^\p{L}+$/u.test(b)) continue;
      pairs.add(`${a} ${b}`);
      const c = words[i + 2] ?? '';
      if (/^\p{L}+$/u.test(c)) pairs.add(`${a} ${b} ${c}`);
    }
  }
  return pairs;
}

/**
 * How firmly `before` (with the word `earlier` in front of it) and `after` hold together: 2 within a word, 1.5 and 1
 * where the running text has all three or these two side by side.
 */
export function cohesion(earlier: string, before: string, after: string, seen: ReadonlySet<string>): number {
  const a = before.replace(/^["“(]+/u, '');
  const b = after.replace(/["”).,;:]+$/u, '');
  if (/^\p{Ll}/u.test(b) && COMPOUNDS.has(`${a.toLowerCase()} ${b}`)) return 2;
  const pair = `${a} ${b}`;
  if (earlier !== '' && seen.has(`${earlier} ${pair}`)) return 1.5;
  return seen.has(pair) ? 1 : COLLOCATIONS.has(pair) ? 0.8 : 0;
}
