import { each, type Mistake } from '../mistake.js';
import { base, LAST_BASE } from './citations.js';

const numbers: readonly Mistake[] = each(
  'citation/malformed-number',
  [
    [/(?<=^Căn cứ Thông tư số )26\/2014\/TT-BKHCN/mu, '26/TT-BKHCN'],
    [/(?<=^Căn cứ Thông tư số )26\/2014\/TT-BKHCN/mu, '26/2014/TT-BKHNC'],
    [/(?<=^Căn cứ Thông tư số )26\/2014\/TT-BKHCN/mu, '26/2014/TT-BKCHN'],
    [/(?<=^Căn cứ Thông tư số )26\/2014\/TT-BKHCN/mu, '26/2014/QĐ-BKHCN'],
    [/(?<=^Căn cứ Thông tư số )116\/2015\/TT-BTC/mu, '116/TT-BTC'],
    [/(?<=^Căn cứ Nghị định số )118\/2025\/NĐ-CP/mu, '118/NĐ-CP'],
    [/(?<=^Căn cứ Nghị định số )118\/2025\/NĐ-CP/mu, '118/2025/NĐ-TTg'],
    [/(?<=^Căn cứ Nghị định số )61\/2018\/NĐ-CP/mu, '61/2018/TT-CP'],
    [/(?<=phương số )72\/2025\/QH15/u, '72/2025/QH13'],
    [/(?<=^Căn cứ Quyết định số )101\/QĐ-BKHCN/mu, '101/QĐ-BKHNC'],
    [
      LAST_BASE,
      base('Căn cứ Thông tư số 04/2015/TT-SKHCN ngày 02/3/2015 của Sở Khoa học và Công nghệ;'),
      '04/2015/TT-SKHCN',
    ],
    [LAST_BASE, base('Căn cứ Thông tư số 12/2014/TT-UBND ngày 15/5/2014 của UBND tỉnh;'), '12/2014/TT-UBND'],
  ],
  { also: ['citation/issuer-mismatch', 'citation/not-yet-issued'] },
);

const LOCAL =
  /^(?=Căn cứ Quyết định số (\d[^ ]*UBND) ngày ([^\n]{6,22}) của ([^\n]*?) ((?:về|ban|phê|quy)[^\n;]*);$)/mu;
const again =
  (say: (match: RegExpExecArray) => string): Mistake['put'] =>
  (match) =>
    `${say(match)}\n`;
const TWICE = /(?<=\n)(?=I\. M[^\n]*\n)/u;

const inconsistent: readonly Mistake[] = [
  ...each(
    'citation/inconsistent',
    [
      [LOCAL, again((m) => `Thực hiện Quyết định số ${m[1]} ngày 03/3/2007 của ${m[3]};`), '03/3/2007'],
      [
        LOCAL,
        again((m) => `Thực hiện Quyết định số ${m[1]} ngày ${m[2]} của Giám đốc Sở Tài chính;`),
        'Sở Tài chính',
      ],
      [
        LOCAL,
        again(
          (m) =>
            `Thực hiện Quyết định số ${m[1]} ngày ${m[2]} của ${m[3]} về việc phân bổ biên chế viên chức trong các đơn vị sự nghiệp công lập;`,
        ),
        'biên chế',
      ],
    ],
    {
      when: (p) => /\/\d{4}\//u.test(p.local.number),
      also: ['citation/date-mismatch', 'citation/issuer-mismatch'],
    },
  ),
  ...each('citation/inconsistent', [
    [
      TWICE,
      'Triển khai Công văn số 712/VP-TH ngày 11/4/2012 của Văn phòng UBND tỉnh về việc đôn đốc báo cáo; rà soát kết quả đã nêu tại Công văn số 712/VP-TH ngày 14/4/2012 của Văn phòng UBND tỉnh.\n',
      '712/VP-TH',
    ],
    [
      TWICE,
      'Tiếp tục thực hiện Kế hoạch số 2201/KH-UBND ngày 02/02/2011 của UBND tỉnh về cải cách hành chính theo chỉ đạo tại Kế hoạch số 2201/KH-UBND ngày 22/02/2011.\n',
      '2201/KH-UBND',
    ],
  ]),
];

/** Numbers that break their grammar, and citations that contradict each other. */
export const NUMBER_MISTAKES: readonly Mistake[] = [...numbers, ...inconsistent];
