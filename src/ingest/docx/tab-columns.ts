import type { Line } from './lines.js';
import { isBlank, type Piece, textOf } from './story.js';

/** Head and signature lines are short; what is longer is prose with a tab in it. */
const MAX_PART = 70;
/** Lines that hold text in one column only may stand between those with two: names, recipients. */
const MAX_ONE_SIDED = 8;
/** A tab behind a typed number or dash sets off the text, it makes no column. */
const ONLY_LABEL = /^\s*(?:[-–—+*•]|\(?[\p{L}\d.]{1,6}[.)]|(?:Điều|Mục|Chương|Phần)\s+[\dIVXLC]+[.:]?)\s*$/u;
const ONLY_NUMBER = /^[\s\d.…]*$/u;

interface Sides {
  readonly left: readonly Piece[];
  readonly right: readonly Piece[];
}

const isShort = (pieces: readonly Piece[]): boolean => textOf(pieces).trim().length <= MAX_PART;

/** The line split at its one run of tabs; null where it is no line of two columns. Either side may be blank. */
function sidesOf(line: Line): Sides | null {
  const parts: Piece[][] = [[]];
  for (const piece of line.pieces) {
    if (piece.kind !== 'tab') parts.at(-1)?.push(piece);
    else parts.push([]);
  }
  const filled = parts.filter((part) => !isBlank(part));
  const [first, second] = filled;
  if (first === undefined || filled.length > 2 || !filled.every(isShort)) return null;
  if (second === undefined) {
    const leading = isBlank(parts[0] ?? []);
    return leading && line.label === null ? { left: [], right: first } : { left: first, right: [] };
  }
  if (ONLY_LABEL.test(textOf(first)) || ONLY_NUMBER.test(textOf(second))) return null;
  return { left: first, right: second };
}

const isTwoSided = (sides: Sides): boolean => !isBlank(sides.left) && !isBlank(sides.right);
/** A right side alone, behind at least one tab. */
const isRightOnly = (sides: Sides): boolean => isBlank(sides.left);

/** How many lines from `from` on stand in two columns: two or more split ones, with one-sided ones between them. */
function runLength(lines: readonly Line[], from: number): number {
  let length = 0;
  let twoSided = 0;
  let rightOnly = 0;
  for (let at = from; at < lines.length && at - from - length <= MAX_ONE_SIDED; at++) {
    const line = lines[at] as Line;
    const sides = sidesOf(line);
    if (sides === null || line.heading !== null || line.column !== 0 || line.inBox) break;
    if (isTwoSided(sides)) twoSided++;
    else if (isRightOnly(sides)) rightOnly++;
    else continue;
    if (twoSided === 0) break;
    length = at - from + 1;
  }
  return twoSided >= 2 || (twoSided === 1 && rightOnly >= 1) ? length : 0;
}

/**
 * Puts lines that a tab splits into two columns ("UBND TỈNH X⇥CỘNG HÒA …", two or more one after the other) into
 * reading order: the left column's lines, then the right one's.
 */
export function splitTabColumns(lines: readonly Line[]): readonly Line[] {
  const out: Line[] = [];
  for (let at = 0; at < lines.length; ) {
    const length = runLength(lines, at);
    if (length === 0) {
      out.push(lines[at] as Line);
      at++;
      continue;
    }
    const run = lines.slice(at, at + length).map((line) => ({ line, sides: sidesOf(line) }));
    for (const { line, sides } of run)
      if (sides !== null && !isBlank(sides.left)) out.push({ ...line, pieces: sides.left, column: 1 });
    for (const { line, sides } of run)
      if (sides !== null && !isBlank(sides.right))
        out.push({ ...line, label: null, pieces: sides.right, column: 2 });
    at += length;
  }
  return out;
}
