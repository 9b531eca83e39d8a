import { LANGUAGES, type Language } from '../report/language.js';

const isLanguage = (text: string | undefined): text is Language =>
  LANGUAGES.some((language) => language === text);

/**
 * The language of help and of messages about usage: `--lang` wherever it stands among the arguments, else English
 * where LC_ALL, LC_MESSAGES or LANG (the first that is set) begins with "en", else Vietnamese.
 */
export function helpLanguage(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): Language {
  for (const [index, argument] of args.entries()) {
    if (argument === '--') break;
    const value = argument === '--lang' ? args[index + 1] : /^--lang=(.*)$/u.exec(argument)?.[1];
    if (isLanguage(value)) return value;
  }
  const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG || '';
  return /^en(?![a-z])/iu.test(locale) ? 'en' : 'vi';
}
