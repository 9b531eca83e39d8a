import type { Language } from '../language.js';
import { english } from './english.js';
import { vietnamese } from './vietnamese.js';

/** Every text of the reports, in one language. */
export type Messages = typeof vietnamese;

const CATALOGUE: Readonly<Record<Language, Messages>> = { vi: vietnamese, en: english };

/** The texts of the reports in `language`. */
export function messages(language: Language): Messages {
  return CATALOGUE[language];
}
