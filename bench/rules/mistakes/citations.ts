import { each, type Mistake } from '../mistake.js';
import type { Profile } from '../profile.js';

const before = (day: string) => (profile: Profile) => profile.day < day;
const since = (day: string) => (profile: Profile) => profile.day >= day;

export const base = (line: string): Mistake['put'] => `${line}\n`;
/** Where another basis can be put in: before the province's own decision. */
export const LAST_BASE = /(?=Căn cứ Quyết định số \d[^\n]*;\n(?!Căn cứ|Thực hiện))/u;
/** Where a sentence can be put in. */
const BODY = /(?<=\nI\. M[^\n]*\n)/u;

const dates: readonly Mistake[] = [
  ...each(
    'citation/date-mismatch',
    [
      [/(?<=^Căn cứ Quyết định số 19\/2014\/QĐ-TTg ngày )05\/3\/2014/mu, '03/5/2014', '19/2014/QĐ-TTg'],
      [
        /(?<=^Căn cứ Quyết định số 19\/2014\/QĐ-TTg ngày )05 tháng 3 năm 2014/mu,
        '05 tháng 3 năm 2015',
        '19/2014/QĐ-TTg',
      ],
      [
        /(?<=^Căn cứ Quyết định số 19\/2014\/QĐ-TTg ngày )05 tháng 3 năm 2014/mu,
        '5/3/2013',
        '19/2014/QĐ-TTg',
      ],
      [/(?<=26\/2014\/TT-BKHCN ngày )10\/10\/2014/u, '01/10/2014', '26/2014/TT-BKHCN'],
      [/(?<=26\/2014\/TT-BKHCN ngày )10\/10\/2014/u, '10-11-2014', '26/2014/TT-BKHCN'],
      [/(?<=26\/2014\/TT-BKHCN ngày )10 tháng 10 năm 2014/u, '10 tháng 11 năm 2014', '26/2014/TT-BKHCN'],
      [
        /(?<=chi tiết thi hành Quyết định số 19\/2014\/QĐ-TTg ngày )05\/3\/2014/u,
        '15/3/2014',
        '19/2014/QĐ-TTg',
      ],
      [/(?<=116\/2015\/TT-BTC ngày )11\/8\/2015/u, '08/11/2015', '116/2015/TT-BTC'],
      [/(?<=116\/2015\/TT-BTC ngày )11 tháng 8 năm 2015/u, '11 tháng 8 năm 2014', '116/2015/TT-BTC'],
      [/(?<=118\/2025\/NĐ-CP ngày )09\/6\/2025/u, '06/9/2025', '118/2025/NĐ-CP'],
      [/(?<=57-NQ\/TW ngày )22\/12\/2024/u, '22.11.2024', '57-NQ/TW'],
      [/(?<=76\/NQ-CP ngày )15\/7\/2021/u, '17/5/2021', '76/NQ-CP'],
      [/(?<=72\/2025\/QH15 ngày )16\/6\/2025/u, '19/6/2025', '72/2025/QH15'],
      [/(?<=144\/2006\/QĐ-TTg ngày )20\/6\/2006/u, '26/6/2006', '144/2006/QĐ-TTg'],
    ],
    { also: ['citation/inconsistent'] },
  ),
];

