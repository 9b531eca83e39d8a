import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mediaTypeOf } from '../../src/ingest/media-type.js';
import { docxOf, p } from './docx/docx-xml.js';
import { zipOf } from './docx/zip-writer.js';

const bytesOf = (text: string, encoding: BufferEncoding = 'latin1'): Uint8Array =>
  new Uint8Array(Buffer.from(text, encoding));
const ole = (stream: string): Uint8Array =>
  new Uint8Array(
    Buffer.concat([
      Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
      Buffer.alloc(600),
      Buffer.from(stream, 'utf16le'),
    ]),
  );
const zip = (...names: readonly string[]): Uint8Array => zipOf(names.map((name) => ({ name, data: 'x' })));

describe('the kind of a file', () => {
  it.each([
    ['docx', docxOf({ body: p('x') })],
    ['docx', zip('[Content_Types].xml', 'word/document2.xml')],
    ['pdf', bytesOf('%PDF-1.7\n')],
    ['pdf', bytesOf('rác trước tệp\n%PDF-1.4', 'utf8')],
    ['image', bytesOf('\x89PNG\r\n\x1a\n....')],
    ['image', bytesOf('\xff\xd8\xff\xe0')],
    ['image', bytesOf('II*\0....')],
    ['image', bytesOf('MM\0*....')],
    ['text', bytesOf('KẾ HOẠCH\nnăm 2031', 'utf8')],
    ['text', bytesOf('\uFEFFKẾ HOẠCH', 'utf8')],
    ['text', bytesOf('\uFEFFKẾ HOẠCH năm 2031', 'utf16le')],
    ['text', bytesOf('Kế hoạch năm 2031 của Sở', 'utf16le')],
  ])('is %s by its content, whatever its name', (format, bytes) => {
    for (const file of ['a.txt', 'a.docx', 'a.pdf', 'a'])
      expect(mediaTypeOf(bytes, file)).toMatchObject({ kind: 'readable', format });
  });

  it('tells Markdown and tab-separated text by the name', () => {
    const bytes = bytesOf('# x');
    expect(mediaTypeOf(bytes, 'a.MD').mediaType).toBe('text/markdown');
    expect(mediaTypeOf(bytes, 'a.tsv').mediaType).toBe('text/tab-separated-values');
    expect(mediaTypeOf(bytes, 'a.docx').mediaType).toBe('text/plain');
  });

  it.each([
    ['empty', 'empty', new Uint8Array()],
    ['encrypted', 'password', ole('EncryptedPackage')],
    ['unsupported', 'Word 97-2003', ole('WordDocument')],
    ['unsupported', 'Excel 97-2003', ole('Workbook')],
    ['unsupported', 'unknown content', ole('x')],
    ['unsupported', 'Excel workbook', zip('[Content_Types].xml', 'xl/workbook.xml')],
    ['unsupported', 'PowerPoint', zip('[Content_Types].xml', 'ppt/presentation.xml')],
    ['unsupported', 'OpenDocument', zip('mimetype', 'content.xml')],
    ['unsupported', 'ZIP archive', zip('a.txt')],
    ['unsupported', 'WebP', bytesOf('RIFF\x01\x02\x03\x04WEBPVP8 ')],
    ['unsupported', 'BMP', bytesOf('BM\x10\x20\0\0\0\0\0\0')],
    ['unsupported', 'GIF', bytesOf('GIF89a')],
    ['unsupported', 'RTF', bytesOf('{\\rtf1\\ansi')],
    ['unsupported', 'RAR', bytesOf('Rar!\x1a\x07\x01\0')],
    ['unsupported', 'HTML', bytesOf('\n<!DOCTYPE html><html></html>')],
    ['unsupported', 'XML', bytesOf('<?xml version="1.0"?><a/>')],
    [
      'unsupported',
      'no known format',
      new Uint8Array(Array.from({ length: 4096 }, (_, i) => (i * 97 + (i >> 3)) % 256)),
    ],
  ])('is %s, and the detail says %s', (reason, detail, bytes) => {
    const type = mediaTypeOf(bytes, 'plan.docx');
    expect(type).toMatchObject({ kind: 'refused', reason });
    expect(type.kind === 'refused' ? type.detail : '').toContain(detail);
  });

  it('of a truncated DOCX is still DOCX, so that it is reported as broken', () => {
    const whole = docxOf({ body: p('Kế hoạch') });
    expect(mediaTypeOf(whole.slice(0, whole.length - 40), 'a')).toMatchObject({ format: 'docx' });
  });

  it('is found for any bytes without an exception', () => {
    const starts = [
      '',
      'PK\x03\x04',
      'PK\x05\x06',
      '%PDF-',
      'BM',
      '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1',
      '\xff\xfe',
    ];
    fc.assert(
      fc.property(fc.constantFrom(...starts), fc.uint8Array({ maxLength: 200 }), (start, rest) => {
        const type = mediaTypeOf(new Uint8Array(Buffer.concat([Buffer.from(start, 'latin1'), rest])), 'x');
        expect(['readable', 'refused']).toContain(type.kind);
      }),
    );
  });
});
