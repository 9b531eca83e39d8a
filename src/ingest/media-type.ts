import { oleContent } from './ole-streams.js';
import type { FailureReason } from './read-outcome.js';
import { decodeText } from './text/decode.js';
import { zipNames } from './zip-names.js';

/** What a file is, by its content: readable by one of the readers, or refused with the reason. */
export type MediaType =
  | {
      readonly kind: 'readable';
      readonly format: 'docx' | 'pdf' | 'image' | 'text';
      readonly mediaType: string;
    }
  | {
      readonly kind: 'refused';
      readonly mediaType: string;
      readonly reason: Extract<FailureReason, 'empty' | 'unsupported' | 'encrypted' | 'broken'>;
      /** One English sentence. */
      readonly detail: string;
    };

const SNIFFED = 65_536;
/** A PDF may have up to 1,024 bytes of anything in front of its mark (ISO 32000-1, annex H.3.4.1). */
const PDF_REACH = 1_024;
const OFFICE = 'application/vnd.openxmlformats-officedocument';

const readable = (
  format: Extract<MediaType, { kind: 'readable' }>['format'],
  mediaType: string,
): MediaType => ({ kind: 'readable', format, mediaType });

const refused = (
  mediaType: string,
  what: string,
  reason: Extract<MediaType, { kind: 'refused' }>['reason'] = 'unsupported',
): MediaType => ({ kind: 'refused', mediaType, reason, detail: what });

const unsupported = (mediaType: string, name: string): MediaType =>
  refused(mediaType, `The file is ${name}, which is not supported.`);

/** Marks at the start of a file, "?" for any byte, and what they mean. */
const MARKS: readonly (readonly [string, MediaType])[] = [
  ['\x89PNG\r\n\x1a\n', readable('image', 'image/png')],
  ['\xff\xd8\xff', readable('image', 'image/jpeg')],
  ['II*\0', readable('image', 'image/tiff')],
  ['MM\0*', readable('image', 'image/tiff')],
  ['II+\0', readable('image', 'image/tiff')],
  ['MM\0+', readable('image', 'image/tiff')],
  ['GIF8', unsupported('image/gif', 'a GIF picture')],
  ['RIFF????WEBP', unsupported('image/webp', 'a WebP picture')],
  ['????ftypheic', unsupported('image/heic', 'a HEIC picture')],
  ['????ftypheix', unsupported('image/heic', 'a HEIC picture')],
  ['????ftypmif1', unsupported('image/heif', 'a HEIF picture')],
  ['????ftypavif', unsupported('image/avif', 'an AVIF picture')],
  ['BM????\0\0\0\0', unsupported('image/bmp', 'a BMP picture')],
  ['{\\rtf', unsupported('application/rtf', 'an RTF document')],
  ['Rar!\x1a\x07', unsupported('application/vnd.rar', 'a RAR archive')],
  ["7z\xbc\xaf'\x1c", unsupported('application/x-7z-compressed', 'a 7z archive')],
  ['\x1f\x8b', unsupported('application/gzip', 'a gzip archive')],
];

function latin1(bytes: Uint8Array, length: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(length, bytes.byteLength)).toString('latin1');
}

const hasMark = (head: string, mark: string): boolean =>
  head.length >= mark.length && [...mark].every((char, at) => char === '?' || char === head[at]);

function ofZip(bytes: Uint8Array): MediaType {
  const names = zipNames(bytes);
  const within = (folder: string): boolean => names.some((name) => name.startsWith(folder));
  if (names.some((name) => /^word\/document\d*\.xml$/u.test(name)))
    return readable('docx', `${OFFICE}.wordprocessingml.document`);
  if (within('xl/')) return unsupported(`${OFFICE}.spreadsheetml.sheet`, 'an Excel workbook');
  if (within('ppt/'))
    return unsupported(`${OFFICE}.presentationml.presentation`, 'a PowerPoint presentation');
  if (names.includes('[Content_Types].xml') || within('word/'))
    return readable('docx', `${OFFICE}.wordprocessingml.document`);
  if (names.includes('mimetype') && names.includes('content.xml'))
    return unsupported('application/vnd.oasis.opendocument.text', 'an OpenDocument file');
  return unsupported('application/zip', 'a ZIP archive');
}

function ofOle(bytes: Uint8Array): MediaType | null {
  switch (oleContent(bytes)) {
    case null:
      return null;
    case 'encrypted-ooxml':
      return refused(
        'application/x-ole-storage',
        'The Office document is protected by a password.',
        'encrypted',
      );
    case 'word':
      return unsupported('application/msword', 'a Word 97-2003 document (.doc)');
    case 'excel':
      return unsupported('application/vnd.ms-excel', 'an Excel 97-2003 workbook');
    case 'powerpoint':
      return unsupported('application/vnd.ms-powerpoint', 'a PowerPoint 97-2003 presentation');
    case 'unknown':
      return unsupported('application/x-ole-storage', 'an OLE container of unknown content');
  }
}

/** HTML and XML saved under a document's name: text by its bytes, but not the text of the plan. */
function ofMarkup(text: string): MediaType | null {
  const start = text.trimStart().slice(0, 2_000).toLowerCase();
  if (/^(?:<!doctype html|<html[\s>]|<\?xml[^>]*>\s*<!doctype html)/u.test(start))
    return unsupported('text/html', 'an HTML page');
  if (/^mime-version:[^\n]*\n/u.test(start)) return unsupported('multipart/related', 'a web archive (MHTML)');
  if (start.startsWith('<?xml')) return unsupported('application/xml', 'an XML file');
  return null;
}

function ofText(bytes: Uint8Array): MediaType {
  const decoded = decodeText(bytes.subarray(0, SNIFFED));
  if (decoded.kind === 'binary')
    return refused('application/octet-stream', 'The file is of no known format.', 'unsupported');
  return ofMarkup(decoded.text) ?? readable('text', 'text/plain');
}

/**
 * What a file is, by its content alone; the ending of `file` only decides between plain text and Markdown or
 * tab-separated text, which hold the same bytes. Nothing is inflated or decoded as a whole. Never throws.
 */
export function mediaTypeOf(bytes: Uint8Array, file: string): MediaType {
  if (bytes.length === 0) return refused('application/x-empty', 'The file is empty.', 'empty');
  const head = latin1(bytes, PDF_REACH + 8);
  const marked = MARKS.find(([mark]) => hasMark(head, mark));
  if (marked !== undefined) return marked[1];
  if (head.startsWith('PK\x03\x04') || head.startsWith('PK\x05\x06')) return ofZip(bytes);
  const ole = ofOle(bytes);
  if (ole !== null) return ole;
  if (head.includes('%PDF-')) return readable('pdf', 'application/pdf');
  const text = ofText(bytes);
  if (text.kind === 'refused' || text.format !== 'text') return text;
  if (/\.(?:md|markdown)$/iu.test(file)) return readable('text', 'text/markdown');
  return /\.(?:tsv|tab)$/iu.test(file) ? readable('text', 'text/tab-separated-values') : text;
}
