import { labelOf } from './label.js';
import { type Line, lineText, makeLine, median, type PageWord } from './line.js';

/** A line with its column: 0 for text over the full width. `apart`: a paragraph of its own. */
export interface PlacedLine {
  readonly line: Line;
  readonly column: number;
  readonly apart: boolean;
}

/** The white strip between two columns. */
interface Gutter {
  readonly from: number;
  readonly to: number;
}

interface Zone {
  readonly first: number;
  readonly last: number;
  readonly gutter: Gutter;
  /** Rows with text on both sides. */
  readonly both: number;
}

/** All in ems of the line. */
const SEED_GAP = 0.7;
const WIDE_GAP = 2.5;
const LEAST_GUTTER = 0.5;
/** How many times wider than the line's other gaps a gutter's gap is. */
const DISTINCT = 2.2;
/** A signer's name may stand this many points below the title. */
const SIGNATURE_SPACE = 150;
/** Lines of a page's column, at most; what goes on longer is no column of a paper. */
const MOST_LINES = 200;
/** The document's own number, beside place and date. */
const NUMBER_LINE = /^số\s*:/iu;
const RECIPIENTS = /^nơi\s+(?:nhận|gửi)(?!\p{L})/iu;

type Side = 'left' | 'right';

/** The side on which the list of recipients begins; null where the line does not begin it. */
function recipientsSide(line: Line, gutter: Gutter): Side | null {
  if (RECIPIENTS.test(lineText(line))) return line.box[0] < gutter.from ? 'left' : 'right';
  const right = line.words.findIndex(({ box }) => box[0] >= gutter.to - 0.01);
  return right > 0 && RECIPIENTS.test(lineText({ words: line.words.slice(right) })) ? 'right' : null;
}

const middle = (line: Line): number => (line.box[1] + line.box[3]) / 2;

/** The gap at which a line may fall into columns; null where its gaps are all alike. The widest one is taken. */
function seedGap(line: Line): Gutter | null {
  const gaps: { width: number; gutter: Gutter }[] = [];
  for (let i = 1; i < line.words.length; i++) {
    const from = line.words[i - 1]?.box[2] ?? 0;
    const to = line.words[i]?.box[0] ?? 0;
    gaps.push({ width: (to - from) / line.fontSize, gutter: { from, to } });
  }
  const widest = gaps.reduce<(typeof gaps)[number] | null>(
    (a, b) => (a === null || b.width > a.width ? b : a),
    null,
  );
  if (widest === null || widest.width < SEED_GAP) return null;
  const others = median(gaps.filter((gap) => gap !== widest).map((gap) => gap.width));
  return widest.width >= WIDE_GAP || widest.width >= others * DISTINCT ? widest.gutter : null;
}

/** The gutter that is left when the line keeps clear of it; null when the line crosses it. */
function narrowed(gutter: Gutter, line: Line): Gutter | null {
  const at = (gutter.from + gutter.to) / 2;
  let best: Gutter | null = null;
  let reached = Number.NEGATIVE_INFINITY;
  for (let k = 0; k <= line.words.length; k++) {
    reached = Math.max(reached, line.words[k - 1]?.box[2] ?? reached);
    const from = Math.max(gutter.from, reached);
    const to = Math.min(gutter.to, line.words[k]?.box[0] ?? gutter.to);
    // white between words away from the gutter's middle must be wider than a justified line's
    const isInner = k > 0 && k < line.words.length && (from > at || to < at);
    if (isInner && to - from < SEED_GAP * line.fontSize) continue;
    if (best === null || to - from > best.to - best.from) best = { from, to };
  }
  const least = Math.min(LEAST_GUTTER * line.fontSize, gutter.to - gutter.from);
  return best !== null && best.to - best.from >= least ? best : null;
}

const sideOf = (line: Line, gutter: Gutter): 'left' | 'right' | 'both' =>
  line.box[2] <= gutter.from + 0.01 ? 'left' : line.box[0] >= gutter.to - 0.01 ? 'right' : 'both';

/** How far the text of each side reaches along x, so far. */
class SideExtents {
  readonly #left: [number, number] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  readonly #right: [number, number] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];

