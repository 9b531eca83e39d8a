import type { Grid, Place } from './grid.js';

/** How alike two places are, 0..1. */
type Reward = (a: Place, b: Place) => number;

/** Share that two cells' extents have in common, both seen from the place that is compared. */
function sharedExtent({ reach: a }: Place, { reach: b }: Place): number {
  const width = Math.min(a[2], b[2]) - Math.max(a[0], b[0]);
  const height = Math.min(a[3], b[3]) - Math.max(a[1], b[1]);
  if (width <= 0 || height <= 0) return 0;
  const area = (box: Place['reach']): number => (box[2] - box[0]) * (box[3] - box[1]);
  return (width * height) / (area(a) + area(b) - width * height);
}

/** Length of the longest common subsequence of two texts, in code points. */
export function commonLength(a: string, b: string): number {
  const [x, y] = [[...a], [...b]];
  let above = new Uint16Array(y.length + 1);
  for (const letter of x) {
    const line = new Uint16Array(y.length + 1);
    for (let j = 1; j <= y.length; j++)
      line[j] = letter === y[j - 1] ? (above[j - 1] ?? 0) + 1 : Math.max(above[j] ?? 0, line[j - 1] ?? 0);
    above = line;
  }
  return above[y.length] ?? 0;
}

/** 2 * LCS / (sum of lengths); two empty texts are alike. */
function sharedText(a: string, b: string): number {
  if (a === b) return 1;
  const total = [...a].length + [...b].length;
  return total === 0 ? 1 : (2 * commonLength(a, b)) / total;
}

interface Alignment {
  readonly score: number;
  readonly pairs: readonly (readonly [number, number])[];
}

/** The order-keeping pairing of 0..n-1 with 0..m-1 that has the highest sum of `reward`. */
function align(n: number, m: number, reward: (i: number, j: number) => number): Alignment {
  const width = m + 1;
  const best = new Float64Array((n + 1) * width);
  const at = (i: number, j: number): number => best[i * width + j] ?? 0;
  for (let i = 1; i <= n; i++)
    for (let j = 1; j <= m; j++)
      best[i * width + j] = Math.max(at(i - 1, j - 1) + reward(i - 1, j - 1), at(i - 1, j), at(i, j - 1));
  const pairs: [number, number][] = [];
  let [i, j] = [n, m];
  while (i > 0 && j > 0)
    if (at(i, j) === at(i - 1, j)) i -= 1;
    else if (at(i, j) === at(i, j - 1)) j -= 1;
    else pairs.unshift([--i, --j]);
  return { score: at(n, m), pairs };
}

/**
 * The 2D most-similar-substructures score of two grids by the factored heuristic: rows are aligned by how well their
 * places align, columns likewise, and the places in which both alignments meet are summed up.
 */
function similarity(a: Grid, b: Grid, reward: Reward): number {
  const place = (grid: Grid, row: number, column: number): Place | undefined => grid.places[row]?.[column];
  const at = (i: number, k: number, j: number, l: number): number => {
    const [p, q] = [place(a, i, k), place(b, j, l)];
    return p === undefined || q === undefined ? 0 : reward(p, q);
  };
  const memo = (n: number, m: number, score: (i: number, j: number) => number) => {
    const known = new Float64Array(n * m);
    for (let i = 0; i < n; i++) for (let j = 0; j < m; j++) known[i * m + j] = score(i, j);
    return (i: number, j: number): number => known[i * m + j] ?? 0;
  };
  const rows = align(
    a.rows,
    b.rows,
    memo(a.rows, b.rows, (i, j) => align(a.columns, b.columns, (k, l) => at(i, k, j, l)).score),
  );
  const columns = align(
    a.columns,
    b.columns,
    memo(a.columns, b.columns, (k, l) => align(a.rows, b.rows, (i, j) => at(i, k, j, l)).score),
  );
  let sum = 0;
  for (const [i, j] of rows.pairs) for (const [k, l] of columns.pairs) sum += at(i, k, j, l);
  return sum;
}

/** How alike two tables are, each 0..1: in the layout of their cells, and in the text at each place. */
export interface GridScore {
  readonly topology: number;
  readonly content: number;
}

/**
 * The grid table similarity (GriTS) of two tables, as in Smock, Pesala, Abraham: "GriTS: Grid table similarity metric
 * for table structure recognition" (2022): GriTS-Top over the extents of cells, GriTS-Con over their text by its
 * longest common subsequence; an F-score, twice the similarity over the places of both. Quartic in rows and columns.
 */
export function gritsOf(truth: Grid, found: Grid): GridScore {
  const places = truth.rows * truth.columns + found.rows * found.columns;
  if (places === 0) return { topology: 1, content: 1 };
  const texts = new Map<string, number>();
  const content: Reward = (a, b) => {
    if (a.text === b.text) return 1;
    const key = `${a.text}\n${b.text}`;
    const known = texts.get(key);
    if (known !== undefined) return known;
    const score = sharedText(a.text, b.text);
    texts.set(key, score);
    return score;
  };
  return {
    topology: (2 * similarity(truth, found, sharedExtent)) / places,
    content: (2 * similarity(truth, found, content)) / places,
  };
}
