import { createHash } from 'node:crypto';
import { foldVietnamese } from '../document/fold.js';
import type { PlanRecord } from '../record/plan-record.js';

/** Hexadecimal digits of a fingerprint. */
export const FINGERPRINT_LENGTH = 32;
/** Digits of its beginning that people are shown: among 200,000 findings two begin alike once in fifty audits. */
export const SHOWN_LENGTH = 10;

/** The beginning of a fingerprint, as reports print it and `rasoat ignore` takes it. */
export const shortFingerprint = (fingerprint: string): string => fingerprint.slice(0, SHOWN_LENGTH);

/** A quote with case, white space and the space round punctuation evened out. */
export const normalizedQuote = (quote: string): string =>
  quote
    .normalize('NFC')
    .toLowerCase()
    .replace(/\s+/gu, ' ')
    .replace(/\s*([:;,./()-])\s*/gu, '$1')
    .trim();

const folded = (text: string | null): string =>
  foldVietnamese(text ?? '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/**
 * What a plan keeps when it is handed in again: who made it, what it is called, and for which year. Its number and its
 * date are not in it, since a draft has none; nor its file's name. A document whose head names neither unit nor
 * subject is its bytes. What a person corrected in the head counts as it was read, so that a correction there leaves
 * the findings their names.
 */
export function documentIdentity({
  header,
  source,
  review,
}: Pick<PlanRecord, 'header' | 'source' | 'review'>): string {
  const read: Record<string, unknown> = { ...header };
  for (const { field, machine } of review?.fields ?? [])
    if (field.startsWith('header/')) read[field.slice('header/'.length)] = machine;
  const { parentAgency, issuingAgency, documentType, subject, planYear } = read as typeof header;
  if (issuingAgency === null && subject === null) return source.sha256;
  return [parentAgency, issuingAgency, documentType, subject, String(planYear ?? '')]
    .map(folded)
    .join('\u0000');
}

/**
 * The fingerprint of a finding: document, rule, normalized quote, values that tell it from others about the same words, and
 * its occurrence (from 0) among findings equal in all these. Moving text changes nothing of it.
 */
export function fingerprintOf(
  document: string,
  ruleId: string,
  normalized: string,
  key: readonly string[],
  occurrence: number,
): string {
  return createHash('sha256')
    .update([document, ruleId, normalized, ...key, String(occurrence)].join('\u0000'))
    .digest('hex')
    .slice(0, FINGERPRINT_LENGTH);
}