  add(line: Line, gutter: Gutter): void {
    const at = (gutter.from + gutter.to) / 2;
    for (const { box } of line.words) {
      const side = (box[0] + box[2]) / 2 < at ? this.#left : this.#right;
      side[0] = Math.min(side[0], box[0]);
      side[1] = Math.max(side[1], box[2]);
    }
  }

  /** Whether a line of one side, apart from the rest, still stands under (or over) that side's text. */
  holds(line: Line, gutter: Gutter): boolean {
    const side = sideOf(line, gutter);
    if (side === 'both') return true;
    const [left, right] = side === 'left' ? this.#left : this.#right;
    if (left > right) return true;
    const slack = 2 * line.fontSize;
    if (Math.abs((line.box[0] + line.box[2]) / 2 - (left + right) / 2) < slack) return true;
    return side === 'left' ? Math.abs(line.box[0] - left) < slack : line.box[0] >= left - slack / 2;
  }
}

function zoneAround(lines: readonly Line[], seed: number, start: Gutter, floor: number): Zone {
  let gutter = start;
  let first = seed;
  let last = seed;
  let both = 1;
  let recipients = recipientsSide(lines[seed] as Line, gutter);
  const extents = new SideExtents();
  extents.add(lines[seed] as Line, gutter);
  const take = (line: Line, next: Gutter): void => {
    gutter = next;
    extents.add(line, next);
    if (sideOf(line, next) === 'both') both += 1;
    recipients ??= recipientsSide(line, next);
  };
  for (let i = seed + 1; i < Math.min(lines.length, seed + MOST_LINES); i++) {
    const line = lines[i] as Line;
    const above = lines[last] as Line;
    const next = narrowed(gutter, line);
    if (next === null) break;
    const signer = recipients === 'right' ? 'left' : 'right';
    const reach = sideOf(line, next) === signer ? SIGNATURE_SPACE : line.fontSize * 2;
    if (line.box[1] - above.box[3] > reach || !(recipients !== null || extents.holds(line, next))) break;
    take(line, next);
    last = i;
  }
  for (let i = seed - 1; i >= Math.max(floor, seed - MOST_LINES); i--) {
    const line = lines[i] as Line;
    const below = lines[first] as Line;
    const next = narrowed(gutter, line);
    if (next === null || below.box[1] - line.box[3] > line.fontSize) break;
    const side = sideOf(line, next);
    const beside = below.box[1] < line.box[3] - 0.15 * (line.box[3] - line.box[1]);
    const belongs =
      side === 'both' || beside || side !== (recipients ?? 'left') || recipientsSide(line, next) === side;
    if (!belongs || !extents.holds(line, next)) break;
    take(line, next);
    first = i;
  }
  return { first, last, gutter, both };
}

const isCapitals = (line: Line): boolean => {
  const letters = lineText(line).match(/\p{L}/gu) ?? [];
  return letters.length >= 4 && letters.filter((c) => c === c.toUpperCase()).length >= letters.length * 0.8;
};

interface Sides {
  readonly left: readonly Line[];
  readonly right: readonly Line[];
}
function split(lines: readonly Line[], gutter: Gutter): Sides {
  const left: Line[] = [];
  const right: Line[] = [];
  const at = (gutter.from + gutter.to) / 2;
  for (const line of lines) {
    const isLeft = (word: PageWord): boolean => (word.box[0] + word.box[2]) / 2 < at;
    const l = line.words.filter(isLeft);
    const r = line.words.filter((word) => !isLeft(word));
    if (l.length > 0) left.push(makeLine(l));
    if (r.length > 0) right.push(makeLine(r));
  }
  return { left, right };
}

/** A box of a few lines to the right of headings, in plain type where those are bold: set there by hand. */
function isAside({ left, right }: Sides, { gutter }: Zone): boolean {
  const [first] = right;
  const last = right.at(-1);
  if (first === undefined || last === undefined || right.length < 2) return false;
  const isBox = right.every((line, i) => {
    const above = right[i - 1];
    const near = above === undefined || line.baseline - above.baseline < 1.6 * line.fontSize;
    return near && !line.bold && line.words.every((word) => word.confidence === 1);
  });
  const beside = left.filter((line) => line.box[3] > first.box[1] && line.box[1] < last.box[3]);
  const wide = gutter.to - gutter.from > 3 * first.fontSize;
  return isBox && wide && beside.length > 0 && beside.every((line) => line.bold);
}

