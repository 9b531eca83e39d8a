import type { Registers } from '../registers/load-registers.js';
import type { CheckContext, Draft, Rule } from '../rule.js';
import { adjacent, phraseKey, type Syllable } from '../syllables.js';

interface Repeatable {
  /** Words and two-word phrases, and the words behind which a pair of them is right. */
  readonly words: ReadonlyMap<string, readonly string[]>;
  readonly phrases: ReadonlyMap<string, readonly string[]>;
}
const repeatables = new WeakMap<Registers, Repeatable>();

function repeatableOf(registers: Registers): Repeatable {
  const known = repeatables.get(registers);
  if (known !== undefined) return known;
  const indexed = (entries: Readonly<Record<string, readonly string[]>>) =>
    new Map(Object.entries(entries).map(([text, behind]) => [phraseKey(text).join(' '), behind]));
  const { repeatedWords, repeatedPhrases } = registers.phrases;
  const built = { words: indexed(repeatedWords), phrases: indexed(repeatedPhrases) };
  repeatables.set(registers, built);
  return built;
}

/** A word or a pair of words written twice in a row. */
export const repeatedWord: Rule = {
  id: 'text/repeated-word',
  check: (context) => repeatsIn(context),
};

function repeatsIn(context: CheckContext): readonly Draft[] {
  const { syllables } = context;
  const { words, phrases } = repeatableOf(context.registers);
  const found: Draft[] = [];
  for (let i = 1; i < syllables.length; i++) {
    const a = syllables[i - 1] as Syllable;
    const b = syllables[i] as Syllable;
    const c = syllables[i + 1];
    if (a.lower === b.lower) {
      if (isWrong(context, words.get(a.lower), i - 1) && isRepeat(context, a, a, b, b))
        found.push(draft(context, a, b, a));
    } else if (c !== undefined && a.lower === c.lower) {
      const d = syllables[i + 2];
      if (d === undefined || b.lower !== d.lower) continue;
      if (isWrong(context, phrases.get(`${a.lower} ${b.lower}`), i - 1) && isRepeat(context, a, b, c, d))
        found.push(draft(context, a, d, b));
    }
  }
  return found;
}

/** Whether nothing makes the pair right: `behind` are words to which its first half belongs. */
function isWrong(
  { record, syllables }: CheckContext,
  behind: readonly string[] | undefined,
  at: number,
): boolean {
  if (behind === undefined) return false;
  const [before, first] = [syllables[at - 1], syllables[at]];
  if (before === undefined || first === undefined || !adjacent(record.text, before, first)) return true;
  return !behind.includes(before.lower);
}

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
