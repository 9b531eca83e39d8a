/** Random numbers in [0, 1), the same for the same seed (mulberry32). */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const words = (list: string): readonly string[] => list.trim().split(/\s+/u);

/** Words of office papers, of stories and of talk. */
export const VIETNAMESE = words(`
  kế hoạch xây dựng áp dụng duy trì cải tiến hệ thống quản lý chất lượng theo tiêu chuẩn quốc gia tại cơ quan
  hành chính nhà nước căn cứ quyết định của thủ tướng chính phủ về việc phê duyệt chương trình thực hiện nhiệm vụ
  các phòng ban đơn vị có liên quan phối hợp với văn thư lưu trữ báo cáo kết quả trước ngày mười lăm tháng sáu
  giám đốc sở khoa học và công nghệ chủ trì tham mưu cho ủy ban nhân dân tỉnh huyện xã phường thị trấn kinh phí
  từ nguồn ngân sách được giao trong năm tổ chức đánh giá nội bộ khắc phục điểm không phù hợp họp xem xét của
  lãnh đạo đào tạo tập huấn cán bộ công chức viên chức người lao động thủ tục hồ sơ giải quyết tiếp nhận trả
  bà con nông dân thu hoạch lúa mùa đông xuân sáng chiều tối mẹ cha anh em chị cô bác ông cháu nhỏ đi học về nhà
  trời mưa gió lạnh nắng ấm biển rừng núi sông đồng ruộng hoa quả cây lá cá thịt rau củ nước mắm gạo nếp muối
  tôi bạn nó chúng ta họ này kia đó đâu sao vì nếu thì là mà nhưng hoặc cũng vẫn đang sẽ đã rồi chưa ừ ạ ơi nhé
  khoá hoà thuỷ quý hóa thúy loè xoè toà án uỷ viên khuya khuỷu nghiêng ngả nghìn giường giêng quyển quạt huỳnh
  uống rượu bia cà phê thơm ngon đắng cay chua ngọt mặn nhạt đỏ xanh vàng tím trắng đen xám nâu hồng cam sẫm`);

/** Vietnamese whose letters are all in Latin-1, so that it could as well be another encoding. */
export const LATIN_1_VIETNAMESE = words(`
  và có thì là các công tháng tôi cô bà ông lá cá cà phê khí thí và hàng hoá toán tính tình hình trí thông không
  đ ít trong cho nhà khác lúc núi sông phòng chí kính bút vàng êm tên bên lên trên quá già ngày tàu báo cáo vì`).filter(
  (word) => word !== 'đ',
);

export const ENGLISH = words(`
  the plan of an office is read by a program which finds what is wrong where and why it should not stand there when
  we don't know whether it's right or can't be read at all do you agree to go no so he she they're isn't through
  although quality management system audit review department report schedule budget résumé café naïve façade
  coöperate cliché fiancée São Paulo Zürich Malmö José Ångström jalapeño über piñata Brontë señor déjà vu doppelgänger
  ISO TCVN PDF e-mail www.example.com a.b@example.com x^2 C++ (a+b) and/or 50% §5 20°C ±3 µm ©2024 ® half ½ 3×4`);

export const FRENCH = words(`
  le plan de la préfecture a été approuvé par décret où les élèves sont allés à la forêt où l'œuvre du maître
  s'élève très haut déjà français française garçon façon leçon reçu aperçu hôtel hôpital côté tôt bientôt goût août
  connaître être même tête fenêtre honnête naïf maïs Noël haïr ambiguë où là voilà jusqu'à près après père mère frère
  qualité société liberté égalité fraternité fidélité président général région département généraux arrêté numéro
  «bonjour» n° 1º c'est qu'il d'une aujourd'hui à é ô Ça Élysée État Œuvre À Évreux Île-de-France cœur sœur bœuf`);

const TAILS = ['.', '.', '.', '?', '!', ';', ':', '…', ''];
const JOINTS = [' ', ' ', ' ', ' ', ' ', ' ', ', ', ' – ', ' - ', ' (', '; ', ' "', ' “', '/'];

const pick = <T>(list: readonly T[], random: () => number): T =>
  list[Math.floor(random() * list.length)] as T;

/** A sentence of `least` to `most` words, some numbers and signs among them, its case as sentences, titles or heads have it. */
export function sentence(list: readonly string[], random: () => number, least = 1, most = 24): string {
  const count = least + Math.floor(random() * (most - least + 1));
  const parts: string[] = [];
  for (let i = 0; i < count; i++) {
    if (i > 0) parts.push(random() < 0.8 ? ' ' : pick(JOINTS, random));
    parts.push(random() < 0.04 ? String(Math.floor(random() * 3000)) : pick(list, random));
  }
  const text = parts.join('');
  const style = random();
  const cased =
    style < 0.1
      ? text.toUpperCase()
      : style < 0.2
        ? text.replace(/(?<!\p{L})\p{L}/gu, (letter) => letter.toUpperCase())
        : text.charAt(0).toUpperCase() + text.slice(1);
  return cased + pick(TAILS, random);
}
