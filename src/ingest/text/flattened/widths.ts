import { USUAL_WIDTH } from './kind-costs.js';
import type { Title } from './titles.js';

/** How many characters a full line of a column has: at least `low`, at most `high`. */
export interface Width {
  readonly low: number;
  readonly high: number;
}

/** Titles are set in bold, which is wider than the body's type. */
const BOLD = 1.12;

/** What a title's own line breaks say: its longest line fits the column, its next word didn't fit any more. */
export function widthOfTitle(title: Title): Width {
  const lines = title.lines.map((line) => line.map((w) => w.text));
  const length = (words: readonly string[] | undefined): number => (words ?? []).join(' ').length;
  const low = Math.max(...lines.map(length));
  let high = USUAL_WIDTH[title.kind] * 1.3;
  for (const [i, line] of lines.entries()) {
    const next = lines[i + 1]?.[0];
    if (next !== undefined) high = Math.min(high, (length(line) + 1 + next.length) * BOLD);
  }
  return { low: Math.min(low, high), high: Math.max(high, low * BOLD) };
}

/**
 * The width that the most line breaks agree with: each line fits it, and the first word of the line below didn't fit
 * any more. `cells` holds the printed lines of a column's cells. Null where too few lines were broken.
 */
export function widthOfLines(cells: readonly (readonly string[])[]): Width | null {
  const votes = new Map<number, number>();
  const lines = cells.flat();
  const longest = Math.max(0, ...lines.map((l) => l.length));
  let breaks = 0;
  for (const cell of cells)
    for (const [i, line] of cell.entries()) {
      const next = cell[i + 1];
      if (next === undefined) continue;
      const word = /^\S+/u.exec(next)?.[0] ?? '';
      if (/^[-–+•]/u.test(word) || word === '') continue;
      breaks++;
      const from = line.length;
      const to = Math.min(longest + 2, line.length + word.length);
      for (let width = from; width <= to; width++) votes.set(width, (votes.get(width) ?? 0) + 1);
    }
  if (breaks < 2)
    return lines.length >= 4 ? { low: Math.round(longest * 0.8), high: longest * 1.25 + 2 } : null;
  for (const line of lines)
    for (let width = line.length; width <= longest + 2; width++)
      votes.set(width, (votes.get(width) ?? 0) + 0.5);
  const most = Math.max(...votes.values());
  const best = [...votes].filter(([, n]) => n >= most - 0.5).map(([width]) => width);
  const low = Math.min(...best);
  return { low, high: Math.max(...best, low) };
}
