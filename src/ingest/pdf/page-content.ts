import type { Box } from '../../document/box.js';
import type { Ruling } from '../layout/layout-page.js';
import type { Matrix } from './matrix.js';

/** What the glyphs of one text operation have in common. */
export interface GlyphRun {
  /** Height of the em in points. */
  readonly size: number;
  readonly ascent: number;
  readonly descent: number;
  /** Direction of the baseline in whole quarter turns clockwise as displayed: 0 = left to right, 1 = downwards … */
  readonly turn: 0 | 1 | 2 | 3;
  readonly font: FontFace;
  readonly bold: boolean;
  readonly italic: boolean;
  /** Drawn with rendering mode 3: there to be found, not to be seen. */
  readonly hidden: boolean;
}

/** One glyph as it is drawn; coordinates in points from the displayed page's top left corner, y downwards. */
export interface Glyph {
  /** Its Unicode text; may hold several characters (a ligature) or a combining mark only. */
  readonly text: string;
  /** The pen before and after it, on the baseline. */
  readonly x: number;
  readonly y: number;
  readonly endX: number;
  readonly endY: number;
  readonly run: GlyphRun;
}

/** What a font's own description says. */
export interface FontFace {
  /** Without the subset's prefix. */
  readonly name: string;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly ascent: number;
  readonly descent: number;
  /** The em of the glyph widths: 0.001 for all but Type 3. */
  readonly widthScale: number;
}

/** A picture painted on the page. `pixelWidth`, `pixelHeight` are 0 where unknown. */
export interface PaintedImage {
  readonly box: Box;
  readonly pixelWidth: number;
  readonly pixelHeight: number;
  /** The name of pdf.js's object with its pixels; absent for masks, inline pictures and repeated ones. */
  readonly object?: string;
  /** Where the unit square that pictures are painted in lies on the page. */
  readonly matrix?: Matrix;
  /** How many of the page's glyphs were painted before it. */
  readonly glyphsBefore?: number;
}

/** What a page paints, in the order of its content stream. */
export interface PageContent {
  readonly glyphs: readonly Glyph[];
  readonly rulings: readonly Ruling[];
  readonly images: readonly PaintedImage[];
  /** Whether it paints anything else than text and images that would be seen on white paper. */
  readonly hasDrawing: boolean;
}
