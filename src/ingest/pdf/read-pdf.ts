import type { ReadMethod, ReadNote } from '../../document/source-document.js';
import { layoutDocument } from '../layout/layout-document.js';
import type { LayoutPage } from '../layout/layout-page.js';
import { PagesInFlight } from '../pages-in-flight.js';
import type { ReadContext, ReadInput, ReadOutcome } from '../read-outcome.js';
import { drawnPdf } from './drawn-pdf.js';
import { fileSigns } from './file-signs.js';
import { brokenBound } from './inflated-size.js';
import { openPdf } from './open-pdf.js';
import { oversizedPictures } from './oversized-picture.js';
import { readPage } from './read-page.js';

/** Bytes of one stream of content that pdf.js can turn into operations without running out of memory. */
const MOST_CONTENT = 12_000_000;
/** Bytes of any other stream that is no picture: fonts with all of Unicode take some 20 million. */
const MOST_OTHER = 64_000_000;

function methodOf(pages: readonly LayoutPage[]): ReadMethod {
  const decoded = pages.some((page) => page.method === 'text-layer');
  const pictured = pages.some((page) => page.method === 'ocr' || page.method === 'unreadable');
  return decoded && pictured ? 'mixed' : pictured ? 'ocr' : 'pdf-text';
}

/**
 * Reads a PDF page by page: from the text layer where it is good, else by recognizing the page's picture. A page
 * that cannot be read is in the document as "unreadable"; a file that cannot be read is a ReadFailure.
 */
export async function readPdf(input: ReadInput, context: ReadContext): Promise<ReadOutcome> {
  const { limits } = context;
  if (input.bytes.length === 0) return { kind: 'failed', reason: 'empty', detail: 'The file is empty.' };
  if (input.bytes.length > limits.maxFileBytes)
    return {
      kind: 'failed',
      reason: 'too-large',
      detail: `The file has ${input.bytes.length} bytes, more than ${limits.maxFileBytes}.`,
    };
  const broken = brokenBound(input.bytes, {
    content: Math.min(MOST_CONTENT, limits.maxInflatedBytes),
    other: Math.min(MOST_OTHER, limits.maxInflatedBytes),
  });
  if (broken !== null)
    return {
      kind: 'failed',
      reason: 'too-large',
      detail: `A stream of the PDF has more than ${broken} bytes when unpacked.`,
    };
  const signs = fileSigns(input.bytes);
  const pdf = await openPdf(input.bytes, limits.maxPixels);
  if (pdf.kind === 'failed') return pdf;
  const oversized = oversizedPictures(input.bytes, limits.maxPixels);
  const drawn = drawnPdf(input.bytes, limits.maxPixels);
  let flight: PagesInFlight | null = null;
  try {
    const total = pdf.document.numPages;
    if (total > limits.maxPages)
      return {
        kind: 'failed',
        reason: 'too-many-pages',
        detail: `The PDF has ${total} pages, more than ${limits.maxPages}.`,
      };
    const notes: ReadNote[] = [];
    if (signs.signed)
      notes.push({
        code: 'signed',
        message: 'Tệp PDF có chữ ký số; chữ ký không được kiểm tra.',
        page: null,
        span: null,
      });
    if (signs.cutShort)
      notes.push({
        code: 'cut-short',
        message: 'Tệp PDF thiếu phần cuối; có thể mất nội dung.',
        page: null,
        span: null,
      });
    const reading = {
      pdf,
      drawn,
      context,
      oversized,
      mayLackPictures: signs.largestPicture > limits.maxPixels,
      cutShort: signs.cutShort,
    };
    flight = new PagesInFlight(total, context.onPage);
    for (let number = 1; number <= total; number++) {
      const read = await readPage(reading, number);
      if (read.kind === 'failed') return read;
      notes.push(...read.notes);
      await flight.add(read.page, read.lanes);
    }
    const pages = await flight.all();
    const document = layoutDocument(pages, {
      file: input.file,
      sha256: input.sha256,
      mediaType: 'application/pdf',
      method: methodOf(pages),
      notes,
    });
    return { kind: 'read', document };
  } finally {
    await flight?.settled();
    await drawn.close();
    await oversized.close();
    await pdf.close();
  }
}
