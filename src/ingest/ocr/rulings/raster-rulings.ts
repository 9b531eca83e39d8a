import type { Bitmap, Grey } from '../grey.js';
import { eraseLine } from './erase-rulings.js';
import { faintRulings } from './faint-rulings.js';
import { isLetterTops } from './letter-tops.js';
import { type Line, measureLine, type RasterRuling } from './ruling-line.js';
import { collinear, longRuns } from './ruling-strokes.js';
import { bridgingRulings, shortRulings } from './short-rulings.js';

export type { RasterRuling } from './ruling-line.js';

/** Lengths in inches; a letter's stem or bar stays below the first. */
const SEED = 0.33;
const SHORTEST = 0.38;
const BREAK = 0.12;
/** More long runs than the densest table has: the picture is a raster or static, not ruled. */
const MOST_STROKES = 6_000;
/**
 * Finds the long thin lines of a level page and erases them from `grey` and `bitmap` (both are changed). `faint` is
 * the ink picture at a lighter threshold, in which pale and broken rules still hang together; `dpi` is the picture's
 * resolution. Lines closer than a few pixels come out as one. Besides solid lines these are found: pieces between two
 * rows that are too short to be told from print by themselves, and dotted, dashed or pale lines that make a grid.
 */
export function takeRulings(grey: Grey, bitmap: Bitmap, faint: Bitmap, dpi: number): readonly RasterRuling[] {
  const lines: Line[] = [];
  for (const orientation of ['horizontal', 'vertical'] as const) {
    const strokes = longRuns(faint, orientation, Math.round(SEED * dpi));
    if (strokes.length > MOST_STROKES) continue;
    for (const group of collinear(strokes, 2, Math.round(BREAK * dpi))) {
      const line = measureLine(faint, orientation, group, dpi, SHORTEST * dpi);
      if (line !== null && !isLetterTops(faint, line, dpi)) lines.push(line);
    }
  }
  lines.push(...bridgingRulings(faint, lines, dpi));
  lines.push(...shortRulings(faint, lines, dpi));
  for (const line of lines) eraseLine(line, grey, bitmap, dpi);
  const pale = faintRulings(grey, lines, dpi);
  for (const line of pale) eraseLine(line, grey, bitmap, dpi);
  return [...lines, ...pale].map(({ orientation, position, from, to, thickness }) => ({
    orientation,
    position,
    from,
    to,
    thickness,
  }));
}