/** Whether a zone's two sides are columns to be read one after the other, and of which kind. */
function kindOf(sides: Sides, zone: Zone, isPageTop: boolean): 'form' | 'prose' | 'aside' | null {
  const { left, right } = sides;
  if (left.length === 0 || right.length === 0) return null;
  const onlyLabels = left.every((line) => {
    const words = line.words.map((word) => word.text);
    return (
      words.length <= (labelOf(words)?.words ?? 0) ||
      (words.length === 1 && /^\d{1,3}$/u.test(words[0] ?? ''))
    );
  });
  if (onlyLabels) return null;
  if ([...left, ...right].some((line) => RECIPIENTS.test(lineText(line)))) return 'form';
  const topLeft = left[0] as Line;
  const topRight = right[0] as Line;
  const headed = isCapitals(topLeft) && isCapitals(topRight);
  if (headed && (isPageTop || zone.both >= 1)) return 'form';
  const signed = isCapitals(topRight) && right.length >= 2 && zone.both >= 2 && zone.last > zone.first;
  if (isPageTop && (zone.both >= 2 || NUMBER_LINE.test(lineText(left.at(-1) ?? topLeft)))) return 'form';
  if (signed) return 'form';
  if (isAside(sides, zone)) return 'aside';
  const long = (side: readonly Line[]): boolean =>
    median(side.map((line) => lineText(line).length)) >= 25 && side.length >= 5;
  return zone.both >= 5 && long(left) && long(right) ? 'prose' : null;
}

/**
 * Puts a page's free lines (top down) into reading order: side-by-side text that is divided by a white strip over
 * several lines is read column by column, everything else line by line. Gaps of justified lines, tabs after list
 * labels and two-column lists do not divide. `isPageTop`: the lines begin at the top of the first page.
 */
export function placeColumns(lines: readonly Line[], isPageTop: boolean): readonly PlacedLine[] {
  const placed: PlacedLine[] = [];
  let done = 0;
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] as Line;
    const below = lines[i + 1];
    const seed = seedGap(line) ?? (below === undefined ? null : staggered(line, below));
    if (seed === null) continue;
    const zone = zoneAround(lines, i, seed, done);
    const members = lines.slice(zone.first, zone.last + 1);
    const sides = split(members, zone.gutter);
    const kind = kindOf(
      sides,
      zone,
      isPageTop && zone.first <= 2 && placed.every(({ column }) => column === 0),
    );
    if (kind === null) continue;
    for (const before of lines.slice(done, zone.first))
      placed.push({ line: before, column: 0, apart: false });
    if (kind === 'aside') {
      for (const own of sides.left) placed.push({ line: own, column: 0, apart: false });
      for (const own of sides.right) placed.push({ line: own, column: 1, apart: false });
    }
    let column = 1;
    for (const side of kind === 'aside' ? [] : [sides.left, sides.right]) {
      const inner = kind === 'form' ? placeColumns(side, false) : [];
      const nested = inner.some((item) => item.column > 0);
      const base = column - 1;
      if (nested)
        for (const item of inner)
          placed.push({ ...item, column: base + Math.max(1, item.column), apart: true });
      else for (const own of side) placed.push({ line: own, column, apart: kind === 'form' });
      column = nested ? base + Math.max(...inner.map((item) => item.column)) + 1 : column + 1;
    }
    done = zone.last + 1;
    i = zone.last;
  }
  for (const rest of lines.slice(done)) placed.push({ line: rest, column: 0, apart: false });
  return placed;
}

/** The strip between two lines that stand side by side, one a little lower; null where they don't. */
function staggered(a: Line, b: Line): Gutter | null {
  const shared = Math.min(a.box[3], b.box[3]) - Math.max(a.box[1], b.box[1]);
  if (shared < 0.15 * Math.min(a.box[3] - a.box[1], b.box[3] - b.box[1])) return null;
  const [left, right] = a.box[0] < b.box[0] ? [a, b] : [b, a];
  const gutter = { from: left.box[2], to: right.box[0] };
  return gutter.to - gutter.from >= SEED_GAP * a.fontSize && Math.abs(middle(a) - middle(b)) > 0.1
    ? gutter
    : null;
}
