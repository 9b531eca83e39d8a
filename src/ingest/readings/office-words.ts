/**
 * Words of two syllables and set phrases that office papers are full of, each with its marks. They judge what was
 * recognized: where the letters of a pair are right and a mark is not, the pair is known. Pairs that another pair
 * differs from in its marks alone ("chỉ tiết", "chi tiết") stand here only when that other one is no word.
 */
const PHRASES = `
an toàn, áp dụng, ban hành, ban chỉ đạo, ban giám đốc, bảo đảm, bảo mật, bảo vệ, báo cáo, bắt buộc, biện pháp, bộ phận,
bộ trưởng, bổ nhiệm, bổ sung, cải cách, cải tiến, cán bộ, cán bộ công chức, căn cứ, cấp huyện, cấp tỉnh, cấp xã, chánh văn phòng, chất lượng,
chế độ, chi cục, chi phí, chi tiết, chỉ đạo, chỉ thị, chỉ tiêu, chính phủ, chính quyền, chính sách, chịu trách nhiệm,
cho ý kiến, chủ động, chủ tịch, chủ trì, chủ trương, chuyên gia, chuyên môn, chuyên viên, chuyển đổi, chuyển đổi số,
chứng nhận, chức năng, chức danh, chương trình, cơ chế, cơ quan, cơ sở, công bố, công chức, công dân, công khai, công nghệ,
công nghệ thông tin, công tác, công tác viên, công văn, công việc, cung cấp, cụ thể, dịch vụ, dịch vụ công, duy trì, dự án, dự kiến,
dự thảo, dự toán, dữ liệu, đánh giá, đào tạo, đăng ký, đầu tư, đẩy mạnh, đẩy nhanh, đề án, đề nghị, đề xuất, địa bàn, địa phương,
định hướng, định kỳ, đoàn thể, độc lập, đôn đốc, đội ngũ, đổi mới, đổi mới sáng tạo, đồng bộ, đồng thời, đơn vị, giai đoạn, giải pháp, giải quyết, giám đốc,
giám sát, giao nhiệm vụ, giúp việc, giữ gìn, góp phần, hành chính, hành chính công, hạnh phúc, hàng năm, hằng năm, hệ thống, hiệu lực,
hiệu quả, hiệu trưởng, hoàn thành, hoàn thiện, hoạt động, học tập, hội đồng, hội đồng nhân dân, hội nghị, hồ sơ, hỗ trợ, hợp đồng, hợp lý,
hướng dẫn, kế hoạch, kế hoạch thực hiện, kế toán, kết quả, khai thác, khắc phục, khảo sát, khách quan, khiếu nại, khoa học, khoa học và công nghệ,
khó khăn, không phù hợp, khu vực, khuyến khích, kiểm soát, kiểm tra, kiện toàn, kinh doanh, kinh phí, kinh tế, kỹ năng, kỹ thuật,
lãnh đạo, lập kế hoạch, liên quan, liên thông, lĩnh vực, lưu trữ, lựa chọn, mô hình, môi trường, mục đích, mục tiêu, mức độ,
nâng cao, nâng cấp, năng lực, ngân sách, ngân sách nhà nước, nghị định, nghị quyết, nghiên cứu, nghiệp vụ, nguồn lực, nguồn kinh phí, nguyên nhân,
nhà nước, nhân dân, nhân lực, nhân sự, nhận thức, nhiệm vụ, nhu cầu, nội bộ, nội dung, nội vụ, nông thôn, phạm vi, phản ánh,
phát hiện, phát hành, phát sinh, phát triển, phân công, phân loại, phần mềm, pháp luật, phê duyệt, phó chủ tịch, phó giám đốc, phòng chuyên môn,
phối hợp, phù hợp, phục vụ, phụ lục, phụ trách, phương án, phương pháp, quá trình, quản lý, quản lý chất lượng, quản trị, quan trọng,
quy chế, quy định, quy định chi tiết, quy hoạch, quy trình, quyền hạn, quyết định, rà soát, rút kinh nghiệm, sản phẩm, sáng kiến, sắp xếp, sở nội vụ,
sở tài chính, số hóa, số lượng, sổ tay, sửa chữa, sửa đổi, sửa đổi bổ sung, sử dụng, tài chính, tài liệu, tài nguyên, tài sản, tạo điều kiện, tăng cường,
tập huấn, tập trung, tham gia, tham mưu, thanh toán, thanh tra, tháng đầu năm, thành lập, thành phần, thành phố, thành viên,
thẩm định, thẩm quyền, theo dõi, thể thức, thiết bị, thiết lập, thời gian, thời hạn, thông báo, thông tin, thông tin và truyền thông, thông tư,
thông qua, thống kê, thống nhất, thủ trưởng, thủ tục, thủ tục hành chính, thủ tướng, thủ tướng chính phủ, thuận lợi, thường trực, thường xuyên,
thực hiện, thực tế, tiến độ, tiến hành, tiếp nhận, tiếp tục, tiếp thu, tiêu chí, tiêu chuẩn, tiêu chuẩn quốc gia, tinh thần, tình hình, toàn bộ, toàn diện, tổ chức,
tổ chức thực hiện, tồn tại, tổng cộng, tổng hợp, tổng kết, tổng số, trách nhiệm, trang thiết bị, trao đổi, triển khai, triển khai thực hiện, trình tự, trình độ,
trung tâm, trung ương, truyền thông, trực thuộc, trưởng ban, trưởng phòng, tuyên truyền, tư vấn, từng bước, tự do, ủy ban, ủy ban nhân dân,
ứng dụng, văn bản, văn hóa, văn phòng, vận hành, vi phạm, việc làm, viên chức, vướng mắc, xác định, xác nhận, xã hội, xã hội chủ nghĩa, xây dựng,
xem xét, xét duyệt, xử lý, ý kiến, yêu cầu, cộng hòa, cộng hòa xã hội chủ nghĩa việt nam, chủ nghĩa, việt nam, nơi nhận, kính gửi, lãnh đạo sở,
hành động, hàng hóa, phổ biến, hàng tháng, hằng tháng, hàng quý, hằng quý, hàng tuần, hằng tuần, doanh nghiệp, sự nghiệp,
ngành nghề, công nghiệp, nông nghiệp, năng suất, đo lường, nguồn vốn, đột xuất, chuyên đề, đề cương, biên bản, khách hàng, hài lòng,
kinh nghiệm, giao thông, y tế, giáo dục, lao động, thương binh, tư pháp, thể thao, du lịch, bưu chính, viễn thông, phụ nữ, thanh niên,
bí thư, đảng ủy, ủy viên, tỉnh ủy, huyện ủy, thành ủy, quốc phòng, quốc gia, quốc hội, bệnh viện, bệnh nhân, người bệnh, điều dưỡng,
đầu mối, đảm bảo, điện tử, danh mục, danh sách, kịp thời, phân tích, tối đa, tối thiểu, thí điểm, cập nhật, hiệu chuẩn, kiểm định,
thử nghiệm, đơn giản, đại diện, lộ trình, an ninh, điều chỉnh, bố trí, cân đối, giải ngân, tài trợ, vận động, khai báo, chứng chỉ, cơ bản
`;

/** The phrases as lists of syllables, lower case. */
export const OFFICE_PHRASES: readonly (readonly string[])[] = PHRASES.split(',').map((phrase) =>
  phrase.trim().normalize('NFC').split(/\s+/u),
);

/**
 * Syllables that hardly stand in an office paper, each with the common word that the recognizer loses a mark of. They
 * are put in question wherever no phrase knows them.
 */
export const LIKELY_SLIPS: ReadonlyMap<string, string> = new Map(
  'vê về, vể về, cùa của, cúa của, cũa của, đươc được, đuợc được, viêc việc, câp cấp, chât chất, chuấn chuẩn, chuân chuẩn, chuẫn chuẩn, thưc thực, nhiêm nhiệm, điêu điều, hoach hoạch, quyêt quyết, kêt kết, triên triển, thuôc thuộc'
    .normalize('NFC')
    .split(', ')
    .map((pair) => pair.split(' ') as [string, string]),
);
