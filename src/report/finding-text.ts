import type { Finding } from '../record/finding.js';
import type { Language } from './language.js';

/** What a finding says, and why, in the reader's language. */
export function findingText(
  finding: Finding,
  language: Language,
): { readonly message: string; readonly evidence: string | null } {
  return language === 'en' ? finding.english : { message: finding.message, evidence: finding.evidence };
}
