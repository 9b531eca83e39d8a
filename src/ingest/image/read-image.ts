import { layoutDocument } from '../layout/layout-document.js';
import type { LayoutPage } from '../layout/layout-page.js';
import { PagesInFlight } from '../pages-in-flight.js';
import type { FailureReason, ReadContext, ReadFailure, ReadInput, ReadOutcome } from '../read-outcome.js';
import { decodePicture, type PictureInfo, pictureInfo } from './decode-picture.js';
import { pictureSize } from './page-size.js';

const failed = (reason: FailureReason, detail: string): ReadFailure => ({ kind: 'failed', reason, detail });

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** The page's head data, or why it can't be used. */
async function headOf(
  bytes: Uint8Array,
  page: number,
  maxPixels: number,
): Promise<PictureInfo | ReadFailure> {
  let info: PictureInfo;
  try {
    info = await pictureInfo(bytes, page);
  } catch (error) {
    return failed('broken', `The picture can't be decoded: ${messageOf(error)}.`);
  }
  const pixels = info.width * info.height;
  if (pixels > maxPixels)
    return failed('too-large', `The picture has ${pixels} pixels, ${maxPixels} are allowed.`);
  return info;
}

function unreadable(number: number, info: PictureInfo | null, reason: string): LayoutPage {
  const [width, height] = info === null ? [1, Math.SQRT2] : [info.width, info.height];
  const size =
    info?.sideways === true
      ? pictureSize(height, width, info.density)
      : pictureSize(width, height, info?.density);
  return { number, ...size, method: 'unreadable', reason, confidence: 0, words: [], rulings: [] };
}

interface Recognition {
  readonly page: Promise<LayoutPage>;
  readonly lanes: number;
}

const only = (page: LayoutPage): Recognition => ({ page: Promise.resolve(page), lanes: 1 });

async function readPicture(
  input: ReadInput,
  context: ReadContext,
  page: number,
  info: PictureInfo,
): Promise<Recognition | ReadFailure> {
  if (context.recognizer === null) return only(unreadable(page + 1, info, 'recognition is switched off'));
  let decoded: Awaited<ReturnType<typeof decodePicture>>;
  try {
    decoded = await decodePicture(input.bytes, page, info, context.limits.maxPixels);
  } catch (error) {
    return failed('broken', `The picture can't be decoded: ${messageOf(error)}.`);
  }
  const recognizer = await context.recognizer();
  const read = recognizer
    .recognize(decoded.raster, { number: page + 1, ...decoded.size })
    .catch((error: unknown) => unreadable(page + 1, info, `recognition failed: ${messageOf(error)}`));
  return { page: read, lanes: recognizer.lanes ?? 1 };
}

/**
 * Reads a picture file (PNG, JPEG, TIFF with any number of pages) by recognizing its pages. A file whose first page
 * can't be decoded is a ReadFailure ("broken", "too-large"); a later page that can't is "unreadable" in the document.
 * Without a recognizer all pages are "unreadable". Rejects only where the recognizer can't be started.
 */
export async function readImage(input: ReadInput, context: ReadContext): Promise<ReadOutcome> {
  const { maxPages, maxPixels } = context.limits;
  const first = await headOf(input.bytes, 0, maxPixels);
  if ('kind' in first) return first;
  if (first.pages > maxPages)
    return failed('too-many-pages', `The file has ${first.pages} pages, ${maxPages} are allowed.`);
  const flight = new PagesInFlight(first.pages, context.onPage);
  for (let page = 0; page < first.pages; page++) {
    const info = page === 0 ? first : await headOf(input.bytes, page, maxPixels);
    const read = 'kind' in info ? info : await readPicture(input, context, page, info);
    if ('kind' in read && page === 0) return read;
    const { page: recognized, lanes } =
      'kind' in read ? only(unreadable(page + 1, 'kind' in info ? null : info, read.detail)) : read;
    await flight.add(recognized, lanes);
  }
  const pages = await flight.all();
  const { file, sha256 } = input;
  return {
    kind: 'read',
    document: layoutDocument(pages, { file, sha256, mediaType: `image/${first.format}`, method: 'ocr' }),
  };
}
