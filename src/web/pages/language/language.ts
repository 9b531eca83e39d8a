import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { english } from './english.js';
import { type Messages, vietnamese } from './vietnamese.js';

export type LanguageCode = 'vi' | 'en';

const MESSAGES: Readonly<Record<LanguageCode, Messages>> = { vi: vietnamese, en: english };

export const messagesIn = (language: LanguageCode): Messages => MESSAGES[language];

export const LanguageContext = createContext<Messages>(vietnamese);

/** What the pages say, in the language that the person chose. */
export const useMessages = (): Messages => useContext(LanguageContext);

/** An instant in the language's form, for people: "02/03/2026 14:05". */
export const instantText = (iso: string, { code }: Messages): string =>
  (code === 'en' ? INSTANT.en : INSTANT.vi).format(new Date(iso));

/** Made once: making one takes longer than the rest of a list's row. */
const instantIn = (locale: string) =>
  new Intl.DateTimeFormat(locale, {
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  });
const INSTANT = { vi: instantIn('vi-VN'), en: instantIn('en-GB') } as const;
