import type { Model } from '../model.js';
import { PRUNE, Search } from './flow-search.js';
import { closed, type FlowParse, type FlowState } from './flow-state.js';
import type { Flow } from './flows.js';

const NEW_CELL = 1.2;
const MOST_PARSES = 24;
/** Paths that are followed: by where the band at hand begins, and of such beginnings. */
const BEAM = {
  narrow: { paths: 20, starts: 4 },
  wide: { paths: 60, starts: 8 },
  widest: { paths: 100, starts: 10 },
};
const LONG_FLOW = 25;

/** The cheapest ways to read a flow, cheapest first. `mayResume`: its first cells may go on from the page before. */
export function parseFlow(
  flow: Flow,
  model: Model,
  under: readonly number[],
  mayResume: boolean,
): readonly FlowParse[] {
  let states: readonly FlowState[] = [
    {
      cost: 0,
      cells: model.kinds.map(() => null),
      used: 0,
      live: 0,
      resumed: 0,
      band: -1,
      column: -1,
      height: 0,
      number: null,
      bands: [],
      start: 0,
      marks: 0,
      key: 0,
      step: null,
    },
  ];
  const beam = model.beam < 2 ? BEAM.narrow : flow.lines.length > LONG_FLOW ? BEAM.widest : BEAM.wide;
  for (const [n, line] of flow.lines.entries()) {
    const alone = line.length === 1 && flow.lines[n - 1]?.length === 1;
    for (const [i, word] of line.entries()) {
      const search = new Search(model, under, mayResume, word, alone, beam);
      for (const state of states) {
        if (i > 0) {
          search.stay(state);
          search.split(state);
        } else if (state.live === 0) search.nextBand(state, 0);
        else {
          search.nextLine(state);
          search.nextBand(state, NEW_CELL);
        }
      }
      states = search.states();
      if (states.length === 0) return [];
    }
  }
  const ends = states.map((state) => closed(state, model)).sort((a, b) => a.cost - b.cost);
  const best = ends[0]?.cost ?? 0;
  return ends
    .filter((state) => state.cost <= best + PRUNE - 2)
    .slice(0, MOST_PARSES)
    .flatMap(({ cost, bands, step }) => (step === null ? [] : [{ cost, bands, step }]));
}
