import { foldVietnamese } from '../../document/fold.js';

/** What the heads of plans' columns are made of, two syllables at least: their letters alone tell them. */
const PHRASES: readonly string[] =
  `thời gian, thời hạn, thời điểm, tiến độ, hoàn thành, lộ trình, sản phẩm, kết quả, đầu ra, hồ sơ, minh chứng, chỉ tiêu,
  yêu cầu, chủ trì, phối hợp, đơn vị, cơ quan, bộ phận, trách nhiệm, đối tượng, thực hiện, phân công, cá nhân, phụ trách,
  tham mưu, đầu mối, hỗ trợ, tham gia, đánh giá, đơn vị tính, đơn giá, mức chi, định mức, thành tiền, số tiền, kinh phí,
  dự toán, chi phí, tổng cộng, tổng số, giá trị, số lượng, khối lượng, nội dung, nhiệm vụ, công việc, hoạt động, hạng mục,
  khoản chi, công tác, quy trình, ngân sách, căn cứ, nguồn kinh phí, triệu đồng, nghìn đồng, người thực hiện, được đánh giá`
    .normalize('NFC')
    .split(/,\s+/u);

const BY_LETTERS: readonly (readonly [RegExp, string])[] = PHRASES.map((phrase) => [
  new RegExp(`(?<![\\p{L}\\p{N}])${foldVietnamese(phrase).replaceAll(' ', '\\s')}(?![\\p{L}\\p{N}])`, 'gu'),
  phrase,
]);

/** "STT", "TT" as recognizers have them. */
const COUNTER = /^s?(?=[il1|]*t)[til1|]{2,3}$/u;

/**
 * A recognized column head as it was meant, for telling what the column holds: its known words with their own marks
 * ("Thơi gian" as "thời gian", "Thành tiên" as "thành tiền"), the counter's head of the first column as "stt". Offsets
 * stay, but for that one. What was read is kept elsewhere.
 */
export function headAsMeant(head: string, isFirst: boolean): string {
  const letters = foldVietnamese(head.normalize('NFC'));
  if (isFirst && COUNTER.test(letters.replace(/[\s.]+/gu, ''))) return 'stt';
  let meant = head.normalize('NFC');
  for (const [pattern, phrase] of BY_LETTERS)
    for (const match of letters.matchAll(pattern)) {
      const end = match.index + phrase.length;
      meant = meant.slice(0, match.index) + phrase + meant.slice(end);
    }
  return meant;
}
