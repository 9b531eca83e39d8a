import type { Registers } from '../registers/load-registers.js';
import type { CheckContext, Draft, Rule } from '../rule.js';
import { adjacent, phraseKey, type Syllable } from '../syllables.js';

const phraseSets = new WeakMap<Registers, ReadonlySet<string>>();

/** A word or a pair of words written twice in a row. */
export const repeatedWord: Rule = {
  id: 'text/repeated-word',
  *check(context) {
    const { record, syllables, registers } = context;
    const { repeatedWords, repeatedPhrases } = registers.phrases;
    const phrases = phraseSets.get(registers) ?? new Set(repeatedPhrases.map((p) => phraseKey(p).join(' ')));
    phraseSets.set(registers, phrases);
    for (let i = 1; i < syllables.length; i++) {
      const [a, b] = [syllables[i - 1] as Syllable, syllables[i] as Syllable];
      if (a.lower === b.lower) {
        const partOf = Object.hasOwn(repeatedWords, a.lower) ? repeatedWords[a.lower] : undefined;
        const before = syllables[i - 2];
        const belongs =
          before !== undefined && adjacent(record.text, before, a) && partOf?.includes(before.lower);
        if (partOf !== undefined && !belongs && isRepeat(context, a, a, b, b)) yield draft(context, a, b, a);
        continue;
      }
      const [c, d] = [syllables[i + 1], syllables[i + 2]];
      if (c === undefined || d === undefined || a.lower !== c.lower || b.lower !== d.lower) continue;
      if (phrases.has(`${a.lower} ${b.lower}`) && isRepeat(context, a, b, c, d))
        yield draft(context, a, d, b);
    }
  },
};

/** Both stand on one line with only spaces between, in the same letters but for a capital at the first. */
function isRepeat({ record }: CheckContext, a: Syllable, b: Syllable, c: Syllable, d: Syllable): boolean {
  const { text } = record;
  if (!adjacent(text, b, c)) return false;
  if (a !== b && (!adjacent(text, a, b) || !adjacent(text, c, d))) return false;
  const [first, second] = [text.slice(a.start, b.end), text.slice(c.start, d.end)];
  return first === second || first.charAt(0).toLowerCase() + first.slice(1) === second;
}

function draft({ record }: CheckContext, from: Syllable, to: Syllable, once: Syllable): Draft {
  const written = record.text.slice(from.start, to.end);
  const right = record.text.slice(from.start, once.end);
  return {
    severity: 'error',
    at: { start: from.start, end: to.end },
    message: {
      vi: `Lặp từ: "${written}".`,
      en: `A word stands twice: "${written}".`,
    },
    suggestion: right,
    evidence: null,
    key: [right.toLowerCase()],
  };
}
