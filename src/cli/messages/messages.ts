import type { Language } from '../../report/language.js';
import { english } from './english.js';
import { vietnamese } from './vietnamese.js';

/** Every text of the terminal, in one language. */
export type CliMessages = typeof vietnamese;

const CATALOGUE: Readonly<Record<Language, CliMessages>> = { vi: vietnamese, en: english };

/** The texts of the terminal in `language`. */
export function cliMessages(language: Language): CliMessages {
  return CATALOGUE[language];
}
