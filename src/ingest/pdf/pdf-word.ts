import type { LayoutWord } from '../layout/layout-page.js';

/** A word of a text layer with the name of the font that its first letter is drawn in. */
export interface PdfWord extends LayoutWord {
  readonly font: string;
}

/** Whether two words stand on one line: their baselines differ by less than a quarter of the letters' size. */
export const sameLine = (a: PdfWord, b: PdfWord): boolean =>
  Math.abs(a.baseline - b.baseline) < Math.max(a.fontSize, b.fontSize, 1) * 0.25;
