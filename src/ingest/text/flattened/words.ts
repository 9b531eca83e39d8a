import { cohesion } from './compounds.js';
import { factsOf, type WordFacts } from './evidence.js';
import type { BodyLine, Model } from './model.js';
import type { Token } from './tokens.js';

/** A word with all that its place and its neighbours tell. */
export interface Word {
  readonly token: Token;
  readonly facts: WordFacts;
  /** How firmly it holds to the word printed before it. */
  readonly held: number;
  /** How firmly it would hold to other words in front of it. */
  readonly holds: (earlier: string, before: string) => number;
  /** What each column costs by the word's place on the line; [] where the place tells nothing. */
  readonly place: readonly number[];
}

/** The words of lines[at], looked at with the words around them. */
export function wordsOf(
  lines: readonly BodyLine[],
  at: number,
  model: Pick<Model, 'order' | 'places' | 'neighbours'>,
): readonly Word[] {
  const cellByCell = model.order === 'cell-by-cell';
  const tokens = lines[at]?.tokens ?? [];
  const below = cellByCell ? [lines[at + 1], lines[at + 2]].flatMap((l) => l?.tokens ?? []) : [];
  const ahead = [...tokens, ...below];
  const above = cellByCell ? lines[at - 1]?.tokens.at(-1) : undefined;
  /** Blanks that part cells: only where the text keeps its columns by them. */
  const parted = (i: number): boolean => model.places !== null && i > 0 && (tokens[i]?.blanks ?? 0) >= 2;
  return tokens.map((token, i) => {
    const before = parted(i) ? undefined : i > 0 ? tokens[i - 1] : above;
    const earlier = i > 1 && !parted(i - 1) ? tokens[i - 2] : undefined;
    const rest: string[] = [token.text];
    for (let n = i + 1; n < ahead.length && n < i + 8 && !parted(n); n++) rest.push(ahead[n]?.text ?? '');
    return {
      token,
      holds: (a: string, b: string) => cohesion(a, b, token.text, model.neighbours),
      place: model.places?.get(token) ?? [],
      facts: factsOf(rest.join(' ')),
      held:
        before === undefined ? 0 : cohesion(earlier?.text ?? '', before.text, token.text, model.neighbours),
    };
  });
}
