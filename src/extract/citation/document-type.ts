/**
 * The kinds of documents that carry a number, longest names first where one begins another
 * (Nghị định 30/2020/NĐ-CP, Phụ lục III, and the law on promulgating legal documents).
 */
export const DOCUMENT_TYPES = [
  'Thông tư liên tịch',
  'Thông tư',
  'Nghị quyết liên tịch',
  'Nghị quyết',
  'Nghị định',
  'Quyết định',
  'Chỉ thị',
  'Chương trình hành động',
  'Chương trình',
  'Kế hoạch hành động',
  'Kế hoạch',
  'Công văn',
  'Công điện',
  'Hướng dẫn',
  'Thông báo kết luận',
  'Thông báo',
  'Thông tri',
  'Thông cáo',
  'Kết luận',
  'Báo cáo',
  'Biên bản',
  'Tờ trình',
  'Quy chế',
  'Quy định',
  'Quy chuẩn',
  'Phương án',
  'Đề án',
  'Dự án',
  'Văn bản hợp nhất',
  'Văn bản',
  'Hợp đồng',
  'Giấy mời',
  'Bộ luật',
  'Luật',
  'Pháp lệnh',
  'Lệnh',
  'Hiến pháp',
] as const;

/** The type that a code in a number stands for, e.g. "QĐ" in "101/QĐ-BKHCN". */
const TYPE_OF_CODE: ReadonlyMap<string, string> = new Map([
  ['NĐ', 'Nghị định'],
  ['TT', 'Thông tư'],
  ['TTLT', 'Thông tư liên tịch'],
  ['QĐ', 'Quyết định'],
  ['NQ', 'Nghị quyết'],
  ['NQLT', 'Nghị quyết liên tịch'],
  ['CT', 'Chỉ thị'],
  ['PL', 'Pháp lệnh'],
  ['VBHN', 'Văn bản hợp nhất'],
  ['QC', 'Quy chế'],
  ['QyĐ', 'Quy định'],
  ['TB', 'Thông báo'],
  ['HD', 'Hướng dẫn'],
  ['CTr', 'Chương trình'],
  ['CTR', 'Chương trình'],
  ['CTrHĐ', 'Chương trình hành động'],
  ['KH', 'Kế hoạch'],
  ['PA', 'Phương án'],
  ['ĐA', 'Đề án'],
  ['DA', 'Dự án'],
  ['BC', 'Báo cáo'],
  ['BB', 'Biên bản'],
  ['TTr', 'Tờ trình'],
  ['TTR', 'Tờ trình'],
  ['CĐ', 'Công điện'],
  ['CV', 'Công văn'],
  ['KL', 'Kết luận'],
  ['GM', 'Giấy mời'],
]);

/**
 * The type that a number's own code names: "101/QĐ-BKHCN" -> "Quyết định", "68/2006/QH11" -> "Luật",
 * "3003/BKHCN-TĐC" -> "Công văn" (official letters carry no code). Null where the code says nothing.
 */
export function typeOfNumber(number: string): string | null {
  if (/\/QH\d+$/u.test(number)) return 'Luật';
  const party = /^\d+-(\p{L}+)\//u.exec(number);
  if (party !== null) return TYPE_OF_CODE.get(party[1] ?? '') ?? null;
  const code = /\/(\p{L}+)[-/]/u.exec(number.replace(/\/\d{4}(?=\/)/u, ''));
  if (code === null) return null;
  return TYPE_OF_CODE.get(code[1] ?? '') ?? (/^\d+\/\p{Lu}/u.test(number) ? 'Công văn' : null);
}

/** Short forms of types as they stand in front of a number: "NĐ 30/2020/NĐ-CP", "CV số 12/SKHCN-VP". */
export const TYPE_ABBREVIATIONS: ReadonlyMap<string, string> = new Map([
  ['NĐ', 'Nghị định'],
  ['QĐ', 'Quyết định'],
  ['TT', 'Thông tư'],
  ['TTLT', 'Thông tư liên tịch'],
  ['NQ', 'Nghị quyết'],
  ['CT', 'Chỉ thị'],
  ['CV', 'Công văn'],
  ['KH', 'Kế hoạch'],
  ['HD', 'Hướng dẫn'],
  ['TB', 'Thông báo'],
]);
