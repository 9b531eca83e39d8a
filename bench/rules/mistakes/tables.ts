import { each, type Mistake } from '../mistake.js';
import { grouped, type Profile } from '../profile.js';

const is =
  (...families: readonly Profile['family'][]) =>
  (profile: Profile) =>
    families.includes(profile.family);
const issuedInOwnYear = (p: Profile) => Number(p.day.slice(0, 4)) === p.year && p.day.slice(5) > '01-12';
const lastYear: Mistake['put'] = (m, p) => m[0].replace(String(p.year), String(p.year - 1));
const nextYear: Mistake['put'] = (m, p) => m[0].replace(String(p.year), String(p.year + 2));

/** Times that no calendar has, that had passed, that are another year's. */
export const TIMING_MISTAKES: readonly Mistake[] = [
  ...each(
    'timing/invalid-date',
    [
      [/(?<=Trước ngày )\d{2}\/11\/\d{4}/u, (_, p) => `31/11/${p.year}`, '31/11'],
      [/(?<=Trước ngày )\d{2} tháng 11 năm \d{4}/u, (_, p) => `31 tháng 11 năm ${p.year}`, '31 tháng 11'],
      [/Quý III\/\d{4}/u, (_, p) => `Quý V/${p.year}`, 'Quý V'],
      [/Tháng 9\/\d{4}/u, (_, p) => `Tháng 13/${p.year}`, 'Tháng 13'],
      [/(?<=Chậm nhất ngày )18\/12\/\d{4}/u, (_, p) => `32/12/${p.year}`, '32/12'],
      [/(?<=đến ngày )24\/10\/\d{4}/u, (_, p) => `31/9/${p.year}`, '31/9'],
      [/(?<=trước ngày )30\/6\/\d{4}/u, (_, p) => `31/6/${p.year}`, '31/6'],
      [/(?<=trước ngày )31\/10\/\d{4}/u, (_, p) => `31/9/${p.year}`, '31/9'],
      [/Quý IV\/\d{4}/u, (_, p) => `Quý VI/${p.year}`, 'Quý VI'],
      [/6 tháng cuối năm(?=\n)/u, 'Trước ngày 31/6', '31/6'],
      [/Tháng 6\/\d{4}/u, (_, p) => `Trước ngày 30/02/${p.year}`, '30/02'],
    ],
    { also: ['task/missing-timing'] },
  ),
  ...each(
    'timing/before-issue',
    [
      [/(?<=Trước ngày )\d[^\t\n]*(?=\tMục tiêu chất lượng)/u, (_, p) => `05/01/${p.year}`, '05/01'],
      [/Tháng \d+\/\d{4}(?=\tQuyết định)/u, (_, p) => `Trước ngày 10/01/${p.year}`, '10/01'],
      [/15\/\d+\/\d{4}(?=\t)/u, (_, p) => `10/01/${p.year}`, '10/01'],
      [/Trước ngày 15\/5\/\d{4}/u, (_, p) => `Chậm nhất ngày 08 tháng 01 năm ${p.year}`, '08 tháng 01'],
      [/Quý II(?=\n)/u, 'Trước 05/01', '05/01'],
      [/Tháng \d+\/\d{4}(?=\t[^\t]*\tHội nghị)/u, (_, p) => `Đến ngày 06/01/${p.year}`, '06/01'],
    ],
    { when: issuedInOwnYear },
  ),
  ...each(
    'timing/outside-plan-year',
    [
      [/Trước ngày \d[^\t\n]*(?=\tBiên bản họp)/u, lastYear, 'nằm ngoài năm'],
      [/Quý III\/\d{4}/u, lastYear, 'nằm ngoài năm'],
      [/Tháng 9\/\d{4}/u, nextYear, 'nằm ngoài năm'],
      [/Tháng 10, 11\/\d{4}/u, lastYear, 'nằm ngoài năm'],
      [/Chậm nhất ngày \d[^\t\n]*(?=\t)/u, nextYear, 'nằm ngoài năm'],
      [/Quý IV\/\d{4}/u, lastYear, 'nằm ngoài năm'],
      [/Trong tháng 9\/\d{4}/u, nextYear, 'nằm ngoài năm'],
      [/Tháng 10\/\d{4}(?=\n)/u, lastYear, 'nằm ngoài năm'],
    ],
    { also: ['timing/before-issue'] },
  ),
  ...each(
    'timing/contradiction',
    [
      [/(?<=đến ngày )24\/10\/\d{4}/u, (_, p) => `02/9/${p.year}`, '02/9'],
      [/(?<=đến ngày )24 tháng 10 năm \d{4}/u, (_, p) => `05 tháng 8 năm ${p.year}`, '05 tháng 8'],
      [/(?<=đến ngày )28\/8\/\d{4}/u, (_, p) => `20/7/${p.year}`, '20/7'],
      [/(?<=đến ngày )28 tháng 8 năm \d{4}/u, (_, p) => `01 tháng 8 năm ${p.year}`, '01 tháng 8'],
      [
        /(?=7\tBáo cáo kết quả thực hiện gửi cơ quan cấp trên\t([^\n]*)\tTrước ngày)/u,
        (m, p) =>
          `7\tBáo cáo kết quả thực hiện gửi cơ quan cấp trên\t${m[1]}\tTrước ngày ${p.dates === 'figures' ? `25/11/${p.year}` : `25 tháng 11 năm ${p.year}`}\tBáo cáo\n`,
        'hai thời hạn',
      ],
    ],
    { also: ['timing/before-issue', 'task/numbering'] },
  ),
];

