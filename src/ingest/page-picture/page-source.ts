import type { Raster } from '../ocr/recognizer.js';

/** A page drawn as displayed, and its size in points. */
export interface DrawnPage {
  readonly raster: Raster;
  readonly width: number;
  readonly height: number;
}

/** Where pages to draw come from. */
export interface PageSource {
  readonly pages: number;
  /** Draws a page, counted from 1, at `dpi` or less. Rejects where it can't be drawn. */
  draw(page: number, dpi: number): Promise<DrawnPage>;
  close(): Promise<void>;
}

/** Why a page was not drawn, in a form that becomes a ReadFailure. */
export class DrawFailure extends Error {
  override readonly name = 'DrawFailure';
  constructor(
    readonly reason: 'too-large' | 'timeout',
    message: string,
  ) {
    super(message);
  }
}
