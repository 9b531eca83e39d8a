import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { EncodingExpectation } from '../../fixtures/build/encodings.js';
import { fixture } from '../../fixtures/build/paths.js';
import { cleanText } from '../../src/document/clean-text.js';
import type { SourceDocument } from '../../src/document/source-document.js';
import { extractPlan } from '../../src/extract/extract-plan.js';
import { readDocument } from '../../src/ingest/read-document.js';
import type { PlanRecord } from '../../src/record/plan-record.js';
import { assertRecordLaws } from '../record-laws.js';
import { assertSpanLaws } from '../span-laws.js';

const expected: Readonly<Record<string, EncodingExpectation>> = JSON.parse(
  readFileSync(fixture('encodings', 'expected.json'), 'utf8'),
);

async function read(file: string): Promise<SourceDocument> {
  const bytes = new Uint8Array(readFileSync(fixture('encodings', file)));
  const outcome = await readDocument({ file, bytes });
  if (outcome.kind === 'failed') throw new Error(`${file}: ${outcome.detail}`);
  assertSpanLaws(outcome.document);
  return outcome.document;
}

/** What a record says, without where it stood and how sure the reading was. */
function fieldsOf(record: PlanRecord): unknown {
  const bare = JSON.stringify(
    {
      text: record.text,
      header: { ...record.header, places: null },
      citations: record.citations,
      standards: record.standards,
      tasks: record.tasks,
      budget: record.budget,
      outline: record.outline,
      isPlan: record.isPlan,
    },
    (key, value: unknown) =>
      key === 'location' || key === 'confidence' || key === 'parts' ? undefined : value,
  );
  return JSON.parse(bare);
}

describe.each(Object.entries(expected))('%s', (file, expectation) => {
  it(`is read right: ${expectation.about}`, async () => {
    const document = await read(file);
    expect(document.notes.some(({ code }) => code === 'legacy-encoding')).toBe(expectation.converted);
    for (const page of document.pages) {
      expect(page.route).toBe(expectation.route);
      expect(page.method).toBe(expectation.like === null ? 'unreadable' : 'text-layer');
    }
    const { like } = expectation;
    if (like === null) {
      expect(document.text).toBe('');
      return;
    }
    const record = extractPlan(document);
    assertRecordLaws(record);
    expect(record.tasks.length).toBeGreaterThan(0);
    expect(fieldsOf(record)).toEqual(fieldsOf(extractPlan(await read(like))));
  });
});

describe('text files in old encodings', () => {
  it.each(['tcvn3.txt', 'vni.txt', 'viqr.txt', 'disturbed.txt', 'cp1258.txt'])(
    '%s: every word leads back to its own place in the file',
    async (file) => {
      const document = await read(file);
      const words = [...document.text.matchAll(/\p{L}+/gu)];
      const starts = words.map(({ index }) => {
        const segment = document.segments.find(
          ({ clean, length }) => clean <= index && index < clean + length,
        );
        return segment === undefined ? -1 : segment.raw + index - segment.clean;
      });
      expect(starts.every((start) => start >= 0)).toBe(true);
      expect(new Set(starts).size).toBe(words.length);
    },
  );

  it('takes words of an earlier recognition for less than sure', async () => {
    const document = await read('recognized-before.pdf');
    expect(Math.max(...document.words.map(({ confidence }) => confidence))).toBeLessThan(0.9);
    expect(document.pages[0]?.confidence).toBeLessThan(0.9);
  });
});

describe('letters that look alike', () => {
  it('become the Vietnamese ones', () => {
    expect(cleanText('\u00D0ơn vị, \u0189à, \u00F0i, \u0256ất').text).toBe('Đơn vị, Đà, đi, đất');
  });
});
