import type { Box } from '../../document/box.js';
import { mediaTypeOf } from '../media-type.js';
import { DEFAULT_LIMITS, type FailureReason, type ReadFailure } from '../read-outcome.js';
import { cutOut } from './cut-out.js';
import type { PagePicture, PagePictures, PictureOptions } from './page-picture.js';
import { DrawFailure, type DrawnPage, type PageSource } from './page-source.js';

const DPI = 150;
const MARGIN = 6;
const MOST_PIXELS = 20_000_000;
const TIMEOUT = 20_000;

const failed = (reason: FailureReason, detail: string): ReadFailure => ({ kind: 'failed', reason, detail });

const failureOf = (error: unknown): ReadFailure =>
  error instanceof DrawFailure
    ? failed(error.reason, error.message)
    : failed('broken', `The page can't be drawn: ${error instanceof Error ? error.message : String(error)}`);

async function sourceOf(bytes: Uint8Array, options: PictureOptions): Promise<PageSource | ReadFailure> {
  const type = mediaTypeOf(bytes, '');
  if (type.kind === 'refused') return failed(type.reason, type.detail);
  const maxPixels = options.maxPixels ?? MOST_PIXELS;
  const largest = DEFAULT_LIMITS.maxPixels;
  if (type.format === 'pdf') {
    const { pdfSource } = await import('./pdf-source.js');
    return await pdfSource(bytes, maxPixels, largest, options.timeoutMs ?? TIMEOUT);
  }
  if (type.format === 'image') {
    const { imageSource } = await import('./image-source.js');
    return await imageSource(bytes, largest);
  }
  if (type.format === 'docx') {
    const { docxSource } = await import('./docx-source.js');
    return await docxSource(bytes, largest);
  }
  return failed('unsupported', `A file of type ${type.mediaType} has no pages to show.`);
}

function picturesOf(source: PageSource, options: PictureOptions): PagePictures {
  const { dpi = DPI, format = 'webp', margin = MARGIN } = options;
  let last: { readonly page: number; readonly drawn: DrawnPage } | null = null;
  const drawn = async (page: number): Promise<DrawnPage> => {
    if (last?.page !== page) {
      last = null;
      last = { page, drawn: await source.draw(page, dpi) };
    }
    return last.drawn;
  };
  return {
    kind: 'pictures',
    pages: source.pages,
    async picture(page: number, box: Box | null): Promise<PagePicture | ReadFailure> {
      if (!Number.isInteger(page) || page < 1 || page > source.pages)
        return failed('not-found', `There is no page ${page}.`);
      try {
        return await cutOut(await drawn(page), page, box, { dpi, format, margin });
      } catch (error) {
        return failureOf(error);
      }
    },
    async close() {
      last = null;
      await source.close();
    },
  };
}

/**
 * Opens a PDF, a picture file or a DOCX to take pictures of its pages; those of a DOCX are pictures in it, in the order
 * in which they were read. `bytes` are not changed. Files without pages (text) and files that can't be opened are
 * ReadFailures. Files that may mean harm belong into a process with limits: a page's drawing is given up after
 * `timeoutMs`, one operation that never ends is not.
 */
export async function openPagePictures(
  bytes: Uint8Array,
  options: PictureOptions = {},
): Promise<PagePictures | ReadFailure> {
  try {
    const source = await sourceOf(bytes, options);
    return 'kind' in source ? source : picturesOf(source, options);
  } catch (error) {
    return failureOf(error);
  }
}

/** One picture of a file: page `page`, or the region `box` of it in the record's coordinates. See PagePictures. */
export async function renderRegion(
  bytes: Uint8Array,
  page: number,
  box: Box | null,
  options: PictureOptions = {},
): Promise<PagePicture | ReadFailure> {
  const pictures = await openPagePictures(bytes, options);
  if (pictures.kind === 'failed') return pictures;
  try {
    return await pictures.picture(page, box);
  } finally {
    await pictures.close();
  }
}
