import { lowerSameLength } from '../../document/fold.js';
import type { PlanRecord } from '../../record/plan-record.js';
import { formatDate, type Language } from '../language.js';
import { messages } from '../messages/messages.js';

/** A name in capitals as the plan itself writes it in a sentence; as it is where it does so nowhere. */
export function inSentence(name: string, text: string): string {
  if (name !== name.toLocaleUpperCase('vi')) return name;
  const lower = lowerSameLength(text);
  const wanted = lowerSameLength(name);
  for (let at = lower.indexOf(wanted); at >= 0; at = lower.indexOf(wanted, at + 1)) {
    const written = text.slice(at, at + name.length);
    if (written !== name && /^\p{Lu}/u.test(written)) return written;
  }
  return name;
}

/** The unit that issued a plan, as to be addressed. */
export function unitName(record: PlanRecord, language: Language): string {
  const { issuingAgency } = record.header;
  return issuingAgency === null
    ? messages(language).note.unknownUnit
    : inSentence(issuingAgency, record.text);
}

/** "Kế hoạch số 12/KH-VP ngày 05/01/2024": what is blank in the plan is left out. */
export function planName({ header }: PlanRecord, language: Language): string {
  const say = messages(language).note;
  const type = header.documentType?.toLocaleLowerCase('vi') ?? say.planType;
  const named = language === 'vi' ? type.charAt(0).toLocaleUpperCase('vi') + type.slice(1) : say.planType;
  const full = header.issuedOn !== null && header.issuedOn.length === 10 ? header.issuedOn : null;
  return say.plan(named, header.number, full === null ? null : formatDate(full, language));
}

/** The same with who issued it and what it is about. */
export function fullPlanName(record: PlanRecord, language: Language): string {
  const say = messages(language).note;
  const { issuingAgency, subject } = record.header;
  const plan = planName(record, language);
  const ofUnit = issuingAgency === null ? plan : say.ofUnit(plan, unitName(record, language));
  return subject === null ? ofUnit : say.withSubject(ofUnit, subject);
}
