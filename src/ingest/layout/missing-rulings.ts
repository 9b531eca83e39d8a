import type { Box } from '../../document/box.js';
import { alignedRows, FIGURES } from './aligned-rows.js';
import { isNextLabel, isRowNumber } from './label.js';
import { groupLines, type Line, lineText, type PageWord } from './line.js';
import type { FilledCell, FilledGrid } from './nested-grid.js';

/** White that must lie around a column line that was not drawn, in ems: wider than any space between words. */
const GAP = 1.1;
/** The same where the text behind the line begins as the column's other texts do, within so many points. */
const ALIGNED_GAP = 0.5;
const SAME_START = 1.5;
/** Texts that must begin at one place to show where their column's text begins. */
const LEAST_STARTS = 2;
/** Difference of baselines, in ems, within which texts stand in one line. */
const SAME_HEIGHT = 0.3;

const middleX = (word: PageWord): number => (word.box[0] + word.box[2]) / 2;

/** Whether all of a cell's lines keep off the column line at x, and one at least has words on both sides of it. */
function isParted(words: readonly PageWord[], x: number, starts: readonly number[]): boolean {
  let both = false;
  for (const line of groupLines(words)) {
    let left = Number.NEGATIVE_INFINITY;
    let right = Number.POSITIVE_INFINITY;
    for (const word of line.words)
      if (middleX(word) < x) left = Math.max(left, word.box[2]);
      else right = Math.min(right, word.box[0]);
    if (left > x || right < x) return false;
    if (!Number.isFinite(left) || !Number.isFinite(right)) continue;
    const aligned = starts.filter((start) => Math.abs(start - right) < SAME_START).length >= LEAST_STARTS;
    if (right - left < (aligned ? ALIGNED_GAP : GAP) * line.fontSize) return false;
    both = true;
  }
  return both;
}

function cutAcross(cell: FilledCell, column: number, x: number): readonly FilledCell[] {
  const [x0, y0, x1, y1] = cell.box;
  const left = column - cell.column;
  return [
    { ...cell, colSpan: left, box: [x0, y0, x, y1], words: cell.words.filter((word) => middleX(word) < x) },
    {
      ...cell,
      column,
      colSpan: cell.colSpan - left,
      box: [x, y0, x1, y1],
      words: cell.words.filter((word) => middleX(word) >= x),
    },
  ];
}

/** Cells that run over a column line of the table only because their piece of it is missing, cut there. */
function withColumnLines({ xs, cells }: FilledGrid): readonly FilledCell[] {
  const starts = new Map<number, number[]>();
  for (const { column, words } of cells) {
    const start = Math.min(...words.map((word) => word.box[0]));
    starts.set(column, [...(starts.get(column) ?? []), start]);
  }
  const cut = (cell: FilledCell): readonly FilledCell[] => {
    if (cell.colSpan < 2 || cell.words.length < 2 || cell.inner.length > 0) return [cell];
    for (let column = cell.column + 1; column < cell.column + cell.colSpan; column++) {
      const x = xs[column] ?? 0;
      if (!starts.has(column) || !isParted(cell.words, x, starts.get(column) ?? [])) continue;
      const [left, right] = cutAcross(cell, column, x);
      return left === undefined || right === undefined ? [cell] : [left, ...cut(right)];
    }
    return [cell];
  };
  return cells.flatMap(cut);
}

/** Whether the lines are row numbers that count on, one a line. */
const areCounted = (lines: readonly Line[]): boolean =>
  lines.length >= 2 &&
  lines.every((line, i) => {
    const before = lines[i - 1];
    const text = lineText(line);
    return isRowNumber(text) && (before === undefined || isNextLabel(lineText(before), text));
  });

