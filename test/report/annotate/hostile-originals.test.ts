import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { annotate } from '../../../src/report/annotate/annotate.js';
import { annotateDocx } from '../../../src/report/annotate/docx/annotate-docx.js';
import { annotatePdf } from '../../../src/report/annotate/pdf/annotate-pdf.js';
import { filesOf, recordOf } from '../../fixtures/pipeline.js';
import { OPTIONS } from './options.js';

const HOSTILE = fileURLToPath(new URL('../../../fixtures/hostile/', import.meta.url));
const [docx = ''] = filesOf('docx').filter((path) => path.includes('dai-son'));
const [pdf = ''] = filesOf('pdf').filter((path) => path.includes('dai-son'));

/** Some bytes overwritten, and the end cut off. */
const damage = fc.record({
  at: fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 40 }),
  keep: fc.oneof(
    { weight: 3, arbitrary: fc.constant(1) },
    { weight: 1, arbitrary: fc.double({ min: 0.05, max: 1, noNaN: true }) },
  ),
});

function damaged(bytes: Uint8Array, { at, keep }: { at: [number, number][]; keep: number }): Uint8Array {
  const copy = bytes.slice(0, Math.floor(bytes.length * keep));
  for (const [where, byte] of at) copy[where % Math.max(1, copy.length)] = byte;
  return copy;
}

describe('a damaged or hostile original', () => {
  test('PDF ends as a copy or a reason, never as an exception', async () => {
    const bytes = new Uint8Array(readFileSync(pdf));
    const { record } = await recordOf(pdf);
    fc.assert(
      fc.property(damage, (how) => {
        const outcome = annotatePdf(damaged(bytes, how), record, OPTIONS);
        expect(['annotated', 'refused']).toContain(outcome.kind);
      }),
      { numRuns: 150 },
    );
  });

  test('DOCX ends as a copy or a reason, never as an exception', async () => {
    const bytes = new Uint8Array(readFileSync(docx));
    const { record } = await recordOf(docx);
    await fc.assert(
      fc.asyncProperty(damage, async (how) => {
        const outcome = await annotateDocx(damaged(bytes, how), record, OPTIONS);
        expect(['annotated', 'refused']).toContain(outcome.kind);
      }),
      { numRuns: 60 },
    );
  });

  test('of the hostile fixtures is never taken for the file that was checked', async () => {
    const { record } = await recordOf(docx);
    for (const name of readdirSync(HOSTILE)) {
      const bytes = new Uint8Array(readFileSync(`${HOSTILE}${name}`));
      expect(await annotate(bytes, record, OPTIONS), name).toMatchObject({
        kind: 'refused',
        reason: 'changed',
      });
      if (name.endsWith('.pdf'))
        expect(['annotated', 'refused']).toContain(annotatePdf(bytes, record, OPTIONS).kind);
      if (name.endsWith('.docx'))
        expect((await annotateDocx(bytes, record, OPTIONS)).kind, name).toBe('refused');
    }
  });
});
