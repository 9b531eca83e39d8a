import type { Box } from '../../document/box.js';
import type { Ruling } from './layout-page.js';

/** A cell of a ruled grid, 0-based; `box` in points. */
export interface GridCell {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly colSpan: number;
  readonly box: Box;
}

/** Ruled lines that cross: the grid's lines left to right and top down, and its cells in reading order. */
export interface Grid {
  readonly box: Box;
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  readonly cells: readonly GridCell[];
}

/** Ends may miss the rule they meet by this many points. */
const TOUCH = 4;
/** Grid lines closer than this are one. */
const NARROWEST = 4;
/** Share of an edge that must be drawn. */
const DRAWN = 0.5;
/** Rules of a drawing, not of tables. */
const MOST_RULINGS = 6_000;
/** Squared paper, not a table. */
const MOST_CELLS = 60_000;

/** The rules of one connected figure. */
interface Figure {
  readonly horizontal: Ruling[];
  readonly vertical: Ruling[];
}

/** Sorts merged rules into connected figures: those that cross or touch. */
function figures(rulings: readonly Ruling[]): readonly Figure[] {
  const horizontal = rulings.filter((r) => r.orientation === 'horizontal');
  const vertical = rulings
    .filter((r) => r.orientation === 'vertical')
    .sort((a, b) => a.position - b.position);
  const parent = Array.from({ length: horizontal.length + vertical.length }, (_, i) => i);
  const find = (i: number): number => {
    let root = i;
    while (parent[root] !== root) root = parent[root] ?? root;
    for (let at = i; at !== root; ) {
      const next = parent[at] ?? root;
      parent[at] = root;
      at = next;
    }
    return root;
  };
  for (const [i, h] of horizontal.entries()) {
    let low = 0;
    let high = vertical.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((vertical[middle]?.position ?? 0) < h.from - TOUCH) low = middle + 1;
      else high = middle;
    }
    for (let j = low; j < vertical.length; j++) {
      const v = vertical[j];
      if (v === undefined || v.position > h.to + TOUCH) break;
      if (h.position >= v.from - TOUCH && h.position <= v.to + TOUCH)
        parent[find(i)] = find(horizontal.length + j);
    }
  }
  const byRoot = new Map<number, Figure>();
  const figureOf = (i: number): Figure => {
    const root = find(i);
    const known = byRoot.get(root);
    if (known !== undefined) return known;
    const made = { horizontal: [], vertical: [] };
    byRoot.set(root, made);
    return made;
  };
  for (const [i, h] of horizontal.entries()) figureOf(i).horizontal.push(h);
  for (const [j, v] of vertical.entries()) figureOf(horizontal.length + j).vertical.push(v);
  return [...byRoot.values()].filter((f) => f.horizontal.length > 0 && f.vertical.length > 0);
}

const distinct = (positions: readonly number[]): readonly number[] => {
  const sorted = [...positions].sort((a, b) => a - b);
  const kept: number[] = [];
  for (const position of sorted)
    if (kept.length === 0 || position - (kept.at(-1) ?? 0) >= NARROWEST) kept.push(position);
  return kept;
};

/** Whether enough of [from, to] along the line at `position` is drawn. */
function drawn(rules: readonly Ruling[], position: number, from: number, to: number): boolean {
  let covered = 0;
  for (const rule of rules)
    if (Math.abs(rule.position - position) < NARROWEST)
      covered += Math.max(0, Math.min(rule.to, to) - Math.max(rule.from, from));
  return covered >= (to - from) * DRAWN;
}

/** Rules bucketed by grid line, so that an edge is looked up among its own line's rules only. */
function byLine(rules: readonly Ruling[], lines: readonly number[]): readonly (readonly Ruling[])[] {
  const buckets: Ruling[][] = lines.map(() => []);
  for (const rule of rules)
    for (const [i, line] of lines.entries())
      if (Math.abs(line - rule.position) < NARROWEST) buckets[i]?.push(rule);
  return buckets;
}

function gridOf(figure: Figure): Grid | null {
  const left = Math.min(...figure.horizontal.map((h) => h.from));
  const right = Math.max(...figure.horizontal.map((h) => h.to));
  const top = Math.min(...figure.vertical.map((v) => v.from));
  const bottom = Math.max(...figure.vertical.map((v) => v.to));
  const openSide = 10;
  const vx = figure.vertical.map((v) => v.position);
  const hy = figure.horizontal.map((h) => h.position);
  const xs = distinct([
    ...vx,
    ...(Math.min(...vx) - left > openSide ? [left] : []),
    ...(right - Math.max(...vx) > openSide ? [right] : []),
  ]);
  const ys = distinct([
    ...hy,
    ...(Math.min(...hy) - top > openSide ? [top] : []),
    ...(bottom - Math.max(...hy) > openSide ? [bottom] : []),
  ]);
  const columns = xs.length - 1;
  const rows = ys.length - 1;
  if (columns < 1 || rows < 1 || columns * rows > MOST_CELLS) return null;
  const verticals = byLine(figure.vertical, xs);
  const horizontals = byLine(figure.horizontal, ys);
  const x = (i: number): number => xs[i] ?? 0;
  const y = (i: number): number => ys[i] ?? 0;
  const openRight = (row: number, column: number): boolean =>
    column + 1 < columns && !drawn(verticals[column + 1] ?? [], x(column + 1), y(row), y(row + 1));
  const openBelow = (row: number, column: number): boolean =>
    row + 1 < rows && !drawn(horizontals[row + 1] ?? [], y(row + 1), x(column), x(column + 1));
  const taken = new Uint8Array(rows * columns);
  const cells: GridCell[] = [];
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      if (taken[row * columns + column] === 1) continue;
      let colSpan = 1;
      while (openRight(row, column + colSpan - 1) && taken[row * columns + column + colSpan] !== 1)
        colSpan += 1;
      let rowSpan = 1;
      const opensDown = (r: number): boolean => {
        for (let c = column; c < column + colSpan; c++) {
          if (!openBelow(r, c)) return false;
          if (c + 1 < column + colSpan && !openRight(r + 1, c)) return false;
        }
        return true;
      };
      while (opensDown(row + rowSpan - 1)) rowSpan += 1;
      for (let r = row; r < row + rowSpan; r++)
        for (let c = column; c < column + colSpan; c++) taken[r * columns + c] = 1;
      cells.push({
        row,
        column,
        rowSpan,
        colSpan,
        box: [x(column), y(row), x(column + colSpan), y(row + rowSpan)],
      });
    }
  return { box: [x(0), y(0), x(columns), y(rows)], xs, ys, cells };
}

/**
 * The grids in a page's merged rules, top down. A missing edge between two cells makes one cell that spans; sides
 * that are not drawn are taken where the crossing rules end. Single boxes (frames) come as grids of one cell.
 */
export function findGrids(rulings: readonly Ruling[]): readonly Grid[] {
  if (rulings.length > MOST_RULINGS) return [];
  const grids: Grid[] = [];
  for (const figure of figures(rulings)) {
    const grid = gridOf(figure);
    if (grid !== null) grids.push(grid);
  }
  return grids.sort((a, b) => a.box[1] - b.box[1] || a.box[0] - b.box[0]);
}
