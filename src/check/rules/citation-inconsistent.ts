import type { Citation } from '../../record/fields.js';
import {
  type Aspect,
  byNumber,
  opinions,
  type Said,
  sameDocuments,
  sayingsOf,
} from '../citation-agreement.js';
import { entryOf } from '../cited-document.js';
import { vietnameseDate } from '../facts.js';
import type { CheckContext, Draft, Rule } from '../rule.js';
import { expandShortForms } from '../short-forms.js';
import { titleWords } from '../title-words.js';
import { figureOf, ownStandards } from './citation-title.js';

/** What each citation of a record says, but for those that the register can judge better. */
export function saidIn(context: CheckContext): readonly Said[] {
  const { record } = context;
  return record.citations.flatMap((citation, index) =>
    citation.number === null || citation.short || entryOf(context, citation) !== null
      ? []
      : [
          {
            citation,
            number: citation.number,
            issuedOn: citation.issuedOn,
            issuer: citation.issuer === null ? null : expandShortForms(citation.issuer, context),
            title: citation.title,
            titleVersion: versionInTitle(context, citation, index),
            titleWords: citation.title === null ? null : titleWords(citation.title, context),
          },
        ],
  );
}

function versionInTitle(context: CheckContext, citation: Citation, index: number): string | null {
  const quoted = ownStandards(context, citation, index).find((s) => s.version !== null);
  return quoted === undefined ? null : `${figureOf(quoted.designation)}:${quoted.version}`;
}

export const ASPECTS: readonly Aspect[] = ['issuedOn', 'issuer', 'title'];
export const ASPECT_NAME = {
  issuedOn: { vi: 'ngày ban hành', en: 'dates' },
  issuer: { vi: 'cơ quan ban hành', en: 'issuers' },
  title: { vi: 'trích yếu', en: 'titles' },
} as const;
export const shown = (said: Said, aspect: Aspect): string => {
  const value = said[aspect] ?? '';
  return aspect === 'issuedOn' ? vietnameseDate(value) : value;
};

/** The same number carries different dates, issuers or titles within the document. */
export const inconsistentCitation: Rule = {
  id: 'citation/inconsistent',
  *check(context) {
    for (const said of byNumber(saidIn(context)).values()) {
      if (said.length < 2) continue;
      for (const group of sameDocuments(sayingsOf(said)))
        for (const aspect of ASPECTS) {
          const [most, ...others] = opinions(group, aspect);
          const first = most?.[0];
          if (first === undefined) continue;
          for (const odd of others.flat()) yield draft(odd, first, most?.length ?? 0, aspect);
        }
    }
  },
};

function draft(odd: Said, usual: Said, count: number, aspect: Aspect): Draft {
  const name = ASPECT_NAME[aspect];
  return {
    severity: 'error',
    at: odd.citation.parts[aspect] ?? odd.citation,
    message: {
      vi: `${odd.citation.type ?? 'Văn bản'} ${odd.number} được ghi với ${name.vi} khác nhau: ${shown(odd, aspect)} ở đây, ${shown(usual, aspect)} ở ${count} chỗ khác.`,
      en: `${odd.number} is given different ${name.en}: ${shown(odd, aspect)} here, ${shown(usual, aspect)} in ${count} other place(s).`,
    },
    evidence: {
      vi: `Chỗ khác viết: "${usual.citation.raw.slice(0, 160)}".`,
      en: `Elsewhere: "${usual.citation.raw.slice(0, 160)}".`,
    },
    key: [odd.number, aspect, odd[aspect] ?? ''],
  };
}
