import { keepsColumns, placesOf, titlesInPlace } from './grid.js';
import { type Head, makeHead } from './head.js';
import { MISSING } from './kind-costs.js';
import { learn } from './learn.js';
import type { BodyLine, Model, Order } from './model.js';
import { type Segmentation, segment } from './segment.js';
import type { Title } from './titles.js';
import type { Token } from './tokens.js';
import { widthOfTitle } from './widths.js';

/** What reading across the page must gain a word, where the head was written cell by cell. */
const BIAS = 0.05;
const SAMPLE_WORDS = 160;
const FIRST_BEAM = 30;
const LAST_BEAM = 80;

/** One reading of a table's body: the titles in the order of its columns, what was learned, where the words went. */
export interface Reading {
  readonly order: readonly Title[];
  readonly model: Model;
  readonly found: Segmentation;
}

/** Reads `body` with the columns in this order and way, measuring and reading again `rounds` times. */
function readAs(
  body: readonly BodyLine[],
  order: readonly Title[],
  model: Model,
  rounds: number,
): Reading | null {
  let found = segment(body, model);
  let learned = model;
  for (let round = 0; round < rounds && found !== null; round++) {
    learned = learn(learned, found, round === rounds - 1 ? LAST_BEAM : FIRST_BEAM);
    found = segment(body, learned);
  }
  return found === null ? null : { order, model: learned, found };
}

/** The cheapest of the ways and orders that the head allows, found on the body's first rows, then read in full. */
export function bestReading(
  head: Head,
  body: readonly BodyLine[],
  neighbours: ReadonlySet<string>,
): Reading | null {
  const sample: BodyLine[] = [];
  let size = 0;
  for (const line of body) {
    if (size > SAMPLE_WORDS) break;
    sample.push(line);
    size += line.tokens.length;
  }
  const ways: Order[] = head.across ? ['across'] : ['cell-by-cell', 'across'];
  const rough: { order: readonly Title[]; model: Model; cost: number }[] = [];
  for (const way of ways) {
    for (const order of head.orders) {
      const model = modelOf(order, way, neighbours);
      const reading = readAs(sample, order, model, 1);
      if (reading !== null)
        rough.push({
          order,
          model,
          cost: reading.found.cost / size + (way !== 'cell-by-cell' && !head.across ? BIAS : 0),
        });
    }
  }
  rough.sort((a, b) => a.cost - b.cost);
  const [first] = rough;
  if (first === undefined) return null;
  return readAs(body, first.order, first.model, 3);
}

function modelOf(order: readonly Title[], way: Order, neighbours: ReadonlySet<string>): Model {
  const kinds = order.map((title) => title.kind);
  return {
    kinds,
    order: way,
    widths: order.map(widthOfTitle),
    missing: kinds.map((kind) => MISSING[kind]),
    stands: kinds.map(() => ({ top: 0, middle: 0 })),
    known: kinds.map(() => new Set<string>()),
    neighbours,
    places: null,
    beam: FIRST_BEAM,
  };
}

/** Reads a body whose columns are kept by blanks; null where they are not. */
export function inPlace(
  head: readonly (readonly Token[])[],
  body: readonly BodyLine[],
  neighbours: ReadonlySet<string>,
): Reading | null {
  if (!keepsColumns(body)) return null;
  const titles = titlesInPlace(head);
  if (titles === null || !makeHead(titles)) return null;
  const model: Model = { ...modelOf(titles, 'across', neighbours), places: placesOf(body, titles) };
  return readAs(body, titles, model, 2);
}
