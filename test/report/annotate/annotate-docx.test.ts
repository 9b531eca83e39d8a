import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readDocument } from '../../../src/ingest/read-document.js';
import { annotate } from '../../../src/report/annotate/annotate.js';
import { filesOf, recordOf, stemOf } from '../../fixtures/pipeline.js';
import { given, OPTIONS } from './options.js';
import { openWritten, squeezed } from './written-docx.js';

const plans = filesOf('docx');

describe('a DOCX given back', () => {
  test.each(plans.map((path) => [stemOf(path), path]))(
    '%s: a comment at the words of each finding',
    async (_, path) => {
      const { record } = await recordOf(path);
      const outcome = given(await annotate(new Uint8Array(readFileSync(path)), record, OPTIONS));
      const written = await openWritten(outcome.bytes);
      const ours = written.comments.filter(({ author }) => author === 'Rasoat');
      expect(ours).toHaveLength(record.findings.length);
      expect(outcome.notes).toBe(record.findings.length);
      for (const [index, finding] of record.findings.entries()) {
        const comment = ours[index];
        expect(comment?.text).toContain(finding.message.replace(/\s+/gu, ' '));
        expect(comment?.date).toBe('2026-11-22T08:30:00Z');
        const [anchor, raw] = [squeezed(comment?.anchor ?? ''), squeezed(finding.raw)];
        if (raw === '') expect(anchor).not.toBe('');
        // Automatic numbers are no text of the file; text shown in capitals is typed small.
        else if (anchor !== '') {
          const [shorter, longer] = [raw.toLowerCase(), anchor.toLowerCase()].sort(
            (a, b) => a.length - b.length,
          );
          expect(longer).toContain(shorter);
          // A note inside words that are replaced as a whole stands around them.
          expect(anchor.length).toBeGreaterThanOrEqual(raw.length * 0.8);
        } else expect(comment?.text).toContain('Trong khung chữ');
      }
    },
  );

  test.each(plans.map((path) => [stemOf(path), path]))(
    '%s: changes refused give the text as it was, accepted the right words',
    async (_, path) => {
      const bytes = new Uint8Array(readFileSync(path));
      const { record } = await recordOf(path);
      const outcome = given(await annotate(bytes, record, OPTIONS));
      const [before, after] = [await openWritten(bytes), await openWritten(outcome.bytes)];
      expect(after.refused).toBe(before.refused);
      const own = after.changes.filter(({ author }) => author === 'Rasoat');
      expect(own.length > 0).toBe(outcome.changes > 0);
      const read = await readDocument({ file: 'kh.docx', bytes: outcome.bytes });
      if (read.kind === 'failed') throw new Error(read.detail);
      for (const { ruleId, suggestion, raw } of record.findings)
        if (suggestion !== null && /^text\//u.test(ruleId)) {
          expect(read.document.text).toContain(suggestion);
          const count = (text: string): number => text.split(raw).length;
          expect(count(read.document.text)).toBeLessThan(count(record.text));
        }
    },
  );

  test('leaves every other entry of the package as it is, byte for byte', async () => {
    const path = plans.find((one) => one.includes('can-tho')) ?? '';
    const bytes = new Uint8Array(readFileSync(path));
    const { record } = await recordOf(path);
    const outcome = given(await annotate(bytes, record, OPTIONS));
    const [before, after] = [await openWritten(bytes), await openWritten(outcome.bytes)];
    const touched = new Set([
      'word/document.xml',
      'word/comments.xml',
      'word/_rels/document.xml.rels',
      '[Content_Types].xml',
    ]);
    for (const [name, data] of before.entries)
      if (!touched.has(name)) expect(after.entries.get(name)?.equals(data), name).toBe(true);
    expect([...after.entries.keys()].filter((name) => !before.entries.has(name))).toEqual(
      before.entries.has('word/comments.xml') ? [] : ['word/comments.xml'],
    );
  });

  test('is the same bytes for the same input', async () => {
    const path = plans[0] ?? '';
    const bytes = new Uint8Array(readFileSync(path));
    const { record } = await recordOf(path);
    const [one, two] = [await annotate(bytes, record, OPTIONS), await annotate(bytes, record, OPTIONS)];
    expect(Buffer.from(given(one).bytes).equals(Buffer.from(given(two).bytes))).toBe(true);
  });

  test('is refused where the file is not the one that was checked', async () => {
    const { record } = await recordOf(plans[0] ?? '');
    const other = new Uint8Array(readFileSync(plans[1] ?? ''));
    expect(await annotate(other, record, OPTIONS)).toMatchObject({ kind: 'refused', reason: 'changed' });
  });
});
