import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanText } from '../../../src/document/clean-text.js';
import type { SourceDocument } from '../../../src/document/source-document.js';
import { decodeText } from '../../../src/ingest/text/decode.js';
import { assertSpanLaws } from '../../span-laws.js';
import { read, sample } from './read.js';
import { SAMPLE_PLANS } from './sample-plans.js';

/** Every stretch of the text is what the file says at its place, cleaned. */
function assertMapsBack(document: SourceDocument, bytes: Uint8Array): void {
  const decoded = decodeText(bytes);
  if (decoded.kind === 'binary') throw new Error('read, yet binary');
  let covered = 0;
  for (const { clean, raw, length } of document.segments) {
    const said = document.text.slice(clean, clean + length);
    expect(document.text.slice(covered, clean).trim()).toBe('');
    covered = clean + length;
    const written = decoded.text.slice(raw, raw + Math.max(length, 1) * 4);
    if (said === ' ') expect(/^\s/u.test(written)).toBe(true);
    else expect(cleanText(written).text.startsWith(said)).toBe(true);
  }
  expect(document.text.slice(covered)).toBe('');
}

const words = fc.constantFrom(
  ...'TT STT Nội dung công việc Đơn vị chủ trì phối hợp Thời gian thực hiện Kết quả Ghi chú Quý I/2026 Tháng 02/2026 Phòng Sở Ban ISO Báo cáo Xây dựng - + • a) 1. 2 3 I. II. (1) | ** _ ## 15.000.000 đồng. ; Căn cứ\tNơi nhận:'.split(
    ' ',
  ),
);
const gaps = fc.constantFrom(' ', ' ', ' ', '\n', '\n', '\n\n', '   ', '\t', '\f', '\r\n', '\u00a0');
const planLike = fc
  .array(fc.tuple(words, gaps), { maxLength: 120 })
  .map((parts) => parts.map(([word, gap]) => word + gap).join(''));

describe('reading any text', () => {
  it('ends in a document that keeps the span laws, or in a named failure', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(planLike, fc.string({ unit: 'binary', maxLength: 300 })), async (text) => {
        const bytes = new TextEncoder().encode(text);
        const outcome = await read(bytes);
        if (outcome.kind === 'failed') return;
        assertSpanLaws(outcome.document);
        assertMapsBack(outcome.document, bytes);
      }),
      { numRuns: 250 },
    );
  });

  it('never throws on any bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => {
        expect(['read', 'failed']).toContain((await read(bytes)).kind);
      }),
      { numRuns: 150 },
    );
  });

  it('maps every sample back to its file', async () => {
    for (const plan of SAMPLE_PLANS)
      for (const way of plan === SAMPLE_PLANS[0] ? ['raw', 'plain', 'layout'] : ['layout']) {
        const bytes = sample(`${plan.name}.${way}`);
        const outcome = await read(bytes);
        expect(outcome.kind).toBe('read');
        if (outcome.kind === 'read') assertMapsBack(outcome.document, bytes);
      }
  });
});