const issuers: readonly Mistake[] = each('citation/issuer-mismatch', [
  [
    /(?<=^Căn cứ Quyết định số 19\/2014\/QĐ-TTg ngày [^\n]{6,22} của )Thủ tướng Chính phủ/mu,
    'Chính phủ',
    '19/2014/QĐ-TTg',
  ],
  [
    /(?<=^Căn cứ Quyết định số 19\/2014\/QĐ-TTg ngày [^\n]{6,22} của )Thủ tướng Chính phủ/mu,
    'Bộ Khoa học và Công nghệ',
    '19/2014/QĐ-TTg',
  ],
  [
    /(?<=26\/2014\/TT-BKHCN ngày [^\n]{6,22} của )Bộ trưởng Bộ Khoa học và Công nghệ/u,
    'Bộ trưởng Bộ Tài chính',
    '26/2014/TT-BKHCN',
  ],
  [
    /(?<=26\/2014\/TT-BKHCN ngày [^\n]{6,22} của )Bộ trưởng Bộ Khoa học và Công nghệ/u,
    'Thủ tướng Chính phủ',
    '26/2014/TT-BKHCN',
  ],
  [
    /(?<=116\/2015\/TT-BTC ngày [^\n]{6,22} của )Bộ trưởng Bộ Tài chính/u,
    'Bộ Khoa học và Công nghệ',
    '116/2015/TT-BTC',
  ],
  [/(?<=116\/2015\/TT-BTC ngày [^\n]{6,22} của )Bộ trưởng Bộ Tài chính/u, 'Chính phủ', '116/2015/TT-BTC'],
  [/(?<=118\/2025\/NĐ-CP ngày [^\n]{6,22} của )Chính phủ/u, 'Thủ tướng Chính phủ', '118/2025/NĐ-CP'],
  [/(?<=76\/NQ-CP ngày [^\n]{6,22} của )Chính phủ/u, 'Quốc hội', '76/NQ-CP'],
  [/(?<=57-NQ\/TW ngày [^\n]{6,22} của )Bộ Chính trị/u, 'Chính phủ', '57-NQ/TW'],
  [
    /(?<=\/QĐ-BKHCN ngày [^\n]{6,22} của )Bộ trưởng Bộ Khoa học và Công nghệ/u,
    'Bộ trưởng Bộ Nội vụ',
    '101/QĐ-BKHCN',
  ],
  [LAST_BASE, base('Căn cứ Thông tư số 05/2011/TT-BNV ngày 10/3/2011 của Bộ Tài chính;'), '05/2011/TT-BNV'],
  [
    LAST_BASE,
    base('Căn cứ Nghị định số 20/2008/NĐ-CP ngày 14/02/2008 của Bộ trưởng Bộ Tư pháp;'),
    '20/2008/NĐ-CP',
  ],
]);

const titles: readonly Mistake[] = [
  ...each(
    'citation/title-mismatch',
    [
      [
        /(?<=^Căn cứ Quyết định số 19\/2014[^\n]*)TCVN ISO 9001:2008/mu,
        'TCVN ISO 9001:2015',
        '19/2014/QĐ-TTg',
      ],
      [/(?<=^Căn cứ Thông tư số 26\/2014[^\n]*)TCVN ISO 9001:2008/mu, 'TCVN ISO 9001:2015', '9001:2015'],
      [
        /(?<=^Căn cứ Thông tư số 116\/2015[^\n]*)TCVN ISO 9001:2008/mu,
        'TCVN ISO 9001:2015',
        '116/2015/TT-BTC',
      ],
      [/(?<=^Căn cứ Quyết định số 101\/QĐ[^\n]*)TCVN ISO 9001:2015/mu, 'TCVN ISO 9001:2008', '101/QĐ-BKHCN'],
      [
        /(?<=^Căn cứ Thông tư số 26\/2014[^\n]*thi hành Quyết định số )19\/2014/mu,
        '144/2006',
        '144/2006/QĐ-TTg',
      ],
      [
        /(?<=^Căn cứ Quyết định số 19\/2014[^\n]*phủ )về việc áp dụng Hệ thống[^;]*/mu,
        'về việc phê duyệt Chương trình quốc gia nâng cao năng suất và chất lượng sản phẩm, hàng hóa của doanh nghiệp',
        '19/2014/QĐ-TTg',
      ],
      [
        /(?<=^Căn cứ Thông tư số 116\/2015[^\n]*chính )quy định công tác[^;]*/mu,
        'quy định mức thu, chế độ thu, nộp, quản lý và sử dụng phí thử nghiệm mẫu phương tiện đo',
        '116/2015/TT-BTC',
      ],
      [
        /(?<=^Căn cứ Thông tư số 26\/2014[^\n]*nghệ )quy định chi tiết[^;]*/mu,
        'quy định về công bố hợp chuẩn, công bố hợp quy và phương thức đánh giá sự phù hợp với tiêu chuẩn',
        '26/2014/TT-BKHCN',
      ],
      [
        /(?<=^Thực hiện Nghị quyết số 57-NQ[^\n]*trị )về đột phá[^;]*/mu,
        'về một số vấn đề tiếp tục đổi mới, sắp xếp tổ chức bộ máy của hệ thống chính trị tinh gọn',
        '57-NQ/TW',
      ],
    ],
    {
      also: [
        'standard/outdated-version',
        'citation/title-mismatch',
        'citation/date-mismatch',
        'citation/not-in-force',
        'citation/inconsistent',
      ],
    },
  ),
];

