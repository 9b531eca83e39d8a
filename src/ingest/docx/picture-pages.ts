import { decodePicture } from '../image/decode-picture.js';
import { pictureSize } from '../image/page-size.js';
import type { LayoutPage } from '../layout/layout-page.js';
import type { ReadContext } from '../read-outcome.js';
import type { DocxParts } from './package-parts.js';
import { type PagePicture, pagePictures } from './page-pictures.js';
import type { ZipPackage } from './zip-package.js';

/** Words below which a recognized picture is no text. */
const LEAST_WORDS = 8;
/** The page that a picture of unknown size is taken for, in pixels: upright A4. */
const UNKNOWN = { width: 1240, height: 1754 } as const;

const message = (error: unknown): string => (error instanceof Error ? error.message : String(error));

function unreadable({ info }: PagePicture, number: number, reason: string): LayoutPage {
  const { width, height } = info ?? UNKNOWN;
  const [across, down] = info?.sideways === true ? [height, width] : [width, height];
  const size = pictureSize(across, down, info?.density);
  return { number, ...size, method: 'unreadable', reason, confidence: 0, words: [], rulings: [] };
}

async function recognized(picture: PagePicture, number: number, context: ReadContext): Promise<LayoutPage> {
  const { bytes, info } = picture;
  const { maxPixels } = context.limits;
  if (info === null) return unreadable(picture, number, 'the picture is broken');
  const pixels = info.width * info.height;
  if (pixels > maxPixels)
    return unreadable(picture, number, `the picture has ${pixels} pixels, ${maxPixels} are allowed`);
  if (context.recognizer === null) return unreadable(picture, number, 'recognition is switched off');
  let page: LayoutPage;
  try {
    const { raster, size } = await decodePicture(bytes, 0, info, maxPixels);
    const recognizer = await context.recognizer();
    page = await recognizer.recognize(raster, { number, ...size });
  } catch (error) {
    return unreadable(picture, number, `the picture cannot be read: ${message(error)}`);
  }
  if (page.method !== 'ocr' || page.words.length >= LEAST_WORDS) return page;
  return {
    ...page,
    method: 'blank',
    reason: 'a picture without text',
    confidence: 1,
    words: [],
    rulings: [],
  };
}

/**
 * The pictures of a document that may be pages, such as scans pasted into Word, recognized: a page each, numbered from 1
 * in the order of the main story, those without text blank, those that can't be read unreadable. Pictures too small for
 * a page are passed over; [] where none holds text or may hold some.
 */
export async function picturePages(
  zip: ZipPackage,
  parts: DocxParts,
  context: ReadContext,
): Promise<readonly LayoutPage[]> {
  const pages: LayoutPage[] = [];
  for await (const picture of pagePictures(zip, parts, context.limits.maxDepth)) {
    if (pages.length >= context.limits.maxPages) break;
    pages.push(await recognized(picture, pages.length + 1, context));
  }
  return pages.every(({ method }) => method === 'blank') ? [] : pages;
}
