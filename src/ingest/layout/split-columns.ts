import { edgesBetween, type Stretch } from './column-gaps.js';
import type { Line } from './line.js';

/** Which of `columns` the words of a row stand in. */
function filledIn(row: readonly Line[], edges: readonly number[], count: number): readonly boolean[] {
  const filled = Array.from({ length: count }, () => false);
  for (const line of row)
    for (const { box } of line.words) {
      const x = (box[0] + box[2]) / 2;
      let column = 0;
      while (column + 1 < count && x >= (edges[column + 1] ?? 0)) column += 1;
      filled[column] = true;
    }
  return filled;
}

/**
 * Columns put together that are one, its head set apart from what stands below it (a centred head over figures to the
 * right): neighbours of which one has words in the head only, the other none in the head. The first row is the head.
 */
export function withoutSplitColumns(
  columns: readonly Stretch[],
  rows: readonly (readonly Line[])[],
): readonly Stretch[] {
  let joined = columns;
  for (;;) {
    const edges = edgesBetween(joined);
    const [head = [], ...body] = rows.map((row) => filledIn(row, edges, joined.length));
    const headOnly = joined.map((_, i) => head[i] === true && !body.some((row) => row[i] === true));
    const bodyOnly = joined.map((_, i) => head[i] !== true && body.some((row) => row[i] === true));
    const gap = (i: number): number => (joined[i + 1]?.from ?? 0) - (joined[i]?.to ?? 0);
    const [pair] = joined
      .map((_, i) => i)
      .filter((i) => (headOnly[i] && bodyOnly[i + 1]) || (bodyOnly[i] && headOnly[i + 1]))
      .sort((a, b) => gap(a) - gap(b));
    const [left, right] = pair === undefined ? [] : [joined[pair], joined[pair + 1]];
    if (pair === undefined || left === undefined || right === undefined) return joined;
    joined = [...joined.slice(0, pair), { from: left.from, to: right.to }, ...joined.slice(pair + 2)];
  }
}
