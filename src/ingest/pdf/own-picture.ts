import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Box } from '../../document/box.js';
import type { Raster } from '../ocr/recognizer.js';
import { turnRaster } from '../ocr/turn-raster.js';
import { DEFAULT_LIMITS } from '../read-outcome.js';
import type { Matrix } from './matrix.js';
import type { PageContent, PaintedImage } from './page-content.js';

/** A page's own picture as displayed, and where it lies on the page. */
export interface OwnPicture {
  readonly raster: Raster;
  readonly area: Box;
}

/** A page's own picture as the file holds it: `quarters` clockwise is it to be turned to fill `area` of the page. */
export type StoredPicture = { readonly quarters: 0 | 1 | 2 | 3; readonly area: Box } & (
  | { readonly kind: 'jpeg'; readonly jpeg: Uint8Array }
  | { readonly kind: 'pixels'; readonly raster: Raster }
);

/** Share of the page's width and height that its only picture covers at least. */
const WHOLE = 0.9;
/** A picture with fewer dots an inch than this is too coarse to be a page's scan; drawing it smooth reads better. */
const LEAST_DPI = 100;
/** pdf.js's kinds of pixels. */
const ONE_BIT = 1;
const RGB = 2;
const RGBA = 3;

/** Quarters clockwise by which the picture is painted; null where it is mirrored or leans. */
function quartersOf([a, b, c, d]: Matrix): 0 | 1 | 2 | 3 | null {
  const flat = Math.max(Math.abs(a), Math.abs(b), Math.abs(c), Math.abs(d)) * 1e-3;
  const zero = (value: number): boolean => Math.abs(value) <= flat;
  // The picture's rows run down the unit square, from y = 1 to y = 0.
  if (zero(b) && zero(c)) return a > 0 && d < 0 ? 0 : a < 0 && d > 0 ? 2 : null;
  if (zero(a) && zero(d)) return b > 0 && c > 0 ? 1 : b < 0 && c < 0 ? 3 : null;
  return null;
}

function coversPage({ box }: PaintedImage, width: number, height: number): boolean {
  const across = Math.min(box[2], width) - Math.max(box[0], 0);
  const down = Math.min(box[3], height) - Math.max(box[1], 0);
  return across >= WHOLE * width && down >= WHOLE * height;
}

function fromOneBit(data: Uint8Array, width: number, height: number): Raster {
  const grey = new Uint8Array(width * height);
  const row = (width + 7) >> 3;
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      grey[y * width + x] = ((data[y * row + (x >> 3)] ?? 0) >> (7 - (x & 7))) & 1 ? 255 : 0;
  return { width, height, channels: 1, data: grey };
}

/** The JPEG that pdf.js has handed on as it is; null where it has decoded the picture. */
function jpegOf(image: unknown): Uint8Array | null {
  if (typeof image !== 'object' || image === null || !('jpeg' in image)) return null;
  return image.jpeg instanceof Uint8Array ? image.jpeg : null;
}

/** The pixels of a JPEG; null where it is broken: pdf.js draws such pages better. */
async function fromJpeg(jpeg: Uint8Array): Promise<Raster | null> {
  const { default: sharp } = await import('sharp');
  try {
    const picture = sharp(jpeg, { failOn: 'truncated', limitInputPixels: DEFAULT_LIMITS.maxPixels });
    const { space } = await picture.metadata();
    const { data, info } = await picture
      .toColourspace(space === 'b-w' ? 'b-w' : 'srgb')
      .raw()
      .toBuffer({ resolveWithObject: true });
    const { width, height, channels } = info;
    if (channels !== 1 && channels !== 3) return null;
    return { width, height, channels, data: new Uint8Array(data.buffer, data.byteOffset, data.length) };
  } catch {
    return null;
  }
}

/** The pixels that pdf.js decoded; null where they are of no known form. */
function rasterOf(image: unknown): Raster | null {
  if (typeof image !== 'object' || image === null) return null;
  const { width, height, kind, data } = image as Partial<Record<string, unknown>>;
  if (typeof width !== 'number' || typeof height !== 'number') return null;
  if (!(data instanceof Uint8Array || data instanceof Uint8ClampedArray)) return null;
  const bytes = new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
  if (kind === ONE_BIT && bytes.length >= ((width + 7) >> 3) * height)
    return fromOneBit(bytes, width, height);
  const channels = kind === RGB ? 3 : kind === RGBA ? 4 : null;
  if (channels === null || bytes.length < width * height * channels) return null;
  return { width, height, channels, data: bytes.subarray(0, width * height * channels) };
}

/** What pdf.js has of the picture of this name, once it has it. The page's operator list has been read. */
export const pictureOf = (page: PDFPageProxy, name: string): Promise<unknown> => {
  const store = name.startsWith('g_') ? page.commonObjs : page.objs;
  return new Promise((resolve) => store.get(name, resolve));
};

/**
 * The only picture of a page that shows nothing else, as it is stored. `content` and sizes as displayed, in points;
 * the page's operator list has been read. Null where the page is anything else, or its picture of no known form.
 */
export async function storedPicture(
  content: PageContent,
  page: PDFPageProxy,
  width: number,
  height: number,
): Promise<StoredPicture | null> {
  const [image, ...more] = content.images;
  if (image?.object === undefined || image.matrix === undefined || more.length > 0) return null;
  if (content.hasDrawing || content.glyphs.some(({ run }) => !run.hidden)) return null;
  if (!coversPage(image, width, height)) return null;
  const quarters = quartersOf(image.matrix);
  if (quarters === null) return null;
  const { object, box: area } = image;
  const stored = await pictureOf(page, object);
  const jpeg = jpegOf(stored);
  if (jpeg !== null) return { kind: 'jpeg', jpeg, quarters, area };
  const raster = rasterOf(stored);
  return raster === null ? null : { kind: 'pixels', raster, quarters, area };
}

/** Whether a stored picture of so many pixels is as fine as a page's scan is. */
export function isFine({ quarters, area }: StoredPicture, width: number, height: number): boolean {
  const [across, down] = quarters % 2 === 0 ? [width, height] : [height, width];
  const inches = Math.min((across * 72) / (area[2] - area[0]), (down * 72) / (area[3] - area[1]));
  return inches >= LEAST_DPI;
}

/**
 * The only picture of a page that shows nothing else, at its own resolution: nothing is drawn anew. `content` and
 * sizes as displayed, in points; the page's operator list has been read. Null where the page is anything else.
 */
export async function ownPicture(
  content: PageContent,
  page: PDFPageProxy,
  width: number,
  height: number,
): Promise<OwnPicture | null> {
  const stored = await storedPicture(content, page, width, height);
  if (stored === null) return null;
  const raster = stored.kind === 'jpeg' ? await fromJpeg(stored.jpeg) : stored.raster;
  if (raster === null || !isFine(stored, raster.width, raster.height)) return null;
  return { raster: turnRaster(raster, stored.quarters), area: stored.area };
}
