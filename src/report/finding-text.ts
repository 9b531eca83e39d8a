import type { Finding } from '../record/finding.js';
import type { Language } from './language.js';

/** What a finding says, and why, in the reader's language. */
export function findingText(
  finding: Finding,
  language: Language,
): { readonly message: string; readonly evidence: string | null } {
  return language === 'en' ? finding.english : { message: finding.message, evidence: finding.evidence };
}

/** Below this the recognizer's reading may be the mistake itself, and a person has to look at the page. */
export const LOW_CONFIDENCE = 0.85;

/** True where a finding rests on recognized text that the recognizer was unsure of. */
export function restsOnUnsureText(finding: Finding): boolean {
  return finding.confidence < LOW_CONFIDENCE;
}
