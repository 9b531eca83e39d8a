import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { readDocument } from '../../src/ingest/read-document.js';
import { assertSpanLaws } from '../span-laws.js';
import { docxOf, p } from './docx/docx-xml.js';

const docx = docxOf({ body: p('Kế hoạch') });
const failureOf = async (bytes: Uint8Array, limits = {}): Promise<unknown> => {
  const outcome = await readDocument({ file: 'a.docx', bytes }, { limits });
  return outcome.kind === 'failed' ? outcome.reason : outcome.document.method;
};

describe('reading a file', () => {
  it('takes the reader that fits its content, whatever the name says', async () => {
    for (const file of ['kế hoạch.docx', 'plan.pdf', 'plan.txt']) {
      const outcome = await readDocument({ file, bytes: docx });
      if (outcome.kind === 'failed') throw new Error(outcome.detail);
      expect(outcome.document).toMatchObject({ file, method: 'docx', text: 'Kế hoạch' });
      expect(outcome.document.sha256).toBe(createHash('sha256').update(docx).digest('hex'));
      assertSpanLaws(outcome.document);
    }
    const text = new TextEncoder().encode('Kế hoạch năm 2031');
    const outcome = await readDocument({ file: 'plan.docx', bytes: text });
    expect(outcome).toMatchObject({ kind: 'read', document: { method: 'text', text: 'Kế hoạch năm 2031' } });
  });

  it('says when it is done', async () => {
    const calls: (readonly [number, number])[] = [];
    await readDocument({ file: 'a', bytes: docx }, { onPage: (done, total) => calls.push([done, total]) });
    expect(calls).toEqual([[1, 1]]);
  });

  it('names what it cannot read', async () => {
    expect(await failureOf(new Uint8Array())).toBe('empty');
    expect(await failureOf(docx, { maxFileBytes: 100 })).toBe('too-large');
    expect(await failureOf(docx.slice(0, 300))).toBe('broken');
    expect(await failureOf(new TextEncoder().encode('{\\rtf1'))).toBe('unsupported');
    expect(await failureOf(docx, { maxDepth: 2 })).toBe('broken');
  });

  it('turns an exception of a reader into "broken" with its message and no stack', async () => {
    const outcome = await readDocument(
      { file: 'a', bytes: docx },
      {
        onPage: () => {
          throw new TypeError('no such page');
        },
      },
    );
    expect(outcome).toMatchObject({ kind: 'failed', reason: 'broken' });
    expect(outcome.kind === 'failed' ? outcome.detail : '').toMatch(/: no such page$/u);
  });

  it('leaves the bytes as they were', async () => {
    const before = createHash('sha256').update(docx).digest('hex');
    await readDocument({ file: 'a', bytes: docx });
    expect(createHash('sha256').update(docx).digest('hex')).toBe(before);
  });
});
