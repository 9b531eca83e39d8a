import { cutLine, type Line } from './line.js';

/** A stretch along x, in points. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** Words of one line farther apart than this many ems stand in different columns. */
const COLUMN_GAP = 1;
/** White between two columns over all rows, in ems. */
const LEAST_GUTTER = 0.45;
/** So many column lines no row crosses without wide white. */
const MOST_CROSSED = 2;

/** The line cut at its wide gaps. */
export const segmentsOf = (line: Line): readonly Line[] =>
  cutLine(line, (left, right) => right.box[0] - left.box[2] > COLUMN_GAP * line.fontSize);

/** The union of sorted and unsorted stretches, left to right. */
export function union(stretches: readonly Stretch[]): readonly Stretch[] {
  const sorted = [...stretches].sort((a, b) => a.from - b.from);
  const merged: Stretch[] = [];
  for (const stretch of sorted) {
    const last = merged.at(-1);
    if (last !== undefined && stretch.from <= last.to)
      merged[merged.length - 1] = { from: last.from, to: Math.max(last.to, stretch.to) };
    else merged.push(stretch);
  }
  return merged;
}

/** Where a line's segments stand. */
export const stretchesOf = (line: Line): readonly Stretch[] =>
  segmentsOf(line).map(({ box }) => ({ from: box[0], to: box[2] }));

/**
 * Where a line's segments stand, cut also at smaller white that falls into the white between known columns. Running
 * text has some everywhere: a line without wide white that reaches over three columns or more is left whole.
 */
export const stretchesAmong = (line: Line, columns: readonly Stretch[]): readonly Stretch[] => {
  const wide = stretchesOf(line);
  const { box } = line;
  const crossed = columns.slice(1).filter((next, i) => (columns[i]?.to ?? 0) > box[0] && next.from < box[2]);
  if (wide.length === 1 && crossed.length >= MOST_CROSSED) return wide;
  return cutLine(line, (left, right) => {
    const [from, to] = [left.box[2], right.box[0]];
    if (to - from > COLUMN_GAP * line.fontSize) return true;
    if (to - from < LEAST_GUTTER * line.fontSize) return false;
    return columns.some((column, i) => {
      const next = columns[i + 1];
      return next !== undefined && Math.min(to, next.from) - Math.max(from, column.to) > 0;
    });
  }).map((part) => ({ from: part.box[0], to: part.box[2] }));
};

/** Columns that stay apart by clear white; those nearer than a gutter count as one. */
export function apart(columns: readonly Stretch[], fontSize: number): readonly Stretch[] {
  const merged: Stretch[] = [];
  for (const column of columns) {
    const last = merged.at(-1);
    if (last !== undefined && column.from - last.to < LEAST_GUTTER * fontSize)
      merged[merged.length - 1] = { from: last.from, to: column.to };
    else merged.push(column);
  }
  return merged;
}

/** Column lines in the middle of the white between the columns, and the outer ends of the first and the last. */
export function edgesBetween(columns: readonly Stretch[]): readonly number[] {
  const edges = [columns[0]?.from ?? 0];
  for (let i = 1; i < columns.length; i++)
    edges.push(((columns[i - 1]?.to ?? 0) + (columns[i]?.from ?? 0)) / 2);
  edges.push(columns.at(-1)?.to ?? 0);
  return edges;
}
