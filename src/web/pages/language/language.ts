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
  new Date(iso).toLocaleString(code === 'en' ? 'en-GB' : 'vi-VN', { dateStyle: 'short', timeStyle: 'short' });
