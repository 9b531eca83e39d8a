import type { Mention } from '../../record/primitives.js';
import { evidenceOf } from '../facts.js';
import { heldThroughout } from '../judgement-day.js';
import type { Form, FormPart } from '../registers/texts-schema.js';
import type { CheckContext, Draft, Rule } from '../rule.js';
import { whereUnread } from '../unread-part.js';

/** The form that held on every day on which the plan may have been made; null for papers of the Party. */
export function formOf(context: CheckContext): Form | null {
  const { registers, day } = context;
  if (day === null || isPartyPaper(context)) return null;
  return registers.form.forms.find((form) => heldThroughout(form, day)) ?? null;
}

const PARTY_NUMBER = /(?:^|\n)\s*(?:Số\s*:?\s*)?\d+\s?-\s?\p{Lu}[\p{L}]{0,4}\s?\/\s?\p{Lu}/u;

/** A paper of the Party: its head says so, or its number is of the Party's family ("31-KH/VPTU"). */
function isPartyPaper({ record, registers }: CheckContext): boolean {
  const head = record.text.slice(0, 400);
  const lower = head.toLowerCase();
  return registers.form.partyMarks.some((mark) => lower.includes(mark)) || PARTY_NUMBER.test(head);
}

const ANNEXED =
  /\(\s*(?:ban\s+hành\s+)?kèm\s+theo\s+(?:quyết\s+định|nghị\s+quyết|công\s+văn|tờ\s+trình|thông\s+báo)(?!\p{L})/iu;

/** A plan that a decision issues: number, date, recipients and signature may stand on the decision alone. */
const isAnnexed = ({ record }: CheckContext): boolean => ANNEXED.test(record.text.slice(0, 1200));

/** No number. */
export const missingNumber: Rule = {
  id: 'format/missing-number',
  *check(context) {
    const { header } = context.record;
    if ((header.number !== null && !isOnlyInAppendix(context, 'number')) || isPartyPaper(context)) return;
    if (header.number === null && header.symbol === null && isAnnexed(context)) return;
    const form = formOf(context);
    yield {
      severity: 'error',
      at: header.number === null ? (header.places.symbol ?? whereUnread(context.record, 'head')) : null,
      message:
        header.symbol === null || header.number !== null
          ? { vi: 'Kế hoạch không có số, ký hiệu.', en: 'The plan has no number.' }
          : {
              vi: `Kế hoạch chưa ghi số (ký hiệu ${header.symbol}).`,
              en: `The plan's number is blank (symbol ${header.symbol}).`,
            },
      evidence: form === null ? null : ruleEvidence(context, form, form.number.rule),
    };
  },
};

/** Whether number or date is known from "Kèm theo Kế hoạch số … ngày …" of an appendix alone. */
function isOnlyInAppendix({ record }: CheckContext, part: 'number' | 'issuedOn'): boolean {
  const at = record.header.places[part]?.span.start ?? 0;
  return record.outline.some((entry) => entry.kind === 'appendix' && entry.span.end <= at);
}

/** No date, or one left half blank. */
export const missingDate: Rule = {
  id: 'format/missing-date',
  *check(context) {
    const { header } = context.record;
    const inAppendix = isOnlyInAppendix(context, 'issuedOn');
    if (header.issuedOn !== null && header.issuedOn.length === 10 && !inAppendix) return;
    if (header.issuedOn === null && isAnnexed(context)) return;
    const form = formOf(context);
    const written = inAppendix ? undefined : header.places.issuedOn;
    yield {
      severity: 'error',
      at: written ?? whereUnread(context.record, 'head'),
      message:
        written === undefined
          ? { vi: 'Kế hoạch không có ngày ban hành.', en: 'The plan has no date.' }
          : {
              vi: `Ngày ban hành còn để trống một phần: "${written.raw}".`,
              en: `The date is left half blank: "${written.raw}".`,
            },
      evidence: form === null ? null : ruleEvidence(context, form, form.date.rule),
    };
  },
};

/** A part that the form of a plan requires is absent. */
export const missingPart: Rule = {
  id: 'format/missing-part',
  *check(context) {
    const form = formOf(context);
    if (form === null || isAnnexed(context)) return;
    for (const { part, vi, en, rule } of form.parts) {
      if (hasPart(context, part)) continue;
      yield {
        severity: 'warning',
        at: whereUnread(context.record, part === 'signatory' || part === 'recipients' ? 'foot' : 'head'),
        message: { vi: `Thiếu thành phần thể thức: ${vi}.`, en: `A part of the form is absent: ${en}.` },
        evidence: ruleEvidence(context, form, rule),
        key: [part],
      };
    }
  },
};

/** A day or month without its leading zero in the place-and-date line. */
export const dateStyle: Rule = {
  id: 'format/date-style',
  *check(context) {
    const form = formOf(context);
    const written = dateLine(context);
    if (form === null || written === null) return;
    const { daysBelow, months, rule } = form.dateStyle;
    const day = /ngày\s+(\d)(?!\d)/iu.exec(written.raw)?.[1];
    const month = /tháng\s+(\d)(?!\d)/iu.exec(written.raw)?.[1];
    const badDay = day !== undefined && Number(day) < daysBelow;
    const badMonth = month !== undefined && months.includes(Number(month));
    if (!badDay && !badMonth) return;
    const right = written.raw
      .replace(/(ngày\s+)(\d)(?!\d)/iu, badDay ? '$10$2' : '$1$2')
      .replace(/(tháng\s+)(\d)(?!\d)/iu, badMonth ? '$10$2' : '$1$2');
    yield {
      severity: 'warning',
      at: written,
      message: {
        vi: `"${written.raw}": ngày dưới 10 và tháng 1, 2 phải thêm số 0 phía trước.`,
        en: `"${written.raw}": a day below 10 and months 1 and 2 take a leading zero.`,
      },
      suggestion: right,
      evidence: ruleEvidence(context, form, rule),
    };
  },
};

function dateLine({ record }: CheckContext): Mention | null {
  const { issuedOn, place } = record.header.places;
  return [issuedOn, place].find((m) => m !== undefined && /ngày\s/iu.test(m.raw)) ?? null;
}

function hasPart({ record }: CheckContext, part: FormPart): boolean {
  const { header, outline } = record;
  switch (part) {
    case 'national-title':
      return outline.some((e) => e.kind === 'national-title') && outline.some((e) => e.kind === 'motto');
    case 'issuing-agency':
      return header.issuingAgency !== null;
    case 'place':
      return header.place !== null;
    case 'document-type':
      return header.documentType !== null;
    case 'subject':
      return header.subject !== null;
    case 'signatory':
      return header.signatory !== null;
    case 'recipients':
      return header.recipients.length > 0;
  }
}

const ruleEvidence = (context: CheckContext, form: Form, rule: string): NonNullable<Draft['evidence']> =>
  evidenceOf(context.registers, form, { vi: `${form.basis}: ${rule}.`, en: `${form.basis}: ${rule}.` });
