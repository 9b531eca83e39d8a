/*
 * In which order a page's flows are written: mostly along a row, then on to the row below; or down a column, then on to
 * the next one. The costs are what the ways from flow to flow on sixty typeset tables, whose pages poppler wrote as
 * text, take as code lengths (the negative logarithm of their share).
 */

/** How a flow stands to the one before it: by columns, then by rows. */
type Across = 'adjacent' | 'further' | 'same' | 'inside' | 'back' | 'first';
type Down = 'up' | 'level' | 'within' | 'next' | 'far';
export type Move = `${Across} ${Down}`;

/** The columns and rows that a flow takes, and the way to it. */
export interface Stretch {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly move: Move | null;
}

const USUAL: Readonly<Partial<Record<Move, number>>> = {
  'adjacent level': 0.6,
  'first next': 1.8,
  'back next': 2.8,
  'same next': 2.9,
  'adjacent up': 3.0,
  'back far': 4.4,
  'inside within': 4.5,
  'same far': 4.5,
  'further up': 4,
  'adjacent within': 4.5,
  'further level': 4.5,
  'first within': 4.8,
  'first up': 4.9,
  'first level': 5.2,
  'back level': 5.2,
  'first far': 5.5,
  'same up': 5.7,
};
const HARDLY_EVER = 5.5;
/** Down a column, the way is likely to go on so. */
const DOWN_A_COLUMN: Readonly<Partial<Record<Move, number>>> = {
  'same next': 0.8,
  'adjacent up': 1.2,
  'further up': 2.5,
  'adjacent level': 2.5,
};

/** The way from one flow to the next. */
export function moveTo(last: Stretch | null, next: Omit<Stretch, 'move'>): Move | null {
  if (last === null) return null;
  const across: Across =
    next.left === last.right + 1
      ? 'adjacent'
      : next.left > last.right
        ? 'further'
        : next.left === last.left
          ? 'same'
          : next.left > last.left
            ? 'inside'
            : next.left === 0
              ? 'first'
              : 'back';
  const down: Down =
    next.top < last.top
      ? 'up'
      : next.top === last.top
        ? 'level'
        : next.top <= last.bottom
          ? 'within'
          : next.top === last.bottom + 1
            ? 'next'
            : 'far';
  return `${across} ${down}`;
}

/** What the way costs. */
export function moveCost(last: Stretch | null, move: Move | null): number {
  if (move === null) return 0;
  const usual = USUAL[move] ?? HARDLY_EVER;
  if (last?.move === 'same next') return Math.min(usual, DOWN_A_COLUMN[move] ?? usual);
  return last?.move === null && move === 'same next' ? 1.2 : usual;
}
