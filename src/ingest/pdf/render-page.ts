import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Raster } from '../ocr/recognizer.js';
import type { PageContent } from './page-content.js';

const POINTS_PER_INCH = 72;
const USUAL_RESOLUTION = 300;
const LEAST = 72;
const MOST = 600;
/** Skia's and most other canvases' longest side. */
const LONGEST_SIDE = 32_000;

/**
 * Dots per inch to render a page at: that of its own picture where one covers most of the page, else 300; lowered
 * so that the raster stays below `maxPixels`. Sizes in points.
 */
export function renderResolution(
  content: Pick<PageContent, 'images'>,
  width: number,
  height: number,
  maxPixels: number,
): number {
  let wanted = USUAL_RESOLUTION;
  let largest = 0;
  for (const { box, pixelWidth, pixelHeight } of content.images) {
    const area = (box[2] - box[0]) * (box[3] - box[1]);
    if (area < 0.5 * width * height || area <= largest || pixelWidth * pixelHeight === 0) continue;
    largest = area;
    wanted = Math.sqrt((pixelWidth * pixelHeight) / area) * POINTS_PER_INCH;
  }
  const bySize = Math.sqrt(maxPixels / Math.max(1, width * height)) * POINTS_PER_INCH;
  const bySide = (LONGEST_SIDE / Math.max(width, height)) * POINTS_PER_INCH;
  return Math.min(Math.max(LEAST, Math.min(MOST, wanted)), bySize, bySide);
}

interface Canvas {
  readonly canvas: unknown;
  readonly context: { getImageData(x: number, y: number, w: number, h: number): { data: Uint8ClampedArray } };
}
interface CanvasFactory {
  create(width: number, height: number): Canvas;
  destroy(canvas: Canvas): void;
}

/** The page as displayed, on white, `resolution` dots per inch. Throws what pdf.js throws. */
export function renderPage(
  document: PDFDocumentProxy,
  page: PDFPageProxy,
  resolution: number,
): Promise<Raster>;
/** The same, but null where drawing isn't done at `deadline` (milliseconds since 1970). */
export function renderPage(
  document: PDFDocumentProxy,
  page: PDFPageProxy,
  resolution: number,
  deadline: number,
): Promise<Raster | null>;
export async function renderPage(
  document: PDFDocumentProxy,
  page: PDFPageProxy,
  resolution: number,
  deadline = Number.POSITIVE_INFINITY,
): Promise<Raster | null> {
  const viewport = page.getViewport({ scale: resolution / POINTS_PER_INCH });
  const width = Math.max(1, Math.floor(viewport.width));
  const height = Math.max(1, Math.floor(viewport.height));
  const factory = document.canvasFactory as CanvasFactory;
  const target = factory.create(width, height);
  try {
    const parameters = { canvas: null, canvasContext: target.context, viewport };
    const task = page.render(parameters as unknown as Parameters<PDFPageProxy['render']>[0]);
    let late = false;
    task.onContinue = (go: () => void) => {
      late = Date.now() > deadline;
      if (late) task.cancel();
      else setImmediate(go);
    };
    try {
      await task.promise;
    } catch (error) {
      if (late) return null;
      throw error;
    }
    const { data } = target.context.getImageData(0, 0, width, height);
    return {
      width,
      height,
      channels: 4,
      data: new Uint8Array(data.buffer, data.byteOffset, data.byteLength),
    };
  } finally {
    factory.destroy(target);
  }
}
