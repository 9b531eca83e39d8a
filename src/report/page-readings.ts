import type { PlanRecord } from '../record/plan-record.js';
import { pageList } from './document-state.js';
import type { Language } from './language.js';
import { messages } from './messages/messages.js';

type PageReading = PlanRecord['source']['pageReadings'][number];

/** How a page was read and why, in one phrase. */
function phraseOf({ method, route }: PageReading, language: Language): string {
  const { byMethod, byRoute } = messages(language).pageReading;
  if (route === undefined || (method === 'blank' && route !== 'blank')) return byMethod[method];
  const why = byRoute[route];
  return method === 'text-layer' || method === 'blank' ? why : `${byMethod[method]} (${why})`;
}

/** How a document's pages were read and why: "1–3: …", pages read alike together. [] for sources without pages. */
export function pageReadingLines(record: PlanRecord, language: Language): readonly string[] {
  const groups = new Map<string, number[]>();
  for (const reading of record.source.pageReadings) {
    const phrase = phraseOf(reading, language);
    groups.set(phrase, [...(groups.get(phrase) ?? []), reading.page]);
  }
  return [...groups].map(([phrase, pages]) => `${pageList(pages)}: ${phrase}`);
}

/** The same in one line: "1–3: …; 4: …". */
export const pageReadingText = (record: PlanRecord, language: Language): string =>
  pageReadingLines(record, language).join('; ');
