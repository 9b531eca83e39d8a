import type { Box } from '../../document/box.js';
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
  if (values.length < 2) return values[0] ?? 0;
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? 0;
}

/** The words left to right: themselves where they stand so already. */
function leftToRight(words: readonly PageWord[]): readonly PageWord[] {
  for (let i = 1; i < words.length; i++)
    if ((words[i - 1] as PageWord).box[0] > (words[i] as PageWord).box[0])
      return [...words].sort((a, b) => a.box[0] - b.box[0]);
  return words;
}

/** The middle one of `values` by size; they are most often all the same. */
function usual(values: readonly number[]): number {
  const [first] = values;
  return first === undefined || values.every((value) => value === first) ? (first ?? 0) : median(values);
}

/** One line of the given words (at least one), put left to right. */
export function makeLine(words: readonly PageWord[]): Line {
  const sorted = leftToRight(words);
  let letters = 0;
  let bold = 0;
  let italic = 0;
  let main = sorted[0];
  let [x0, y0, x1, y1] = main?.box ?? [0, 0, 0, 0];
  for (const word of sorted) {
    const { box, text } = word;
    letters += text.length;
    if (word.bold) bold += text.length;
    if (word.italic) italic += text.length;
    if (box[0] < x0) x0 = box[0];
    if (box[1] < y0) y0 = box[1];
    if (box[2] > x1) x1 = box[2];
    if (box[3] > y1) y1 = box[3];
    if (main !== undefined && heightOf(box) > heightOf(main.box) * 1.2) main = word;
  }
  return {
    page: main?.page ?? 0,
    words: sorted,
    box: [x0, y0, x1, y1],
    fontSize: usual(sorted.map((word) => (word.fontSize > 0 ? word.fontSize : heightOf(word.box)))),
    bold: bold * 2 > letters,
    italic: italic * 2 > letters,
    baseline: usual(sorted.map((word) => word.baseline)),
  };
}

/** The line's words with single spaces. */
export function lineText(line: Pick<Line, 'words'>): string {
  let text = '';
  for (const word of line.words) text += text === '' ? word.text : ` ${word.text}`;
  return text;
}

interface OpenLine {
  readonly words: PageWord[];
  /** The last word of usual size: what comes next is compared with it, so that a leaning line is followed. */
  reference: Box;
  right: number;
}

const SAME_LINE = 0.5;
/** Recognizers' boxes may reach this many heights into the next word: it is on the line where it stands so level. */
const SLOPPY = 1.6;
const SURELY_SAME_LINE = 0.7;
/** Heights that a word space takes at most: a line that ends so close by is the word's own before one further off. */
const WORD_SPACE = 1.2;
const SMALL = 0.75;
const TALL = 2.2;
/** More lines than these at one height overlie each other beyond reading. */
const MOST_OVERLAID = 200;

const overlap = (a: Box, b: Box): number =>
  (Math.min(a[3], b[3]) - Math.max(a[1], b[1])) / Math.max(0.1, Math.min(heightOf(a), heightOf(b)));

/**
 * Groups words of one page into lines by where they stand, whatever their order: a word belongs to the line whose
 * last word it overlaps most in height, at least by half of the lower one; a line that ends a word space away comes
 * before one across a wide gap. Raised and lowered words stay with their line, leaning lines are followed; words far
 * taller than the rest (a seal's, a signature's) make lines among themselves. Lines come top down, left to right.
 * Near-linear in the number of words.
 */
export function groupLines(words: readonly PageWord[]): readonly Line[] {
  if (words.length < 2) return words.length === 0 ? [] : [makeLine(words)];
  const height = Math.max(1, median(words.map((word) => heightOf(word.box))));
  const lines: OpenLine[] = [];
  const tall: PageWord[] = [];
  const bands = new Map<number, Set<OpenLine>>();
  const bandOf = (box: Box): number => Math.floor(middleOf(box) / height);
  const enter = (line: OpenLine): void => {
    const key = bandOf(line.reference);
    const band = bands.get(key);
    if (band === undefined) bands.set(key, new Set([line]));
    else band.add(line);
  };
  const byX = [...words].sort((a, b) => a.box[0] - b.box[0] || a.box[1] - b.box[1]);
  for (const word of byX) {
    if (heightOf(word.box) > height * TALL) {
      tall.push(word);
      continue;
    }
    let best: OpenLine | null = null;
    let bestOverlap = SAME_LINE;
    let bestIsNear = false;
    const band = bandOf(word.box);
    let looked = 0;
    for (let key = band - 2; key <= band + 2; key++)
      for (const line of bands.get(key) ?? []) {
        looked += 1;
        if (looked > MOST_OVERLAID) break;
        const shared = overlap(line.reference, word.box);
        if (shared < SAME_LINE) continue;
        const into = line.right - word.box[0];
        const isSloppy = word.confidence < 1 && into < SLOPPY * height && shared >= SURELY_SAME_LINE;
        if (into > (word.box[2] - word.box[0]) * 0.6 && !isSloppy) continue;
        const isNear = word.box[0] - line.right < WORD_SPACE * height;
        if (isNear === bestIsNear ? shared < bestOverlap : bestIsNear) continue;
        best = line;
        bestOverlap = shared;
        bestIsNear = isNear;
      }
    if (best === null) {
      const line: OpenLine = { words: [word], reference: word.box, right: word.box[2] };
      lines.push(line);
      enter(line);
      continue;
    }
    best.words.push(word);
    best.right = Math.max(best.right, word.box[2]);
    if (heightOf(word.box) >= heightOf(best.reference) * SMALL) {
      const from = bandOf(best.reference);
      best.reference = word.box;
      if (bandOf(word.box) === from) continue;
      bands.get(from)?.delete(best);
      enter(best);
    }
  }
  return [...lines.map(({ words: grouped }) => makeLine(grouped)), ...groupLines(tall)].sort(
    (a, b) => middleOf(a.box) - middleOf(b.box) || a.box[0] - b.box[0],
  );
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