const force: readonly Mistake[] = [
  ...each(
    'citation/not-in-force',
    [
      [
        /^Căn cứ Quyết định số 19\/2014[^\n]*;$/mu,
        'Căn cứ Quyết định số 144/2006/QĐ-TTg ngày 20/6/2006 của Thủ tướng Chính phủ về việc áp dụng hệ thống quản lý chất lượng theo tiêu chuẩn TCVN ISO 9001:2000 vào hoạt động của các cơ quan hành chính nhà nước;',
        '144/2006/QĐ-TTg',
      ],
      [
        /^Căn cứ Quyết định số 19\/2014[^\n]*;$/mu,
        'Căn cứ Quyết định số 118/2009/QĐ-TTg ngày 30 tháng 9 năm 2009 của Thủ tướng Chính phủ;',
        '118/2009/QĐ-TTg',
      ],
      [
        /^Căn cứ Thông tư số 116\/2015[^\n]*;$/mu,
        'Căn cứ Thông tư số 159/2010/TT-BTC ngày 15/10/2010 của Bộ Tài chính;',
        '159/2010/TT-BTC',
      ],
      [
        /^Căn cứ Thông tư số 26\/2014[^\n]*;$/mu,
        'Căn cứ Thông tư 01/2010/TT-BKHCN ngày 25 tháng 02 năm 2010 của Bộ trưởng Bộ Khoa học và Công nghệ;',
        '01/2010/TT-BKHCN',
      ],
      [
        /^Căn cứ Thông tư số 26\/2014[^\n]*;$/mu,
        'Căn cứ Thông tư số 09/2011/TT-BKHCN ngày 30/6/2011 của Bộ Khoa học và Công nghệ;',
        '09/2011/TT-BKHCN',
      ],
    ],
    { when: since('2016-01-01') },
  ),
  ...each(
    'citation/not-in-force',
    [
      [
        LAST_BASE,
        base('Căn cứ Nghị định số 110/2004/NĐ-CP ngày 08/4/2004 của Chính phủ về công tác văn thư;'),
        '110/2004/NĐ-CP',
      ],
    ],
    { when: since('2020-04-01') },
  ),
  ...each(
    'citation/not-in-force',
    [[LAST_BASE, base('Căn cứ Nghị định số 61/2018/NĐ-CP ngày 23/4/2018 của Chính phủ;'), '61/2018/NĐ-CP']],
    { when: since('2025-08-01') },
  ),
  ...each(
    'citation/not-yet-issued',
    [
      [
        LAST_BASE,
        base('Căn cứ Quyết định số 101/QĐ-BKHCN ngày 21/01/2019 của Bộ trưởng Bộ Khoa học và Công nghệ;'),
        '101/QĐ-BKHCN',
      ],
      [
        LAST_BASE,
        base('Căn cứ Công văn số 3003/BKHCN-TĐC ngày 25 tháng 9 năm 2018 của Bộ Khoa học và Công nghệ;'),
        '3003/BKHCN-TĐC',
      ],
    ],
    { when: before('2018-09-01') },
  ),
  ...each(
    'citation/not-yet-issued',
    [
      [LAST_BASE, base('Căn cứ Nghị định số 118/2025/NĐ-CP ngày 09/6/2025 của Chính phủ;'), '118/2025/NĐ-CP'],
      [
        LAST_BASE,
        base('Thực hiện Nghị quyết số 57-NQ/TW ngày 22 tháng 12 năm 2024 của Bộ Chính trị;'),
        '57-NQ/TW',
      ],
      [LAST_BASE, base('Căn cứ Luật Tổ chức chính quyền địa phương số 72/2025/QH15;'), '72/2025/QH15'],
      [
        LAST_BASE,
        base('Căn cứ Quyết định số 15/2025/QĐ-UBND ngày 20/02/2025 của UBND tỉnh về quy chế làm việc;'),
        '15/2025/QĐ-UBND',
      ],
      [
        LAST_BASE,
        base('Căn cứ Thông tư số 07/2025/TT-BNV ngày 15 tháng 5 năm 2025 của Bộ Nội vụ;'),
        '07/2025/TT-BNV',
      ],
    ],
    { when: before('2024-12-01') },
  ),
  ...each('citation/not-yet-issued', [
    [
      LAST_BASE,
      base('Căn cứ Kế hoạch số 912/KH-UBND ngày 30 tháng 11 năm 2029 của UBND tỉnh;'),
      '912/KH-UBND',
    ],
    [BODY, 'Thực hiện Quyết định số 88/2031/QĐ-UBND của UBND tỉnh.\n', '88/2031/QĐ-UBND'],
  ]),
];

/** Citations: dates, issuers, titles, force. */
export const CITATION_MISTAKES: readonly Mistake[] = [...dates, ...issuers, ...titles, ...force];
