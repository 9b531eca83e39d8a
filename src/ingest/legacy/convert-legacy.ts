import type { CleanText } from '../../document/clean-text.js';
import type { SourceSegment } from '../../document/source-document.js';
import type { Span } from '../../document/span.js';
import { type LegacyEncoding, LegacyText } from './legacy-text.js';
import { type FontStretch, mayBeLegacy, type Token, tokensOf } from './legacy-tokens.js';
import { shoutedStrings } from './tcvn3-case.js';
import { emission, type State, statesOf } from './token-states.js';

/** A word that was decoded: its place in the raw text, and from what. */
export interface DecodedPlace extends Span {
  readonly encoding: LegacyEncoding;
}

/** Text in Unicode with its map back; words that needed no decoding stand as they were. */
export interface Conversion extends CleanText {
  readonly decoded: readonly DecodedPlace[];
}

function write(text: string, tokens: readonly Token[], states: readonly State[]): Conversion | null {
  const out = new LegacyText();
  const decoded: DecodedPlace[] = [];
  let shouted: readonly Span[] | null = null;
  let next = 0;
  let done = 0;
  for (const [i, token] of tokens.entries()) {
    const state = states[i] ?? 'as-is';
    const read = state === 'as-is' ? undefined : token.decoded.get(state);
    if (state === 'as-is' || read === undefined || !emission(token, state).decodes) continue;
    const { start, end } = token;
    out.add(text.slice(done, start), done, true);
    for (const { clean, raw, length } of read.decoded.segments) {
      const at = start + raw;
      const letters = read.decoded.text.slice(clean, clean + length);
      if (state !== 'tcvn3') out.add(letters, at, true);
      else {
        shouted ??= shoutedStrings(text);
        for (let k = 0; k < length; k++) {
          while (next < shouted.length && (shouted[next] as Span).end <= at + k) next++;
          const isShouted = (shouted[next]?.start ?? Number.POSITIVE_INFINITY) <= at + k;
          out.add(isShouted ? letters.charAt(k).toUpperCase() : letters.charAt(k), at + k, true);
        }
      }
    }
    decoded.push({ start, end, encoding: state });
    done = end;
  }
  if (decoded.length === 0) return null;
  out.add(text.slice(done), done, true);
  return { ...out.finish(), decoded };
}

/** The map of a text that stands as it was. */
const identity = (text: string): readonly SourceSegment[] =>
  text === '' ? [] : [{ clean: 0, raw: 0, length: text.length }];

/**
 * Finds what of `text` is Vietnamese in TCVN3, VNI or VIQR that was read as if it were Unicode, and decodes it. A
 * stretch is decoded where that makes more words of it Vietnamese than were plausible before, in any language; the
 * names of the fonts that it was typed for weigh in. Text that looks right stays. Lines should be parted by "\n", as
 * encodings seldom change inside one. Linear in the length.
 */
export function convertLegacy(text: string, fonts: readonly FontStretch[] = []): Conversion {
  const untouched: Conversion = { text, segments: identity(text), decoded: [] };
  if (fonts.length === 0 && !mayBeLegacy(text)) return untouched;
  const tokens = tokensOf(text, fonts);
  return write(text, tokens, statesOf(tokens)) ?? untouched;
}
