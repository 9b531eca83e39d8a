import { type OpenPdf, openPdf } from './open-pdf.js';

/** Tells pages whose picture was left out for its size from pages that are blank. */
export interface OversizedPictures {
  /** Whether the page (1-based) holds a picture that is larger than the limit. */
  onPage(number: number): Promise<boolean>;
  close(): Promise<void>;
}

/**
 * pdf.js leaves out a picture of more than `maxPixels` without a trace, except in strict mode, where the page's
 * operator list rejects. Opens the file again only when the first page is asked for.
 */
export function oversizedPictures(bytes: Uint8Array, maxPixels: number): OversizedPictures {
  let strict: Promise<OpenPdf | null> | null = null;
  const open = async (): Promise<OpenPdf | null> => {
    const opened = await openPdf(bytes, maxPixels, true);
    return opened.kind === 'open' ? opened : null;
  };
  return {
    async onPage(number) {
      strict ??= open();
      const opened = await strict;
      if (opened === null) return false;
      try {
        const page = await opened.document.getPage(number);
        await page.getOperatorList({ annotationMode: 0 });
        page.cleanup();
        return false;
      } catch (error) {
        return error instanceof Error && error.message.includes('exceeded maximum allowed size');
      }
    },
    async close() {
      await (await strict)?.close();
    },
  };
}
