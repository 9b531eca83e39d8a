import { shiftBlocks } from '../../document/shift-blocks.js';
import type { SourceDocument } from '../../document/source-document.js';
import { shift } from '../../document/span.js';
import { layoutDocument } from '../layout/layout-document.js';
import type { LayoutPage } from '../layout/layout-page.js';

function messageOf(pages: readonly LayoutPage[]): string {
  const read = pages.filter(({ method }) => method === 'ocr').length;
  const order = 'số trang là thứ tự của hình';
  return read === 0
    ? `Chữ trong hình của văn bản không đọc được; ${order}.`
    : `Chữ trong ${read} hình của văn bản được nhận dạng và đặt sau phần chữ; ${order}.`;
}

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
    text: [text, read.text].filter((part) => part !== '').join('\n'),
    blocks: [...blocks, ...shiftBlocks(read.blocks, by)],
    pages: read.pages,
    words: read.words.map((word) => ({ ...word, span: shift(word.span, by) })),
    notes: [...document.notes, { code: 'pictures-read', message: messageOf(pages), page: null, span: null }],
  };
}
