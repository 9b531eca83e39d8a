import { type OpenPdf, openPdf } from './open-pdf.js';

/** Tells pages whose picture was left out for its size from pages that are blank. */
export interface OversizedPictures {
  /** Whether something is left out of the page (1-based), whose operator list has so many operations otherwise. */
  onPage(number: number, operations: number): Promise<boolean>;
  close(): Promise<void>;
}

/**
 * pdf.js leaves out a picture of more than `maxPixels` without a trace, except in strict mode, where the page's
 * operator list breaks off or rejects. Opens the file again only when the first page is asked for.
 */
export function oversizedPictures(bytes: Uint8Array, maxPixels: number): OversizedPictures {
  let strict: Promise<OpenPdf | null> | null = null;
  const open = async (): Promise<OpenPdf | null> => {
    const opened = await openPdf(bytes, maxPixels, 'check');
    return opened.kind === 'open' ? opened : null;
  };
  return {
    async onPage(number, operations) {
      strict ??= open();
      const opened = await strict;
      if (opened === null) return false;
      try {
        opened.startPage();
        const page = await opened.document.getPage(number);
        const { fnArray } = await page.getOperatorList({ annotationMode: 0 });
        page.cleanup();
        return fnArray.length < operations;
      } catch {
        return true;
      }
    },
    async close() {
      await (await strict)?.close();
    },
  };
}
