import type { Box } from '../../document/box.js';
import { type Line, median } from './line.js';

/** The area in which a page's running text stands; x in points, in the frame in which text is upright. */
export interface TextFrame {
  readonly left: number;
  readonly right: number;
  /** x of the usual first-line indent; null where paragraphs begin at the left edge. */
  readonly indent: number | null;
  /** Usual distance of baselines within a paragraph, in ems. */
  readonly pitch: number;
}

/** The value around which most of `values` lie, within `tolerance`; null for none. */
function commonest(values: readonly number[], tolerance: number): { value: number; count: number } | null {
  const sorted = [...values].sort((a, b) => a - b);
  let best: { value: number; count: number } | null = null;
  let start = 0;
  for (let end = 0; end < sorted.length; end++) {
    while ((sorted[end] ?? 0) - (sorted[start] ?? 0) > tolerance) start += 1;
    const count = end - start + 1;
    if (best === null || count > best.count) best = { value: sorted[start + (count >> 1)] ?? 0, count };
  }
  return best;
}

/** Room that a table's text has to its outer rules. */
const CELL_PADDING = 5;
/** Fewer lines than these don't show their margins by themselves. */
const FEW_LINES = 15;

/**
 * Measures the text area from the lines of running text of one page or of pages alike (top down within a page);
 * where they are few, from the tables' boxes, too. Null where there are no lines.
 */
export function measureFrame(
  lines: readonly Line[],
  tables: readonly Box[],
  pageWidth: number,
): TextFrame | null {
  if (lines.length === 0) return null;
  const long = lines.filter((line) => line.box[2] - line.box[0] > pageWidth * 0.45);
  const judged = long.length >= 3 ? long : lines;
  const rights = judged.map((line) => line.box[2]);
  const right = commonest(rights, 4);
  const farRight = Math.max(...rights);
  const lefts = judged.map((line) => line.box[0]);
  const nearLeft = Math.min(...lefts);
  const left = commonest(
    lefts.filter((x) => x < nearLeft + 12),
    4,
  );
  const ragged = (right?.count ?? 0) < 0.25 * judged.length + 1;
  const wide = long.length < 3 || (ragged && lines.length < FEW_LINES) ? tables : [];
  const edge = Math.min(left?.value ?? nearLeft, ...wide.map(([x0]) => x0 + CELL_PADDING));
  const size = median(lines.map((line) => line.fontSize)) || 12;
  const indented = commonest(
    lines.map((line) => line.box[0]).filter((x) => x > edge + 0.8 * size && x < edge + 6 * size),
    3,
  );
  const pitches: number[] = [];
  for (let i = 1; i < lines.length; i++) {
    const a = lines[i - 1] as Line;
    const b = lines[i] as Line;
    if (a.page !== b.page || Math.abs(a.fontSize - b.fontSize) > 1) continue;
    const pitch = (b.baseline - a.baseline) / Math.max(1, b.fontSize);
    if (pitch > 0.8 && pitch < 3) pitches.push(pitch);
  }
  return {
    left: edge,
    right: Math.max(
      right !== null && right.count >= 2 ? Math.max(right.value, farRight - 12) : farRight,
      ...wide.map(([, , x1]) => x1 - CELL_PADDING),
    ),
    indent: indented !== null && indented.count >= 3 ? indented.value : null,
    pitch: commonest(pitches, 0.08)?.value ?? 1.3,
  };
}
