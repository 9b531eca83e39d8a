import type { Span } from '../../document/span.js';
import type { StandardReference } from '../../record/fields.js';
import { yearOfNumber } from '../document-number.js';
import { evidenceOf, isSure, vietnameseDate } from '../facts.js';
import { beginsAfter, type DayRange, daysOf, endedBefore, heldThroughout } from '../judgement-day.js';
import type { Standard, StandardVersion } from '../registers/standards-schema.js';
import type { CheckContext, Draft, Rule } from '../rule.js';

/** Words near a version that say it is named as the one that was left. */
const LEFT_BEHIND = /chuyển đổi|thay thế|phiên bản cũ|phiên bản trước|từ phiên bản|nâng cấp/u;
const NEAR = 60;

/** A version that was superseded when the plan was made. */
export const outdatedVersion: Rule = {
  id: 'standard/outdated-version',
  *check(context) {
    const { record, day } = context;
    if (day === null) return;
    for (const reference of record.standards) {
      if (isYearOfPlan(context, reference)) continue;
      const standard = standardOf(context, reference);
      const version = standard?.versions.find((v) => v.year === reference.version);
      if (standard === undefined || version === undefined || !endedBefore(version.to, day)) continue;
      if (reference.inTitleOf !== null && wasRightInTitle(context, reference, version))
        yield inOldTitle(context, reference, standard, version);
      else if (
        !isSpokenOfAsLeft(record.text, reference.span) &&
        !isAdoptedAndCurrent(context, standard, version, day)
      )
        yield outdated(context, reference, standard, version, day);
    }
  },
};

/** A year in which the standard was never issued, or a version newer than the plan. */
export const unknownVersion: Rule = {
  id: 'standard/unknown-version',
  *check(context) {
    for (const reference of context.record.standards) {
      const standard = standardOf(context, reference);
      if (standard === undefined || reference.version === null || isYearOfPlan(context, reference)) continue;
      const version = standard.versions.find((v) => v.year === reference.version);
      if (version === undefined) yield* neverIssued(context, reference, standard);
      else yield* fromTheFuture(context, reference, standard, version);
    }
  },
};

/** "Duy trì ISO 9001 năm 2024" in a plan of 2024: the year is the plan's, not the standard's. */
const isYearOfPlan = ({ record }: CheckContext, { raw, version }: StandardReference): boolean =>
  /năm\s+\d{4}\)?$/iu.test(raw) &&
  (version === record.header.planYear || String(version) === record.header.issuedOn?.slice(0, 4));

/** The register's entry of the standard meant, also where its designation is a known malformed one. */
export function standardOf(context: CheckContext, reference: StandardReference): Standard | undefined {
  const { registers } = context;
  const meant = registers.standards.malformed.find((m) => m.written === reference.designation)?.right;
  return registers.standardByDesignation.get(meant ?? reference.designation);
}

/** The version that held on every possible day of the plan, as it should be written; null where none is known. */
export function currentVersion(standard: Standard, day: DayRange | null): string | null {
  if (day === null) return null;
  const held = standard.versions.filter((v) => heldThroughout(v, day)).at(-1);
  return held === undefined ? null : `${standard.designation}:${held.year}`;
}

function wasRightInTitle(
  context: CheckContext,
  reference: StandardReference,
  version: StandardVersion,
): boolean {
  const number = reference.inTitleOf ?? '';
  const entry = context.registers.documentByNumber.get(number.toUpperCase());
  if (entry?.titleOfficial === true && entry.title !== null)
    return entry.titleStandards.some((s) => s.version === version.year);
  const cited = context.record.citations.find((c) => c.number === number && c.issuedOn !== null);
  const year = yearOfNumber(number) ?? (cited?.issuedOn ? Number(cited.issuedOn.slice(0, 4)) : null);
  return year !== null && version.to !== null && year <= Number(version.to.slice(0, 4));
}

const isSpokenOfAsLeft = (text: string, span: Span): boolean =>
  LEFT_BEHIND.test(text.slice(Math.max(0, span.start - NEAR), span.start).toLowerCase()) ||
  LEFT_BEHIND.test(text.slice(span.end, span.end + NEAR / 2).toLowerCase());

/** "ISO 9001:2015" for short beside a TCVN ISO 9001:2015 that is in force, while ISO's own transition runs. */
function isAdoptedAndCurrent(
  context: CheckContext,
  standard: Standard,
  version: StandardVersion,
  day: DayRange,
): boolean {
  const adopted = context.registers.standardByDesignation.get(standard.adoptedAs ?? '');
  const same = adopted?.versions.find((v) => v.year === version.year);
  return (
    adopted !== undefined &&
    same !== undefined &&
    heldThroughout(same, day) &&
    inTransition(version, day) &&
    context.record.standards.some((s) => s.designation === adopted.designation && s.version === same.year)
  );
}

/** Whether the version could still be used on some day of the plan; before a transition was announced none runs. */
const inTransition = (version: StandardVersion, day: DayRange): boolean =>
  version.transitionUntil !== null &&
  daysOf(version.transitionUntil).last >= day.earliest &&
  !beginsAfter(version.transitionFrom, day);

