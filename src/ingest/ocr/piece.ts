import type { Component } from './components.js';
import { Neighbours } from './neighbours.js';
import type { RasterRuling } from './rulings/raster-rulings.js';

/** A stretch of one printed line that stands together: no ruling and no wide gap in it. Pixels, ends excluded. */
export interface Piece {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
  /** y on which its letters stand. */
  readonly baseline: number;
  /** Several lines that touch each other and could not be parted. */
  readonly tall: boolean;
  readonly components: readonly Component[];
}

/** Gaps in units of the page's letter height (about half the type size). */
const WORD_GAP = 2.4;
const MARK_GAP = 0.8;
const LETTER = 0.55;
const TALLEST = 8;
const TALL = 3.1;
/** Punch holes and blots: no letter is as large both ways and as full. A round one fills 0.79 of its rectangle. */
const BLOT = 1.8;
const FULL = 0.68;
/** Sides of the smallest point that is print by itself, and of the smallest that is a letter's dot. */
const SPECK = 0.12;
const DOT = 0.07;

/** The page's letter height in pixels: the area-weighted median height of components that can be letters; 0 without any. */
export function letterHeight(components: readonly Component[], dpi: number): number {
  const least = Math.max(3, dpi * 0.02);
  const most = dpi * 0.3;
  const heights: { height: number; area: number }[] = [];
  let total = 0;
  for (const c of components) {
    const height = c.y1 - c.y0;
    if (height < least || height > most || c.x1 - c.x0 > 6 * height) continue;
    heights.push({ height, area: c.area });
    total += c.area;
  }
  heights.sort((a, b) => a.height - b.height);
  let sum = 0;
  for (const { height, area } of heights) {
    sum += area;
    if (sum * 2 >= total) return height;
  }
  return 0;
}

function isBlot({ x0, y0, x1, y1, area }: Component, size: number): boolean {
  const [width, height] = [x1 - x0, y1 - y0];
  return Math.min(width, height) >= BLOT * size && area >= FULL * width * height;
}

class Sets {
  readonly #parent: Int32Array;
  constructor(size: number) {
    this.#parent = Int32Array.from({ length: size }, (_, i) => i);
  }
  root(i: number): number {
    let at = i;
    while (this.#parent[at] !== at) {
      this.#parent[at] = this.#parent[this.#parent[at] as number] as number;
      at = this.#parent[at] as number;
    }
    return at;
  }
  join(a: number, b: number): void {
    this.#parent[this.root(b)] = this.root(a);
  }
}

/** Whether a ruling runs between the two components. */
function parted(a: Component, b: Component, rulings: readonly RasterRuling[]): boolean {
  const ax = (a.x0 + a.x1) / 2;
  const bx = (b.x0 + b.x1) / 2;
  const ay = (a.y0 + a.y1) / 2;
  const by = (b.y0 + b.y1) / 2;
  for (const r of rulings) {
    const [p, q, s, t] = r.orientation === 'vertical' ? [ax, bx, ay, by] : [ay, by, ax, bx];
    const between = (p < r.position && r.position < q) || (q < r.position && r.position < p);
    if (between && r.from <= Math.max(s, t) && r.to >= Math.min(s, t)) return true;
  }
  return false;
}

/** The y at which most letters end, within `slack`: descenders and commas end lower. */
function commonBottom(letters: readonly Component[], slack: number): number {
  let best = 0;
  let most = 0;
  for (const letter of letters) {
    const near = letters.filter((other) => Math.abs(other.y1 - letter.y1) <= slack);
    if (near.length > most || (near.length === most && letter.y1 < best)) {
      most = near.length;
      best = letter.y1;
    }
  }
  return best;
}

/**
 * Groups a page's components into pieces of lines. Letters join over gaps up to a wide word space, marks and points
 * go to the nearest letter, specks are dropped, and nothing joins across a ruling. `size` is `letterHeight`.
 */
