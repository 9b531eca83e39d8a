import type { Ruling } from './layout-page.js';

/** Rules closer than this many points across are one rule: double rules, both edges of a strip, jitter of a scan. */
const SAME_POSITION = 2.6;
/** Pieces of one rule may lie this many points apart along it. */
const BRIDGED = 6;

function mergeAlong(rulings: readonly Ruling[]): readonly Ruling[] {
  const sorted = [...rulings].sort((a, b) => a.from - b.from);
  const merged: Ruling[] = [];
  for (const ruling of sorted) {
    const last = merged.at(-1);
    if (last !== undefined && ruling.from <= last.to + BRIDGED)
      merged[merged.length - 1] = { ...last, to: Math.max(last.to, ruling.to) };
    else merged.push(ruling);
  }
  return merged;
}

/**
 * Collinear rules merged: those within a line's thickness of each other take their mean position (weighed by
 * length), pieces that touch or nearly touch become one. Neither reaches further than one gap at a time.
 */
export function mergeRulings(rulings: readonly Ruling[]): readonly Ruling[] {
  const merged: Ruling[] = [];
  for (const orientation of ['horizontal', 'vertical'] as const) {
    const sorted = rulings
      .filter((r) => r.orientation === orientation && r.to > r.from)
      .sort((a, b) => a.position - b.position);
    let group: Ruling[] = [];
    let weight = 0;
    let moment = 0;
    const close = (): void => {
      const position = moment / Math.max(weight, 1e-9);
      merged.push(...mergeAlong(group.map((r) => ({ ...r, position }))));
      group = [];
      weight = 0;
      moment = 0;
    };
    for (const ruling of sorted) {
      if (group.length > 0 && ruling.position - moment / weight > SAME_POSITION) close();
      const length = ruling.to - ruling.from;
      group.push(ruling);
      weight += length;
      moment += ruling.position * length;
    }
    if (group.length > 0) close();
  }
  return merged;
}
