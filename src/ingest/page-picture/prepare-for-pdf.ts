import { loadPdfJs } from '../pdf/load-pdf-js.js';

/** Loads what pictures of PDFs need. Never rejects: what can't be loaded fails when it is used. */
export async function prepareForPdf(): Promise<void> {
  await Promise.allSettled([loadPdfJs(), import('./pdf-source.js'), import('sharp')]);
}
