import type { Span } from '../../document/span.js';
import { boundsOf, deadlineBefore, impossibility, type Period } from './period.js';

/** A period, a deadline or a range that a phrase names, before frequencies and conditions around it are looked at. */
export interface Piece {
  readonly span: Span;
  readonly start: string | null;
  readonly end: string | null;
  readonly wholeYear: boolean;
  readonly invalid: string | null;
  readonly misread: boolean;
}

/** A period as it stands. */
export function asPeriod(period: Period, span: Span, misread: boolean): Piece {
  const invalid = impossibility(period);
  const bounds = invalid === null ? boundsOf(period) : null;
  const atEnd = period.kind === 'year' && period.edge === 'end';
  return {
    span,
    start: atEnd ? null : (bounds?.start ?? null),
    end: bounds?.end ?? null,
    wholeYear: period.kind === 'year',
    invalid,
    misread,
  };
}

/** The end that a deadline's word ("trước", "hết") makes of a period. */
export function asDeadline(period: Period, before: boolean, span: Span, misread: boolean): Piece {
  const invalid = impossibility(period);
  const end = invalid !== null ? null : before ? deadlineBefore(period) : (boundsOf(period)?.end ?? null);
  return { span, start: null, end, wholeYear: false, invalid, misread };
}

/** From the begin of one period to the end of another. */
export function asRange(first: Period, last: Period, span: Span, misread: boolean): Piece {
  const invalid = impossibility(first) ?? impossibility(last);
  const start = invalid === null ? (boundsOf(first)?.start ?? null) : null;
  const end = invalid === null ? (boundsOf(last)?.end ?? null) : null;
  return { span, start, end, wholeYear: false, invalid, misread };
}
