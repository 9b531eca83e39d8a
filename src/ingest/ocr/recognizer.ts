import type { LayoutPage } from '../layout/layout-page.js';

/** Uncompressed pixels, rows top down, channels interleaved, 8 bits each. */
export interface Raster {
  readonly width: number;
  readonly height: number;
  readonly channels: 1 | 3 | 4;
  readonly data: Uint8Array;
}

/** The page that a raster shows: its number and its size in points. Boxes come out in this page's coordinates. */
export interface RasterPage {
  readonly number: number;
  readonly width: number;
  readonly height: number;
}

/** Recognizes pages one after the other; keeps its engine between pages. */
export interface Recognizer {
  readonly engine: 'builtin' | 'native';
  /**
   * Words, rulings and confidence of a page's picture. A page that can't be read comes back with method "unreadable"
   * and the reason; an empty one with method "blank". Throws only after `close`.
   */
  recognize(raster: Raster, page: RasterPage): Promise<LayoutPage>;
  close(): Promise<void>;
}
