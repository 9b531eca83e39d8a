import { dated, type Profile } from './profile.js';

interface Base {
  /** Days on which it was right to name it. */
  readonly from: string;
  readonly to?: string;
  readonly type: string;
  readonly number: string;
  readonly day: string;
  readonly issuer: string;
  readonly title: string;
  /** Plans that name few papers leave it out. */
  readonly minor?: true;
}

const TITLE_2014 =
  'về việc áp dụng Hệ thống quản lý chất lượng theo Tiêu chuẩn quốc gia TCVN ISO 9001:2008 vào hoạt động của các cơ quan, tổ chức thuộc hệ thống hành chính nhà nước';

const BASES: readonly Base[] = [
  {
    from: '2025-07-01',
    type: 'Luật Tổ chức chính quyền địa phương',
    number: '72/2025/QH15',
    day: '2025-06-16',
    issuer: '',
    title: '',
    minor: true,
  },
  {
    from: '2006-07-20',
    to: '2014-05-18',
    type: 'Quyết định',
    number: '144/2006/QĐ-TTg',
    day: '2006-06-20',
    issuer: 'Thủ tướng Chính phủ',
    title:
      'về việc áp dụng hệ thống quản lý chất lượng theo tiêu chuẩn TCVN ISO 9001:2000 vào hoạt động của các cơ quan hành chính nhà nước',
  },
  {
    from: '2014-05-18',
    type: 'Quyết định',
    number: '19/2014/QĐ-TTg',
    day: '2014-03-05',
    issuer: 'Thủ tướng Chính phủ',
    title: TITLE_2014,
  },
  {
    from: '2014-12-01',
    type: 'Thông tư',
    number: '26/2014/TT-BKHCN',
    day: '2014-10-10',
    issuer: 'Bộ trưởng Bộ Khoa học và Công nghệ',
    title: `quy định chi tiết thi hành Quyết định số 19/2014/QĐ-TTg ngày @ của Thủ tướng Chính phủ ${TITLE_2014}`,
  },
  {
    from: '2010-12-01',
    to: '2015-10-26',
    type: 'Thông tư',
    number: '159/2010/TT-BTC',
    day: '2010-10-15',
    issuer: 'Bộ Tài chính',
    title:
      'quy định công tác quản lý tài chính đối với việc xây dựng, áp dụng và duy trì hệ thống quản lý chất lượng theo tiêu chuẩn quốc gia TCVN ISO 9001:2008 vào hoạt động của các cơ quan hành chính nhà nước',
  },
  {
    from: '2015-10-26',
    type: 'Thông tư',
    number: '116/2015/TT-BTC',
    day: '2015-08-11',
    issuer: 'Bộ trưởng Bộ Tài chính',
    title:
      'quy định công tác quản lý tài chính đối với việc tư vấn, xây dựng, áp dụng, duy trì và cải tiến Hệ thống quản lý chất lượng theo Tiêu chuẩn quốc gia TCVN ISO 9001:2008 vào hoạt động của các cơ quan, tổ chức thuộc hệ thống hành chính nhà nước',
  },
  {
    from: '2018-09-25',
    type: 'Công văn',
    number: '3003/BKHCN-TĐC',
    day: '2018-09-25',
    issuer: 'Bộ Khoa học và Công nghệ',
    title: 'về việc hướng dẫn áp dụng tiêu chuẩn quốc gia TCVN ISO 9001:2015',
    minor: true,
  },
  {
    from: '2019-01-21',
    type: 'Quyết định',
    number: '101/QĐ-BKHCN',
    day: '2019-01-21',
    issuer: 'Bộ trưởng Bộ Khoa học và Công nghệ',
    title:
      'về việc công bố Mô hình khung hệ thống quản lý chất lượng theo Tiêu chuẩn quốc gia TCVN ISO 9001:2015 cho các cơ quan, tổ chức thuộc hệ thống hành chính nhà nước tại địa phương',
  },
  {
    from: '2018-06-21',
    to: '2025-07-01',
    type: 'Nghị định',
    number: '61/2018/NĐ-CP',
    day: '2018-04-23',
    issuer: 'Chính phủ',
    title: 'về thực hiện cơ chế một cửa, một cửa liên thông trong giải quyết thủ tục hành chính',
    minor: true,
  },
  {
    from: '2025-07-01',
    type: 'Nghị định',
    number: '118/2025/NĐ-CP',
    day: '2025-06-09',
    issuer: 'Chính phủ',
    title:
      'về thực hiện thủ tục hành chính theo cơ chế một cửa, một cửa liên thông tại Bộ phận Một cửa và Cổng Dịch vụ công quốc gia',
    minor: true,
  },
  {
    from: '2021-07-15',
    type: 'Nghị quyết',
    number: '76/NQ-CP',
    day: '2021-07-15',
    issuer: 'Chính phủ',
    title: 'ban hành Chương trình tổng thể cải cách hành chính nhà nước giai đoạn 2021-2030',
    minor: true,
  },
  {
    from: '2024-12-22',
    type: 'Nghị quyết',
    number: '57-NQ/TW',
    day: '2024-12-22',
    issuer: 'Bộ Chính trị',
    title: 'về đột phá phát triển khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số quốc gia',
    minor: true,
  },
];

/** The papers that a plan of this profile's day rightly rests on, one a line, and the province's own decision. */
export function basesOf(profile: Profile): readonly string[] {
  const few = profile.family === 'office';
  const known = BASES.filter(
    (base) =>
      base.from <= profile.day &&
      (base.to === undefined || base.to > profile.day) &&
      !(few && base.minor === true),
  ).map((base) => lineOf(base, profile));
  const { local } = profile;
  return [
    ...known,
    `Căn cứ Quyết định số ${local.number} ngày ${dated(local.day, profile.dates)} của ${local.issuer} ${local.title};`,
  ];
}

function lineOf(base: Base, { dates }: Profile): string {
  const day = dated(base.day, dates);
  if (base.issuer === '') return `Căn cứ ${base.type} số ${base.number} ngày ${day};`;
  const title = base.title.replace('@', dated('2014-03-05', dates));
  const lead = base.type === 'Nghị quyết' ? 'Thực hiện' : 'Căn cứ';
  return `${lead} ${base.type} số ${base.number} ngày ${day} của ${base.issuer} ${title};`;
}
