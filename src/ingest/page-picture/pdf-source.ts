import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Raster } from '../ocr/recognizer.js';
import { drawnPdf } from '../pdf/drawn-pdf.js';
import { openPdf } from '../pdf/open-pdf.js';
import { renderPage, renderResolution } from '../pdf/render-page.js';
import type { ReadFailure } from '../read-outcome.js';
import { ownPage } from './own-page.js';
import { DrawFailure, type PageSource } from './page-source.js';

/** Share of a page's time after which it is drawn, if its own picture isn't there yet. */
const OWN_SHARE = 0.4;
const NO_CONTENT = { images: [] };
/** Stands in the dictionary of every picture object, which is never packed. */
const PICTURE = '/Image';

/** Settles as `work`, but with null where it isn't done at `deadline` (milliseconds since 1970). */
async function before<T>(deadline: number, work: Promise<T>): Promise<T | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(resolve, deadline - Date.now(), null);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * The pages of a PDF. `maxPixels` bounds a page as drawn, `maxPicturePixels` the pictures in it. Pages that are one
 * picture, as scans are, are that picture; others are drawn.
 */
export async function pdfSource(
  bytes: Uint8Array,
  maxPixels: number,
  maxPicturePixels: number,
  timeoutMs: number,
): Promise<PageSource | ReadFailure> {
  const read = await openPdf(bytes, maxPicturePixels, 'read');
  if (read.kind === 'failed') return read;
  const drawn = drawnPdf(bytes, maxPicturePixels);
  // A page that paints without end can't be stopped: nothing more is read then.
  let mayRead = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(PICTURE);
  const own = async (page: PDFPageProxy, resolution: number, deadline: number): Promise<Raster | null> => {
    if (!mayRead) return null;
    read.startPage();
    const listed = page.getOperatorList();
    const list = await before(deadline, Promise.race([listed, read.overrun]));
    if (list === null || list === 'overrun') {
      mayRead = false;
      listed.catch(() => undefined);
      return null;
    }
    return await before(deadline, ownPage(read, page, list, resolution, maxPicturePixels));
  };
  const draw = async (number: number, resolution: number, deadline: number): Promise<Raster> => {
    const { document } = await drawn.open();
    const page = await document.getPage(number);
    try {
      const raster = await renderPage(document, page, resolution, deadline);
      if (raster === null)
        throw new DrawFailure('timeout', `Page ${number} takes over ${timeoutMs / 1000} s to draw.`);
      return raster;
    } finally {
      page.cleanup();
    }
  };
  return {
    pages: read.document.numPages,
    async draw(number, dpi) {
      const deadline = Date.now() + timeoutMs;
      const page = await read.document.getPage(number);
      try {
        const { width, height } = page.getViewport({ scale: 1 });
        const resolution = Math.min(dpi, renderResolution(NO_CONTENT, width, height, maxPixels));
        const raster =
          (await own(page, resolution, Date.now() + timeoutMs * OWN_SHARE)) ??
          (await draw(number, resolution, deadline));
        return { raster, width, height };
      } finally {
        page.cleanup();
      }
    },
    async close() {
      await drawn.close();
      await read.close();
    },
  };
}
