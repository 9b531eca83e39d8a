import { shiftBlocks } from '../../document/shift-blocks.js';
import type { SourceDocument } from '../../document/source-document.js';
import { shift } from '../../document/span.js';
import { layoutDocument } from '../layout/layout-document.js';
import type { LayoutPage } from '../layout/layout-page.js';

/**
 * A document with the text of its recognized pictures behind its own. Its pages are the pictures, so that what was read
 * off one has its place and its confidence; what was typed has none.
 */
export function withPictures(document: SourceDocument, pages: readonly LayoutPage[]): SourceDocument {
  if (pages.length === 0) return document;
  const { file, sha256, mediaType, text, blocks } = document;
  const method = text === '' ? 'ocr' : 'mixed';
  const read = layoutDocument(pages, { file, sha256, mediaType, method });
  const by = text === '' ? 0 : text.length + 1;
  return {
    ...document,
    method,
    text: text === '' ? read.text : `${text}\n${read.text}`,
    blocks: [...blocks, ...shiftBlocks(read.blocks, by)],
    pages: read.pages,
    words: read.words.map((word) => ({ ...word, span: shift(word.span, by) })),
    notes: [
      ...document.notes,
      {
        code: 'pictures-read',
        message: `Chữ trong ${pages.length} hình của văn bản được nhận dạng và đặt sau phần chữ; số trang là thứ tự của hình.`,
        page: null,
        span: null,
      },
    ],
  };
}
