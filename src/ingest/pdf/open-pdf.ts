import { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';
import type { PDFDocumentLoadingTask, PDFDocumentProxy, PDFWorker } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { ReadFailure } from '../read-outcome.js';
import { asking } from './jpeg-as-it-is.js';
import { type LoadedPdfJs, loadPdfJs } from './load-pdf-js.js';
import { ReadingPort } from './reading-port.js';

/** How a PDF is opened: "read" for operator lists only, "draw" for pictures of its pages, "check" see `openPdf`. */
export type OpenFor = 'read' | 'draw' | 'check';

/** An open PDF. `close` frees all that pdf.js holds; the document is of no use afterwards. */
export interface OpenPdf {
  readonly kind: 'open';
  readonly document: PDFDocumentProxy;
  readonly operationCodes: Readonly<Record<string, number>>;
  /** To be called before a page's operator list is asked for: counts its operations from nought. */
  startPage(): void;
  /** Is settled when a page paints more than MOST_OPERATIONS; the document can only be closed then. */
  readonly overrun: Promise<'overrun'>;
  close(): Promise<void>;
}

/** Operations and glyphs of one page. A dense page of text has some 10,000, a large map some 100,000. */
export const MOST_OPERATIONS = 1_000_000;

type PDFWorkerParameters = Parameters<typeof PDFWorker.create>[0];

const folderOf = (root: string, name: string): string => join(root, name) + sep;

interface Loading {
  readonly task: PDFDocumentLoadingTask;
  readonly port: ReadingPort | null;
  readonly end: () => Promise<void>;
}

function load(
  { api, parse }: LoadedPdfJs,
  bytes: Uint8Array,
  maxPixels: number,
  purpose: OpenFor,
  onOverrun: () => void,
): Loading {
  const root = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
  const settings = {
    data: purpose === 'read' ? asking(bytes.slice()) : bytes.slice(),
    isImageDecoderSupported: true,
    isEvalSupported: false,
    useSystemFonts: false,
    enableXfa: false,
    stopAtErrors: purpose === 'check',
    maxImageSize: maxPixels,
    verbosity: 0,
    cMapUrl: folderOf(root, 'cmaps'),
    cMapPacked: true,
    standardFontDataUrl: folderOf(root, 'standard_fonts'),
    wasmUrl: folderOf(root, 'wasm'),
    iccUrl: folderOf(root, 'iccs'),
  };
  if (purpose === 'draw') {
    const task = api.getDocument(settings);
    return { task, port: null, end: () => task.destroy() };
  }
  const port = new ReadingPort(api.OPS, MOST_OPERATIONS, onOverrun);
  parse(port);
  const worker = api.PDFWorker.create({ port, verbosity: 0 } as unknown as PDFWorkerParameters);
  // Told that the platform draws fonts itself, pdf.js doesn't work out the outline of each glyph.
  const platform = { disableFontFace: false, ownerDocument: { fonts: new Set() } };
  const task = api.getDocument({ ...settings, worker, ...platform } as unknown as typeof settings);
  const end = async (): Promise<void> => {
    await task.destroy();
    worker.destroy();
    port.terminate();
  };
  return { task, port, end };
}

/**
 * Opens a PDF with pdf.js (loaded at the first call). Pictures of more than `maxPixels` are left out of its pages.
 * Opened to "check", a page's operator list rejects where it otherwise leaves out what is broken or too large.
 */
export async function openPdf(
  bytes: Uint8Array,
  maxPixels: number,
  purpose: OpenFor = 'read',
): Promise<OpenPdf | ReadFailure> {
  const pdfJs = await loadPdfJs();
  let onOverrun = (): void => {};
  const overrun = new Promise<'overrun'>((resolve) => {
    onOverrun = () => resolve('overrun');
  });
  const { task, port, end } = load(pdfJs, bytes, maxPixels, purpose, () => onOverrun());
  try {
    const document = await task.promise;
    return {
      kind: 'open',
      document,
      operationCodes: pdfJs.api.OPS as unknown as Readonly<Record<string, number>>,
      startPage: () => port?.restart(),
      overrun,
      close: end,
    };
  } catch (error) {
    await end();
    const name = error instanceof Error ? error.name : '';
    const detail = error instanceof Error ? error.message : String(error);
    if (name === 'PasswordException')
      return { kind: 'failed', reason: 'encrypted', detail: 'The PDF asks for a password.' };
    return { kind: 'failed', reason: 'broken', detail: `The PDF cannot be opened: ${detail}` };
  }
}
