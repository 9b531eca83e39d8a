import { type OpenPdf, openPdf } from './open-pdf.js';

/** The same PDF opened a second time, for pictures of its pages; only when the first picture is asked for. */
export interface DrawnPdf {
  /** Throws where the file can't be opened again. */
  open(): Promise<OpenPdf>;
  close(): Promise<void>;
}

/** Pictures of more than `maxPixels` are left out of the pages. */
export function drawnPdf(bytes: Uint8Array, maxPixels: number): DrawnPdf {
  let drawn: ReturnType<typeof openPdf> | null = null;
  return {
    async open() {
      drawn ??= openPdf(bytes, maxPixels, 'draw');
      const opened = await drawn;
      if (opened.kind === 'failed') throw new Error(opened.detail);
      return opened;
    },
    async close() {
      const opened = await drawn;
      if (opened?.kind === 'open') await opened.close();
    },
  };
}