/** What should stand in its place: the standard that replaced it, else the version that held; null: unknown. */
const successorOf = (standard: Standard, version: StandardVersion, day: DayRange | null): string | null =>
  version.replacedBy ?? currentVersion(standard, day);

function inOldTitle(
  context: CheckContext,
  reference: StandardReference,
  standard: Standard,
  version: StandardVersion,
): Draft {
  const name = `${standard.designation}:${version.year}`;
  const now = successorOf(standard, version, context.day);
  return {
    severity: 'notice',
    at: reference,
    message: {
      vi: `${name} đứng trong tên của văn bản ${reference.inTitleOf} nên giữ nguyên; phiên bản này đã được thay thế.`,
      en: `${name} stands in the title of ${reference.inTitleOf} and stays as it is; the version itself is superseded.`,
    },
    evidence: evidenceOf(context.registers, version, {
      vi: `${name} có hiệu lực đến ${vietnameseDate(version.to ?? '')}${now === null ? '' : `; hiện hành: ${now}`}.`,
      en: `${name} held until ${version.to}${now === null ? '' : `; current: ${now}`}.`,
    }),
    factConfidence: version.confidence,
    key: [name],
  };
}

function outdated(
  context: CheckContext,
  reference: StandardReference,
  standard: Standard,
  version: StandardVersion,
  day: DayRange,
): Draft {
  const name = `${standard.designation}:${version.year}`;
  const now = successorOf(standard, version, day);
  const next = version.replacedBy ?? `phiên bản ${version.supersededBy ?? 'mới hơn'}`;
  const nextEnglish = version.replacedBy ?? `the version of ${version.supersededBy ?? 'later'}`;
  const transition = inTransition(version, day);
  const until = transition
    ? ` Còn trong thời gian chuyển đổi (${version.transitionSource ?? vietnameseDate(version.transitionUntil ?? '')}).`
    : '';
  return {
    severity: transition
      ? (version.transitionUntil ?? '') > day.latest && standard.adoptedAs !== null
        ? 'notice'
        : 'warning'
      : 'error',
    at: reference,
    message: {
      vi: `${reference.raw} là phiên bản đã được thay thế khi lập kế hoạch.`,
      en: `${reference.raw} is a version that was superseded when the plan was made.`,
    },
    suggestion: now,
    evidence: evidenceOf(context.registers, version, {
      vi: `${name} hết hiệu lực từ ${vietnameseDate(version.to ?? '')}${version.withdrawnBy === null ? '' : ` theo ${version.withdrawnBy}`}, thay bằng ${next}.${until}`,
      en: `${name} was superseded on ${version.to}${version.withdrawnBy === null ? '' : ` by ${version.withdrawnBy}`}; its successor is ${nextEnglish}.${transition ? ` A transition runs until ${version.transitionUntil}.` : ''}`,
    }),
    factConfidence: version.confidence,
    key: [name],
  };
}

function* neverIssued(
  context: CheckContext,
  reference: StandardReference,
  standard: Standard,
): Generator<Draft> {
  const { complete } = standard;
  const year = reference.version ?? 0;
  if (complete === null) return;
  const untilYear = Number(complete.until.slice(0, 4));
  const planYear = context.day === null ? untilYear : Number(context.day.latest.slice(0, 4));
  if (year > untilYear && year <= planYear) return;
  const note = context.registers.standards.neverExisted.find(
    (n) => n.designation === standard.designation && n.year === year,
  );
  const years = standard.versions.map((v) => v.year).join(', ');
  yield {
    severity: isSure(complete.confidence) && year < untilYear ? 'error' : 'warning',
    at: reference,
    message: {
      vi: `Không có phiên bản năm ${year} của ${standard.designation} (${reference.raw}).`,
      en: `There is no version of ${standard.designation} of ${year} (${reference.raw}).`,
    },
    suggestion: currentVersion(standard, context.day),
    evidence: evidenceOf(context.registers, complete, {
      vi: `Các phiên bản của ${standard.designation} tính đến ${vietnameseDate(complete.until)}: ${years}${note === undefined ? '' : `; ${note.note}`}.`,
      en: `Versions of ${standard.designation} up to ${complete.until}: ${years}.`,
    }),
    factConfidence: complete.confidence,
    key: [`${standard.designation}:${year}`],
  };
}

function* fromTheFuture(
  context: CheckContext,
  reference: StandardReference,
  standard: Standard,
  version: StandardVersion,
): Generator<Draft> {
  if (context.day === null || version.year <= Number(context.day.latest.slice(0, 4))) return;
  yield {
    severity: 'warning',
    at: reference,
    message: {
      vi: `${reference.raw} chưa được công bố khi lập kế hoạch.`,
      en: `${reference.raw} had not been published when the plan was made.`,
    },
    suggestion: currentVersion(standard, context.day),
    evidence: evidenceOf(context.registers, version, {
      vi: `${standard.designation}:${version.year} có từ ${vietnameseDate(version.from ?? String(version.year))}.`,
      en: `${standard.designation}:${version.year} exists since ${version.from ?? version.year}.`,
    }),
    factConfidence: version.confidence,
    key: [`${standard.designation}:${version.year}`],
  };
}
