import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readZip } from '../../../fixtures/build/zip.js';
import { editZip, ZipEditError } from '../../../src/report/annotate/docx/edit-zip.js';
import { zipOf } from '../../ingest/docx/zip-writer.js';

describe('editing an archive', () => {
  test('replaces, adds and leaves out entries, and keeps the others where and as they were', async () => {
    const archive = Buffer.from(
      zipOf([
        { name: 'a.xml', data: 'một' },
        { name: 'b.xml', data: 'hai' },
        { name: 'c.xml', data: 'ba' },
      ]),
    );
    const edited = Buffer.from(
      editZip(
        archive,
        new Map([
          ['b.xml', Buffer.from('hai hai')],
          ['c.xml', null],
          ['d.xml', Buffer.from('bốn')],
        ]),
      ),
    );
    const entries = await readZip(edited);
    expect(entries.map(({ name, data }) => [name, data.toString('utf8')])).toEqual([
      ['a.xml', 'một'],
      ['b.xml', 'hai hai'],
      ['d.xml', 'bốn'],
    ]);
    const second = archive.indexOf('PK\x03\x04', 4, 'latin1');
    expect(edited.subarray(0, second).equals(archive.subarray(0, second))).toBe(true);
  });

  test('changes nothing where nothing is to change', () => {
    const archive = zipOf([{ name: 'a.xml', data: 'một' }]);
    expect(Buffer.from(editZip(archive, new Map())).equals(Buffer.from(archive))).toBe(true);
  });

  test('refuses what is no archive', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(() => editZip(bytes, new Map())).toThrow(ZipEditError);
      }),
    );
  });
});
