import type { Span } from '../../document/span.js';
import type { Frequency } from '../../record/fields.js';
import { breaksIn } from './item-breaks.js';
import { boundsOf, joinTouching, type Period, withYear } from './period.js';
import { asDeadline, asPeriod, asRange, type Piece } from './piece.js';
import type { TimeToken } from './time-token.js';
import { timeTokens } from './tokens.js';

/** A time that a phrase names, before it has a place in a document: spans count in the phrase. */
export interface ParsedTiming {
  readonly span: Span;
  readonly label: string | null;
  readonly start: string | null;
  readonly end: string | null;
  readonly frequency: Frequency | null;
  readonly times: number | null;
  readonly conditional: boolean;
  readonly invalid: string | null;
  /** A roman numeral that the recognizer had misread was taken for what a quarter can be. */
  readonly misread: boolean;
}

/** How many characters may stand between a time and the frequency that belongs to it. */
const NEAR = 16;

/**
 * The times in a phrase (a table cell, a sentence), in order. `year` stands in where a phrase names none; where it is
 * null too, start and end of such a time stay null. Items of a list ("- A: trước ngày … - B: …") keep their labels.
 */
export function parseTimings(text: string, year: number | null): readonly ParsedTiming[] {
  const breaks = breaksIn(text);
  if (breaks.length === 0) return parseItem(text, year);
  const found: ParsedTiming[] = [];
  let from = 0;
  const item = (to: number): void => {
    for (const timing of parseItem(text.slice(from, to), year)) found.push(moved(timing, from));
  };
  for (const { start, end } of breaks) {
    item(start);
    from = end;
  }
  item(text.length);
  return found;
}

const moved = (timing: ParsedTiming, by: number): ParsedTiming => ({
  label: timing.label,
  frequency: timing.frequency,
  times: timing.times,
  conditional: timing.conditional,
  span: { start: timing.span.start + by, end: timing.span.end + by },
  start: timing.start,
  end: timing.end,
  invalid: timing.invalid,
  misread: timing.misread,
});

/** A text without any of these names no time. */
const NAMES_TIME =
  /\d|quý|quí|qúy|tháng|năm|thường\s+xuyên|liên\s+tục|hằng|hàng|mỗi|lần|nếu|khi|đột\s+xuất|theo\s+(?:yêu|phát)/iu;

const NO_TIMES: readonly ParsedTiming[] = [];

/** Whether the token alone can be a time; the others only say something of one. */
const isTelling = ({ kind }: TimeToken): boolean =>
  kind === 'periods' || kind === 'range' || kind === 'frequency' || kind === 'conditional';

function parseItem(text: string, planYear: number | null): readonly ParsedTiming[] {
  const tokens = timeTokens(text);
  if (!tokens.some(isTelling) || !NAMES_TIME.test(text)) return NO_TIMES;
  const named = tokens
    .flatMap((t) => (t.kind === 'periods' ? t.periods.map((p) => p.year) : []))
    .filter((y) => y !== null);
  const all = pieces(tokens, text, named, planYear);
  // "trước ngày 15/8, lập hồ sơ … thường xuyên": an adverb further on is no part of the time
  const isNear = (t: TimeToken): boolean =>
    all.length === 0 ||
    all.some((p) => t.span.start - p.span.end <= NEAR && p.span.start - t.span.end <= NEAR);
  const frequencies = tokens.filter((t) => t.kind === 'frequency').filter(isNear);
  const frequency =
    frequencies.find((f) => f.times !== null) ??
    frequencies.find((f) => f.frequency !== 'continuous') ??
    frequencies[0] ??
    null;
  // "… hoặc đột xuất khi có yêu cầu" adds an occasion, it does not make the time before it conditional
  const conditions = tokens.filter(
    (t, i) => t.kind === 'conditional' && !tokens.slice(0, i).some((b) => b.kind === 'and'),
  );
  const regularYearly =
    tokens.some((t) => t.kind === 'regular') &&
    tokens.some((t) => t.kind === 'periods' && t.periods.some((p) => p.kind === 'year' && p.edge === 'end'));
  const settled = all.length > 0 || frequency !== null;
  const conditional = settled ? conditions.length > 0 : tokens.some((t) => t.kind === 'conditional');
  const specific = all.filter((p) => !p.wholeYear);
  const used = specific.length > 0 ? specific : all.slice(0, 1);
  const kind = frequency?.frequency ?? (regularYearly ? 'yearly' : null);
  const label = labelOf(text, tokens);
  const times = frequency?.times ?? null;
  if (used.length > 0) {
    const extra = tokens
      .filter((t) => (t.kind === 'frequency' || t.kind === 'regular') && isNear(t))
      .map((t) => t.span);
    return used.map((p, i) => ({
      label,
      frequency: kind,
      times,
      conditional,
      span: used.length === 1 && i === 0 ? cover([p.span, ...extra]) : p.span,
      start: p.start,
      end: p.end,
      invalid: p.invalid,
      misread: p.misread,
    }));
  }
  const anchor = frequency ?? tokens.find((t) => t.kind === 'conditional');
  if (anchor === undefined || anchor === null) return [];
  const whole =
    frequency === null || planYear === null
      ? null
      : boundsOf({ kind: 'year', year: named[0] ?? planYear, toYear: null, edge: null });
  return [
    {
      label,
      frequency: kind,
      times,
      conditional,
      span: cover([
        anchor.span,
        ...tokens
          .filter((t) => t.kind === 'regular' && anchor.span.start - t.span.end <= 2)
          .map((t) => t.span),
      ]),
      start: whole?.start ?? null,
      end: whole?.end ?? null,
      invalid: null,
      misread: false,
    },
  ];
}

