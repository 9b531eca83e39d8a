import type { TextLine } from './lines.js';

/** What a file's own lines say about how it was broken. */
export interface Measure {
  /** Usual length in characters of a line that fills the page; null where lines were not broken by a width. */
  readonly width: number | null;
  /** By how many characters a full line may stay under `width` (letters differ in width). */
  readonly slack: number;
  /** Blank lines that part paragraphs: 1, or 2 where a blank line stands between all lines. */
  readonly breakGap: number;
}

const SHORTEST_FULL = 50;

/** Measures lines: their usual full width, and whether blank lines mean anything. Linear but for one sort. */
export function measure(lines: readonly TextLine[]): Measure {
  const long = lines.map((line) => line.text.length).filter((length) => length >= SHORTEST_FULL);
  long.sort((a, b) => a - b);
  const at = (share: number): number => long[Math.min(long.length - 1, Math.floor(long.length * share))] ?? 0;
  const broken = long.length >= 3 && at(0.9) <= 140 && at(0.95) <= 1.5 * at(0.5);
  let single = 0;
  for (const line of lines) if (line.gap === 1) single++;
  const width = broken ? at(0.6) : null;
  return {
    width,
    slack: width === null ? 0 : Math.round(width * 0.1),
    breakGap: lines.length > 8 && single > 0.75 * lines.length && width !== null ? 2 : 1,
  };
}
