import { foldVietnamese, lowerSameLength } from '../document/fold.js';
import { unifyTonePlacement } from './tone-placement.js';

/** How text is made comparable: "written" keeps diacritics, "folded" drops them. Neither changes its length. */
export type Column = 'written' | 'folded';

/** Words that must stand side by side. */
export type Phrase = readonly string[];

/** What a query asks: all of `phrases`, and rather all of `loose` side by side in this order. */
export interface SearchQuery {
  readonly column: Column;
  readonly phrases: readonly Phrase[];
  /** The unquoted words one after the other; they stand among `phrases` too. */
  readonly loose: Phrase;
}

/** A word of comparable text with its place. */
export interface Token {
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

const TOKEN = /[\p{L}\p{N}\p{M}\p{Co}]+/gu;
const PART = /"([^"]*)"?|([^\s"]+)/gu;

/** `text` as the index compares it; offsets into the result are offsets into `text`, which must be NFC. */
export const comparable = (text: string, column: Column): string =>
  column === 'folded' ? foldVietnamese(text) : unifyTonePlacement(lowerSameLength(text));

/** The words of comparable text: runs of letters and digits, as the index's own tokenizer splits them. */
export function tokens(text: string): readonly Token[] {
  return Array.from(text.matchAll(TOKEN), ({ 0: value, index }) => ({
    value,
    start: index,
    end: index + value.length,
  }));
}

/** Reads a query as a person types it. Null where it has no word in it. */
export function parseQuery(query: string): SearchQuery | null {
  const text = query.normalize('NFC');
  const lower = lowerSameLength(text);
  const column = foldVietnamese(text) === lower ? 'folded' : 'written';
  const phrases: Phrase[] = [];
  const loose: string[] = [];
  for (const part of comparable(text, column).matchAll(PART)) {
    const words = tokens(part[1] ?? part[2] ?? '').map((token) => token.value);
    if (words.length === 0) continue;
    phrases.push(words);
    if (part[2] !== undefined) loose.push(...words);
  }
  return phrases.length === 0 ? null : { column, phrases, loose };
}

const quoted = (phrase: Phrase): string => `"${phrase.join(' ')}"`;

/**
 * The query in FTS5's own language: what must occur, and what makes a document come first (null where that adds
 * nothing). Words are letters and digits only, so nothing of them can be syntax.
 */
export function toFts(query: SearchQuery): { readonly required: string; readonly sideBySide: string | null } {
  const required = `${query.column} : (${query.phrases.map(quoted).join(' AND ')})`;
  const adds = query.phrases.length > 1 && query.loose.length > 1;
  return { required, sideBySide: adds ? `${query.column} : ${quoted(query.loose)}` : null };
}
