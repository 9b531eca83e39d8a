import { centredRows } from './centred-rows.js';
import { segmentsOf } from './column-gaps.js';
import { isRowNumber } from './label.js';
import type { Ruling } from './layout-page.js';
import { type Line, lineText } from './line.js';

/** A figure as tables have it: amounts, shares, dates. */
export const FIGURES = /^[-+–(]?[\d.,/%x:)]*\d[\d.,/%):]*$/u;

const middle = (line: Line): number => (line.box[1] + line.box[3]) / 2;

/** Whether the line's first word stands in the first column and is a row number. */
const isNumbered = (line: Line, firstColumnEnd: number): boolean => {
  const [first] = line.words;
  return first !== undefined && first.box[2] <= firstColumnEnd && isRowNumber(first.text);
};

function cutAt(
  lines: readonly Line[],
  starts: (line: Line, index: number) => boolean,
): readonly (readonly Line[])[] {
  const rows: Line[][] = [];
  for (const [index, line] of lines.entries())
    if (rows.length === 0 || starts(line, index)) rows.push([line]);
    else rows.at(-1)?.push(line);
  return rows;
}

/** White over each line, from the lowest end of the lines above it; in ems. Negative where lines overlap in height. */
function whiteAbove(lines: readonly Line[]): readonly number[] {
  let bottom = Number.NEGATIVE_INFINITY;
  return lines.map((line) => {
    const white = (line.box[1] - bottom) / Math.max(1, line.fontSize);
    bottom = Math.max(bottom, line.box[3]);
    return white;
  });
}

/** Whether a line is a row by itself: a text and nothing but figures in two columns or more. */
function isFigured(line: Line): boolean {
  const [, ...others] = segmentsOf(line);
  return others.length >= 2 && others.every((part) => FIGURES.test(lineText(part)));
}

/** A single piece of text beside the first column, not set off as a group's heading is. */
function isLoose(row: readonly Line[], firstColumnEnd: number): boolean {
  const [line] = row;
  if (line === undefined || row.length > 1 || line.bold || segmentsOf(line).length > 1) return false;
  const text = lineText(line);
  return line.box[0] > firstColumnEnd && text !== text.toUpperCase();
}

/** Rows with what stands below them by itself, without a number, put to them: the rest of a cell's text. */
function withLooseLines(
  rows: readonly (readonly Line[])[],
  firstColumnEnd: number,
): readonly (readonly Line[])[] {
  const joined: (readonly Line[])[] = [];
  for (const [i, row] of rows.entries()) {
    const last = joined.at(-1);
    const numbered = last?.some((line) => isNumbered(line, firstColumnEnd)) ?? false;
    if (i > 1 && last !== undefined && numbered && isLoose(row, firstColumnEnd))
      joined[joined.length - 1] = [...last, ...row];
    else joined.push(row);
  }
  return joined;
}

/**
 * Cuts a table's lines, its head included, into rows: at horizontal rules where there are enough of them, at wider
 * white where it parts the row numbers from each other, else at the row numbers, else where the first column has
 * text. Cells of a row may stand at different heights.
 */
export function alignedRows(
  lines: readonly Line[],
  firstColumnEnd: number,
  rules: readonly Ruling[],
): readonly (readonly Line[])[] {
  if (lines.length === 0) return [];
  const numbersIn = (row: readonly Line[]): number =>
    row.filter((line) => isNumbered(line, firstColumnEnd)).length;
  const numbers = numbersIn(lines);
  const between = (a: Line | undefined, b: Line): boolean =>
    a !== undefined && rules.some(({ position }) => position > middle(a) && position < middle(b));
  const ruled = cutAt(lines, (line, i) => between(lines[i - 1], line));
  if (ruled.length >= 3 && ruled.length >= numbers) return ruled;
  const white = whiteAbove(lines);
  const tight = Math.max(0, Math.min(...white.slice(1)));
  const spaced = cutAt(lines, (_, i) => (white[i] ?? 0) > tight * 1.4 + 0.2);
  const perRow = spaced.map(numbersIn);
  if (spaced.length >= 2 && numbers >= 2 && perRow.every((count) => count <= 1))
    return withLooseLines(spaced, firstColumnEnd);
  const centred = centredRows(
    lines,
    lines.filter((line) => isNumbered(line, firstColumnEnd)),
  );
  if (centred !== null) return centred;
  if (numbers >= 2) return cutAt(lines, (line) => isNumbered(line, firstColumnEnd));
  if (spaced.length >= 3)
    return spaced.flatMap((row) => (row.every(isFigured) ? row.map((line) => [line]) : [row]));
  return cutAt(lines, (line) => (line.words[0]?.box[2] ?? Number.POSITIVE_INFINITY) <= firstColumnEnd);
}
