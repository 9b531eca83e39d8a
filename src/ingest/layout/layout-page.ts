import type { Box } from '../../document/box.js';
import type { Page } from '../../document/source-document.js';

/** A word on a page before reading order is known; decoded from a PDF or recognized, the layout does not care. */
export interface LayoutWord {
  readonly text: string;
  readonly box: Box;
  /** 0..1; 1 for decoded text. */
  readonly confidence: number;
  /** In points, 0 where unknown. */
  readonly fontSize: number;
  readonly bold: boolean;
  readonly italic: boolean;
  /** y of the baseline in points from the top; the box's bottom where unknown. */
  readonly baseline: number;
}

/** A drawn or detected straight rule. Coordinates in points from the page's top left corner. */
export interface Ruling {
  readonly orientation: 'horizontal' | 'vertical';
  /** y of a horizontal, x of a vertical rule. */
  readonly position: number;
  /** Start and end along its direction, from < to. */
  readonly from: number;
  readonly to: number;
}

/** A page's words and rulings: what the PDF reader and the recognizer hand to the layout. */
export interface LayoutPage extends Page {
  readonly words: readonly LayoutWord[];
  readonly rulings: readonly Ruling[];
  /**
   * Set where the page was set upright before it was recognized (lean, turned picture): words and rulings stand in
   * the upright frame, so that they agree with each other, and this maps a box of that frame to the smallest box
   * around it on the page as displayed. Whoever makes Words of the page applies it last, after layout. Absent where
   * both frames are the same. `width` and `height` are those of the page as displayed.
   */
  readonly toOriginal?: (box: Box) => Box;
}
