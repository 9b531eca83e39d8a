import { type Box, boxAround } from '../../document/box.js';
import type { LayoutWord } from './layout-page.js';

/** A word that knows its page. */
export interface PageWord extends LayoutWord {
  readonly page: number;
}

/** Words that stand beside each other on one printed line, left to right. Never empty. */
export interface Line {
  readonly page: number;
  readonly words: readonly PageWord[];
  readonly box: Box;
  /** In points; the height of the box where fonts are unknown. */
  readonly fontSize: number;
  /** Most letters are bold or italic. */
  readonly bold: boolean;
  readonly italic: boolean;
  readonly baseline: number;
}

const heightOf = (box: Box): number => box[3] - box[1];
const middleOf = (box: Box): number => (box[1] + box[3]) / 2;

/** The middle one of `values` by size; 0 for none. */
export function median(values: readonly number[]): number {
  if (values.length === 0) return 0;
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? 0;
}

/** One line of the given words (at least one), put left to right. */
export function makeLine(words: readonly PageWord[]): Line {
  const sorted = [...words].sort((a, b) => a.box[0] - b.box[0]);
  let letters = 0;
  let bold = 0;
  let italic = 0;
  const sizes: number[] = [];
  let main = sorted[0];
  for (const word of sorted) {
    letters += word.text.length;
    if (word.bold) bold += word.text.length;
    if (word.italic) italic += word.text.length;
    sizes.push(word.fontSize > 0 ? word.fontSize : heightOf(word.box));
    if (main === undefined || heightOf(word.box) > heightOf(main.box) * 1.2) main = word;
  }
  return {
    page: main?.page ?? 0,
    words: sorted,
    box: boxAround(sorted.map((word) => word.box)),
    fontSize: median(sizes),
    bold: bold * 2 > letters,
    italic: italic * 2 > letters,
    baseline: median(sorted.map((word) => word.baseline)),
  };
}

/** The line's words with single spaces. */
export const lineText = (line: Pick<Line, 'words'>): string => line.words.map((word) => word.text).join(' ');

interface OpenLine {
  readonly words: PageWord[];
  /** The last word of usual size: what comes next is compared with it, so that a leaning line is followed. */
  reference: Box;
  right: number;
}

const SAME_LINE = 0.5;
const SMALL = 0.75;
const TALL = 2.2;

const overlap = (a: Box, b: Box): number =>
  (Math.min(a[3], b[3]) - Math.max(a[1], b[1])) / Math.max(0.1, Math.min(heightOf(a), heightOf(b)));

/**
 * Groups words of one page into lines by where they stand, whatever their order: a word belongs to the line whose
 * last word it overlaps most in height, at least by half of the lower one. Raised and lowered words stay with
 * their line, leaning lines are followed. Lines come top down, left to right. Near-linear in the number of words.
 */
export function groupLines(words: readonly PageWord[]): readonly Line[] {
  const usual = Math.max(1, median(words.map((word) => heightOf(word.box))));
  const lines: OpenLine[] = [];
  const bands = new Map<number, Set<OpenLine>>();
  const bandOf = (box: Box): number => Math.floor(middleOf(box) / usual);
  const enter = (line: OpenLine): void => {
    const key = bandOf(line.reference);
    const band = bands.get(key);
    if (band === undefined) bands.set(key, new Set([line]));
    else band.add(line);
  };
  const byX = [...words].sort((a, b) => a.box[0] - b.box[0] || a.box[1] - b.box[1]);
  for (const word of byX) {
    const tall = heightOf(word.box) > usual * TALL;
    let best: OpenLine | null = null;
    let bestOverlap = SAME_LINE;
    const band = bandOf(word.box);
    for (let key = band - 2; !tall && key <= band + 2; key++)
      for (const line of bands.get(key) ?? []) {
        const shared = overlap(line.reference, word.box);
        const collides = line.right - word.box[0] > (word.box[2] - word.box[0]) * 0.6;
        if (shared >= bestOverlap && !collides) {
          best = line;
          bestOverlap = shared;
        }
      }
    if (best === null) {
      const line: OpenLine = { words: [word], reference: word.box, right: word.box[2] };
      lines.push(line);
      if (!tall) enter(line);
      continue;
    }
    best.words.push(word);
    best.right = Math.max(best.right, word.box[2]);
    if (heightOf(word.box) >= heightOf(best.reference) * SMALL) {
      bands.get(bandOf(best.reference))?.delete(best);
      best.reference = word.box;
      enter(best);
    }
  }
  return lines
    .map(({ words: grouped }) => makeLine(grouped))
    .sort((a, b) => middleOf(a.box) - middleOf(b.box) || a.box[0] - b.box[0]);
}

/** Cuts a line where `gap` is wider than allowed; the pieces left to right. */
export function cutLine(line: Line, isCut: (left: PageWord, right: PageWord) => boolean): readonly Line[] {
  const pieces: PageWord[][] = [];
  for (const word of line.words) {
    const last = pieces.at(-1)?.at(-1);
    if (last === undefined || isCut(last, word)) pieces.push([word]);
    else pieces.at(-1)?.push(word);
  }
  return pieces.length < 2 ? [line] : pieces.map(makeLine);
}
