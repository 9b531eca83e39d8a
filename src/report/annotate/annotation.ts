import type { Registers } from '../../check/registers/load-registers.js';
import type { Finding, Severity } from '../../record/finding.js';
import type { PlanRecord } from '../../record/plan-record.js';
import { findingText } from '../finding-text.js';
import type { Language } from '../language.js';
import { messages } from '../messages/messages.js';
import type { RuleTitle } from '../rule-title.js';

/** The name under which all notes and changes are made. */
export const AUTHOR = 'Rasoat';
export const INITIALS = 'RS';

/** How notes are worded and dated. */
export interface AnnotateOptions {
  readonly language: Language;
  readonly ruleTitle: RuleTitle;
  /** Stands on every note: an ISO 8601 instant. The same input and instant give the same bytes. */
  readonly date: string;
  /** Where successors are looked up; null: no citation is replaced as a whole. */
  readonly registers: Registers | null;
}

/** What a note says, a line each. */
export interface NoteText {
  readonly severity: Severity;
  /** "Lỗi: …" in two parts, so that the first can be set bold. */
  readonly label: string;
  readonly message: string;
  /** What should stand there, why, and the rule. */
  readonly more: readonly string[];
}

/** A finding as a note in the margin. */
export function noteText(finding: Finding, { language, ruleTitle }: AnnotateOptions): NoteText {
  const say = messages(language);
  const { message, evidence } = findingText(finding, language);
  const more: string[] = [];
  if (finding.suggestion !== null) more.push(`${say.finding.suggestion}: ${finding.suggestion}`);
  if (evidence !== null) more.push(`${say.finding.evidence}: ${evidence}`);
  more.push(`${ruleTitle(finding.ruleId)} (${finding.ruleId})`);
  return { severity: finding.severity, label: say.severity[finding.severity], message, more };
}

/** A note in one text, for formats without lines of their own look. */
export const plainNote = ({ label, message, more }: NoteText): string =>
  [`${label}: ${message}`, ...more].join('\n');

/** Where findings about the document as a whole are noted: its kind or subject, else its beginning. */
export function documentPlace(record: PlanRecord): { readonly start: number; readonly end: number } {
  const { places } = record.header;
  const named = [places.documentType, places.subject, places.issuingAgency].find(
    (place) => place !== undefined && place.span.end > place.span.start,
  );
  if (named !== undefined) return named.span;
  const end = record.text.indexOf('\n');
  return { start: 0, end: end < 0 ? record.text.length : end };
}
