import { money } from '../facts.js';
import type { Rule } from '../rule.js';

/** The sum in figures differs from the sum in words. */
export const wordsMismatch: Rule = {
  id: 'budget/words-mismatch',
  *check({ record }) {
    for (const amount of record.budget.amounts) {
      if (amount.inWords === null || amount.inWords === amount.value) continue;
      yield {
        severity: 'error',
        at: amount,
        message: {
          vi: `Số tiền bằng số (${money(amount.value)}) khác số tiền bằng chữ (${money(amount.inWords)}): "${amount.raw}".`,
          en: `The sum in figures (${amount.value}) differs from the sum in words (${amount.inWords}).`,
        },
        evidence: {
          vi: `Đọc phần bằng chữ được ${money(amount.inWords)}.`,
          en: `The words read ${amount.inWords}.`,
        },
        key: [String(amount.value), String(amount.inWords)],
      };
    }
  },
};