const cover = (spans: readonly Span[]): Span => ({
  start: Math.min(...spans.map((s) => s.start)),
  end: Math.max(...spans.map((s) => s.end)),
});

/** "MTCL của Sở" in "- MTCL của Sở: trước ngày 15/02/2026". */
function labelOf(text: string, tokens: readonly TimeToken[]): string | null {
  const first = tokens.find((t) => t.kind !== 'and' && t.kind !== 'to');
  const colon = text.lastIndexOf(':', first?.span.start ?? 0);
  if (first === undefined || colon < 0 || colon > first.span.start) return null;
  const label = text
    .slice(0, colon)
    .replace(/^[\s\-–+•*,(]+/u, '')
    .trim();
  return label === '' || label.length > 120 ? null : label;
}

/** Walks the tokens and reads ranges, deadlines and lists of periods. */
function pieces(
  tokens: readonly TimeToken[],
  text: string,
  named: readonly number[],
  planYear: number | null,
): readonly Piece[] {
  const found: Piece[] = [];
  let deadline: { before: boolean; start: number; end: number } | null = null;
  let from: Span | null = null;
  let open: { readonly periods: readonly Period[]; readonly span: Span; readonly misread: boolean }[] = [];
  const settle = (list: readonly Period[]): readonly Period[] => {
    // a year written once behind a list or a range holds for what stands before it
    let last: number | null = list.findLast((p) => p.year !== null)?.year ?? named[0] ?? planYear;
    return [...list]
      .reverse()
      .map((p) => {
        const settled = withYear(p, last);
        last = settled.year;
        return settled;
      })
      .reverse();
  };
  const flush = (): void => {
    const list = open.flatMap((o) => o.periods);
    if (open.length > 0) {
      const span = cover(open.map((o) => o.span));
      const misread = open.some((o) => o.misread);
      for (const period of joinTouching(settle(list)))
        found.push(
          asPeriod(
            period,
            open.length === 1 || list.length === 1
              ? span
              : (open.find((o) => o.periods.some((p) => p === period))?.span ?? span),
            misread,
          ),
        );
    }
    open = [];
    from = null;
  };
  for (const [i, token] of tokens.entries()) {
    if (token.kind === 'deadline') {
      const start: Span | null = from;
      const next = tokens[i + 1];
      // "từ ngày 01/3 đến ngày 15/4": the deadline's word closes a range that "từ" opened
      if (
        !token.before &&
        (start !== null || open.length > 0) &&
        open.length === 1 &&
        next?.kind === 'periods' &&
        deadline === null
      )
        continue;
      flush();
      deadline = { before: token.before, start: token.span.start, end: token.span.end };
    } else if (token.kind === 'from') {
      flush();
      deadline = null;
      from = token.span;
    } else if (token.kind === 'range') {
      flush();
      const [first, last] = settle([token.first, token.last]);
      if (first !== undefined && last !== undefined) found.push(asRange(first, last, token.span, false));
    } else if (token.kind === 'periods') {
      const previous = tokens[i - 1];
      if (deadline !== null) {
        const gap = text.slice(deadline.end, token.span.start);
        if (gap.length > 24) deadline = null;
        else {
          const limit: { before: boolean; start: number; end: number } = deadline;
          for (const period of settle(token.periods))
            found.push(
              asDeadline(
                period,
                limit.before,
                { start: limit.start < 0 ? token.span.start : limit.start, end: token.span.end },
                token.misread,
              ),
            );
          deadline = { ...limit, start: -1, end: token.span.end };
          continue;
        }
      }
      const joins =
        previous !== undefined &&
        (previous.kind === 'to' || (previous.kind === 'deadline' && !previous.before)) &&
        open.length === 1;
      if (joins) {
        const begin = open[0];
        const beginning = begin?.periods.at(-1);
        const ending = token.periods[0];
        if (begin !== undefined && beginning !== undefined && ending !== undefined) {
          const [first, last] = settle([beginning, ending]);
          const origin: Span | null = from;
          const span = { start: (origin as Span | null)?.start ?? begin.span.start, end: token.span.end };
          open = [];
          from = null;
          if (first !== undefined && last !== undefined)
            found.push(asRange(first, last, span, begin.misread || token.misread));
          continue;
        }
      }
      if (open.length > 0 && previous?.kind !== 'and') flush();
      open.push({ periods: token.periods, span: token.span, misread: token.misread });
    } else if (token.kind !== 'and' && token.kind !== 'to') {
      flush();
      deadline = null;
    }
  }
  flush();
  return found;
}
