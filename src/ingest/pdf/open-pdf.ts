import { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { ReadFailure } from '../read-outcome.js';

/** An open PDF. `close` frees all that pdf.js holds; the document is of no use afterwards. */
export interface OpenPdf {
  readonly kind: 'open';
  readonly document: PDFDocumentProxy;
  readonly operationCodes: Readonly<Record<string, number>>;
  close(): Promise<void>;
}

const folderOf = (root: string, name: string): string => join(root, name) + sep;

/**
 * Opens a PDF with pdf.js (loaded at the first call). Pictures of more than `maxPixels` are left out of its pages.
 * `strict` makes a page's operator list reject where it otherwise leaves out what is broken or too large.
 */
export async function openPdf(
  bytes: Uint8Array,
  maxPixels: number,
  strict = false,
): Promise<OpenPdf | ReadFailure> {
  const { getDocument, OPS } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const root = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
  const task = getDocument({
    data: Uint8Array.from(bytes),
    isEvalSupported: false,
    useSystemFonts: false,
    enableXfa: false,
    stopAtErrors: strict,
    maxImageSize: maxPixels,
    verbosity: 0,
    cMapUrl: folderOf(root, 'cmaps'),
    cMapPacked: true,
    standardFontDataUrl: folderOf(root, 'standard_fonts'),
    wasmUrl: folderOf(root, 'wasm'),
    iccUrl: folderOf(root, 'iccs'),
  });
  try {
    const document = await task.promise;
    return {
      kind: 'open',
      document,
      operationCodes: OPS as unknown as Readonly<Record<string, number>>,
      close: () => task.destroy(),
    };
  } catch (error) {
    await task.destroy();
    const name = error instanceof Error ? error.name : '';
    const detail = error instanceof Error ? error.message : String(error);
    if (name === 'PasswordException')
      return { kind: 'failed', reason: 'encrypted', detail: 'The PDF asks for a password.' };
    return { kind: 'failed', reason: 'broken', detail: `The PDF cannot be opened: ${detail}` };
  }
}
