import { each, type Mistake } from '../mistake.js';
import type { Profile } from '../profile.js';

const since = (day: string) => (profile: Profile) => profile.day >= day;
/** In a plan's own words, not in the title of a decision. */
const OWN = /(?<=^(?:Duy trì|Áp dụng|Xây dựng)[^\n]*)TCVN ISO 9001:2015/mu;
const IN_TARGETS =
  /(?<=(?:vận hành theo|yêu cầu của|chất lượng theo|phù hợp với tiêu chuẩn quốc gia) )TCVN ISO 9001:2015(?=[ .,]*(?:và|phục|\.|\t|,))/u;

/** Standards: versions that were superseded, that never were, designations that lost a part. */
export const STANDARD_MISTAKES: readonly Mistake[] = [
  ...each(
    'standard/outdated-version',
    [
      [OWN, 'TCVN ISO 9001:2008'],
      [OWN, 'TCVN ISO 9001:2000'],
      [IN_TARGETS, 'TCVN ISO 9001:2008'],
      [IN_TARGETS, 'TCVN ISO 9001 : 2008'],
      [IN_TARGETS, 'TCVN ISO 9001-2008'],
      [IN_TARGETS, 'ISO 9001:2008'],
      [IN_TARGETS, 'TCVN ISO 9001:2000'],
      [
        /(?<=I\. M[^\n]*\n)/u,
        'Hệ thống được xây dựng theo tiêu chuẩn TCVN ISO 9001:2008 và các quy định hiện hành.\n',
        'TCVN ISO 9001:2008',
      ],
      [
        /(?<=I\. M[^\n]*\n)/u,
        'Kết hợp áp dụng TCVN ISO 14001:2010 về môi trường tại trụ sở.\n',
        '14001:2010',
      ],
    ],
    { when: since('2021-07-01') },
  ),
  ...each('standard/unknown-version', [
    [OWN, 'TCVN ISO 9001:2005'],
    [OWN, 'TCVN ISO 9001:2010'],
    [OWN, 'TCVN ISO 9001:2018'],
    [OWN, 'TCVN ISO 9001:2014'],
    [IN_TARGETS, 'TCVN ISO 9001:2016'],
    [IN_TARGETS, 'ISO 9001:2005'],
    [IN_TARGETS, 'TCVN ISO 9001:2105'],
    [IN_TARGETS, 'ISO 9001:2012'],
    [/(?<=I\. M[^\n]*\n)/u, 'Đánh giá viên được đào tạo theo TCVN ISO 19011:2011.\n', '19011:2011'],
    [/(?<=I\. M[^\n]*\n)/u, 'Thuật ngữ dùng theo TCVN ISO 9000:2008.\n', '9000:2008'],
  ]),
  ...each(
    'standard/malformed',
    [
      [OWN, 'TCVN 9001:2015'],
      [OWN, 'ISO TCVN 9001:2015', 'TCVN 9001:2015'],
      [OWN, 'TCVN/ISO 9001:2015'],
      [OWN, 'TCVN ISO/IEC 9001:2015'],
      [IN_TARGETS, 'TCVN 9001:2015'],
      [IN_TARGETS, 'TCVN 9001-2015'],
      [IN_TARGETS, 'TCVN ISO 90001:2015'],
      [IN_TARGETS, 'TCVN ISO 901:2015'],
      [/(?<=I\. M[^\n]*\n)/u, 'Việc đánh giá theo hướng dẫn của TCVN 19011:2018.\n', '19011'],
    ],
    { when: since('2018-12-31') },
  ),
];
