import { describe, expect, it } from 'vitest';
import { documentOf, paragraphsOf, read } from './read.js';

const utf16 = (text: string, big: boolean): Uint8Array => {
  const bytes = new Uint8Array(2 + text.length * 2);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, 0xfeff, !big);
  for (let i = 0; i < text.length; i++) view.setUint16(2 + i * 2, text.charCodeAt(i), !big);
  return bytes;
};

describe('decoding plain text', () => {
  const text = 'KẾ HOẠCH\r\nKiểm tra đơn vị';

  it.each([
    ['UTF-8', new TextEncoder().encode(text)],
    ['UTF-8 with a mark', new TextEncoder().encode(`\uFEFF${text}`)],
    ['UTF-16 little endian', utf16(text, false)],
    ['UTF-16 big endian', utf16(text, true)],
    ['UTF-8 with decomposed letters', new TextEncoder().encode(text.normalize('NFD'))],
  ])('reads %s', async (_, bytes) => {
    expect(paragraphsOf(await documentOf(bytes))).toEqual(['KẾ HOẠCH', 'Kiểm tra đơn vị']);
  });

  it('reads Windows-1258 and says that the encoding was guessed', async () => {
    const document = await documentOf(
      Uint8Array.from([0x4b, 0xea, 0xec, 0x20, 0x68, 0x6f, 0x61, 0xf2, 0x63, 0x68]),
    );
    expect(document.text).toBe('Kế hoạch');
    expect(document.notes.map((n) => n.code)).toEqual(['text/encoding']);
  });

  it('names an empty file and one of blanks only', async () => {
    expect(await read('')).toMatchObject({ kind: 'failed', reason: 'empty' });
    expect(await read(' \r\n\f\t\uFEFF')).toMatchObject({ kind: 'failed', reason: 'empty' });
  });

  it('names binary data', async () => {
    const bytes = Uint8Array.from({ length: 4000 }, (_, i) => (i * 7919 + (i >> 3) * 31) & 0xff);
    expect(await read(bytes)).toMatchObject({ kind: 'failed', reason: 'unsupported' });
  });
});