export function piecesOf(
  components: readonly Component[],
  rulings: readonly RasterRuling[],
  size: number,
): readonly Piece[] {
  const speck = Math.max(2, (SPECK * size) ** 2);
  const dot = Math.max(2, (DOT * size) ** 2);
  const letters: number[] = [];
  const small: number[] = [];
  for (let i = 0; i < components.length; i++) {
    const c = components[i] as Component;
    const height = c.y1 - c.y0;
    if (height > TALLEST * size || c.x1 - c.x0 > 60 * size) continue;
    if (c.area < dot || isBlot(c, size)) continue;
    if (height >= LETTER * size) letters.push(i);
    else small.push(i);
  }
  const sets = new Sets(components.length);
  const grid = new Neighbours(components, letters, size * 3);
  for (const i of letters) {
    const a = components[i] as Component;
    for (const j of grid.near(a.x0, a.y0, a.x1 + WORD_GAP * size, a.y1)) {
      if (j === i) continue;
      const b = components[j] as Component;
      if (b.x0 < a.x0 || b.x0 - a.x1 > WORD_GAP * size) continue;
      const overlap = Math.min(a.y1, b.y1) - Math.max(a.y0, b.y0);
      if (overlap < 0.4 * Math.min(a.y1 - a.y0, b.y1 - b.y0)) continue;
      if (sets.root(i) !== sets.root(j) && !parted(a, b, rulings)) sets.join(i, j);
    }
  }
  const loose: number[] = [];
  const dust = new Set<number>();
  for (const i of small) {
    const owner = ownerOf(i, components, grid, rulings, size);
    const mark = components[i] as Component;
    if (mark.area < speck && (owner === null || !standsAsDot(mark, components[owner] as Component, size)))
      dust.add(i);
    else if (owner === null) loose.push(i);
    else sets.join(owner, i);
  }
  const looseGrid = new Neighbours(components, loose, size * 2);
  for (const i of loose) {
    const a = components[i] as Component;
    for (const j of looseGrid.near(a.x0, a.y0 - size / 2, a.x1 + size, a.y1 + size / 2)) {
      const b = components[j] as Component;
      if (j !== i && b.x0 >= a.x0 && b.x0 - a.x1 < size && !parted(a, b, rulings)) sets.join(i, j);
    }
  }
  const groups = new Map<number, Component[]>();
  for (const i of [...letters, ...small]) {
    if (dust.has(i)) continue;
    const key = sets.root(i);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [components[i] as Component]);
    else group.push(components[i] as Component);
  }
  const pieces: Piece[] = [];
  for (const group of groups.values()) {
    const piece = pieceOf(group, size);
    if (piece !== null) pieces.push(piece);
  }
  return pieces;
}

/**
 * Whether something as small as dust stands where a letter's dot does: over or under it, or at its foot behind it.
 */
function standsAsDot(mark: Component, letter: Component, size: number): boolean {
  const middle = (mark.x0 + mark.x1) / 2;
  const over = letter.y0 - mark.y1;
  const under = mark.y0 - letter.y1;
  if (middle >= letter.x0 - 1 && middle <= letter.x1 + 1)
    return Math.max(over, under) >= 1 && Math.max(over, under) <= 0.4 * size;
  return (
    Math.abs(mark.y1 - letter.y1) <= 0.12 * size && mark.x0 - letter.x1 <= 0.4 * size && middle > letter.x1
  );
}

/** The letter that a mark, point or dash belongs to, or null. */
function ownerOf(
  i: number,
  components: readonly Component[],
  grid: Neighbours,
  rulings: readonly RasterRuling[],
  size: number,
): number | null {
  const mark = components[i] as Component;
  const reach = WORD_GAP * size;
  let best: number | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const j of grid.near(mark.x0 - reach, mark.y0 - size, mark.x1 + reach, mark.y1 + size)) {
    const b = components[j] as Component;
    const dx = Math.max(0, b.x0 - mark.x1, mark.x0 - b.x1);
    const dy = Math.max(0, b.y0 - mark.y1, mark.y0 - b.y1);
    const wide = mark.x1 - mark.x0 >= 0.35 * size;
    const allowed =
      dy === 0
        ? wide
          ? dx <= WORD_GAP * size
          : dx <= 1.2 * size
        : dx <= MARK_GAP * size && dy <= MARK_GAP * size;
    if (!allowed) continue;
    const distance = dx + 1.5 * dy;
    if (distance < least && !parted(mark, b, rulings)) {
      least = distance;
      best = j;
    }
  }
  return best;
}

function pieceOf(group: readonly Component[], size: number): Piece | null {
  let x0 = Number.POSITIVE_INFINITY;
  let y0 = Number.POSITIVE_INFINITY;
  let x1 = 0;
  let y1 = 0;
  for (const c of group) {
    x0 = Math.min(x0, c.x0);
    y0 = Math.min(y0, c.y0);
    x1 = Math.max(x1, c.x1);
    y1 = Math.max(y1, c.y1);
  }
  const width = x1 - x0;
  const height = y1 - y0;
  if (height < 0.35 * size && width < 0.35 * size) return null;
  if (width > 30 * height && height < 0.35 * size) return null;
  const letters = group.filter((c) => c.y1 - c.y0 >= LETTER * size);
  const baseline = letters.length === 0 ? Math.round(y1 + 0.35 * size) : commonBottom(letters, 0.1 * size);
  return { x0, y0, x1, y1, baseline, tall: height > TALL * size, components: group };
}
