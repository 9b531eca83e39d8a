import type { Profile } from './profile.js';

/** One planted mistake: what it does to a plan's text, and the finding that it must raise. */
export interface Mistake {
  readonly rule: string;
  /** The words of the clean text that it changes; the first place is taken. A plan without them is left alone. */
  readonly find: RegExp;
  /** True where only the words behind the first heading count. */
  readonly inBody?: boolean;
  readonly put: string | ((match: RegExpExecArray, profile: Profile) => string);
  /** Words that the finding holds in its quotation, message, suggestion or evidence. */
  readonly contains: string;
  readonly when?: (profile: Profile) => boolean;
  /** Rules that may rightly speak as well. */
  readonly also?: readonly string[];
}

/** Many mistakes of one rule: what is found, what is put there, and the words to look for (default: what was put). */
export const each = (
  rule: string,
  rows: readonly (readonly [find: RegExp, put: Mistake['put'], contains?: string])[],
  more: Pick<Mistake, 'when' | 'also'> = {},
): readonly Mistake[] =>
  rows.map(([find, put, contains]) => ({
    rule,
    find,
    put,
    contains: contains ?? (typeof put === 'string' ? put : ''),
    ...more,
  }));
