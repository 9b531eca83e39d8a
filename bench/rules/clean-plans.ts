import { basesOf } from './bases.js';
import { FAMILIES } from './families.js';
import { dated, type Profile } from './profile.js';
import { PROFILES } from './profiles.js';

/** A plan without a fault, as text: one paragraph or table row a line, cells parted by tabs. */
export interface CleanPlan {
  readonly profile: Profile;
  readonly text: string;
}

/** One plan a profile. The same text each time. */
export const cleanPlans = (): readonly CleanPlan[] =>
  PROFILES.map((profile) => ({ profile, text: textOf(profile) }));

function textOf(profile: Profile): string {
  const { subject, lines, appendices } = FAMILIES[profile.family](profile);
  const head = [
    profile.parent,
    profile.agency,
    `Số: ${profile.number}`,
    '',
    'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    'Độc lập - Tự do - Hạnh phúc',
    '',
    `${profile.place}, ngày ${dated(profile.day, 'words')}`,
    '',
    'KẾ HOẠCH',
    subject,
    '',
  ];
  const end = ['', 'Nơi nhận:', ...recipientsOf(profile), '', ...profile.signs, '', profile.signer];
  return [
    ...head,
    ...basesOf(profile),
    ...lines,
    ...end,
    ...(appendices.length > 0 ? ['', ...appendices] : []),
    '',
  ].join('\n');
}

function recipientsOf({ short, units }: Profile): readonly string[] {
  return ['- Như trên;', `- Lãnh đạo ${short};`, `- ${units[2]};`, '- Lưu: VT.'];
}
