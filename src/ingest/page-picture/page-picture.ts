import type { Box } from '../../document/box.js';
import type { ReadFailure } from '../read-outcome.js';

/** How a picture is made; all may be left out. */
export interface PictureOptions {
  /** Dots an inch; 150 by default, lowered where the page would have more than `maxPixels`. */
  readonly dpi?: number;
  /** WebP by default: a line of print takes some 3 kB, a whole page some 80. */
  readonly format?: 'webp' | 'png' | 'jpeg';
  /** Points of the page shown around the box; 6 by default. */
  readonly margin?: number;
  /** Pixels of the whole page at most; 20 million by default. */
  readonly maxPixels?: number;
  /** Milliseconds that drawing one page may take; 20,000 by default. */
  readonly timeoutMs?: number;
}

/** A page or a region of it as an encoded picture. */
export interface PagePicture {
  readonly kind: 'picture';
  readonly mediaType: 'image/webp' | 'image/png' | 'image/jpeg';
  readonly bytes: Uint8Array;
  /** In pixels. */
  readonly width: number;
  readonly height: number;
  readonly page: number;
  /** The region that is shown, margin included, in points of the page as displayed, clipped to the page. */
  readonly box: Box;
}

/** An opened file of which pictures are taken one after the other. */
export interface PagePictures {
  readonly kind: 'pictures';
  readonly pages: number;
  /**
   * The page (counted from 1) as displayed, or the region `box` of it, in points from its top left corner: the
   * coordinates of the record's `location`. Regions of one page taken in a row draw the page once. Never rejects:
   * a page that can't be drawn is a ReadFailure ("broken", "too-large", "timeout").
   */
  picture(page: number, box: Box | null): Promise<PagePicture | ReadFailure>;
  /** Frees what the file holds; no picture can be taken afterwards. */
  close(): Promise<void>;
}
