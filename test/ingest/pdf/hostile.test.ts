import { readdirSync, readFileSync } from 'node:fs';
import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readDocument } from '../../../src/ingest/read-document.js';
import type { ReadOutcome } from '../../../src/ingest/read-outcome.js';

/** As it was before pdf.js was loaded. */
const PUSH = Array.prototype.push;

const FOLDER = new URL('../../../fixtures/hostile/', import.meta.url);

interface Expected {
  readonly outcome: string | readonly string[];
  readonly reason?: string | readonly string[];
  readonly notice?: string;
}
const expected = JSON.parse(readFileSync(new URL('expected.json', FOLDER), 'utf8')) as Record<
  string,
  Expected
>;
const list = (value: string | readonly string[] | undefined): readonly string[] =>
  value === undefined ? [] : typeof value === 'string' ? [value] : value;

const read = (file: string, bytes: Uint8Array): Promise<ReadOutcome> => readDocument({ file, bytes });

const files = readdirSync(FOLDER).filter((name) => name.endsWith('.pdf'));

describe('hostile PDFs of the fixtures', () => {
  it.each(files)('%s ends as it should', async (file) => {
    const { outcome, reason, notice } = expected[file] as Expected;
    const result = await read(file, Uint8Array.from(readFileSync(new URL(file, FOLDER))));
    if (result.kind === 'failed') {
      expect(list(outcome)).toContain('failed');
      expect(list(reason)).toContain(result.reason);
      return;
    }
    expect(list(outcome).some((kind) => kind !== 'failed')).toBe(true);
    const methods = result.document.pages.map((page) => page.method);
    if (notice === 'unreadable-page') expect(methods).toContain('unreadable');
    else expect(methods).not.toContain('unreadable');
  });
});

/** A PDF of one page whose content, deflated, is `content`; `form` is drawn by "/X Do". */
function paint(content: Buffer, form = ''): Uint8Array {
  const packed = deflateSync(content);
  const objects = [
    Buffer.from('<< /Type /Catalog /Pages 2 0 R >>'),
    Buffer.from('<< /Type /Pages /Count 1 /Kids [3 0 R] >>'),
    Buffer.from(
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F0 4 0 R >> /XObject << /X 6 0 R >> >> /Contents 5 0 R >>',
    ),
    Buffer.from('<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman >>'),
    Buffer.concat([
      Buffer.from(`<< /Filter /FlateDecode /Length ${packed.length} >>\nstream\n`),
      packed,
      Buffer.from('\nendstream'),
    ]),
    Buffer.from(
      `<< /Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /Font << /F0 4 0 R >> >> /Length ${form.length} >>\nstream\n${form}\nendstream`,
    ),
  ];
  const body = objects.map((object, i) =>
    Buffer.concat([Buffer.from(`${i + 1} 0 obj\n`), object, Buffer.from('\nendobj\n')]),
  );
  const trailer = Buffer.from('trailer\n<< /Size 7 /Root 1 0 R >>\nstartxref\n0\n%%EOF\n');
  return Uint8Array.from(Buffer.concat([Buffer.from('%PDF-1.7\n'), ...body, trailer]));
}

describe('pages that paint without end', () => {
  const text = `BT /F0 12 Tf 60 700 Td (${'a'.repeat(1_000)}) Tj ET`;
  it.each([
    ['content that inflates too far', paint(Buffer.alloc(13_000_000, '0 0 m '))],
    ['a million operations', paint(Buffer.alloc(10_000_000, 'q Q '))],
    ['millions of letters', paint(Buffer.from(`${text}\n`.repeat(2_000)))],
    ['a form drawn over and over', paint(Buffer.from('/X Do '.repeat(200_000)), text)],
    ['an empty form drawn over and over', paint(Buffer.from('/X Do '.repeat(200_000)))],
  ])('fail by name: %s', async (_, bytes) => {
    expect(await read('a.pdf', bytes)).toMatchObject({ kind: 'failed', reason: 'too-large' });
  });

  it('do not touch a page that paints much', async () => {
    const line = `BT /F0 8 Tf 60 700 Td (${'ke hoach '.repeat(20)}) Tj ET\n`;
    const outcome = await read('a.pdf', paint(Buffer.from(line.repeat(500))));
    expect(outcome.kind).toBe('read');
  });

  it('leave the process as it was: arrays keep their own push', async () => {
    await read('a.pdf', paint(Buffer.from(text)));
    expect(Array.prototype.push).toBe(PUSH);
  });
});