/** The task table's rows from number `from` on, as one match. */
const rowsFrom = (from: number): RegExp =>
  new RegExp(
    `(?<=\\n)${from}\\t(?:Tập|Tổ|Họp|Kiểm|Đánh|Khắc|Hướng|Cập|Rà)[^\\n]*\\n(?:\\d+\\t[^\\n]*\\n)*`,
    'u',
  );
/** Every number of the rows, made another by `other`. */
const numbered =
  (other: (number: number) => number): Mistake['put'] =>
  (m) =>
    m[0].replace(/^\d+(?=\t)/gmu, (number) => String(other(Number(number))));
const swapped = (a: number, b: number) => numbered((n) => (n === a ? b : n === b ? a : n));

/** Rows of task tables: who, when, which number. */
export const TASK_MISTAKES: readonly Mistake[] = [
  ...each('task/missing-unit', [
    [/(?<=\n4\tTập huấn nghiệp vụ đánh giá viên nội bộ\t)[^\t]*\t[^\t]*/u, '\t', 'Tập huấn'],
    [/(?<=\n6\tHọp xem xét của lãnh đạo\t)[^\t]*(?=\t)/u, '', 'Họp xem xét'],
    [/(?<=\n2\tCập nhật danh mục tài liệu bên ngoài\t[^\t]*\t)[^\t]*/u, '', 'Cập nhật danh mục'],
    [/(?<=\n4\tKhắc phục các điểm không phù hợp\t[^\t]*\t)[^\t]*/u, '', 'Khắc phục'],
    [/(?<=\n1\tSoát xét tài liệu, biểu mẫu\t)[^\t]*\t[^\t]*/u, '\t', 'Soát xét'],
  ]),
  ...each('task/missing-timing', [
    [/Quý III\/\d{4}(?=\t)/u, '', 'Tập huấn'],
    [/(?<=\n5\tTổ chức đánh giá nội bộ[^\n]*\t)Tháng 9\/\d{4}(?=\t)/u, '', 'đánh giá nội bộ'],
    [/Tháng 10, 11\/\d{4}/u, '', 'Đánh giá nội bộ'],
    [/Trong tháng 9\/\d{4}/u, '', 'Khắc phục'],
    [/(?<=\n3\tKhảo sát[^\n]*\t)Tháng 10\/\d{4}(?=\n)/u, '', 'Khảo sát'],
  ]),
  ...each(
    'task/numbering',
    [
      [rowsFrom(5), numbered((n) => n + 1), 'thiếu số 5'],
      [rowsFrom(3), numbered((n) => n + 1), 'thiếu số 3'],
      [rowsFrom(2), numbered((n) => n + 2), 'thiếu số 2-3'],
      [rowsFrom(4), numbered((n) => n - 1), 'lặp lại'],
      [rowsFrom(3), numbered((n) => n - 1), 'lặp lại'],
      [rowsFrom(4), swapped(4, 5), 'sai thứ tự'],
      [rowsFrom(2), swapped(2, 3), 'sai thứ tự'],
      [/(?<=\n)3(?=\tKhảo sát)/u, '4', 'thiếu số 3'],
      [/(?<=\n)7(?=\tBáo cáo kết quả)/u, '6', 'lặp lại'],
    ],
    { when: is('table', 'appendix', 'groups', 'office') },
  ),
];

const times =
  (factor: number): Mistake['put'] =>
  (m) =>
    grouped(Number(m[0].replaceAll('.', '')) * factor);
const plus =
  (more: number): Mistake['put'] =>
  (m) =>
    grouped(Number(m[0].replaceAll('.', '')) + more);

