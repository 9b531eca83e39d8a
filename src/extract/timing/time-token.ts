import type { Span } from '../../document/span.js';
import type { Frequency } from '../../record/fields.js';
import type { Period } from './period.js';

/** What a stretch of a time phrase is. Text between tokens is kept out; `gap` says how much stood before a token. */
export type TimeToken =
  | {
      readonly kind: 'periods';
      readonly span: Span;
      readonly periods: readonly Period[];
      readonly misread: boolean;
    }
  | { readonly kind: 'range'; readonly span: Span; readonly first: Period; readonly last: Period }
  | {
      readonly kind: 'frequency';
      readonly span: Span;
      readonly frequency: Frequency;
      readonly times: number | null;
    }
  | { readonly kind: 'deadline'; readonly span: Span; readonly before: boolean }
  | { readonly kind: 'from'; readonly span: Span }
  | { readonly kind: 'to'; readonly span: Span }
  | { readonly kind: 'and'; readonly span: Span }
  | { readonly kind: 'regular'; readonly span: Span }
  | { readonly kind: 'conditional'; readonly span: Span };
