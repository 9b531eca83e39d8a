import type { Grey } from './grey.js';
import type { PieceWord } from './read-sheet.js';
import type { RasterRuling } from './rulings/raster-rulings.js';

/** Points: nothing is printed so near to a sheet's edge, and the least side of a sheet. */
const EDGE = 9;
const LEAST_SHEET = 400;
/** Under this confidence a longer word is a scrap, too. */
const DOUBTFUL = 0.5;

const isSheet = ({ width, height }: Grey, scale: number): boolean =>
  Math.min(width, height) * scale >= LEAST_SHEET;

/**
 * Whether a ruling is the edge of the sheet or the shade of a copier's lid: it runs along the edge of its picture, which
 * is large enough for a sheet. Tables have margins. `scale`: points a pixel.
 */
export function isSheetEdge({ orientation, position }: RasterRuling, picture: Grey, scale: number): boolean {
  const last = orientation === 'vertical' ? picture.width : picture.height;
  return isSheet(picture, scale) && Math.min(position, last - position) * scale < EDGE;
}

/** Whether a word is what the shade at a sheet's edge was read as: short or doubtful. `scale`: points a pixel. */
export function isEdgeScrap(
  { text, confidence, x0, x1, y0, y1 }: PieceWord,
  picture: Grey,
  scale: number,
): boolean {
  if (!isSheet(picture, scale) || (text.length > 2 && confidence >= DOUBTFUL)) return false;
  const [x, y] = [(x0 + x1) / 2, (y0 + y1) / 2];
  return Math.min(x, picture.width - x, y, picture.height - y) * scale < EDGE;
}
