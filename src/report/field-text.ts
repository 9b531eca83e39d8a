import type { Amount, Assignment, Citation, Timing } from '../record/fields.js';
import type { Header } from '../record/plan-record.js';
import { formatDate, formatNumber, type Language } from './language.js';
import { messages } from './messages/messages.js';

/** A timing's meaning in words: "01/01/2026 – 31/03/2026", "đến 15/11/2026, hằng năm". Empty where it says nothing. */
export function timingText(timing: Timing, language: Language): string {
  const say = messages(language).timing;
  const { start, end } = timing;
  const parts: string[] = [];
  if (start !== null && end !== null)
    parts.push(
      start === end
        ? formatDate(start, language)
        : `${formatDate(start, language)} – ${formatDate(end, language)}`,
    );
  else if (end !== null) parts.push(say.until(formatDate(end, language)));
  else if (start !== null) parts.push(say.from(formatDate(start, language)));
  if (timing.frequency !== null) parts.push(say.frequency[timing.frequency]);
  if (timing.times !== null) parts.push(say.times(timing.times));
  if (timing.conditional) parts.push(say.conditional);
  if (timing.invalid !== null) parts.push(say.invalid);
  const meaning = parts.join(', ');
  return timing.label === null || meaning === '' ? meaning : `${timing.label}: ${meaning}`;
}

/** A unit with what it does: "Phòng TĐC (chủ trì)". Plain carrying out, the usual case, is not spelled out. */
export function assignmentText(assignment: Assignment, language: Language): string {
  return assignment.role === 'implement'
    ? assignment.unit
    : `${assignment.unit} (${messages(language).assignment[assignment.role]})`;
}

/** The provisions a citation points at: "khoản 6 Điều 4; điểm a khoản 1 Điều 5". */
export function locatorsText(citation: Citation, language: Language): string {
  const say = messages(language).locator;
  return citation.locators
    .map(({ point, clause, article, chapter }) =>
      [
        point === undefined ? null : `${say.point} ${point}`,
        clause === undefined ? null : `${say.clause} ${clause}`,
        article === undefined ? null : `${say.article} ${article}`,
        chapter === undefined ? null : `${say.chapter} ${chapter}`,
      ]
        .filter((part) => part !== null)
        .join(' '),
    )
    .join('; ');
}

/** A sum with what it is counted by: "10.000.000 đồng/năm/đơn vị". */
export function amountText(amount: Amount, language: Language): string {
  const say = messages(language);
  const per = amount.per.map((unit) => `/${say.per[unit]}`).join('');
  return `${formatNumber(amount.value, language)} ${say.budget.dong}${per}`;
}

/** Number and symbol; where the number was left blank, says so. Null where neither is there. */
export function numberText(header: Header, language: Language): string | null {
  if (header.number !== null) return header.number;
  return header.symbol === null ? null : messages(language).document.symbolOnly(header.symbol);
}

/** Who signed, top down: "KT. GIÁM ĐỐC, PHÓ GIÁM ĐỐC: Nguyễn Văn A". Null where nobody did. */
export function signatoryText(header: Header): string | null {
  const { signatory } = header;
  if (signatory === null) return null;
  const titles = [signatory.onBehalf, signatory.position].filter((part) => part !== null && part !== '');
  return signatory.name === '' ? titles.join(', ') : `${titles.join(', ')}: ${signatory.name}`;
}

/** Place and date of the head: "Tây Ninh, 11/01/2024". Null where neither is there. */
export function placeAndDateText(header: Header, language: Language): string | null {
  const parts = [header.place, header.issuedOn === null ? null : formatDate(header.issuedOn, language)];
  const given = parts.filter((part) => part !== null);
  return given.length === 0 ? null : given.join(', ');
}