/** Whether the first column's lines are one a row: a column of figures, too, has one at each of their heights. */
function areFigured(first: readonly Line[], others: readonly FilledCell[]): boolean {
  if (first.length < 3) return false;
  return others.some((cell) => {
    const lines = groupLines(cell.words);
    return (
      lines.length === first.length &&
      lines.every(
        (line, i) =>
          FIGURES.test(lineText(line)) &&
          Math.abs(line.baseline - (first[i] as Line).baseline) < SAME_HEIGHT * line.fontSize,
      )
    );
  });
}

/** Lines of one height put together: words that overlap, as torn letters are read, part a line. */
function byBaseline(lines: readonly Line[]): readonly (readonly Line[])[] {
  const rows: Line[][] = [];
  for (const line of lines) {
    const above = rows.at(-1)?.[0];
    if (above !== undefined && line.baseline - above.baseline < SAME_HEIGHT * line.fontSize)
      rows.at(-1)?.push(line);
    else rows.push([line]);
  }
  return rows;
}

/** The rows that a row's words make where no rule parts them; null where they make one. */
function rowsWithin(row: readonly FilledCell[], xs: readonly number[]): readonly (readonly Line[])[] | null {
  const first = row.find((cell) => cell.column === 0);
  if (first === undefined || first.colSpan > 1 || row.some((cell) => cell.inner.length > 0)) return null;
  const numbers = groupLines(first.words);
  const others = row.filter((cell) => cell !== first);
  if (!areCounted(numbers) && !areFigured(numbers, others)) return null;
  if (!others.some((cell) => groupLines(cell.words).length >= numbers.length)) return null;
  const lines = groupLines(row.flatMap((cell) => cell.words));
  const rows = areCounted(numbers) ? alignedRows(lines, xs[1] ?? 0, []) : byBaseline(lines);
  return rows.length === numbers.length ? rows : null;
}

const bottomOf = (lines: readonly Line[]): number => Math.max(...lines.map((line) => line.box[3]));
const topOf = (lines: readonly Line[]): number => Math.min(...lines.map((line) => line.box[1]));

/** Rows of the grid that hold several rows of text, cut between them. */
function withRowLines({ xs, cells }: FilledGrid): readonly FilledCell[] {
  const count = Math.max(0, ...cells.map((cell) => cell.row + cell.rowSpan));
  let cut = cells;
  // from below, so that the rows above keep their places
  for (let at = count - 1; at >= 0; at--) {
    const row = cut.filter((cell) => cell.row === at && cell.rowSpan === 1);
    const rows = rowsWithin(row, xs);
    if (rows === null) continue;
    const more = rows.length - 1;
    const parts = row.flatMap((cell) =>
      rows.map((lines, i): FilledCell => {
        const own = new Set(lines.flatMap((line) => line.words));
        const above = i === 0 ? cell.box[1] : (bottomOf(rows[i - 1] ?? []) + topOf(lines)) / 2;
        const below = i === more ? cell.box[3] : (bottomOf(lines) + topOf(rows[i + 1] ?? [])) / 2;
        const box: Box = [cell.box[0], above, cell.box[2], below];
        return { ...cell, row: at + i, box, words: cell.words.filter((word) => own.has(word)) };
      }),
    );
    cut = [
      ...cut
        .filter((cell) => !row.includes(cell))
        .map((cell) => {
          if (cell.row > at) return { ...cell, row: cell.row + more };
          return cell.row + cell.rowSpan > at ? { ...cell, rowSpan: cell.rowSpan + more } : cell;
        }),
      ...parts,
    ];
  }
  return cut;
}

/**
 * The grid with the lines that its rules lack where its words show them: a piece of a column line that is missing
 * between two texts, rows that only their numbers or figures part. `restored`: whether there were any.
 */
export function withMissingRulings(grid: FilledGrid): FilledGrid & { readonly restored: boolean } {
  const across = withColumnLines(grid);
  const cells = withRowLines({ xs: grid.xs, cells: across });
  const restored = cells.length !== grid.cells.length;
  if (!restored) return { ...grid, restored };
  return { ...grid, cells: [...cells].sort((a, b) => a.row - b.row || a.column - b.column), restored };
}
