import type { Line } from './line.js';

const middle = (line: Line): number => (line.box[1] + line.box[3]) / 2;
const height = (line: Line): number => line.box[3] - line.box[1];

/** Share of a line's height that a row's edge may cut into. */
const GRAZE = 0.3;

/**
 * Rows whose numbers stand at half their height: from the first row's top on, each number lies in the middle of its
 * row, so that the rows' edges follow one from the other. They must run between the lines and end with the last.
 */
function edgesFrom(top: number, lines: readonly Line[], numbers: readonly Line[]): readonly number[] | null {
  const bottom = Math.max(...lines.map((line) => line.box[3]));
  const edges = [top];
  for (const number of numbers) {
    const last = edges.at(-1) as number;
    const wanted = 2 * middle(number) - last;
    if (middle(number) <= last) return null;
    const cut = lines.find(
      (line) => wanted > line.box[1] + GRAZE * height(line) && wanted < line.box[3] - GRAZE * height(line),
    );
    if (cut !== undefined) return null;
    const near = lines
      .flatMap((line) => [line.box[1], line.box[3]])
      .reduce((best, y) => (Math.abs(y - wanted) < Math.abs(best - wanted) ? y : best), bottom);
    edges.push(Math.abs(near - wanted) < GRAZE * height(number) ? near : wanted);
  }
  return Math.abs((edges.at(-1) as number) - bottom) < 0.6 * height(numbers.at(-1) as Line) ? edges : null;
}

/**
 * Cuts lines (top down) into rows about their numbers when the numbers stand in the middle of their rows; what
 * stands over the first row comes as a row in front. Null where the numbers do not stand so.
 */
export function centredRows(
  lines: readonly Line[],
  numbers: readonly Line[],
): readonly (readonly Line[])[] | null {
  const [firstNumber] = numbers;
  if (firstNumber === undefined || numbers.length < 2 || lines.length > 400) return null;
  for (const start of lines) {
    if (start.box[1] > firstNumber.box[1] + 0.1) break;
    const edges = edgesFrom(
      start.box[1],
      lines.filter((line) => middle(line) > start.box[1]),
      numbers,
    );
    if (edges === null) continue;
    const rows: Line[][] = edges.map(() => []);
    for (const line of lines) {
      const row = edges.filter((edge) => edge < middle(line)).length;
      rows[Math.min(row, edges.length - 1)]?.push(line);
    }
    return rows.filter((row) => row.length > 0);
  }
  return null;
}
