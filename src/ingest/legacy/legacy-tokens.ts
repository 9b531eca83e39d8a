import type { Span } from '../../document/span.js';
import { type DecodedWord, decodeWord } from './decode-word.js';
import type { FontEncoding } from './font-encoding.js';
import type { LegacyEncoding } from './legacy-text.js';
import { UNICODE_ONLY } from './vietnamese-letters.js';
import { costAsIs } from './word-cost.js';

/** A stretch of text typed for a legacy font. */
export interface FontStretch extends Span {
  readonly font: FontEncoding;
}

/** A word whose encoding is open, with what it would be in each and what that would cost. */
export interface Token extends Span {
  /** What it costs to take it as it stands. */
  readonly asIs: number;
  readonly decoded: ReadonlyMap<LegacyEncoding, DecodedWord>;
  readonly font: FontEncoding | null;
  /** It has no legacy font, and other words of its line have one. */
  readonly besideFont: boolean;
  /** It holds letters that no old encoding shows. */
  readonly unicodeOnly: boolean;
  /** A line or another font begins here. */
  readonly seam: boolean;
}

/** Signs, beside letters, of which text in Unicode has few. Ordinary text of other languages may have them, too. */
const SIGN =
  /[\u00A1-\u00A9\u00AB-\u00AF\u00B1-\u00BF\u00C4-\u00C7\u00CB\u00CE\u00CF\u00D0\u00D1\u00D6-\u00D8\u00DB\u00DC\u00DE-\u00DF\u00E4-\u00E7\u00EB\u00EE-\u00F1\u00F6-\u00F8\u00FB\u00FC\u00FE\uF0A1-\uF0FF]\p{L}|\p{L}[\u00A1-\u00A9\u00AB-\u00AF\u00B1-\u00BF\u00C4-\u00C7\u00CB\u00CE\u00CF\u00D0\u00D1\u00D6-\u00D8\u00DB\u00DC\u00DE-\u00DF\u00E4-\u00E7\u00EB\u00EE-\u00F1\u00F6-\u00F8\u00FB\u00FC\u00FE\uF0A1-\uF0FF]/u;
const VIQR_SIGN = /[aeo]\^|[ou]\+|a\(|[aeiouy][`~?]\p{L}|(?<!\p{L})d[dD][aeiouy]/iu;

/** Words that read alike in all encodings but VIQR; hyphens amid letters may be ư. */
const PLAIN = /^(?!.*[A-Za-z]-[A-Za-z])\p{ASCII}*$/u;

/** Words are looked at in pieces of so many characters at most, lest one of a megabyte take forever. */
const WORD = /\S{1,120}/gu;

/** Whether a text may hold anything in a legacy encoding: quick, and true too often. */
export const mayBeLegacy = (text: string): boolean => SIGN.test(text) || VIQR_SIGN.test(text);

/** The stretches whose text was typed for their fonts: not those with more words of Unicode than of none. */
function heeded(text: string, stretches: readonly FontStretch[]): readonly FontStretch[] {
  return stretches.filter(({ start, end }) => {
    let unicode = 0;
    let odd = 0;
    for (const [word] of text.slice(start, end).matchAll(WORD)) {
      if (UNICODE_ONLY.test(word)) unicode++;
      else if (costAsIs(word) >= 1) odd++;
    }
    return unicode === 0 || odd > unicode;
  });
}

/** Tells of places in rising order whether their line has words in a legacy font. `fonts` in order. */
function linesWithFonts(text: string, fonts: readonly FontStretch[]): (at: number) => boolean {
  let next = 0;
  let end = 0;
  let has = false;
  return (at) => {
    if (at < end) return has;
    const lineBreak = text.indexOf('\n', at);
    const start = text.lastIndexOf('\n', at) + 1;
    end = lineBreak < 0 ? Number.POSITIVE_INFINITY : lineBreak;
    while (next < fonts.length && (fonts[next] as FontStretch).end <= start) next++;
    has = (fonts[next]?.start ?? Number.POSITIVE_INFINITY) < end;
    return has;
  };
}

/** The words of `text` that tell of its encoding or depend on it. Linear in the length. */
export function tokensOf(text: string, stretches: readonly FontStretch[]): readonly Token[] {
  const tokens: Token[] = [];
  const withViqr = VIQR_SIGN.test(text);
  const fonts = [...heeded(text, stretches)].sort((a, b) => a.start - b.start);
  const escapes = withViqr && /[aeiouy]\\[.?]/u.test(text);
  const lineHasFont = linesWithFonts(text, fonts);
  let next = 0;
  let seam = true;
  let lastEnd = 0;
  let lastFont: FontEncoding | null = null;
  for (const { 0: word, index: start } of text.matchAll(WORD)) {
    const end = start + word.length;
    while (next < fonts.length && (fonts[next] as FontStretch).end <= start) next++;
    const stretch = fonts[next];
    const font = stretch !== undefined && stretch.start < end ? stretch.font : null;
    const newLine = lastEnd === 0 || text.slice(lastEnd, start).includes('\n');
    if (newLine || font !== lastFont) seam = true;
    lastEnd = end;
    lastFont = font;
    const unicodeOnly = UNICODE_ONLY.test(word);
    if (!unicodeOnly && font === null && !withViqr && PLAIN.test(word)) continue;
    const setting = {
      capitals: font?.capitals ?? false,
      beginsLine: newLine,
      endsSentence: !escapes && /^\p{Ll}/u.test(word) && /^ +\p{Lu}/u.test(text.slice(end, end + 20)),
    };
    const decoded = new Map<LegacyEncoding, DecodedWord>();
    for (const encoding of ['tcvn3', 'vni', 'viqr'] as const) {
      if (unicodeOnly || (encoding === 'viqr' && !withViqr)) continue;
      const read = decodeWord(word, encoding, setting);
      if (read !== null) decoded.set(encoding, read);
    }
    if (decoded.size === 0 && !unicodeOnly) continue;
    const besideFont = font === null && fonts.length > 0 && lineHasFont(start);
    tokens.push({ start, end, asIs: costAsIs(word), decoded, font, besideFont, unicodeOnly, seam });
    seam = false;
  }
  return tokens;
}