/** Sums: over rows and groups, quantity by price, text against table, figures against words, ceilings. */
export const BUDGET_MISTAKES: readonly Mistake[] = [
  ...each(
    'budget/sum-mismatch',
    [
      [/(?<=\n\tTổng cộng\t+)[\d.]+/u, plus(500000), 'cộng lại'],
      [/(?<=\n\tCộng\t+)[\d.]+/u, plus(-1000000), 'cộng lại'],
      [/(?<=\n\tTổng cộng\t)[\d.]+/u, plus(90000), 'cộng lại'],
      [/(?<=\nI\tChi nghiệp vụ\t)[\d.]+/u, plus(200000), 'Chi nghiệp vụ'],
      [/(?<=\n2\tChi tổ chức hội nghị quán triệt\t)[\d.]+/u, plus(300000), 'Chi nghiệp vụ'],
      [/(?<=\n1\tIn ấn[^\n]*50\.000\t)[\d.]+/u, times(10), '50.000'],
      [/(?<=\n2\tPhô tô[^\n]*20\.000\t)[\d.]+/u, plus(20000), '20.000'],
      [/(?<=\n2\tVăn phòng phẩm phục vụ đánh giá nội bộ\tLần\t)2/u, '3', 'Văn phòng phẩm'],
      [/(?<=\n3\tHỗ trợ đoàn kiểm tra\t)10/u, '12', 'Hỗ trợ đoàn'],
      [/(?<=\n3\tNước uống các cuộc họp\tCuộc\t5\t)[\d.]+/u, plus(50000), 'Nước uống'],
    ],
    { also: ['budget/text-mismatch', 'budget/sum-mismatch', 'budget/over-ceiling'] },
  ),
  ...each(
    'budget/text-mismatch',
    [
      [
        /(?<=Tổng kinh phí là )[\d.]+ đồng \([^)]*\)/u,
        '21.000.000 đồng (Hai mươi mốt triệu đồng)',
        '21.000.000',
      ],
      [/(?<=Tổng kinh phí là )[\d.]+ đồng \([^)]*\)/u, '9 triệu đồng', '9 triệu'],
      [/(?<=Tổng dự toán: )[\d.]+ đồng \([^)]*\)/u, '12.345.000 đồng', '12.345.000'],
      [/(?<=Tổng dự toán: )[\d.]+ đồng \([^)]*\)/u, '13.900.000 đ', '13.900.000'],
      [/(?<=Kinh phí thực hiện: )[\d.]+ đồng, bằng chữ: [^.]*/u, '8.200.000 đồng', '8.200.000'],
      [/(?<=Kinh phí thực hiện: )[\d.]+ đồng, bằng chữ: [^.]*/u, '1.150.000 đồng', '1.150.000'],
    ],
    { also: ['budget/over-ceiling'] },
  ),
  ...each(
    'budget/words-mismatch',
    [
      [/(?<=Tổng kinh phí là [^(]*\()[^)]*/u, 'Mười bốn triệu chín trăm nghìn đồng', 'bằng chữ'],
      [/(?<=Bằng chữ: )[^)]*/u, 'Một trăm hai mươi triệu đồng', 'bằng chữ'],
      [/(?<=Kinh phí dự kiến [^(]*\()[^)]*/u, 'Bảy mươi triệu đồng chẵn', 'bằng chữ'],
      [/(?<=bằng chữ: )[^.]*/u, 'Một triệu một trăm nghìn đồng', 'bằng chữ'],
      [/(?<=Kinh phí dự kiến )[\d.]+/u, '1.400.000', 'bằng chữ'],
      [/(?<=Bằng chữ: )[^)]*/u, 'Mười hai triệu không trăm linh năm nghìn đồng', 'bằng chữ'],
    ],
    { also: ['budget/text-mismatch', 'budget/over-ceiling'] },
  ),
  ...each(
    'budget/over-ceiling',
    [
      [
        /(?<=\nIII\. KINH PHÍ[^\n]*\n)/u,
        'Chi duy trì, cải tiến thường xuyên hệ thống quản lý chất lượng: 22.000.000 đồng/năm.\n',
        '22.000.000',
      ],
      [
        /(?<=\nIII\. KINH PHÍ[^\n]*\n)/u,
        'Kinh phí duy trì HTQLCL trong năm là 18,5 triệu đồng.\n',
        '18.500.000',
      ],
      [
        /(?<=\nIII\. KINH PHÍ[^\n]*\n)/u,
        'Mức chi hoạt động duy trì hệ thống quản lý chất lượng của đơn vị là 30.000.000 đồng.\n',
        '30.000.000',
      ],
    ],
    { when: (p) => p.day >= '2016-01-01', also: ['budget/text-mismatch'] },
  ),
];
