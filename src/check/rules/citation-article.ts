import { entryOf } from '../cited-document.js';
import { evidenceOf } from '../facts.js';
import type { Rule } from '../rule.js';

/** An article that the document does not have, by the number of its articles in the register. */
export const noSuchArticle: Rule = {
  id: 'citation/no-such-article',
  *check(context) {
    for (const citation of context.record.citations) {
      const entry = entryOf(context, citation);
      if (entry?.articles == null) continue;
      for (const { article } of citation.locators) {
        if (article === undefined || !/^\d+$/u.test(article) || Number(article) <= entry.articles) continue;
        yield {
          severity: 'warning',
          at: citation,
          message: {
            vi: `${entry.type} ${entry.number} chỉ có ${entry.articles} điều, không có Điều ${article}.`,
            en: `${entry.number} has ${entry.articles} articles; there is no article ${article}.`,
          },
          evidence: evidenceOf(context.registers, entry, {
            vi: `Số điều của ${entry.number}: ${entry.articles}.`,
            en: `Articles of ${entry.number}: ${entry.articles}.`,
          }),
          factConfidence: entry.confidence,
          key: [entry.number, article],
        };
      }
    }
  },
};
