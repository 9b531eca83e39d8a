import type { RuleFile } from '../check/cases/rule-file.js';
import type { Language } from './language.js';

/** A rule's title by its id, in the language of the report; the id itself for a rule that is not known. */
export type RuleTitle = (ruleId: string) => string;

/** Titles from the rules' own files. */
export function ruleTitles(rules: readonly Pick<RuleFile, 'id' | 'title'>[], language: Language): RuleTitle {
  const titles = new Map(rules.map(({ id, title }) => [id, title[language]]));
  return (ruleId) => titles.get(ruleId) ?? ruleId;
}
