import type { LegacyEncoding } from './legacy-text.js';
import type { Token } from './legacy-tokens.js';

/** What a word is taken for: Unicode as it stands, or text in an old encoding. */
export type State = 'as-is' | LegacyEncoding;
const STATES: readonly State[] = ['as-is', 'tcvn3', 'vni', 'viqr'];

/** To change the encoding inside a line, and where a line or a font begins; VIQR asks for more, as it is all ASCII. */
const SWITCH = 6;
const SWITCH_AT_SEAM = 4;
/** The same where a font of the new encoding begins, or one of the old encoding ends. */
const SWITCH_WITH_FONT = 2.2;
const SWITCH_VIQR = 4;
/** To begin in an old encoding: a little less than to change to it, as first words belong with those that follow. */
const START = 3.9;
/** What a font's name weighs against leaving one of its words as it stands. */
const AGAINST_FONT = 4.5;
/** What it weighs more against decoding a word in another way than its font's, where that makes a worse word of it. */
const WORSE_THAN_FONT = 4;
/** What it weighs against decoding a word that other words of its line have a legacy font, and it has none. */
const BESIDE_FONT = 2;
/** To leave a word as it stands amid text in a legacy encoding. */
const LEFT_OUT = 1.5;
/** What a word that only Unicode can spell weighs against a legacy encoding. */
const TYPED_IN_UNICODE = 3;

/** What a word costs in a state. */
export interface Emission {
  readonly cost: number;
  /** Whether the word is decoded where the text is in that encoding. */
  readonly decodes: boolean;
}

/** What it costs to find the word in text of that state: decoded, or left as it stands where that is likelier. */
export function emission(token: Token, state: State): Emission {
  const { asIs, decoded, font, besideFont, unicodeOnly } = token;
  const byFont = font === null || font.encoding === state ? undefined : decoded.get(font.encoding);
  const against = byFont === undefined ? 0 : AGAINST_FONT;
  if (state === 'as-is') return { cost: asIs + against, decodes: false };
  if (unicodeOnly) return { cost: TYPED_IN_UNICODE, decodes: false };
  const read = decoded.get(state);
  // Marked letters that the encoding doesn't have are not to be found in it, unless they are Vietnamese as they stand.
  if (read === undefined) return { cost: asIs + against + (asIs > 0 ? LEFT_OUT : 0), decodes: false };
  const left = asIs + LEFT_OUT + (font?.encoding === state ? AGAINST_FONT : 0);
  const cost = read.cost + (besideFont ? BESIDE_FONT : 0);
  if (cost > left) return { cost: left + against, decodes: false };
  const worse = byFont !== undefined && byFont.cost < read.cost ? WORSE_THAN_FONT : 0;
  return { cost: cost + against + worse, decodes: true };
}

/** The likeliest encoding of each token: the least sum of what the words and the changes between them cost. */
export function statesOf(tokens: readonly Token[]): readonly State[] {
  let costs = STATES.map((state) => (state === 'as-is' ? 0 : START + (state === 'viqr' ? SWITCH_VIQR : 0)));
  const from: Uint8Array[] = [];
  for (const [i, token] of tokens.entries()) {
    const fontBefore = tokens[i - 1]?.font?.encoding;
    const switching = (before: State | undefined, state: State): number => {
      if (!token.seam) return SWITCH;
      const withFont = token.font?.encoding === state || (fontBefore !== undefined && fontBefore === before);
      return withFont ? SWITCH_WITH_FONT : SWITCH_AT_SEAM;
    };
    const came = new Uint8Array(STATES.length);
    costs = STATES.map((state, to) => {
      let best = Number.POSITIVE_INFINITY;
      for (const [index, cost] of costs.entries()) {
        const change =
          index === to ? 0 : switching(STATES[index], state) + (state === 'viqr' ? SWITCH_VIQR : 0);
        const sum = cost + change;
        if (sum < best) {
          best = sum;
          came[to] = index;
        }
      }
      return best + emission(token, state).cost;
    });
    from.push(came);
  }
  let at = costs.indexOf(Math.min(...costs));
  const states: State[] = [];
  for (let i = tokens.length - 1; i >= 0; i--) {
    states[i] = STATES[at] as State;
    at = from[i]?.[at] ?? 0;
  }
  return states;
}
