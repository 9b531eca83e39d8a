import type { Box } from '../../document/box.js';
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
  /** Where the raster lies on the page, in points from its top left corner; absent where it is the whole page. */
  readonly area?: Box;
}

/** Recognizes pages; keeps its engines between pages. */
export interface Recognizer {
  readonly engine: 'builtin' | 'native';
  /** Pages that are worked on at the same time; more are queued. 1 where left out. */
  readonly lanes?: number;
  /**
   * Words, rulings and confidence of a page's picture. A page that can't be read comes back with method "unreadable"
   * and the reason; an empty one with method "blank". Throws only after `close`.
   */
  recognize(raster: Raster, page: RasterPage): Promise<LayoutPage>;
  close(): Promise<void>;
}
