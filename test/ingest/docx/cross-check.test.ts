import { describe, expect, it } from 'vitest';
import { crossCheck, missingWords } from '../../../src/ingest/docx/cross-check.js';
import { documentOf, docxOf, p } from './docx-xml.js';

describe('the second reader', () => {
  it('agrees with an ordinary document, soft breaks and numbers included', async () => {
    const document = await documentOf(p('UBND TỈNH\nSỞ NỘI VỤ', '<w:jc w:val="center"/>') + p('Năm 2031'));
    expect(document.notes).toEqual([]);
  });

  it('tells which words it sees alone', async () => {
    const bytes = docxOf({ body: p('một hai ba bốn') });
    const note = await crossCheck(bytes, 'một hai', bytes.length);
    expect(note).toMatchObject({ code: 'cross-check', page: null, span: null });
    expect(note?.message).toContain('2 từ (50.0 %)');
    expect(note?.message).toContain('ba, bốn');
  });

  it('never decides: a large or unreadable file gives no note', async () => {
    const bytes = docxOf({ body: p('một') });
    expect(await crossCheck(bytes, '', 6_000_000)).toBeNull();
    expect(await crossCheck(new Uint8Array([1, 2, 3]), '', 3)).toBeNull();
  });

  it('counts a word as often as it is missing', () => {
    expect(missingWords('a b', ['a', 'a', 'b', 'c'])).toEqual(['a', 'c']);
    expect(missingWords('phòng tổ chức', ['phòngtổ', 'chức'])).toEqual([]);
  });
});
