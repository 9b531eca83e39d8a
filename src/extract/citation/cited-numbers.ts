import { firstFrom } from '../../document/in-order.js';
import type { Citation } from '../../record/fields.js';

interface FirstCited {
  readonly number: string;
  readonly start: number;
}

/** The documents that a text cites in full, by what a short form says of them; each where it is first cited. */
export type CitedNumbers = ReadonlyMap<string, readonly FirstCited[]>;

const startOf = ({ start }: FirstCited): number => start;

/** Short forms name a type alone ("Thông tư này"), or a type and the number's first part ("Quyết định số 19"). */
const keyOf = (type: string, count: number | null): string => `${type.toLowerCase()} ${count ?? ''}`;

/** Collects the numbers of full citations. Linear but for the sorting. */
export function citedNumbers(citations: readonly Citation[]): CitedNumbers {
  const found = new Map<string, FirstCited[]>();
  const seen = new Set<string>();
  const cited = citations
    .flatMap(({ number, short, type, span }) =>
      number === null || short || type === null ? [] : [{ number, type, start: span.start }],
    )
    .sort((a, b) => a.start - b.start);
  for (const { number, type, start } of cited) {
    const count = /^(\d+)[/-]/u.exec(number)?.[1];
    for (const key of [keyOf(type, null), ...(count === undefined ? [] : [keyOf(type, Number(count))])]) {
      if (seen.has(`${key} ${number}`)) continue;
      seen.add(`${key} ${number}`);
      const same = found.get(key);
      if (same === undefined) found.set(key, [{ number, start }]);
      else same.push({ number, start });
    }
  }
  return found;
}

/** What is cited before `at` under a type (and, where given, the number's first part). */
export interface CitedBefore {
  /** How many documents. */
  readonly count: number;
  /** Its number where there is but one. */
  readonly only: string | null;
}

/** Looks up what a short form at `at` can mean. Logarithmic. */
export function citedBefore(
  cited: CitedNumbers,
  at: number,
  type: string,
  first: number | null,
): CitedBefore {
  const all = cited.get(keyOf(type, first)) ?? [];
  const count = firstFrom(all, at, startOf);
  return { count, only: count === 1 ? (all[0]?.number ?? null) : null };
}
