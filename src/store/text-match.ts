import type { Span } from '../document/span.js';
import { comparable, type Phrase, type SearchQuery, type Token, tokens } from './search-query.js';
import type { Snippet } from './store.js';

const MAX_SPANS = 50;
const AROUND = 70;

/** Where a document's text answers a query, with a piece of the text round the first place. */
export interface TextMatch {
  readonly spans: readonly Span[];
  readonly snippet: Snippet;
}

/**
 * The places in `text` that answer `query`, at most 50, in order: the unquoted words where they stand side by side,
 * else the shortest stretch that has them all; and every quoted phrase.
 */
export function matchText(text: string, query: SearchQuery): TextMatch {
  const words = tokens(comparable(text, query.column));
  const whole = query.loose.length > 1 ? occurrences(words, query.loose) : [];
  const spans = whole.length > 0 ? whole : closest(query.phrases.map((phrase) => occurrences(words, phrase)));
  const first = spans[0] ?? { start: 0, end: 0 };
  return { spans, snippet: snippetAround(text, first, spans) };
}

function occurrences(words: readonly Token[], phrase: Phrase): readonly Span[] {
  const found: Span[] = [];
  for (let i = 0; i + phrase.length <= words.length && found.length < MAX_SPANS * 20; i++) {
    if (!phrase.every((value, k) => words[i + k]?.value === value)) continue;
    found.push({ start: words[i]?.start ?? 0, end: words[i + phrase.length - 1]?.end ?? 0 });
  }
  return found;
}

/** One occurrence of each phrase such that the stretch over them is the shortest; [] unless all occur. */
function closest(places: readonly (readonly Span[])[]): readonly Span[] {
  if (places.some((spans) => spans.length === 0)) return [];
  if (places.length === 1) return (places[0] ?? []).slice(0, MAX_SPANS);
  const all = places
    .flatMap((spans, phrase) => spans.map((span) => ({ phrase, span })))
    .sort((a, b) => a.span.start - b.span.start || a.phrase - b.phrase);
  const latest = new Map<number, Span>();
  let best: readonly Span[] = [];
  let bestLength = Number.POSITIVE_INFINITY;
  for (const { phrase, span } of all) {
    latest.set(phrase, span);
    if (latest.size < places.length) continue;
    const spans = [...latest.values()];
    const length = span.end - Math.min(...spans.map((s) => s.start));
    if (length >= bestLength) continue;
    bestLength = length;
    best = spans;
  }
  const inOrder = [...best].sort((a, b) => a.start - b.start);
  return inOrder.filter((span, i) => i === 0 || span.start >= (inOrder[i - 1]?.end ?? 0));
}

/** A stretch of `text` round `centre` on one line, cut between words, with the places of `spans` in it. */
function snippetAround(text: string, centre: Span, spans: readonly Span[]): Snippet {
  const start = wordStart(text, Math.max(0, centre.start - AROUND));
  const end = wordEnd(text, Math.min(text.length, Math.max(centre.end, start) + AROUND));
  const before = start > 0 ? '… ' : '';
  const by = before.length - start;
  return {
    text: before + text.slice(start, end).replace(/[\t\n]/gu, ' ') + (end < text.length ? ' …' : ''),
    highlights: spans
      .filter((span) => span.start >= start && span.end <= end)
      .map((span) => ({ start: span.start + by, end: span.end + by })),
  };
}

function wordStart(text: string, at: number): number {
  if (at === 0) return 0;
  const space = text.slice(at, at + AROUND / 2).search(/\s/u);
  return space < 0 ? at : at + space + 1;
}

function wordEnd(text: string, at: number): number {
  if (at === text.length) return at;
  const from = Math.max(0, at - AROUND / 2);
  const space = Math.max(text.lastIndexOf(' ', at), text.lastIndexOf('\n', at), text.lastIndexOf('\t', at));
  return space <= from ? at : space;
}
