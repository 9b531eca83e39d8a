import type { Span } from '../document/span.js';
import type { Severity } from '../record/finding.js';
import type { PlanRecord } from '../record/plan-record.js';
import type { Mention } from '../record/primitives.js';
import type { DayRange } from './judgement-day.js';
import type { Starts } from './phrase-book.js';
import type { RegisterConfidence } from './registers/common-schema.js';
import type { Registers } from './registers/load-registers.js';
import type { Syllable } from './syllables.js';

/** What a rule sees. Everything comes from the record and the registers; rules do no I/O and keep no state. */
export interface CheckContext {
  readonly record: PlanRecord;
  readonly registers: Registers;
  /** The days by which the plan is judged; null where nothing says when it was made. */
  readonly day: DayRange | null;
  /** The text's syllables, in order; found when first asked for. */
  readonly syllables: readonly Syllable[];
  /** At which of them a phrase of the registers can begin. */
  readonly starts: Starts;
  /** What was found out about the record so far, under the function that found it: see `once`. */
  readonly found: Map<unknown, unknown>;
}

/** What `find` says of the record, found out once for all rules. */
export function once<T>(context: CheckContext, find: (context: CheckContext) => T): T {
  if (!context.found.has(find)) context.found.set(find, find(context));
  return context.found.get(find) as T;
}

/** The same sentence in both languages. */
export interface Bilingual {
  readonly vi: string;
  readonly en: string;
}

/** A finding before severity is capped, places are looked up and it is fingerprinted. */
export interface Draft {
  readonly severity: Severity;
  /** What it is about: a mention of the record, a range of its text, or null where a thing is absent. */
  readonly at: Pick<Mention, 'raw' | 'span' | 'location' | 'confidence'> | Span | null;
  readonly message: Bilingual;
  readonly suggestion?: string | null;
  readonly evidence?: Bilingual | null;
  /** Of the facts it rests on: below two sources it is no error. */
  readonly factConfidence?: RegisterConfidence;
  /** The table row whose cells it rests on: in a table that was put back together from loose words it is a notice. */
  readonly row?: Span;
  /** True where only marks over letters differ: what a recognizer loses first. */
  readonly restsOnMarks?: boolean;
  /** True where the word behind its place, read otherwise, could belong to it: a name that may be cut short. */
  readonly mayGoOn?: boolean;
  /** Values that tell it from other findings about the same words. */
  readonly key?: readonly string[];
}

/** A rule, or one kind of rule: all of one shape. */
export interface Rule {
  readonly id: string;
  check(context: CheckContext): Iterable<Draft>;
}

export const isSpan = (at: Draft['at']): at is Span => at !== null && !('span' in at);
