import type { Finding } from '../../record/finding.js';
import { type CheckedDocument, pageList, recognizedPages, uncheckedPages } from '../document-state.js';
import { findingText } from '../finding-text.js';
import { formatNumber, type Language } from '../language.js';
import { messages } from '../messages/messages.js';
import type { RuleTitle } from '../rule-title.js';
import { countSeverities } from '../severity.js';
import type { TemplateValues } from './fill-template.js';
import { findingPlace } from './finding-place.js';
import { legalBasis } from './legal-basis.js';
import { type Office, officeValues } from './office.js';
import { fullPlanName, planName, unitName } from './plan-name.js';
import { proposal } from './proposal.js';

/** What notes are written with. */
export interface NoteOptions {
  readonly language: Language;
  readonly ruleTitle: RuleTitle;
  readonly office: Office;
  /** ISO 8601 instant that gives the note its date. */
  readonly date: string;
}

const LONGEST_QUOTE = 240;

/** The findings that a note tells: notices ask nothing of the unit. */
export const discrepancies = ({ record }: CheckedDocument): readonly Finding[] =>
  record.findings.filter(({ severity }) => severity !== 'notice');

function contentOf(finding: Finding, language: Language): string {
  const say = messages(language);
  const { message } = findingText(finding, language);
  const quote = finding.raw.replace(/\s+/gu, ' ').trim();
  const shown = quote.length > LONGEST_QUOTE ? `${quote.slice(0, LONGEST_QUOTE).trimEnd()}…` : quote;
  const lines = [`${say.severity[finding.severity]}: ${message}`];
  if (shown !== '' && !message.includes(shown)) lines.push(say.note.quote(shown));
  return lines.join('\n');
}

/** What fills the discrepancy note of one plan; its findings in text order. */
export function noteValues(document: CheckedDocument, options: NoteOptions): TemplateValues {
  const { language, ruleTitle, office, date } = options;
  const { record } = document;
  const say = messages(language).note;
  const counts = countSeverities(record.findings);
  const found = discrepancies(document);
  const number = (value: number): string => formatNumber(value, language);
  const [unread, recognized] = [uncheckedPages(record), recognizedPages(record)];
  const conclusion = [
    ...(counts.notice > 0 ? [say.notices(counts.notice)] : []),
    ...(unread.length > 0 ? [say.unchecked(pageList(unread))] : []),
    ...(recognized.length > 0 ? [say.recognized(pageList(recognized))] : []),
    ...(record.review === undefined
      ? []
      : [say.reviewed(number(record.review.confirmed), number(record.review.corrected))]),
    say.byMachine,
  ];
  return {
    single: {
      ...officeValues(office, date, say.signerTitle, say.self),
      don_vi: unitName(record, language),
      ke_hoach: planName(record, language),
      ke_hoach_day_du: fullPlanName(record, language),
      tep: document.file,
      tong_so: number(found.length),
      so_loi: number(counts.error),
      so_canh_bao: number(counts.warning),
      so_luu_y: number(counts.notice),
      ket_luan: conclusion.join(' '),
    },
    lists: {
      phat_hien: {
        fields: ['stt', 'vi_tri', 'noi_dung', 'can_cu', 'de_nghi', 'muc_do'],
        rows: found.map((finding, index) => ({
          stt: String(index + 1),
          vi_tri: findingPlace(finding, record, language),
          noi_dung: contentOf(finding, language),
          can_cu: legalBasis(findingText(finding, language).evidence) ?? ruleTitle(finding.ruleId),
          de_nghi: proposal(finding, language),
          muc_do: messages(language).severity[finding.severity],
        })),
      },
    },
  };
}
