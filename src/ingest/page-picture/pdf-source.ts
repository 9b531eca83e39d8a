import { openPdf } from '../pdf/open-pdf.js';
import { renderPage, renderResolution } from '../pdf/render-page.js';
import type { ReadFailure } from '../read-outcome.js';
import { DrawFailure, type PageSource } from './page-source.js';

const NO_CONTENT = { images: [] };

/** The pages of a PDF. `maxPixels` bounds a page as drawn, `maxPicturePixels` the pictures in it. */
export async function pdfSource(
  bytes: Uint8Array,
  maxPixels: number,
  maxPicturePixels: number,
  timeoutMs: number,
): Promise<PageSource | ReadFailure> {
  const pdf = await openPdf(bytes, maxPicturePixels, 'draw');
  if (pdf.kind === 'failed') return pdf;
  return {
    pages: pdf.document.numPages,
    async draw(number, dpi) {
      const page = await pdf.document.getPage(number);
      try {
        const { width, height } = page.getViewport({ scale: 1 });
        const most = renderResolution(NO_CONTENT, width, height, maxPixels);
        const raster = await renderPage(pdf.document, page, Math.min(dpi, most), Date.now() + timeoutMs);
        if (raster === null)
          throw new DrawFailure('timeout', `Page ${number} takes over ${timeoutMs / 1000} s to draw.`);
        return { raster, width, height };
      } finally {
        page.cleanup();
      }
    },
    close: () => pdf.close(),
  };
}
