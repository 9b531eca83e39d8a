import type { LegacyEncoding } from './legacy-text.js';
import type { Token } from './legacy-tokens.js';

/** What a word is taken for: Unicode as it stands, or text in an old encoding. */
export type State = 'as-is' | LegacyEncoding;
const STATES: readonly State[] = ['as-is', 'tcvn3', 'vni', 'viqr'];

/** To change the encoding inside a line, and where a line or a font begins; VIQR asks for more, as it is all ASCII. */
const SWITCH = 6;
const SWITCH_AT_SEAM = 4;
const SWITCH_VIQR = 4;
/** To begin in an old encoding: a little less than to change to it, as first words belong with those that follow. */
const START = 3.9;
/** What a font's name weighs against leaving one of its words as it stands. */
const AGAINST_FONT = 4.5;
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
  const { asIs, decoded, font, unicodeOnly } = token;
  const against = font !== null && font.encoding !== state && decoded.has(font.encoding) ? AGAINST_FONT : 0;
  if (state === 'as-is') return { cost: asIs + against, decodes: false };
  if (unicodeOnly) return { cost: TYPED_IN_UNICODE, decodes: false };
  const read = decoded.get(state);
  // Marked letters that the encoding doesn't have are not to be found in it, unless they are Vietnamese as they stand.
  if (read === undefined) return { cost: asIs + against + (asIs > 0 ? LEFT_OUT : 0), decodes: false };
  const left = asIs + LEFT_OUT + (font?.encoding === state ? AGAINST_FONT : 0);
  return read.cost <= left
    ? { cost: read.cost + against, decodes: true }
    : { cost: left + against, decodes: false };
}

/** The likeliest encoding of each token: the least sum of what the words and the changes between them cost. */
export function statesOf(tokens: readonly Token[]): readonly State[] {
  let costs = STATES.map((state) => (state === 'as-is' ? 0 : START + (state === 'viqr' ? SWITCH_VIQR : 0)));
  const from: Uint8Array[] = [];
  for (const token of tokens) {
    const switching = token.seam ? SWITCH_AT_SEAM : SWITCH;
    const came = new Uint8Array(STATES.length);
    costs = STATES.map((state, to) => {
      let best = Number.POSITIVE_INFINITY;
      for (const [index, cost] of costs.entries()) {
        const sum = cost + (index === to ? 0 : switching + (state === 'viqr' ? SWITCH_VIQR : 0));
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
