/** How many of the things that gold holds were found, of how many that were got. */
export interface Tally {
  readonly hit: number;
  readonly gold: number;
  readonly got: number;
}

/** The share of what was got that is right; 1 where nothing was got. */
export function precision(tally: Tally): number {
  return tally.got > 0 ? tally.hit / tally.got : 1;
}

/** The share of gold that was found; 1 where gold is empty. */
export function recall(tally: Tally): number {
  return tally.gold > 0 ? tally.hit / tally.gold : 1;
}

/** The harmonic mean of precision and recall. */
export function f1(tally: Tally): number {
  return tally.gold + tally.got > 0 ? (2 * tally.hit) / (tally.gold + tally.got) : 1;
}

/** Gold and got paired one to one. */
export interface Pairing<G, H> {
  readonly pairs: readonly (readonly [G, H])[];
  readonly missed: readonly G[];
  readonly extra: readonly H[];
}

/** Pairs gold with got one to one, the best score first, then the nearest in order; below `least` nothing pairs. */
export function pairUp<G, H>(
  gold: readonly G[],
  got: readonly H[],
  score: (gold: G, got: H) => number,
  least: number,
): Pairing<G, H> {
  const candidates = gold
    .flatMap((g, i) => got.map((h, j) => ({ g, h, i, j, score: score(g, h) })))
    .filter((candidate) => candidate.score >= least)
    .sort((a, b) => b.score - a.score || Math.abs(a.i - a.j) - Math.abs(b.i - b.j));
  const usedGold = new Set<number>();
  const usedGot = new Set<number>();
  const pairs: (readonly [G, H])[] = [];
  for (const { g, h, i, j } of candidates) {
    if (usedGold.has(i) || usedGot.has(j)) continue;
    usedGold.add(i);
    usedGot.add(j);
    pairs.push([g, h]);
  }
  return {
    pairs,
    missed: gold.filter((_, index) => !usedGold.has(index)),
    extra: got.filter((_, index) => !usedGot.has(index)),
  };
}

/** Tallies by the name of what they measure, and a note on everything that was missed, wrong, or too much. */
export class ScoreSheet {
  readonly metrics = new Map<string, Tally>();
  readonly notes: string[] = [];

  add(metric: string, { hit, gold, got }: Tally): void {
    const sum = this.metrics.get(metric) ?? { hit: 0, gold: 0, got: 0 };
    this.metrics.set(metric, { hit: sum.hit + hit, gold: sum.gold + gold, got: sum.got + got });
  }

  /** One thing that is right or not. */
  judge(metric: string, right: boolean, note?: string): void {
    this.add(metric, { hit: right ? 1 : 0, gold: 1, got: 1 });
    if (!right && note !== undefined) this.notes.push(`${metric}: ${note}`);
  }

  /** A pairing's finds, misses and extras. */
  count<G, H>(metric: string, pairing: Pairing<G, H>, show: (thing: G | H) => string): void {
    const { pairs, missed, extra } = pairing;
    const hit = pairs.length;
    this.add(metric, { hit, gold: hit + missed.length, got: hit + extra.length });
    for (const thing of missed) this.notes.push(`${metric}: missed ${show(thing)}`);
    for (const thing of extra) this.notes.push(`${metric}: extra ${show(thing)}`);
  }
}
