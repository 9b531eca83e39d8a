import type { Language } from './language.js';

/** A rule's short title for people; its id where it is a rule that this version does not know. */
export function ruleTitle(ruleId: string, _language: Language): string {
  return ruleId;
}
